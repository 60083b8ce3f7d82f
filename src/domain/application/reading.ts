import { readEmail, readMobile } from '../account/contact'
import { readPostalCode } from '../account/where-to-pay'
import { addDays, addMonths, type Day, monthOf } from '../calendar'
import { type Draft, tickedIn, valueOf } from '../draft'
import type { Cents } from '../money'
import { otherProvinceOf } from '../offices/postal-code'
import { readDate, readMoney, type Reading, spaces, westernDigits } from '../typed'
import {
  readAccountNumber,
  readHealthNumber,
  readInstitutionNumber,
  readSin,
  readTransitNumber,
} from './numbers'
import type { DateRange, Field } from './question'

/** What is wrong with a field, and with which part of a date. `problem` is a code of `problems`. */
export type FieldError = {
  readonly field: string
  readonly part?: 'day' | 'month' | 'year'
  readonly problem: Problem
}

/** Everything that can be wrong with an answer. Sentences: `error.<code>`. */
export const problems = [
  'choice.required',
  'choices.required',
  'choices.alone',
  'text.required',
  'text.tooLong',
  'text.control',
  'unknown.both',
  'money.required',
  'money.negative',
  'money.ambiguous',
  'money.format',
  'money.decimals',
  'money.tooLarge',
  'date.required',
  'date.dayMissing',
  'date.monthMissing',
  'date.yearMissing',
  'date.digits',
  'date.year',
  'date.impossible',
  'date.tooEarly',
  'date.tooLate',
  'postalCode.required',
  'postalCode.format',
  'postalCode.otherProvince',
  'phone.format',
  'email.format',
  'email.tooLong',
  'sin.required',
  'sin.digits',
  'sin.neverIssued',
  'sin.check',
  'healthNumber.required',
  'healthNumber.format',
  'healthNumber.birth',
  'transit.required',
  'transit.format',
  'institution.required',
  'institution.format',
  'account.required',
  'account.format',
  'number.required',
  'number.format',
  'number.range',
  'list.full',
] as const
export type Problem = (typeof problems)[number]

/** The longest answer that is read at all, in characters. */
const LONGEST = 5000
/** The longest number or amount anyone types, spaces included. An e-mail address has a limit of its own. */
const LONGEST_NUMBER = 60
const longestOf = ({ kind }: Field): number => (kind === 'email' ? LONGEST : LONGEST_NUMBER)

/** Everything to put right in these fields. None when each has an answer that can be read. */
export function errorsOf(draft: Draft, fields: readonly Field[], today: Day): readonly FieldError[] {
  return fields.flatMap((field) => {
    const problem = problemOf(draft, field, today) as Problem | undefined
    if (problem === undefined) return []
    const part = field.kind === 'date' ? partAtFault(problem) : undefined
    return [{ field: field.name, ...(part ? { part } : {}), problem }]
  })
}

function partAtFault(problem: Problem): FieldError['part'] {
  switch (problem) {
    case 'date.dayMissing':
      return 'day'
    case 'date.monthMissing':
      return 'month'
    case 'date.yearMissing':
    case 'date.year':
      return 'year'
    default:
      return undefined
  }
}

/** Whether "I do not know", or "I have none", was ticked in place of an answer. */
export const isUnknown = (draft: Draft, field: Field): boolean =>
  field.unknown !== undefined && valueOf(draft, field.unknown) === 'yes'

function problemOf(draft: Draft, field: Field, today: Day): string | undefined {
  const typed = typedIn(draft, field)
  const isEmpty = typed.trim() === ''
  if (isUnknown(draft, field)) return isEmpty ? undefined : 'unknown.both'
  if (isEmpty && field.optional) return undefined
  if (typed.length > LONGEST) return 'text.tooLong'
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'yesNo':
      return choiceProblem(draft, field)
    case 'text':
    case 'name':
    case 'words':
      return textProblem(typed, field)
    case 'date':
      return readDateField(draft, field, today).problem
    default:
      return typed.length > longestOf(field) ? tooLong[field.kind] : readNumber(typed, field).problem
  }
}

/** What an answer of far too many characters is told: that it is none of its kind. */
const tooLong = {
  money: 'money.format',
  postalCode: 'postalCode.format',
  phone: 'phone.format',
  email: 'email.tooLong',
  sin: 'sin.digits',
  healthNumber: 'healthNumber.format',
  transit: 'transit.format',
  institution: 'institution.format',
  account: 'account.format',
  number: 'number.format',
} as const

