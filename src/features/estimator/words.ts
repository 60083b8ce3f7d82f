import { formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { readMoney } from '@/domain/typed'
import { type Draft, tickedIn, valueOf } from './draft'
import type { Field, QuestionName } from './form'
import type { FieldError } from './reading'

/** Texts whose key is computed from a code; a test holds that each one exists in both languages. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}

/** The texts of one subject, for keys computed from codes. */
export function wordsOf(locale: Locale, namespace: 'estimator' | 'eligibility' | 'benefit'): Words {
  return textsOf(locale, namespace) as unknown as Words
}

/** The title of a page, or the one for two adults. */
export function titleOf(
  say: Words,
  question: QuestionName,
  both: boolean,
  kind: 'title' | 'short' = 'title',
): string {
  const key = `page.${question}.${kind}`
  return both && say.has(`${key}Both`) ? say(`${key}Both`) : say(key)
}

/** What a field is called: who it is about, or what. */
export function labelOf(say: Words, question: QuestionName, field: Field): string {
  if (say.has(`field.${field.name}`)) return say(`field.${field.name}`)
  if (question === 'amounts') return say(`choice.income.${field.name}`)
  return say(field.spouse ? 'who.spouse' : 'who.you')
}

/** The words of one choice. */
export function choiceLabel(say: Words, field: Field, choice: string): string {
  const own = `choice.${field.name.replace(/2$/, '')}.${choice}`
  return say.has(own) ? say(own) : say(`choice.yesNo.${choice}`)
}

/** The sentence of an error, which names its field where several could be meant. */
export function errorText(
  say: Words,
  question: QuestionName,
  fields: readonly Field[],
  error: FieldError,
): string {
  const field = fields.find(({ name }) => name === error.field)
  const key = `error.${error.problem}`
  if (field?.spouse && say.has(`${key}Spouse`)) return say(`${key}Spouse`)
  return say(key, field ? { label: labelOf(say, question, field) } : {})
}

/** What was answered to a field, as it is read again: a line for each choice. */
export function answerLines(say: Words, locale: Locale, field: Field, draft: Draft): string[] {
  if ('choices' in field) {
    return tickedIn(draft, field.name, field.choices).map((choice) => choiceLabel(say, field, choice))
  }
  if (field.unknown && valueOf(draft, field.unknown) === 'yes') return [say('unknown')]
  const typed = valueOf(draft, field.name)
  const amount = field.kind === 'money' ? readMoney(typed).value : undefined
  return [amount === undefined ? typed : formatMoney(amount, locale)]
}
