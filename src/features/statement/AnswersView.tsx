import type { FiledAnswers } from '@/domain/statement/confirmation'
import type { Locale } from '@/i18n/locale'
import { SummaryList } from '@/ui/SummaryList'
import { type Adults, confirmedRows, topicRows } from './answer-rows'
import { sectionOf } from './form'
import styles from './answers.module.css'
import { wordsOf } from './words'

/**
 * Every answer of a statement in the words of its questions: on the verification, the receipt and the agent's
 * page. `editHref` says where each part is changed; without it nothing can be.
 */
export function AnswersView(props: {
  readonly locale: Locale
  readonly answers: FiledAnswers
  readonly adults: Adults
  readonly editHref?: { readonly start: string; readonly questions: string }
  /** The level of the titles of topics. */
  readonly heading?: 'h3' | 'h4'
}) {
  const { locale, answers, adults, editHref, heading: Heading = 'h3' } = props
  const say = wordsOf(locale, 'statement')
  const confirmed = confirmedRows(say, locale, answers).map(({ name, term, value }) => ({
    term,
    value,
    ...(editHref ? { action: { href: editHref.start, text: say('edit'), about: name } } : {}),
  }))
  return (
    <>
      {confirmed.length > 0 && <SummaryList rows={confirmed} />}
      {answers.changed.length === 0 && <p>{say('answers.nothing')}</p>}
      {topicRows(say, locale, answers, adults).map(({ topic, title, parts }) => (
        <section key={topic}>
          <Heading>{title}</Heading>
          {parts.map((rows, index) => (
            <SummaryList
              key={index}
              rows={rows.map(({ field, term, value }) => {
                const about = say('answers.about', { topic: title, field: term })
                const entry = sectionOf(topic).list ? `${topic}.${index}` : topic
                const href = editHref && `${editHref.questions}#${entry}.${field.name}`
                const shown = field.kind === 'words' ? <span className={styles.words}>{value}</span> : value
                return { term, value: shown, ...(href ? { action: { href, text: say('edit'), about } } : {}) }
              })}
            />
          ))}
        </section>
      ))}
    </>
  )
}
