import { parseDay } from './calendar'
import type { Day } from './calendar'
import { cents, MAX_CENTS } from './money'
import type { Cents } from './money'

/** What a reader of typed text answers: the value, or the name of what is wrong. Nothing is guessed. */
export type Reading<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/** Text as PostgreSQL can keep it: no NUL, no half characters, and one kind of line end. */
export function storableText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\0|\p{Surrogate}/gu, '')
}

/** Every space people type between digits. */
export const spaces = /[\s\u00a0\u202f\u2009]/gu

/**
 * An amount in dollars, as whole cents from 0 to 999 999,99. Welcomes `1 234,56`, `1234.56`, `1,25`, `$`, any
 * kind of space between thousands and Arabic digits. Three digits after a lone comma or point may be thousands
 * or decimals: the person is asked, never second-guessed.
 */
export function readMoney(typed: string): Reading<Cents> {
  const text = westernDigits(typed)
    .replace(spaces, ' ')
    .trim()
    .replace(/^\$ ?|\s?\$$/g, '')
  if (text === '') return { problem: 'money.required' }
  if (/^[-−–]/.test(text) || /^\(.*\)$/.test(text)) return { problem: 'money.negative' }
  if (/^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith('0')) return { problem: 'money.ambiguous' }
  const parts =
    /^(\d+)(?:[.,](\d*))?$/.exec(text) ??
    /^(\d{1,3}(?: \d{3})+)(?:[.,](\d*))?$/.exec(text) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text) ??
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/.exec(text)
  if (!parts) return { problem: 'money.format' }
  const decimals = parts[2] ?? ''
  if (decimals.length > 2) return { problem: 'money.decimals' }
  const dollars = (parts[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (dollars.length > 6) return { problem: 'money.tooLarge' }
  const amount = Number(dollars) * 100 + Number(decimals.padEnd(2, '0'))
  return amount > MAX_CENTS ? { problem: 'money.tooLarge' } : { value: cents(amount) }
}

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

/**
 * An hour of the day, as minutes since midnight on the clock. Welcomes `15:30`, `15 h 30`, `15h`, `15`, `3:30 p.m.` and
 * Arabic digits.
 */
export function readTime(typed: string): Reading<number> {
  const text = westernDigits(typed).replace(spaces, '').toLowerCase()
  if (text === '') return { problem: 'time.required' }
  const parts = /^(\d{1,2})(?:(?::|h)(\d{2})?)?(?:([ap])\.?m\.?)?$/.exec(text)
  if (!parts) return { problem: 'time.format' }
  const [hours, minutes, half] = [Number(parts[1]), Number(parts[2] ?? 0), parts[3]]
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return { problem: 'time.impossible' }
  const hoursOfDay = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours
  return { value: hoursOfDay * 60 + minutes }
}

/** Arabic, Persian and full-width digits as 0 to 9; the Arabic decimal and thousands marks as `,` and a space. */
export function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replaceAll('\u066b', ',')
    .replaceAll('\u066c', ' ')
}
