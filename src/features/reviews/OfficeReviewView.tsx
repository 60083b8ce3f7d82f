import type { ReactNode } from 'react'
import { dayOf } from '@/domain/calendar'
import { formatDay, formatInstant, formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { lateReasonWords } from './AskedView'
import type { OfficeReview } from './office-queries'
import styles from './reviews.module.css'

/** A request for review beside the decision it is about: who, when, why, and what was decided. `panel`: its task. */
export function OfficeReviewView(props: {
  readonly locale: Locale
  readonly review: OfficeReview
  readonly panel?: ReactNode
}) {
  const { locale, review } = props
  const t = textsOf(locale, 'reviews.office')
  return (
    <>
      <BackLink href={paths.office(locale)}>{t('back')}</BackLink>
      <PageTitle caption={review.receiptNumber}>{t('title')}</PageTitle>
      {review.withdrawnAt && (
        <Notice kind="info" title={t('withdrawn', { instant: formatInstant(review.withdrawnAt, locale) })} />
      )}
      {review.own && !review.withdrawnAt && (
        <Notice kind="warning" title={t('notYours')}>
          <p>{t('notYoursText')}</p>
        </Notice>
      )}
      <SummaryList rows={requestRows(locale, review)} />
      <h2>{t('words')}</h2>
      <p dir="auto" className={styles.words}>
        {review.words}
      </p>
      {review.late && (
        <>
          <h2>{t('why')}</h2>
          <p>{lateReasonWords(locale, review.lateReason)}</p>
          {review.lateWords !== '' && (
            <p dir="auto" className={styles.words}>
              {review.lateWords}
            </p>
          )}
        </>
      )}
      <h2>{t('decision')}</h2>
      <SummaryList rows={decisionRows(locale, review.decision)} />
      {review.decision.words && (
        <>
          <h3>{t('toldWords')}</h3>
          <p dir="auto" className={styles.words}>
            {review.decision.words}
          </p>
        </>
      )}
      {review.applicationId && (
        <p>
          <a href={paths.officeApplication(locale, review.applicationId)}>{t('seeApplication')}</a>
        </p>
      )}
      {!review.own && !review.withdrawnAt && <p>{t('rule')}</p>}
      {props.panel}
    </>
  )
}

function requestRows(locale: Locale, review: OfficeReview) {
  const t = textsOf(locale, 'reviews.office')
  const { askedBy } = review
  const until = formatDay(review.until, locale)
  return [
    ...(review.fileNumber ? [{ term: t('file'), value: review.fileNumber }] : []),
    { term: t('asker'), value: askedBy.name ?? (askedBy.adult ? t(`adult.${askedBy.adult}`) : '') },
    { term: t('at'), value: formatInstant(review.askedAt, locale) },
    {
      term: t('inTime'),
      value: review.late ? t('lateUntil', { day: until }) : t('inTimeUntil', { day: until }),
    },
    { term: t('due'), value: formatDay(dayOf(review.dueAt), locale) },
  ]
}

function decisionRows(locale: Locale, decision: OfficeReview['decision']) {
  const t = textsOf(locale, 'reviews.office')
  const outcome = textsOf(locale, 'reviews.outcome')
  const { secondedBy, fromMonth, totalCents } = decision
  return [
    { term: t('number'), value: decision.number },
    { term: t('outcome'), value: outcome(decision.outcome) },
    { term: t('leftAt'), value: formatInstant(decision.leftAt, locale) },
    { term: t('decidedBy'), value: decision.decidedBy },
    ...(secondedBy ? [{ term: t('secondedBy'), value: secondedBy }] : []),
    ...(fromMonth ? [{ term: t('fromMonth'), value: formatMonth(fromMonth, locale) }] : []),
    ...(totalCents === null ? [] : [{ term: t('amount'), value: formatMoney(totalCents, locale) }]),
  ]
}
