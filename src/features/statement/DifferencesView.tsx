import type { AnswerDifference, AnswerPart } from '@/domain/statement/differences'
import type { Locale } from '@/i18n/locale'
import { type SummaryRow, SummaryList } from '@/ui/SummaryList'
import { partName, sectionOf } from './form'
import { answerText, type Words, wordsOf } from './words'

type Adults = readonly { readonly id: string; readonly name: string }[]

/** What differs between two statements, in words: what was added, removed or changed, value by value. */
export function DifferencesView(props: {
  readonly locale: Locale
  readonly differences: readonly AnswerDifference[]
  readonly adults: Adults
}) {
  const { locale, differences, adults } = props
  const say = wordsOf(locale, 'statement')
  if (differences.length === 0) return <p>{say('history.noDifference')}</p>
  return (
    <>
      {differences.map((difference, index) => (
        <section key={index}>
          <p>
            <strong>
              {say(`history.difference.${difference.what}`, {
                topic: say(`question.${difference.topic}.title`),
              })}
            </strong>
          </p>
          <SummaryList rows={rowsOf(say, difference, adults, locale)} />
        </section>
      ))}
    </>
  )
}

/** Of a part that changed, what names it and what differs; of one that came or went, all it says. */
function rowsOf(say: Words, difference: AnswerDifference, adults: Adults, locale: Locale): SummaryRow[] {
  const { topic, what, before, after } = difference
  return sectionOf(topic).fields.flatMap((field, index) => {
    const differs = difference.fields.includes(partName(field))
    if (what === 'changed' && !differs && index !== 1) return []
    if (field.kind === 'adult' && adults.length < 2) return []
    const text = (part: AnswerPart | null) => part && answerText(say, topic, field, part, adults, locale)
    const [was, is] = [text(before), text(after)]
    if (was === null && is === null) return []
    const none = say('history.none')
    const value =
      what === 'changed' && differs
        ? say('history.fromTo', { before: was ?? none, after: is ?? none })
        : (is ?? was)
    return [{ term: say(`field.${topic}.${field.name}.label`), value }]
  })
}
