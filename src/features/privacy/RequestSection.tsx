import { dayOf, type Instant } from '@/domain/calendar'
import { ruleOfGround } from '@/domain/privacy/answer'
import { answerDueOn, commissionUntil, isOpen, statusOf } from '@/domain/privacy/request'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'
import { Notice } from '@/ui/Notice'
import { SummaryList, type SummaryRow } from '@/ui/SummaryList'
import styles from './privacy.module.css'
import type { PrivacyRequest } from './requests'

/** One request as its person reads it: its clock, its answer, and where to go when they disagree. */
export function RequestSection(props: {
  readonly locale: Locale
  readonly request: PrivacyRequest
  readonly now: Instant
  readonly formKey: string
}) {
  const { locale, request, now, formKey } = props
  const t = textsOf(locale, 'privacy')
  const status = statusOf(request, now)
  const until = commissionUntil(request, now)
  return (
    <article aria-labelledby={`request.${request.id}`}>
      <h3 id={`request.${request.id}`}>
        {t('mine.heading', { kind: t(`kind.${request.kind}`), number: request.receiptNumber })}
      </h3>
      {status === 'overdue' && until && (
        <Notice kind="warning" title={t('mine.overdue')} asideOfHeadings>
          <p>{t('mine.commissionOverdue', { day: formatDay(until, locale) })}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: t('mine.status'), value: t(`status.${status}`) },
          { term: t('mine.askedAt'), value: formatInstant(request.askedAt, locale) },
          ...(isOpen(request)
            ? [{ term: t('mine.due'), value: formatDay(answerDueOn(request), locale) }]
            : []),
          { term: t('mine.words'), value: <Words text={request.words} /> },
          ...extensionRows(request, locale),
          ...answerRows(request, locale),
        ]}
      />
      {status === 'answered' && until && <p>{t('mine.commission', { day: formatDay(until, locale) })}</p>}
      {isOpen(request) && (
        <Form
          action={`/api/privacy-requests/${request.id}/withdrawal`}
          hidden={{ language: locale, formKey }}
        >
          <Button kind="plain">
            {t('mine.withdraw')}
            <Hidden> {t('mine.withdrawWhich', { number: request.receiptNumber })}</Hidden>
          </Button>
        </Form>
      )}
    </article>
  )
}

/** The extension of a request, when there is one. */
export function extensionRows(request: PrivacyRequest, locale: Locale): SummaryRow[] {
  const { extendedAt, extensionDays, extensionReason } = request
  if (!extendedAt || extensionDays === null) return []
  const t = textsOf(locale, 'privacy.mine')
  const day = formatDay(dayOf(extendedAt), locale)
  return [
    { term: t('extended'), value: t('extendedBy', { days: extensionDays, day }) },
    { term: t('extensionReason'), value: <Words text={extensionReason ?? ''} /> },
  ]
}

/** The answer of a request, when there is one. */
export function answerRows(request: PrivacyRequest, locale: Locale): SummaryRow[] {
  const { answeredAt, outcome, ground, answer } = request
  if (!answeredAt || !outcome) return []
  const t = textsOf(locale, 'privacy')
  return [
    { term: t('mine.answeredAt'), value: formatInstant(answeredAt, locale) },
    { term: t('mine.outcome'), value: t(`outcome.${outcome}`) },
    ...(ground
      ? [
          {
            term: t('mine.ground'),
            value: t(`ground.${ground}`, { article: ruleOfGround[ground].article }),
          },
        ]
      : []),
    { term: t('mine.answer'), value: <Words text={answer ?? ''} /> },
  ]
}

/** What someone wrote, as they wrote it. */
export function Words({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className={styles.words}>
      {text}
    </p>
  )
}
