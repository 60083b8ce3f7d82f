import type { Day, Instant, Month } from '../domain/calendar'
import type { Cents } from '../domain/money'
import type { Locale } from './locale'

export type { Cents } from '../domain/money'
export type { Locale } from './locale'

/*
 * The only place where amounts and dates become text. Québec French and Canadian English, with the exact
 * characters: U+00A0 (no-break space) and U+2212 (minus). Intl supplies words and digits; spaces are ours,
 * because they differ between versions of the Unicode data.
 */
const NBSP = '\u00A0'
const MINUS = '\u2212'
const languageTag = { fr: 'fr-CA', en: 'en-CA' } as const

/**
 * An amount in cents: `1 234,56 $` or `$1,234.56`. Zero is shown (`0,00 $`); less than zero takes a true minus. Written
 * by hand: a list of a thousand households has ten thousand amounts, and Intl takes ten times as long for each.
 */
export function formatMoney(amount: Cents, locale: Locale): string {
  const rest = Math.abs(amount) % 100
  const cents = rest < 10 ? `0${rest}` : String(rest)
  return inDollars(amount, locale === 'fr' ? `,${cents}` : `.${cents}`, locale)
}

/** An amount as a sentence says it, its cents only when it has some: `200 $`, `52,08 $`; `$200`, `$52.08`. */
export function formatShortMoney(amount: Cents, locale: Locale): string {
  return amount % 100 === 0 ? inDollars(amount, '', locale) : formatMoney(amount, locale)
}

function inDollars(amount: Cents, rest: string, locale: Locale): string {
  const dollars = grouped(Math.floor(Math.abs(amount) / 100), locale === 'fr' ? NBSP : ',')
  const text = locale === 'fr' ? `${dollars}${rest}${NBSP}$` : `$${dollars}${rest}`
  return amount < 0 ? MINUS + text : text
}

/** An amount as a voice says it: `807 dollars et 50 cents`, `1 dollar`; `807 dollars and 50 cents`. Zero or more. */
export function spokenMoney(amount: Cents, locale: Locale): string {
  const [dollars, rest] = [Math.floor(amount / 100), amount % 100]
  const of = (count: number, unit: string): string => {
    const isOne = locale === 'fr' ? count < 2 : count === 1
    return `${count} ${unit}${isOne ? '' : 's'}`
  }
  if (rest === 0) return of(dollars, 'dollar')
  return `${of(dollars, 'dollar')} ${locale === 'fr' ? 'et' : 'and'} ${of(rest, 'cent')}`
}

/** A whole number of things: `1 234` or `1,234`. */
export function formatCount(count: number, locale: Locale): string {
  return grouped(count, locale === 'fr' ? NBSP : ',')
}

/** How much a file weighs, as people's telephones say it: `350 Ko`, `1,2 Mo`; `350 KB`, `1.2 MB`. */
export function formatSize(bytes: number, locale: Locale): string {
  const [unit, most] = bytes < 1_000_000 ? ['K', 1_000] : ['M', 1_000_000]
  const tenths = Math.max(1, Math.round((bytes / most) * 10))
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10]
  const number =
    unit === 'K' || rest === 0
      ? String(Math.max(1, Math.round(tenths / 10)))
      : `${whole}${locale === 'fr' ? ',' : '.'}${rest}`
  return `${number}${NBSP}${unit}${locale === 'fr' ? 'o' : 'B'}`
}

/** A whole number in groups of three digits. */
function grouped(number: number, separator: string): string {
  let left = String(number)
  if (left.length <= 3) return left
  let text = left.slice(-3)
  for (left = left.slice(0, -3); left.length > 3; left = left.slice(0, -3)) {
    text = left.slice(-3) + separator + text
  }
  return left + separator + text
}

/** A difference in cents, its sign always shown: `+12,50 $`, `−12,50 $`; no difference is `0,00 $`. */
export function formatDifference(amount: Cents, locale: Locale): string {
  return amount > 0 ? `+${formatMoney(amount, locale)}` : formatMoney(amount, locale)
}

/** A share in whole percent: `25 %` or `25%`. */
export function formatPercent(percent: number, locale: Locale): string {
  return locale === 'fr' ? `${percent}${NBSP}%` : `${percent}%`
}

/** A share in hundredths of a percent: `2,1 %` or `2.1%`. */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  const percent = String(basisPoints / 100)
  return locale === 'fr' ? `${percent.replace('.', ',')}${NBSP}%` : `${percent}%`
}