const typedIn = (draft: Draft, { kind, name }: Field): string =>
  kind === 'date'
    ? ['day', 'month', 'year'].map((part) => valueOf(draft, `${name}.${part}`)).join('')
    : valueOf(draft, name)

function choiceProblem(draft: Draft, field: Field): string | undefined {
  const ticked = tickedIn(draft, field.name, field.choices ?? [])
  if (ticked.length === 0) return field.kind === 'choices' ? 'choices.required' : 'choice.required'
  if (field.kind === 'choices') return isWithAlone(ticked, field) ? 'choices.alone' : undefined
  return field.choices?.includes(valueOf(draft, field.name)) ? undefined : 'choice.required'
}

const isWithAlone = (ticked: readonly string[], { alone }: Field): boolean =>
  alone !== undefined && ticked.includes(alone) && ticked.length > 1

/**
 * Any script and any emoji are welcome. Characters that cannot be seen and that turn the reading around are not: control
 * characters, and the overrides of direction that make a text look like another.
 */
const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

function textProblem(typed: string, field: Field): string | undefined {
  if (typed.trim() === '') return 'text.required'
  const seen = field.kind === 'words' ? typed.replace(/[\r\n\t]/g, '') : typed
  if (hidden.test(seen)) return 'text.control'
  return [...typed].length > (field.max ?? LONGEST) ? 'text.tooLong' : undefined
}

/** The amount typed; null when it is not known or cannot be read. */
export function amountIn(draft: Draft, name: string): Cents | null {
  return valueOf(draft, `${name}Unknown`) === 'yes' ? null : (readMoney(valueOf(draft, name)).value ?? null)
}

/** The days a date may be. A birth is expected up to ten months ahead, and told up to a month after. */
function daysOf(range: DateRange | undefined, today: Day): readonly [Day, Day] {
  const years = (count: number): Day => `${addMonths(monthOf(today), count * 12)}-28` as Day
  switch (range) {
    case 'past':
      return ['1900-01-01' as Day, today]
    case 'future':
      return [today, years(10)]
    case 'birth':
      return [addDays(today, -31), addDays(today, 300)]
    case 'either':
    case undefined:
      return ['1900-01-01' as Day, years(15)]
  }
}

/** The day of a date field. */
export function readDateField(draft: Draft, field: Field, today: Day): Reading<Day> {
  const part = (of: string): string => valueOf(draft, `${field.name}.${of}`)
  return readDate(
    { day: part('day'), month: part('month'), year: part('year') },
    ...daysOf(field.range, today),
  )
}

type Numbered = Exclude<Field['kind'], 'choice' | 'choices' | 'yesNo' | 'text' | 'name' | 'words' | 'date'>

function readNumber(typed: string, field: Field): Reading<unknown> {
  switch (field.kind as Numbered) {
    case 'money':
      return readMoney(typed)
    case 'postalCode':
      return readPostal(typed)
    case 'phone':
      return readMobile(typed).problem ? { problem: 'phone.format' } : { value: typed }
    case 'email': {
      const { problem } = readEmail(typed)
      return problem ? { problem: `email.${problem}` } : { value: typed }
    }
    case 'sin':
      return readSin(typed)
    case 'healthNumber':
      return readHealthNumber(typed)
    case 'transit':
      return readTransitNumber(typed)
    case 'institution':
      return readInstitutionNumber(typed)
    case 'account':
      return readAccountNumber(typed)
    case 'number':
      return readWhole(typed, field)
  }
}

function readPostal(typed: string): Reading<string> {
  if (typed.trim() === '') return { problem: 'postalCode.required' }
  const value = readPostalCode(typed)
  if (value !== null) return { value }
  return { problem: otherProvinceOf(typed) ? 'postalCode.otherProvince' : 'postalCode.format' }
}

/** The whole number typed; null when it cannot be read. */
export const numberIn = (draft: Draft, name: string): number | null =>
  readWhole(valueOf(draft, name), { name, kind: 'number' }).value ?? null

/** A whole number between the two of the field. */
function readWhole(typed: string, { min = 0, max = 999 }: Field): Reading<number> {
  const text = westernDigits(typed).replace(spaces, '')
  if (text === '') return { problem: 'number.required' }
  if (!/^\d{1,6}$/.test(text)) return { problem: 'number.format' }
  const value = Number(text)
  return value < min || value > max ? { problem: 'number.range' } : { value }
}
