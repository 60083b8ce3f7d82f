import type { ReactNode } from 'react'
import { labelsOf } from '@/domain/eligibility/labels'
import { paymentDay } from '@/domain/statement/payment'
import { formatDay, formatMoney, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { Amount } from '@/ui/Amount'
import { ButtonLink } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { EraseForm } from './EraseForm'
import styles from './estimator.module.css'
import { fieldsOf } from './journey'
import { OfficeView } from './OfficeView'
import type { ResultPage } from './queries'
import type { Result } from './result'
import { WorkView } from './WorkView'
import { answerLines, labelOf, titleOf, type Words, wordsOf } from './words'

/**
 * The result: whether, how much, and why; then what to do with it. `lines` draws the lines of a month's benefit, and
 * `phones` are the lines to call.
 */
export function ResultView(props: {
  readonly locale: Locale
  readonly page: ResultPage
  readonly lines: { readonly whole: ReactNode; readonly first: ReactNode }
}) {
  const { locale, page, lines } = props
  const { result } = page
  const say = wordsOf(locale, 'estimator')
  return (
    <>
      <PageTitle caption={say('result.caption')}>{say(`result.title.${result.outcome}`)}</PageTitle>
      <Payment say={say} locale={locale} result={result} lines={lines} />
      <p>{say('result.notDecision')}</p>
      <Why say={say} locale={locale} result={result} />
      <section aria-labelledby="apply">
        <h2 id="apply">{say('result.applyTitle')}</h2>
        <p>{say('result.applyText')}</p>
        <ButtonLink href={paths.estimatorApply(locale)}>{say('result.applyButton')}</ButtonLink>
      </section>
      <OfficeView locale={locale} office={page.office} ask />
      <List title={say('result.papersTitle')} text={say('result.papersText')}>
        {result.papers.map((code) => say(`paper.${code}`))}
      </List>
      <WorkView locale={locale} result={result} />
      <List title={say('result.furtherTitle')} text={say('result.furtherText')}>
        {result.further.map((code) => say(`further.${code}`))}
      </List>
      <Answers say={say} locale={locale} page={page} />
      <p data-print="no">{say('result.printHint')}</p>
      <EraseForm locale={locale} />
    </>
  )
}

function Payment(props: {
  readonly say: Words
  readonly locale: Locale
  readonly result: Result
  readonly lines: { readonly whole: ReactNode; readonly first: ReactNode }
}) {
  const { say, locale, result, lines } = props
  const { whole, first } = result
  const programme = wordsOf(locale, 'eligibility')
  const b = wordsOf(locale, 'benefit')
  const { benefit } = whole
  if (!benefit) return null
  if (!benefit.computed) {
    return (
      <Notice kind="info" title={b(`refusal.${benefit.reason}.title`)}>
        <p>{b(`refusal.${benefit.reason}.why`)}</p>
      </Notice>
    )
  }
  const month = formatMonth(whole.month, locale)
  const unsure = benefit.provisional || benefit.confidence !== 'confirmed'
  return (
    <section className={styles.answer} aria-labelledby="amount">
      <h2 id="amount">
        {say(result.outcome === 'incomplete' ? 'result.amountUnsure' : 'result.amount', { month })}
      </h2>
      <p className={styles.amount}>
        <Amount cents={benefit.totalCents} locale={locale} large />
      </p>
      {benefit.totalCents === 0 && <p>{say('result.zero')}</p>}
      {whole.programme && (
        <p>
          <strong>
            {programme(`label.programme.${labelsOf(whole.month).programmes}.${whole.programme}`)}
          </strong>
        </p>
      )}
      {result.outcome === 'nextMonth' && (
        <p>{say('result.applyThen', { ofMonth: formatOfMonth(whole.month, locale) })}</p>
      )}
      {benefit.totalCents > 0 && result.outcome !== 'nextMonth' && (
        <p>{say('result.paid', { day: formatDay(paymentDay(whole.month), locale) })}</p>
      )}
      {first?.benefit?.computed && first.benefit.totalCents > 0 && (
        <p>
          {say('result.first', {
            day: formatDay(result.today, locale),
            amount: formatMoney(first.benefit.totalCents, locale),
          })}
        </p>
      )}
      {unsure && <p>{b('confidence.toConfirm')}</p>}
      <Details summary={say('result.linesShow')}>{lines.whole}</Details>
      {first?.benefit?.computed && <Details summary={say('result.firstLinesShow')}>{lines.first}</Details>}
    </section>
  )
}

/** Every reason, what one should know, and what remains to check; each with where the rule was read. */
function Why(props: { readonly say: Words; readonly locale: Locale; readonly result: Result }) {
  const { say, locale, result } = props
  const e = wordsOf(locale, 'eligibility')
  const b = wordsOf(locale, 'benefit')
  const isRefused = result.outcome === 'ineligible'
  const checks = result.questions.length + result.assumed.length
  return (
    <>
      {result.reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">{say(`result.reasonsTitle.${result.outcome}`)}</h2>
          <ul>
            {result.reasons.map((reason) => (
              <li key={reason.code}>
                {e(`reason.${reason.code}`)}
                <div className={styles.source}>
                  {say('result.source', { source: b(`source.${reason.source}`) })}{' '}
                  <strong>{b(`confidence.${reason.confidence}.title`)}</strong>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {checks > 0 && (
        <section aria-labelledby="checks">
          <h2 id="checks">{say('result.askTitle')}</h2>
          <ul>
            {result.questions.map(({ code, source }) => (
              <li key={code}>
                {e(`question.${code}`)}
                <div className={styles.source}>{say('result.source', { source: b(`source.${source}`) })}</div>
              </li>
            ))}
            {result.assumed.map((code) => (
              <li key={code}>{say(`assumed.${code}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {isRefused && (
        <section aria-labelledby="do">
          <h2 id="do">{say('result.doTitle')}</h2>
          <p>{say('result.doText')}</p>
          <p>{say('result.doCall')}</p>
        </section>
      )}
    </>
  )
}

function List(props: {
  readonly title: string
  readonly text: string
  readonly children: readonly string[]
}) {
  if (props.children.length === 0) return null
  return (
    <section>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <ul>
        {props.children.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}

/** What was answered, each with its way to change it: the result comes back at once. */
function Answers(props: { readonly say: Words; readonly locale: Locale; readonly page: ResultPage }) {
  const { say, locale, page } = props
  const { draft, journey, result } = page
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{say('result.answersTitle')}</h2>
      <p data-print="no">{say('result.answersText')}</p>
      <SummaryList
        rows={journey.map((question) => {
          const fields = fieldsOf(question, draft)
          const term = titleOf(say, question, result.couple, 'short')
          return {
            term,
            value: fields.flatMap((field) =>
              answerLines(say, locale, field, draft).map((answer) => (
                <div key={`${field.name} ${answer}`}>
                  {fields.length > 1 ? say('pair', { what: labelOf(say, question, field), answer }) : answer}
                </div>
              )),
            ),
            action: {
              href: paths.estimatorQuestion(locale, question),
              text: say('change'),
              about: term,
            },
          }
        })}
      />
    </section>
  )
}