const names = (option: Intl.DateTimeFormatOptions) => ({
  fr: new Intl.DateTimeFormat(languageTag.fr, { timeZone: 'UTC', ...option }),
  en: new Intl.DateTimeFormat(languageTag.en, { timeZone: 'UTC', ...option }),
})
// Made once: making one takes longer than a hundred uses.
const nameOfMonth = names({ month: 'long' })
const shortNameOfMonth = names({ month: 'short' })
const nameOfWeekday = names({ weekday: 'long' })
const quebecTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Noon in UTC of a day, only to ask Intl for the names of its month and weekday. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00.000Z`)
}

function dayNumber(day: Day, locale: Locale): string {
  const number = Number(day.slice(8, 10))
  return locale === 'fr' && number === 1 ? '1er' : String(number)
}

/** A day: `15 novembre 2026`, `1er novembre 2026`, `November 15, 2026`. */
export function formatDay(day: Day, locale: Locale): string {
  const number = dayNumber(day, locale)
  const month = nameOfMonth[locale].format(noon(day))
  const year = day.slice(0, 4)
  return locale === 'fr' ? `${number}${NBSP}${month} ${year}` : `${month}${NBSP}${number}, ${year}`
}

/** A day with its weekday: `dimanche 15 novembre 2026`, `Sunday, November 15, 2026`. */
export function formatWeekday(day: Day, locale: Locale): string {
  const weekday = nameOfWeekday[locale].format(noon(day))
  return locale === 'fr' ? `${weekday} ${formatDay(day, locale)}` : `${weekday}, ${formatDay(day, locale)}`
}

/** A day without its year: `15 novembre`, `1er novembre`, `November 15`. */
export function formatDayOfMonth(day: Day, locale: Locale): string {
  const number = dayNumber(day, locale)
  const month = nameOfMonth[locale].format(noon(day))
  return locale === 'fr' ? `${number}${NBSP}${month}` : `${month}${NBSP}${number}`
}

/** A day with its weekday, without its year: `dimanche 15 novembre`, `Sunday, November 15`. */
export function formatWeekdayOfMonth(day: Day, locale: Locale): string {
  const weekday = nameOfWeekday[locale].format(noon(day))
  return `${weekday}${locale === 'fr' ? '' : ','} ${formatDayOfMonth(day, locale)}`
}

/** A day of the month by its number alone, as it is said: `15`, `1er`, `15th`, `1st`. 1 to 31. */
export function formatDayNumber(number: number, locale: Locale): string {
  if (locale === 'fr') return number === 1 ? '1er' : String(number)
  return `${number}${endings[ordinal.select(number)] ?? 'th'}`
}
const ordinal = new Intl.PluralRules('en-CA', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** A month: `novembre 2026`, `November 2026`. */
export function formatMonth(month: Month, locale: Locale): string {
  return `${nameOfMonth[locale].format(noon(`${month}-01`))} ${month.slice(0, 4)}`
}

/** A month in a few letters, where its year is said elsewhere: `nov.`, `Nov`. */
export function formatShortMonth(month: Month, locale: Locale): string {
  return shortNameOfMonth[locale].format(noon(`${month}-01`))
}

/** A month as a complement: `de novembre 2026`, `d’avril 2026`; in English the plain month. */
export function formatOfMonth(month: Month, locale: Locale): string {
  const text = formatMonth(month, locale)
  if (locale === 'en') return text
  return /^[aeiouy]/.test(text) ? `d’${text}` : `de ${text}`
}

function quebecParts(instant: Instant): Record<string, string> {
  const parts = quebecTime.formatToParts(new Date(instant))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** The hour of a moment, in Québec time: `15 h 30`, `15 h`, `3:30 p.m.`. Seconds are left out, never rounded up. */
export function formatTime(instant: Instant, locale: Locale): string {
  const { hour, minute } = quebecParts(instant)
  const hours = Number(hour)
  if (locale === 'fr') return minute === '00' ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${minute}`
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minute}${NBSP}${hours < 12 ? 'a.m.' : 'p.m.'}`
}

/** A moment, in Québec time: `15 novembre 2026 à 15 h 30`, `November 15, 2026, at 3:30 p.m.`. */
export function formatInstant(instant: Instant, locale: Locale): string {
  const { year, month, day } = quebecParts(instant)
  const date = formatDay(`${year}-${month}-${day}` as Day, locale)
  const time = formatTime(instant, locale)
  return locale === 'fr' ? `${date} à ${time}` : `${date}, at ${time}`
}

/** Names in a row: `Ana, Louis et Zoé`, `Ana, Louis and Zoé`. */
export function formatList(items: readonly string[], locale: Locale): string {
  const [last, ...before] = [...items].reverse()
  if (last === undefined || before.length === 0) return last ?? ''
  return `${before.reverse().join(', ')} ${locale === 'fr' ? 'et' : 'and'} ${last}`
}
