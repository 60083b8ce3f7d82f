import type { Locale } from '@/i18n/locale'
import type { MovePage } from './queries'
import { readForm } from './reading'
import { say } from './words'

/** A field to put right, in words. */
export type FieldInError = { readonly field: string; readonly text: string }

/** What to put right in the form as it was typed last; nothing on a fresh one. In the order of the form. */
export function errorsOf({ verb, around, typed }: MovePage, locale: Locale): readonly FieldInError[] {
  if (typed === null) return []
  const t = say(locale, 'deciding')
  const read = readForm(verb, typed, around)
  if (!('problems' in read)) return []
  return read.problems.map(({ field, problem }) => ({
    field,
    text: field.startsWith('fact.') ? t(`error.fact.${problem}`) : t(`error.${field}.${problem}`),
  }))
}
