import type { FiledAnswers } from '@/domain/statement/confirmation'
import { partsOf } from '@/domain/statement/differences'
import { formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { type SummaryRow, SummaryList } from '@/ui/SummaryList'
import { sectionOf } from './form'
import styles from './answers.module.css'
import { answerText, estimateName, wordsOf } from './words'

type Adults = readonly { readonly id: string; readonly name: string }[]

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
  const confirmed = answers.confirmed.map((one): SummaryRow => {
    const name = estimateName(say, one)
    const amount = formatMoney(one.finalCents, locale)
    const estimated = formatMoney(one.estimatedCents, locale)
    const same = one.finalCents === one.estimatedCents
    return {
      term: say('answers.confirmed', { name }),
      value: same
        ? say('answers.confirmedSame', { amount })
        : say('answers.confirmedOther', { amount, estimated }),
      ...(editHref ? { action: { href: editHref.start, text: say('edit'), about: name } } : {}),
    }
  })
  return (
    <>
      {confirmed.length > 0 && <SummaryList rows={confirmed} />}
      {answers.changed.length === 0 && <p>{say('answers.nothing')}</p>}
      {answers.changed.map((topic) => {
        const section = sectionOf(topic)
        return (
          <section key={topic}>
            <Heading>{say(`question.${topic}.title`)}</Heading>
            {partsOf(answers, topic).map((part, index) => (
              <SummaryList
                key={index}
                rows={section.fields.flatMap((field) => {
                  const value = answerText(say, topic, field, part, adults, locale)
                  if (value === null || (field.kind === 'adult' && adults.length < 2)) return []
                  const term = say(`field.${topic}.${field.name}.label`)
                  const about = say('answers.about', { topic: say(`question.${topic}.title`), field: term })
                  const entry = section.list ? `${topic}.${index}` : topic
                  const href = editHref && `${editHref.questions}#${entry}.${field.name}`
                  const shown = field.kind === 'words' ? <span className={styles.words}>{value}</span> : value
                  return [
                    { term, value: shown, ...(href ? { action: { href, text: say('edit'), about } } : {}) },
                  ]
                })}
              />
            ))}
          </section>
        )
      })}
    </>
  )
}
