import type { ReactNode } from 'react'
import type { StatementState } from '@/domain/statement/state'
import { formatDay, formatInstant, formatMoney, formatMonth, formatOfMonth, formatTime } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { Table } from '@/ui/Table'
import type { OpenedFile, OpenedFiling } from './queries'

/**
 * A file of any office, held open for half an hour: what its people may ask of by telephone. Nothing is decided here.
 * `answersOf` draws the answers of a filing in the words the person saw.
 */
export function OpenedFileView(props: {
  readonly locale: Locale
  readonly file: OpenedFile
  readonly answersOf: (filing: OpenedFiling) => ReactNode
}) {
  const { locale, file } = props
  const t = textsOf(locale, 'opening')
  const office = locale === 'fr' ? file.officeFr : file.officeEn
  return (
    <>
      <BackLink href={paths.openFile(locale)}>{t('back')}</BackLink>
      <PageTitle caption={office}>{t('file', { number: file.fileNumber })}</PageTitle>
      <Notice kind="info" title={t('until', { time: formatTime(file.until, locale) })}>
        <p>{t('readOnly')}</p>
        {file.officePhone && <p>{t('officePhone', { office })}</p>}
      </Notice>
      <h2>{t('people')}</h2>
      <SummaryList
        rows={file.people.map((person) => ({
          term: person.name,
          value: t(`member.${person.role}`, { day: formatDay(person.birthDate, locale) }),
        }))}
      />
      <h2>{t('states')}</h2>
      <SummaryList
        rows={file.states.map((state) => ({
          term: formatMonth(state.month, locale),
          value: stateText(state, locale),
        }))}
      />
      <h2>{t('tasks')}</h2>
      {file.tasks.length === 0 ? (
        <p>{t('noTasks')}</p>
      ) : (
        <Table
          id="tasks"
          caption={t('tasks')}
          captionHidden
          columns={[
            { label: t('task') },
            { label: t('taskState') },
            { label: t('since') },
            { label: t('due') },
          ]}
          rows={file.tasks.map((task) => ({
            key: task.id,
            cells: [
              t(`kind.${task.kind}`),
              t(`stateOf.${task.state}`),
              formatInstant(task.openedAt, locale),
              task.dueAt ? formatInstant(task.dueAt, locale) : t('noDue'),
            ],
          }))}
        />
      )}
      <FiledList {...props} />
      <Money locale={locale} file={file} />
    </>
  )
}

function FiledList({ locale, file, answersOf }: Parameters<typeof OpenedFileView>[0]) {
  const t = textsOf(locale, 'opening')
  return (
    <>
      <h2>{t('filings')}</h2>
      {file.filings.length === 0 && <p>{t('noFilings')}</p>}
      {file.filings.map((filing) => (
        <Details
          key={filing.id}
          summary={t(`filing.${filing.kind}`, {
            ofMonth: formatOfMonth(filing.month, locale),
            instant: formatInstant(filing.receivedAt, locale),
            version: filing.version,
          })}
        >
          <SummaryList
            rows={[
              { term: t('receipt'), value: filing.receiptNumber },
              { term: t('filedBy'), value: filing.filedByName },
            ]}
          />
          {answersOf(filing)}
        </Details>
      ))}
    </>
  )
}

function Money({ locale, file }: { readonly locale: Locale; readonly file: OpenedFile }) {
  const t = textsOf(locale, 'opening')
  return (
    <>
      <h2>{t('payments')}</h2>
      {file.payments.length === 0 ? (
        <p>{t('noPayments')}</p>
      ) : (
        <Table
          id="payments"
          caption={t('payments')}
          captionHidden
          columns={[{ label: t('month') }, { label: t('amount'), numeric: true }]}
          rows={file.payments.map(({ month, total }) => ({
            key: month,
            cells: [formatMonth(month, locale), formatMoney(total, locale)],
          }))}
        />
      )}
      <h2>{t('decisions')}</h2>
      {file.decisions.length === 0 ? (
        <p>{t('noDecisions')}</p>
      ) : (
        <Table
          id="decisions"
          caption={t('decisions')}
          captionHidden
          columns={[
            { label: t('decision'), short: true },
            { label: t('outcomeLabel') },
            { label: t('decidedAt') },
          ]}
          rows={file.decisions.map((decision) => ({
            key: decision.number,
            cells: [
              decision.number,
              t(`outcome.${decision.outcome as 'accepted'}`),
              formatInstant(decision.at, locale),
            ],
          }))}
        />
      )}
    </>
  )
}

function stateText(state: StatementState, locale: Locale): string {
  const t = textsOf(locale, 'opening')
  const at = (of: StatementState) => (of.filed ? formatInstant(of.filed.receivedAt, locale) : '')
  switch (state.name) {
    case 'filed':
    case 'corrected':
      return t(state.filed.late ? 'state.filedLate' : 'state.filed', { instant: at(state) })
    case 'closed':
      return state.filed ? t('state.filed', { instant: at(state) }) : t('state.never')
    case 'exempt':
      return state.obligation.why.code === 'closed'
        ? t('state.closedFile', { ofMonth: formatOfMonth(state.obligation.why.from, locale) })
        : t('state.exempt')
    case 'notYetOpen':
      return t('state.notYetOpen', { day: formatDay(state.opensOn, locale) })
    case 'late':
      return t('state.late', { instant: formatInstant(state.due.at, locale) })
    default:
      return t('state.due', { instant: formatInstant(state.due.at, locale) })
  }
}
