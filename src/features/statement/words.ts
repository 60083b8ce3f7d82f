import { getTranslations } from 'next-intl/server'
import { formatDay, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import type { AnswerPart } from '@/domain/statement/differences'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { Estimate } from '@/domain/statement/confirmation'
import type { Day } from '@/domain/calendar'
import { type Cents } from '@/domain/money'
import { type FormField, partName } from './form'
import type { FieldError } from './schema'

/** Texts whose key is computed from a code; a test holds that each one exists in both languages. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}

/** The texts of one subject, for keys computed from codes. */
export async function wordsOf(
  locale: Locale,
  namespace: 'statement' | 'receipt' | 'benefit',
): Promise<Words> {
  return (await getTranslations({ locale, namespace })) as unknown as Words
}

/** The sentence of an error, its days and numbers in the reader's language. */
export function errorText(say: Words, error: FieldError, locale: Locale): string {
  const { earliest, latest, max } = error.values ?? {}
  return say(`error.${error.key}`, {
    ...(earliest ? { earliest: formatDay(earliest, locale) } : {}),
    ...(latest ? { latest: formatDay(latest, locale) } : {}),
    ...(max === undefined ? {} : { max }),
  })
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

/** What an estimate is about: the employer, the activity, or the kind of income in words. */
export function estimateName(say: Words, estimate: Estimate): string {
  return estimate.topic === 'otherIncome'
    ? say(`field.otherIncome.kind.option.${estimate.name}`)
    : estimate.name
}
