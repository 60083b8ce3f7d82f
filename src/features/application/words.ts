import { readMoney } from '@/domain/typed'
import { fieldsOf, pageId, type PageRef } from '@/domain/application/journey'
import { entryName } from '@/domain/application/names'
import type { AskedField, ListName } from '@/domain/application/question'
import { type FieldError, isUnknown, readDateField } from '@/domain/application/reading'
import type { Day } from '@/domain/calendar'
import { type Draft, valueOf } from '@/domain/draft'
import { formatDay, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { maskOf } from './draft'
import { listOf } from './entries'

/** Texts whose key is computed from a code; a test holds that each one exists in both languages. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}

/** The texts of one subject, for keys computed from codes. */
export function wordsOf(locale: Locale, namespace: 'application' | 'eligibility' | 'benefit'): Words {
  return textsOf(locale, namespace) as unknown as Words
}

/** What names an entry of a list. */
const namedBy: Readonly<Partial<Record<ListName, string>>> = {
  others: 'name',
  children: 'givenName',
  jobs: 'employer',
  buildings: 'what',
  vehicles: 'what',
  gifts: 'what',
}

/** What the entry of a page is called: a child's name, an employer, a kind of income; else its place, "Enfant 2". */
export function entryOf(say: Words, ref: PageRef, draft: Draft): string {
  const list = listOf(ref)
  if (list === null || ref.index === null) return ''
  const by = namedBy[list]
  if (!by) return say(`choice.benefit.${pageId(ref).split('-').at(-1)}`)
  const name = valueOf(draft, entryName(ref.whose, list, ref.index, by)).trim()
  return name === '' ? say(`entry.${list}`, { number: ref.index + 1 }) : name
}

/** The one question of a page that is a single choice: its legend is the title. */
export function onlyField(fields: readonly AskedField[]): AskedField | null {
  const [only, ...others] = fields
  return only && others.length === 0 && (only.choices || only.kind === 'date') ? only : null
}

/** The title of a page: its question. */
export function titleOf(say: Words, ref: PageRef, draft: Draft): string {
  return say(`page.${ref.page}.title`, { entry: entryOf(say, ref, draft), number: (ref.index ?? 0) + 1 })
}

/** What a page is about, in few words: where its answers are read again. */
export function shortOf(say: Words, ref: PageRef, draft: Draft): string {
  const values = { entry: entryOf(say, ref, draft), number: (ref.index ?? 0) + 1 }
  return say(`page.${ref.page}.short`, values)
}

export const labelOf = (say: Words, field: AskedField): string => say(`field.${field.words}`)

export const choiceLabel = (say: Words, field: AskedField, choice: string): string =>
  say(`choice.${field.set ?? field.words}.${choice}`)

export const unknownLabel = (say: Words, field: AskedField): string => say(`unknown.${field.words}`)

/** The sentence of an error, which names its field: ten of them are told apart. */
export function errorText(say: Words, fields: readonly AskedField[], error: FieldError): string {
  const field = fields.find(({ name }) => name === error.field)
  const values = {
    label: field ? labelOf(say, field) : '',
    max: field?.max ?? 0,
    min: field?.min ?? 0,
    unknown: field?.unknown ? unknownLabel(say, field) : '',
    alone: field?.alone ? choiceLabel(say, field, field.alone) : '',
  }
  const own = `errorOf.${field?.words}.${error.problem}`
  return say(say.has(own) ? own : `error.${error.problem}`, values)
}

/** What was answered to a field, as it is read again: a line for each choice; nothing when it was left empty. */
export function answerLines(
  say: Words,
  locale: Locale,
  field: AskedField,
  draft: Draft,
  today: Day,
): readonly string[] {
  if (isUnknown(draft, field)) return [unknownLabel(say, field)]
  const typed = valueOf(draft, field.name).trim()
  if (field.choices) {
    const ticked = typed.split(' ')
    return field.choices
      .filter((choice) => ticked.includes(choice))
      .map((choice) => choiceLabel(say, field, choice))
  }
  if (field.kind === 'date') {
    const { value } = readDateField(draft, field, today)
    const parts = ['day', 'month', 'year'].map((part) => valueOf(draft, `${field.name}.${part}`).trim())
    if (value) return [formatDay(value, locale)]
    return parts.some((part) => part !== '') ? [parts.join(' ').trim()] : []
  }
  if (typed === '') return []
  if (field.secret) return [maskText(say, typed)]
  const amount = field.kind === 'money' ? readMoney(typed).value : undefined
  return [amount === undefined ? typed : formatMoney(amount, locale)]
}

/** A number that must not be shown: its last three digits, or that there is one. */
export function maskText(say: Words, secret: string): string {
  const end = maskOf(secret)
  return end === '' ? say('mask.whole') : say('mask.end', { end })
}

/** What is asked, and its answer: after a question there is no colon. */
const pair = (say: Words, what: string, answer: string): string =>
  say(what.endsWith('?') ? 'pairQuestion' : 'pair', { what, answer })

/** What a page is about, among pages of both adults: the spouse's bear their name. */
export function linkOf(say: Words, ref: PageRef, draft: Draft): string {
  const short = shortOf(say, ref, draft)
  const isTheirs = pageId(ref).startsWith('spouse-')
  return isTheirs ? pair(say, valueOf(draft, 'spouseGivenName') || say('section.spouse'), short) : short
}

/** A page and its answers, ready to be read: what was left empty is not told. */
export type AnswerRow = {
  readonly ref: PageRef
  readonly id: string
  readonly term: string
  readonly lines: readonly string[]
}

export function answerRow(say: Words, locale: Locale, ref: PageRef, draft: Draft, today: Day): AnswerRow {
  const fields = fieldsOf(ref, draft, today)
  const lines = fields.flatMap((field) =>
    answerLines(say, locale, field, draft, today).map((answer) =>
      fields.length > 1 ? pair(say, labelOf(say, field), answer) : answer,
    ),
  )
  return { ref, id: pageId(ref), term: shortOf(say, ref, draft), lines }
}
