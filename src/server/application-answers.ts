import 'server-only'
import type { AskedField } from '@/domain/application/question'
import { inputNames } from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import { storableText } from '@/domain/typed'
import type { Fields } from './body'

/** The most that is kept of one answer, in characters: some pages of text, twice what any question welcomes. */
const LONGEST_ANSWER = 6_000
/** The most that one part of an application holds, in characters. Twenty children and all their words fit. */
export const LONGEST_PART = 200_000

/** What a form says of one name, as it is kept: the first value, cleaned. */
export function postedValue(posted: Fields, name: string): string {
  const value = Object.hasOwn(posted, name) ? posted[name]! : ''
  return cleanText(typeof value === 'string' ? value : (value[0] ?? ''))
}

/**
 * The answers of one page as they are kept: its own fields and no other name, each of them, even when nothing was typed,
 * so that a page without an answer is known to have been seen. A secret left empty stays as it was: it is never put back
 * into a page, so an empty field says nothing about it.
 */
export function answersIn(posted: Fields, fields: readonly AskedField[]): Draft {
  const forgotten = listOf(posted, 'forget')
  return Object.fromEntries(
    fields.flatMap((field) => {
      const names = inputNames(field)
      const isTicked = field.unknown !== undefined && postedValue(posted, field.unknown) === 'yes'
      const answers = names.map((name): [string, string] => [name, answerOf(posted, field, name)])
      if (!field.secret) return answers
      const goes = isTicked || forgotten.includes(field.name)
      return answers.filter(([name, value]) => name !== field.name || value !== '' || goes)
    }),
  )
}

function answerOf(posted: Fields, field: AskedField, name: string): string {
  if (name === field.unknown) return postedValue(posted, name) === 'yes' ? 'yes' : ''
  if (field.choices) {
    const ticked = listOf(posted, name)
    const known = field.choices.filter((choice) => ticked.includes(choice))
    return field.kind === 'choices' ? known.join(' ') : (known[0] ?? '')
  }
  return postedValue(posted, name)
}

function listOf(posted: Fields, name: string): readonly string[] {
  const value = Object.hasOwn(posted, name) ? posted[name]! : []
  return typeof value === 'string' ? value.split(' ') : value
}

/** Text as PostgreSQL can keep it: no NUL, no half characters; and no longer than we keep. */
function cleanText(text: string): string {
  const clean = storableText(text)
  return clean.length > LONGEST_ANSWER
    ? [...clean.slice(0, LONGEST_ANSWER)].join('').replace(/\p{Surrogate}/gu, '')
    : clean
}
