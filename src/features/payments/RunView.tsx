import type { ControlTotals } from '@/domain/payment/item'
import { marks, moves, type Counted } from '@/domain/payment/report'
import { cents } from '@/domain/money'
import { formatCount, formatDay, formatDifference, formatInstant, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { Table } from '@/ui/Table'
import { HouseholdsTable } from './HouseholdsTable'
import { titleOf } from './PaymentsView'
import type { RunPage } from './queries'
import { ReleaseSection } from './ReleaseSection'
import type { PaymentNote } from './schema'

/** The rehearsal of a run against the month before, what must agree, and its release by two supervisors. */
export function RunView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly run: RunPage
  readonly note: PaymentNote | undefined
}) {
  const { locale, run, note } = props
  const t = textsOf(locale, 'payments')
  return (
    <>
      {note === 'reason' && (
        <ErrorSummary
          title={textsOf(locale, 'common')('errorSummary')}
          errors={[{ field: 'reason', text: t('note.reason') }]}
        />
      )}
      <BackLink href={paths.payments(locale)}>{t('back')}</BackLink>
      <PageTitle>{titleOf(run, locale)}</PageTitle>
      {note && note !== 'reason' && (
        <Notice kind={note === 'asked' ? 'success' : 'warning'} title={t(`note.${note}`)} />
      )}
      <SummaryList
        rows={[
          { term: t('state'), value: t(`stateOf.${run.state}`) },
          { term: t('cutOff'), value: formatInstant(run.cutOff, locale) },
          {
            term: t('paidOn'),
            value: run.number === 0 ? formatDay(run.paidOn, locale) : t('onceReleased'),
          },
          { term: t('households'), value: formatCount(run.households, locale) },
          { term: t('pays'), value: formatMoney(run.payCents, locale) },
        ]}
      />
      {run.report ? <Rehearsal {...props} report={run.report} /> : <p>{t('notYet')}</p>}
      <Totals locale={locale} run={run} />
      <ReleaseSection {...props} />
    </>
  )
}

function Rehearsal(props: {
  readonly locale: Locale
  readonly run: RunPage
  readonly report: NonNullable<RunPage['report']>
}) {
  const { locale, run, report } = props
  const t = textsOf(locale, 'payments')
  const benefit = textsOf(locale, 'benefit')
  const counted = (key: string, label: string, { count, cents: sum }: Counted, sign = false) => ({
    key,
    cells: [label, formatCount(count, locale), (sign ? formatDifference : formatMoney)(cents(sum), locale)],
  })
  const columns = (first: string, sum: string) => [
    { label: first },
    { label: t('households'), numeric: true },
    { label: sum, numeric: true },
  ]
  return (
    <>
      <h2>{t('against')}</h2>
      <p>{t('againstLead')}</p>
      <Table
        id="totals"
        caption={t('sums')}
        stacks
        columns={columns(t('what'), t('sum'))}
        rows={[
          counted('total', t('sumOf.total'), report.total),
          counted('before', t('sumOf.before'), report.before),
          counted('pay', t('sumOf.pay'), report.pay),
        ]}
      />
      <Table
        id="moves"
        caption={t('moves')}
        stacks
        columns={columns(t('move'), t('difference'))}
        rows={[
          ...moves.map((move) => counted(move, t(`moveOf.${move}`), report.moves[move], true)),
          ...(run.gone
            ? [counted('gone', t('moveOf.gone'), { count: run.gone.count, cents: -run.gone.cents }, true)]
            : []),
        ]}
      />
      <h2>{t('why')}</h2>
      {report.reasons.length === 0 ? (
        <p>{t('noReason')}</p>
      ) : (
        <Table
          id="reasons"
          caption={t('reasons')}
          stacks
          columns={[
            { label: t('reason') },
            { label: t('lines'), numeric: true },
            { label: t('difference'), numeric: true },
          ]}
          rows={report.reasons.map((one) => counted(one.cause, t(`cause.${one.cause}`), one, true))}
        />
      )}
      <h2>{t('largest')}</h2>
      <HouseholdsTable
        locale={locale}
        id="largest"
        caption={t('largestLead')}
        items={run.largest}
        more={(item) => item.why.map(({ code }) => benefit(`line.${code}.title`)).join(', ')}
      />
      <h2>{t('marks')}</h2>
      <Table
        id="marks"
        caption={t('marksLead')}
        stacks
        columns={columns(t('mark'), t('sum'))}
        rows={marks.map((mark) => counted(mark, t(`markOf.${mark}`), report.marks[mark]))}
      />
      <h3>{t('held')}</h3>
      <HouseholdsTable
        locale={locale}
        id="held"
        caption={t('heldLead')}
        items={run.held}
        more={({ state }) => t(`itemState.${state}`)}
      />
      <h3>{t('carried')}</h3>
      <HouseholdsTable locale={locale} id="carried" caption={t('carriedLead')} items={run.carried} />
    </>
  )
}

function Totals({ locale, run }: { readonly locale: Locale; readonly run: RunPage }) {
  const t = textsOf(locale, 'payments')
  const row = (key: 'batches' | 'items' | 'export', totals: ControlTotals | null) => ({
    key,
    cells: [
      t(`counting.${key}`),
      totals ? formatCount(totals.households, locale) : t('notCounted'),
      totals ? formatMoney(cents(totals.payCents), locale) : '',
      totals?.digest ? totals.digest.slice(0, 16) : '',
    ],
  })
  return (
    <>
      <h2>{t('totals')}</h2>
      <p>{t('totalsLead')}</p>
      <Table
        id="control"
        caption={t('totals')}
        captionHidden
        stacks
        columns={[
          { label: t('counted') },
          { label: t('households'), numeric: true },
          { label: t('pays'), numeric: true },
          { label: t('digest') },
        ]}
        rows={[
          row('batches', run.totals.batches),
          row('items', run.totals.items),
          row('export', run.totals.export),
        ]}
      />
    </>
  )
}
