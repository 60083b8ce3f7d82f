import { tzOffset } from '@date-fns/tz'

/** A day in Québec, `2026-11-15`. Never a Date: midnight in UTC is still yesterday in Québec. */
export type Day = string & { readonly __unit: 'day' }
/** A calendar month, `2026-11`. */
export type Month = string & { readonly __unit: 'month' }
/** A moment, ISO 8601 in UTC with milliseconds, `2026-11-16T04:59:59.999Z`. Only for "received at" and due moments. */
export type Instant = string & { readonly __unit: 'instant' }

// Days, months and instants are written with fixed widths, so `<`, `>` and `sort()` put them in order of time.

/**
 * The zone of every legal day. All of Québec lives by it, except the Magdalen Islands and the far Lower North
 * Shore, which are one hour ahead at most: for them this zone is the later, more generous midnight.
 */
export const quebecZone = 'America/Toronto'

const millisecondsADay = 86_400_000
const firstYear = 1900
const lastYear = 2199

/** Reads a day typed or stored as `YYYY-MM-DD`. Null when it is not a real date between 1900 and 2199. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const month = parseMonth(`${parts[1]}-${parts[2]}`)
  const number = Number(parts[3])
  return month && number >= 1 && number <= daysIn(month) ? (text as Day) : null
}

/** Reads a month written `YYYY-MM`. Null when it is not a month between 1900-01 and 2199-12. */
export function parseMonth(text: string): Month | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(text)
  if (!parts) return null
  const year = Number(parts[1])
  const number = Number(parts[2])
  return year >= firstYear && year <= lastYear && number >= 1 && number <= 12 ? (text as Month) : null
}

/** Reads an instant in the one form used here, UTC with milliseconds and `Z`. Null when it is another form. */
export function parseInstant(text: string): Instant | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.exec(text)
  return parts?.[1] && parseDay(parts[1]) ? (text as Instant) : null
}

/** A day we wrote ourselves. Throws RangeError when it is not one: a defect of ours, never bad input. */
export function day(text: string): Day {
  return parseDay(text) ?? unreadable('day', text)
}

/** A month we wrote ourselves. Throws RangeError when it is not one. */
export function month(text: string): Month {
  return parseMonth(text) ?? unreadable('month', text)
}

/** An instant we wrote ourselves. Throws RangeError when it is not one. */
export function instant(text: string): Instant {
  return parseInstant(text) ?? unreadable('instant', text)
}

/**
 * The instant of a database or JavaScript time. Microseconds are dropped, so a time in the last millisecond
 * of the due day stays in it.
 */
export function instantOf(time: Date): Instant {
  return instant(time.toISOString())
}

/** The month a day belongs to. */
export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month
}

/** The year of a day or of a month, as a number. */
export function yearOf(of: Day | Month): number {
  return Number(of.slice(0, 4))
}

/** The day with this number in a month. Throws RangeError when the month is shorter. */
export function dayOfMonth(of: Month, number: number): Day {
  return day(`${of}-${twoDigits(number)}`)
}

/** The first day of a month. */
export function firstDay(of: Month): Day {
  return dayOfMonth(of, 1)
}

/** The last day of a month: the 29th in a leap February. */
export function lastDay(of: Month): Day {
  return dayOfMonth(of, daysIn(of))
}

/** The day this many days later, or earlier when negative. */
export function addDays(to: Day, count: number): Day {
  return dayNumbered(dayNumber(to) + count)
}

/** The month this many months later, or earlier when negative. */
export function addMonths(to: Month, count: number): Month {
  const months = yearOf(to) * 12 + Number(to.slice(5)) - 1 + count
  return month(`${Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}`)
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whole months from one month to another; negative when the second comes first. */
export function monthsBetween(from: Month, to: Month): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5)) - Number(from.slice(5))
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(of: Day): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((dayNumber(of) + 3) % 7) + 7) % 7) + 1
}

/** Saturday or Sunday. */
export function isWeekend(of: Day): boolean {
  return weekday(of) >= 6
}

/** The day it is in Québec at an instant: 22:30 on the 15th is the 15th, though UTC already writes the 16th. */
export function dayOf(at: Instant): Day {
  const time = Date.parse(at)
  return dayNumbered(Math.floor((time + quebecOffset(time)) / millisecondsADay))
}

/** The first millisecond of a day in Québec. */
export function startOfDay(of: Day): Instant {
  const utcMidnight = dayNumber(of) * millisecondsADay
  // At 4:00 UTC it is midnight in Québec in summer time, 23:00 the evening before in standard time: either way
  // before 2:00, when clocks change, so the offset found is the one in force at midnight.
  const offset = quebecOffset(utcMidnight + 4 * 3_600_000)
  return instantOf(new Date(utcMidnight - offset))
}

