import { dayOf } from '@/domain/calendar'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { ReviewPage } from './queries'
import styles from './reviews.module.css'

/** A request that was sent: its receipt, what happens next and when, and the answer once there is one. */
export function AskedView(props: {
  readonly locale: Locale
  readonly page: ReviewPage
  readonly formKey: string
  readonly action: string
}) {
  const { locale, page, formKey, action } = props
  const { decision, own, standing, tribunal } = page
  const t = textsOf(locale, 'reviews.asked')
  const say = textsOf(locale, 'reviews')
  if (!standing || !tribunal) return null
  const { answer } = standing
  const asked = own?.asked ?? null
  return (
    <>
      <PageTitle caption={say('decision', { number: decision.number })}>{t('title')}</PageTitle>
      {answer ? (
        <Notice kind="info" title={t('answered', { day: formatDay(dayOf(answer.at), locale) })}>
          <p>
            {say(`answer.${answer.outcome}`)} {say('decision', { number: answer.number })}
          </p>
          {tribunal.until && <p>{t('tribunalUntil', { day: formatDay(tribunal.until, locale) })}</p>}
        </Notice>
      ) : (
        <Notice kind="success" title={t('received')}>
          <p>{asked ? t('keep') : t('byOther')}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          ...(asked ? [{ term: t('number'), value: <strong>{asked.receiptNumber}</strong> }] : []),
          { term: t('at'), value: formatInstant(standing.askedAt, locale) },
          ...(asked?.late ? [{ term: t('limit'), value: formatDay(asked.until, locale) }] : []),
          ...(answer ? [] : [{ term: t('due'), value: formatDay(dayOf(standing.dueAt), locale) }]),
        ]}
      />
      {own?.asked && (
        <>
          <h2>{t('yourWords')}</h2>
          <p dir="auto" className={styles.words}>
            {own.words}
          </p>
          {own.asked.late && (
            <>
              <h2>{t('yourReason')}</h2>
              <p>{lateReasonWords(locale, own.lateReason)}</p>
              {own.lateWords !== '' && (
                <p dir="auto" className={styles.words}>
                  {own.lateWords}
                </p>
              )}
            </>
          )}
        </>
      )}
      {!answer && (
        <>
          <h2>{t('next')}</h2>
          <ol>
            <li>{say('ask.anotherPerson')}</li>
            <li>{say('ask.mayCall')}</li>
            <li>{t('answerBy', { day: formatDay(dayOf(standing.dueAt), locale) })}</li>
            <li>{t('tribunalFrom', { day: formatDay(tribunal.from, locale) })}</li>
          </ol>
          {own?.asked && (
            <Details summary={t('takeBack')}>
              <p>{t('takeBackText')}</p>
              <Form action={action} hidden={{ language: locale, formKey }}>
                <Button kind="secondary" name="intent" value="withdraw">
                  {t('takeBackButton')}
                </Button>
              </Form>
            </Details>
          )}
        </>
      )}
    </>
  )
}

/** A reason by its code; one that is not known is told as another. */
export function lateReasonWords(locale: Locale, code: string): string {
  const t = textsOf(locale, 'reviews.lateReason')
  switch (code) {
    case 'illness':
    case 'noticeLate':
    case 'notUnderstood':
    case 'wrongInformation':
    case 'event':
      return t(code)
    default:
      return t('other')
  }
}
