import { type Day, parseDay } from '@/domain/calendar'
import { type Reading, spaces, westernDigits } from '@/domain/typed'

/*
 * Reads what a person types in one field. A reader answers either the value or the name of what is wrong:
 * the key of a sentence under `error` in statement.json. Nothing is guessed and nothing is corrected silently.
 * Amounts are read by `readMoney` of `domain/typed.ts`.
 */

/** The three fields of a date, as typed. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

/**
 * A real day between two days. Each missing part is named; a year has four digits, because `26` may be 1926.
 */
export function readDate(typed: TypedDate, earliest: Day, latest: Day): Reading<Day> {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) =>
    westernDigits(part).replace(spaces, ''),
  ) as [string, string, string]
  if (day + month + year === '') return { problem: 'date.required' }
  if (day === '') return { problem: 'date.dayMissing' }
  if (month === '') return { problem: 'date.monthMissing' }
  if (year === '') return { problem: 'date.yearMissing' }
  if (![day, month, year].every((part) => /^\d+$/.test(part))) return { problem: 'date.digits' }
  if (!/^\d{4}$/.test(year)) return { problem: 'date.year' }
  const value = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!value) return { problem: /^(19|20|21)/.test(year) ? 'date.impossible' : 'date.year' }
  if (value < earliest) return { problem: 'date.tooEarly' }
  if (value > latest) return { problem: 'date.tooLate' }
  return { value }
}

/** Words of at most `max` characters, once outer spaces are left out. */
export function readText(typed: string, max: number): Reading<string> {
  const value = typed.trim()
  if (value === '') return { problem: 'text.required' }
  return value.length > max ? { problem: 'text.tooLong' } : { value }
}

/** A Québec postal code, written `H2X 1Y4`. Québec’s begin with G, H or J. */
export function readPostalCode(typed: string): Reading<string> {
  const bare = westernDigits(typed).toUpperCase().replace(spaces, '').replaceAll('-', '')
  if (bare === '') return { problem: 'postalCode.required' }
  if (!/^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(bare) || /[DFIOQU]/.test(bare)) return { problem: 'postalCode.format' }
  if (!/^[GHJ]/.test(bare)) return { problem: 'postalCode.elsewhere' }
  return { value: `${bare.slice(0, 3)} ${bare.slice(3)}` }
}
