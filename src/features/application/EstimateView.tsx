import type { ReactNode } from 'react'
import { labelsOf } from '@/domain/eligibility/labels'
import { formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { Amount } from '@/ui/Amount'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import styles from './application.module.css'
import type { ApplicationEstimate, Payment } from './estimate'
import { type Words, wordsOf } from './words'

/** The lines of a month's benefit, drawn by the page: another feature owns them. */
export type DrawnLines = { readonly first: ReactNode; readonly whole: ReactNode }

/** What the answers may lead to: an estimate, said to be one, with its reasons and its lines. */
export function EstimateView(props: {
  readonly locale: Locale
  readonly estimate: ApplicationEstimate
  readonly lines: DrawnLines
}) {
  const { locale, estimate, lines } = props
  const say = wordsOf(locale, 'application')
  return (
    <section aria-labelledby="estimate">
      <h2 id="estimate">{say('estimate.title')}</h2>
      <p>{say('estimate.notDecision')}</p>
      {estimate.known ? (
        <Known {...{ say, locale, estimate, lines }} />
      ) : (
        <p>{say(`estimate.unknown.${estimate.why}`)}</p>
      )}
    </section>
  )
}

function Known(props: {
  readonly say: Words
  readonly locale: Locale
  readonly estimate: Extract<ApplicationEstimate, { known: true }>
  readonly lines: DrawnLines
}) {
  const { say, locale, estimate, lines } = props
  const e = wordsOf(locale, 'eligibility')
  return (
    <>
      <p>
        <strong>{say(`estimate.outcome.${estimate.outcome}`)}</strong>
      </p>
      <OneMonth {...{ say, locale, payment: estimate.first, drawn: lines.first }} isFirst />
      <OneMonth {...{ say, locale, payment: estimate.whole, drawn: lines.whole }} isFirst={false} />
      {estimate.reasons.length > 0 && (
        <>
          <h3>{say('estimate.reasons')}</h3>
          <ul>
            {estimate.reasons.map(({ code }) => (
              <li key={code}>{e(`reason.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
      {estimate.questions.length > 0 && (
        <>
          <h3>{say('estimate.questions')}</h3>
          <ul>
            {estimate.questions.map(({ code }) => (
              <li key={code}>{e(`question.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function OneMonth(props: {
  readonly say: Words
  readonly locale: Locale
  readonly payment: Payment
  readonly drawn: ReactNode
  readonly isFirst: boolean
}) {
  const { say, locale, payment, drawn, isFirst } = props
  const { benefit, month, programme } = payment
  const b = wordsOf(locale, 'benefit')
  if (!benefit) return null
  if (!benefit.computed) {
    return (
      <Notice kind="info" title={b(`refusal.${benefit.reason}.title`)}>
        <p>{b(`refusal.${benefit.reason}.why`)}</p>
      </Notice>
    )
  }
  const unsure = benefit.provisional || benefit.confidence !== 'confirmed'
  return (
    <>
      <h3>{say(isFirst ? 'estimate.first' : 'estimate.whole', { month: formatMonth(month, locale) })}</h3>
      <p className={styles.amount}>
        <Amount cents={benefit.totalCents} locale={locale} large />
      </p>
      {programme && (
        <p>{wordsOf(locale, 'eligibility')(`label.programme.${labelsOf(month).programmes}.${programme}`)}</p>
      )}
      {unsure && <p>{b('confidence.toConfirm')}</p>}
      <Details summary={say('estimate.show')}>{drawn}</Details>
    </>
  )
}