/**
 * The last millisecond of a day in Québec, 23:59:59.999. A due moment is always written so and is *inclusive*:
 * what is received at that millisecond is on time, one millisecond later is late.
 */
export function endOfDay(of: Day): Instant {
  return instantOf(new Date(Date.parse(startOfDay(addDays(of, 1))) - 1))
}

/**
 * The instant a clock in Québec shows this many minutes after midnight on a day. An hour that comes twice in autumn is
 * the first of the two; one that spring leaves out is an hour later.
 */
export function atTime(of: Day, minutes: number): Instant {
  const clock = dayNumber(of) * millisecondsADay + minutes * 60_000
  // Offsets are behind UTC by four or five hours: the earlier instant that the clock shows so, if any, is the true one.
  const summer = clock + 4 * 3_600_000
  const time = summer + quebecOffset(summer) === clock ? summer : clock + 5 * 3_600_000
  return instantOf(new Date(time))
}

/** The instant this many minutes later. */
export function addMinutes(to: Instant, count: number): Instant {
  return instantOf(new Date(Date.parse(to) + count * 60_000))
}

/** The later of two days, months or instants. */
export function later<T extends Day | Month | Instant>(one: T, other: T): T {
  return one > other ? one : other
}

/**
 * Easter Sunday of a year of the Gregorian calendar, by the lunar tables: golden number, century corrections,
 * then the Sunday after the full moon.
 */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCenturies = Math.floor(century / 4)
  const moonCorrection = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
  // Two full-moon dates are one day early in the tables, so that no two golden numbers share one in a century.
  const fullMoon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0)
  const fullMoonDay = addDays(day(`${year}-03-21`), fullMoon)
  return addDays(fullMoonDay, 7 - (weekday(fullMoonDay) % 7))
}

/** How many days a month has. */
export function daysIn(of: Month): number {
  const number = Number(of.slice(5))
  if (number === 2) return isLeap(yearOf(of)) ? 29 : 28
  return [4, 6, 9, 11].includes(number) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/*
 * Days are counted from 1970-01-01, by the arithmetic of the Gregorian calendar: years begin in March, so that the
 * leap day comes last, and every 400 years (146,097 days) the count begins again. A page asks for hundreds of days;
 * through a Date each would take ten times as long.
 */
const daysBefore1970 = 719_468
const daysOf400Years = 146_097

function dayNumber(of: Day): number {
  const number = Number(of.slice(5, 7))
  const year = yearOf(of) - (number <= 2 ? 1 : 0)
  const yearOf400 = year % 400
  const dayOfYear = Math.floor((153 * ((number + 9) % 12) + 2) / 5) + Number(of.slice(8)) - 1
  const dayOf400 = yearOf400 * 365 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100) + dayOfYear
  return Math.floor(year / 400) * daysOf400Years + dayOf400 - daysBefore1970
}

function dayNumbered(number: number): Day {
  const count = number + daysBefore1970
  const dayOf400 = count % daysOf400Years
  const yearOf400 = Math.floor(
    (dayOf400 -
      Math.floor(dayOf400 / 1_460) +
      Math.floor(dayOf400 / 36_524) -
      Math.floor(dayOf400 / 146_096)) /
      365,
  )
  const dayOfYear = dayOf400 - (365 * yearOf400 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = Math.floor(count / daysOf400Years) * 400 + yearOf400 + (month <= 2 ? 1 : 0)
  if (year < firstYear || year > lastYear) return unreadable('day', `number ${number}`)
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

const halfHour = 1_800_000
const offsetOfHalfHour = new Map<number, number>()
/** Five years of half hours: more than any page asks for, and a bound on what is kept. */
const mostKept = 100_000

/**
 * Milliseconds Québec is ahead of UTC at a time: negative, four or five hours. Clocks change on the hour (once, in 1919,
 * on the half hour), and finding the offset takes longer than all the rest of a deadline: each one found is kept.
 */
function quebecOffset(time: number): number {
  const key = Math.floor(time / halfHour)
  const known = offsetOfHalfHour.get(key)
  if (known !== undefined) return known
  if (offsetOfHalfHour.size >= mostKept) offsetOfHalfHour.clear()
  const offset = tzOffset(quebecZone, new Date(time)) * 60_000
  offsetOfHalfHour.set(key, offset)
  return offset
}

function unreadable(what: string, text: string): never {
  throw new RangeError(`Not a ${what}: ${text}`)
}
