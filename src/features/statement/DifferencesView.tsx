import type { AnswerDifference, AnswerPart } from '@/domain/statement/differences'
import type { Locale } from '@/i18n/locale'
import { type FormField, partName, sectionOf } from './form'
import { answerText, type Words, wordsOf } from './words'

/** What differs between two statements, in words: what was added, removed or changed, value by value. */
export async function DifferencesView(props: {
  readonly locale: Locale
  readonly differences: readonly AnswerDifference[]
  readonly adults: readonly { readonly id: string; readonly name: string }[]
}) {
  const { locale, differences, adults } = props
  const say = await wordsOf(locale, 'statement')
  if (differences.length === 0) return <p>{say('history.noDifference')}</p>
  return (
    <ul>
      {differences.map((difference, index) => (
        <li key={index}>
          <strong>
            {say(`history.difference.${difference.what}`, {
              topic: say(`question.${difference.topic}.title`),
            })}
          </strong>
          <ul>
            {fieldsOf(difference).map((field) => (
              <li key={field.name}>{sentence(say, difference, field, adults, locale)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function fieldsOf(difference: AnswerDifference): readonly FormField[] {
  const { fields } = sectionOf(difference.topic)
  if (difference.what !== 'changed') return fields
  // The first field names what it is about even when it did not change.
  return fields.filter((field, index) => index === 1 || difference.fields.includes(partName(field)))
}

function sentence(
  say: Words,
  { topic, before, after }: AnswerDifference,
  field: FormField,
  adults: readonly { readonly id: string; readonly name: string }[],
  locale: Locale,
): string {
  const text = (part: AnswerPart | null) =>
    (part && answerText(say, topic, field, part, adults, locale)) ?? say('history.none')
  const label = say(`field.${topic}.${field.name}.label`)
  const [was, is] = [text(before), text(after)]
  if (!before || !after || was === is) return say('history.value', { label, value: after ? is : was })
  return say('history.fromTo', { label, before: was, after: is })
}
