import { formatDay, formatInstant, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { AnswerPart } from '@/domain/statement/differences'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { Estimate } from '@/domain/statement/confirmation'
import { type Day, dayOf, type Instant, startOfDay } from '@/domain/calendar'
import { type Cents } from '@/domain/money'
import { type Draft, entryCount } from './draft'
import { type FormField, partName, sections } from './form'
import type { FieldError } from './schema'

/** Texts whose key is computed from a code; a test holds that each one exists in both languages. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}

export { benefitLineWhy as whyOf } from '@/i18n/benefit-words'

/** The texts of one subject, for keys computed from codes. */
export function wordsOf(locale: Locale, namespace: 'statement' | 'receipt' | 'benefit'): Words {
  return textsOf(locale, namespace) as unknown as Words
}

/**
 * The sentence of an error: it names its field, so that ten of them are told apart in the summary. Days and
 * numbers are in the reader's language.
 */
export function errorText(say: Words, error: FieldError, locale: Locale, fields: Draft): string {
  const { earliest, latest, max, estimate } = error.values ?? {}
  return say(`error.${error.key}`, {
    label: fieldLabel(say, error.field, fields),
    ...(estimate ? { name: estimateName(say, estimate) } : {}),
    ...(earliest ? { earliest: formatDay(earliest, locale) } : {}),
    ...(latest ? { latest: formatDay(latest, locale) } : {}),
    ...(max === undefined ? {} : { max }),
  })
}

/** The label of a field by its name; with its entry, "Emploi 2", where there are several. */
function fieldLabel(say: Words, name: string, fields: Draft): string {
  const [topic = '', ...rest] = name.split('.')
  const section = sections.find((one) => one.topic === topic)
  const index = section?.list ? Number(rest.shift()) : 0
  if (section && rest.length > 0) {
    const field = say(`field.${topic}.${rest[0]}.label`)
    const entry = entryCount(fields, section) > 1 && say(`question.${topic}.entry`, { number: index + 1 })
    return entry ? say('answers.about', { topic: entry, field }) : field
  }
  if (name.startsWith('confirm.')) return say('start.estimateFinal')
  return name === 'lateReason' ? say('state.late.reasonLabel') : say('verification.reasonLabel')
}

/** What one field of an answer says, or null when it was left empty. */
export function answerText(
  say: Words,
  topic: ChangeTopic,
  field: FormField,
  part: AnswerPart,
  adults: readonly { readonly id: string; readonly name: string }[],
  locale: Locale,
): string | null {
  const value = part[partName(field)] ?? null
  if (value === null) return null
  switch (field.kind) {
    case 'adult':
      return adults.find((adult) => adult.id === value)?.name ?? null
    case 'money':
      return formatMoney(value as Cents, locale)
    case 'date':
      return formatDay(value as Day, locale)
    case 'yesNo':
      return say(value === true ? 'yes' : 'no')
    case 'choice':
      return say(`field.${topic}.${field.name}.option.${String(value)}`)
    default:
      return String(value)
  }
}

/** When something was received: a paper, the day it was handed in; anything else, its instant. */
export const receivedText = (at: Instant, locale: Locale): string =>
  startOfDay(dayOf(at)) === at ? formatDay(dayOf(at), locale) : formatInstant(at, locale)

/** What an estimate is about: the employer, the activity, or the kind of income in words. */
export function estimateName(say: Words, estimate: Estimate): string {
  return estimate.topic === 'otherIncome'
    ? say(`field.otherIncome.kind.option.${estimate.name}`)
    : estimate.name
}
