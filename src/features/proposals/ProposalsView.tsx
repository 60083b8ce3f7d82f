import type { FourEyesPolicy } from '@/domain/decision/four-eyes'
import { regionOf } from '@/domain/offices/regions'
import { cents } from '@/domain/money'
import { formatCount, formatDay, formatInstant, formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { ExtensionForm, RoleForm } from './ProposalForms'
import { SamplingForm } from './SamplingForm'
import type { ProposalLine, ProposalsPage } from './queries'
import { fieldOfNote, type ProposalError, type ProposalNote, type TypedProposal } from './schema'

export type ProposalsProps = {
  readonly locale: Locale
  readonly formKey: string
  readonly page: ProposalsPage
  readonly note: ProposalNote | undefined
  /** What was typed, when something was wrong with it. */
  readonly typed: TypedProposal
}

/** What takes two: what waits for a second word, the forms that ask for it, and what was decided. */
export function ProposalsView(props: ProposalsProps) {
  const { locale, page, note } = props
  const t = textsOf(locale, 'proposals')
  const wrong =
    note && note in fieldOfNote
      ? { field: fieldOfNote[note as ProposalError], text: t(`note.${note}`) }
      : null
  const { of, from } = page.policy
  return (
    <>
      {wrong && <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={[wrong]} />}
      <PageTitle>{t('title')}</PageTitle>
      {note && !wrong && (
        <Notice
          kind={note === 'asked' || note === 'granted' ? 'success' : 'info'}
          title={t(`note.${note}`)}
        />
      )}
      <p>{t('lead')}</p>
      <h2>{t('waiting')}</h2>
      {page.waiting.length === 0 && <p>{t('noneWaiting')}</p>}
      {page.waiting.map((line) => (
        <Proposal key={line.id} {...props} line={line} />
      ))}
      <h2>{t('new')}</h2>
      <Details
        summary={t('roleTitle')}
        open={wrong !== null && ['staff', 'role', 'office', 'reason'].includes(note!)}
      >
        <RoleForm {...props} error={wrong} />
      </Details>
      <Details
        summary={t('extensionTitle')}
        open={wrong !== null && ['month', 'scope', 'where', 'day', 'reasons'].includes(note!)}
      >
        <ExtensionForm {...props} error={wrong} />
      </Details>
      <Details
        summary={t('samplingTitle')}
        open={wrong !== null && ['one-in', 'from', 'why'].includes(note!)}
      >
        <SamplingForm {...props} error={wrong} />
      </Details>
      <h2>{t('policy')}</h2>
      <p>{t('policyLead', { day: formatDay(from, locale) })}</p>
      <SummaryList
        rows={(Object.keys(of) as (keyof typeof of)[]).map((what) => {
          const rule = of[what]
          return {
            term: t(`watched.${what}`),
            value: typeof rule === 'object' ? t('oneIn', { count: rule.oneIn }) : t(rule),
          }
        })}
      />
      {page.ahead.map((policy) => (
        <p key={policy.from}>
          {t('policyAhead', { day: formatDay(policy.from, locale), share: shareOf(policy, locale) })}
        </p>
      ))}
      <h2>{t('decided')}</h2>
      {page.decided.length === 0 && <p>{t('noneDecided')}</p>}
      {page.decided.map((line) => (
        <Proposal key={line.id} {...props} line={line} />
      ))}
    </>
  )
}

function Proposal({ locale, formKey, line }: ProposalsProps & { readonly line: ProposalLine }) {
  const t = textsOf(locale, 'proposals')
  const row = (term: string, value: string) => ({ term, value })
  const words = line.isMine ? (['withdrawn'] as const) : (['granted', 'refused'] as const)
  return (
    <article aria-labelledby={`p.${line.id}`}>
      <h3 id={`p.${line.id}`}>{titleOf(line, locale)}</h3>
      <SummaryList
        rows={[
          ...whatOf(line, locale),
          row(t('reasonLabel'), (locale === 'en' && line.reasonEn) || line.reasonFr),
          row(t('askedBy'), t('byAt', { name: line.askedBy, instant: formatInstant(line.askedAt, locale) })),
          ...(line.outcome && line.decidedAt
            ? [
                row(
                  t(`outcome.${line.outcome}`),
                  t('byAt', { name: line.decidedBy ?? '', instant: formatInstant(line.decidedAt, locale) }),
                ),
              ]
            : []),
        ]}
      />
      {line.outcome === null && line.isAboutMe && <p>{t('aboutYou')}</p>}
      {line.outcome === null && !line.isAboutMe && (
        <Form action={`/api/proposals/${line.id}/decision`} hidden={{ language: locale, formKey }}>
          <ButtonGroup>
            {words.map((word) => (
              <Button key={word} kind={word === 'granted' ? 'primary' : 'secondary'} name="word" value={word}>
                {t(`word.${word}`)}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
    </article>
  )
}

function shareOf({ of: { refusal } }: FourEyesPolicy, locale: Locale): string {
  const t = textsOf(locale, 'proposals')
  return typeof refusal === 'object' ? t('oneIn', { count: refusal.oneIn }) : t(refusal)
}

function titleOf(line: ProposalLine, locale: Locale): string {
  const t = textsOf(locale, 'proposals')
  if (line.kind === 'sampling') return t('samplingTitle')
  if (line.kind === 'payments') {
    const ofMonth = formatOfMonth(line.month, locale)
    return line.runNumber === 0
      ? t('paymentsOf', { ofMonth })
      : t('morePaymentsOf', { ofMonth, number: line.runNumber })
  }
  return line.kind === 'role'
    ? t('roleOf', { name: line.name })
    : t('extensionOf', { ofMonth: formatOfMonth(line.month, locale) })
}

function whatOf(line: ProposalLine, locale: Locale) {
  const t = textsOf(locale, 'proposals')
  const office = (locale === 'fr' ? line.officeFr : line.officeEn) ?? ''
  if (line.kind === 'role')
    return [
      { term: t('roleNow'), value: t(`role.${line.roleNow}`) },
      {
        term: t('roleAsked'),
        value: office === '' ? t(`role.${line.role}`) : t('roleAt', { role: t(`role.${line.role}`), office }),
      },
    ]
  if (line.kind === 'sampling')
    return [
      { term: t('share'), value: line.oneIn === 1 ? t('always') : t('oneIn', { count: line.oneIn }) },
      { term: t('from'), value: formatDay(line.from, locale) },
      // Of what waits alone: of what is decided, the refusals since are others.
      ...(line.outcome === null ? [{ term: t('effect'), value: t('effectOf', line.effect) }] : []),
    ]
  if (line.kind === 'payments')
    return [
      { term: t('payments'), value: formatMoney(cents(line.payCents), locale) },
      {
        term: t('paidHouseholds'),
        value: formatCount(line.households, locale),
        action: {
          href: paths.paymentRun(locale, line.run),
          text: t('seeRun'),
          about: titleOf(line, locale),
        },
      },
    ]
  const place = line.scope === 'region' && line.regionCode ? regionOf(line.regionCode).name : office
  return [
    { term: t('forWhom'), value: line.scope === 'everyone' ? t('scope.everyone') : place },
    { term: t('newLimit'), value: formatInstant(line.newInstant, locale) },
  ]
}
