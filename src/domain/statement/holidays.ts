import { addDays, day, easterSunday, isWeekend, weekday, yearOf } from '../calendar'
import type { Day } from '../calendar'
import type { Confidence } from '../rates/table'

/**
 * The days Québec's public service does not work: one list, used both to put off a due day and to bring a
 * payment forward.
 *
 * - The days themselves are those of the Regulation respecting the procedure of the Administrative Tribunal of
 *   Québec (J-3, r. 3, s. 3): they contain every holiday of the Interpretation Act (I-16, s. 61, par. 23), and
 *   both 24 and 31 December. September 30 and November 11 are not holidays in Québec (CNESST list).
 * - When one falls on a weekend the public service takes another day, see `observedOn`.
 *
 * One list is enough: on weekdays it holds every holiday of the Act, so a due day put off by it is never put
 * off less than the Act would.
 */
export const holidayCodes = [
  'newYear',
  'dayAfterNewYear',
  'goodFriday',
  'easterMonday',
  'patriotsDay',
  'nationalHoliday',
  'canadaDay',
  'labourDay',
  'thanksgiving',
  'christmasEve',
  'christmas',
  'dayAfterChristmas',
  'newYearsEve',
] as const
export type HolidayCode = (typeof holidayCodes)[number]

/** A holiday of one year: its own day, and the working day on which the public service is off for it. */
export type Holiday = { readonly code: HolidayCode; readonly on: Day; readonly observedOn: Day }

/** A day read in a publication, or decreed. It wins over the computed rule. Added, never edited. */
export type ExceptionalDay = {
  readonly day: Day
  readonly business: boolean
  readonly source: string
  readonly confidence: Confidence
}

const paymentDates = 'Québec.ca, Information on financial assistance, payment dates'

/**
 * Newest first. The four rows agree with the rule below and are the evidence for it; a day decreed by the
 * government is added here.
 */
export const exceptionalDays: readonly ExceptionalDay[] = [
  {
    day: day('2023-12-29'),
    business: false,
    source: `${paymentDates} of 2023: December 28 for January 2024, so the Friday is off for Sunday the 31st`,
    confidence: 'confirmed',
  },
  {
    day: day('2023-06-30'),
    business: false,
    source: `${paymentDates} of 2023: June 29 for July, so the Friday is off for Saturday July 1`,
    confidence: 'confirmed',
  },
  {
    day: day('2020-12-31'),
    business: false,
    source: `${paymentDates} of 2020: December 30 for January 2021`,
    confidence: 'confirmed',
  },
  {
    day: day('2012-01-03'),
    business: false,
    source:
      'SFPQ, holidays of 2011-2012 in the public service: off for Monday the 2nd, the 1st being a Sunday',
    confidence: 'secondary',
  },
]

/** The thirteen holidays of a year, in the order of the calendar. */
export function holidaysOf(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const fixed = (monthAndDay: string) => day(`${year}-${monthAndDay}`)
  const days: Record<HolidayCode, Day> = {
    newYear: fixed('01-01'),
    dayAfterNewYear: fixed('01-02'),
    goodFriday: addDays(easter, -2),
    easterMonday: addDays(easter, 1),
    patriotsDay: mondayOnOrBefore(fixed('05-24')),
    nationalHoliday: fixed('06-24'),
    canadaDay: fixed('07-01'),
    labourDay: mondayOnOrBefore(fixed('09-07')),
    thanksgiving: mondayOnOrBefore(fixed('10-14')),
    christmasEve: fixed('12-24'),
    christmas: fixed('12-25'),
    dayAfterChristmas: fixed('12-26'),
    newYearsEve: fixed('12-31'),
  }
  return holidayCodes.map((code) => ({ code, on: days[code], observedOn: observedOn(code, days[code]) }))
}

/** A day on which the public service works: neither a weekend nor a holiday taken, unless it is exceptional. */
export function isBusinessDay(of: Day, exceptions: readonly ExceptionalDay[] = exceptionalDays): boolean {
  const exception = exceptions.find((row) => row.day === of)
  if (exception) return exception.business
  return !isWeekend(of) && !observedDays(yearOf(of)).has(of)
}

/** Why the public service does not work on a day: `decreed` is a day off that no rule gives. */
export type Off = 'weekend' | 'decreed' | HolidayCode

/** What a day is off for, the weekend first; null on a business day. */
export function offFor(of: Day, exceptions: readonly ExceptionalDay[] = exceptionalDays): Off | null {
  const exception = exceptions.find((row) => row.day === of)
  if (exception?.business) return null
  if (isWeekend(of)) return 'weekend'
  const holiday = holidaysOf(yearOf(of)).find(({ observedOn }) => observedOn === of)
  return holiday?.code ?? (exception ? 'decreed' : null)
}

/** A working day the public service takes off, in the order of the year. `original` is the holiday's own day. */
export type DayOff = { readonly on: Day; readonly code: HolidayCode | 'decreed'; readonly original: Day }

/** The working days taken off in a year: its holidays, less those decreed to be worked, and those decreed off. */
export function daysOffOf(
  year: number,
  exceptions: readonly ExceptionalDay[] = exceptionalDays,
): readonly DayOff[] {
  const holidays = holidaysOf(year)
    .map(({ code, on, observedOn }) => ({ on: observedOn, code, original: on }))
    .filter(({ on }) => offFor(on, exceptions) !== null)
  const decreed = exceptions
    .filter((row) => yearOf(row.day) === year && offFor(row.day, exceptions) === 'decreed')
    .map((row) => ({ on: row.day, code: 'decreed' as const, original: row.day }))
  return [...holidays, ...decreed].sort((one, other) => (one.on < other.on ? -1 : 1))
}

/** This day, or the next business day when it is not one. */
export function businessDayOnOrAfter(of: Day): Day {
  return isBusinessDay(of) ? of : businessDayOnOrAfter(addDays(of, 1))
}

/** This day, or the business day before when it is not one. */
export function businessDayOnOrBefore(of: Day): Day {
  return isBusinessDay(of) ? of : businessDayOnOrBefore(addDays(of, -1))
}

/** The business day this many business days after a day, which itself does not count. Zero gives the day itself. */
export function businessDaysAfter(of: Day, count: number): Day {
  return count === 0 ? of : businessDaysAfter(businessDayOnOrAfter(addDays(of, 1)), count - 1)
}

/** How many business days there are from one day to another, both included; none when the second comes first. */
export function businessDaysIn(from: Day, to: Day): number {
  let count = 0
  for (let of = from; of <= to; of = addDays(of, 1)) if (isBusinessDay(of)) count++
  return count
}

/** The business day this many business days before another day. Zero gives the day itself. */
export function businessDaysBefore(of: Day, count: number): Day {
  return count === 0 ? of : businessDaysBefore(businessDayOnOrBefore(addDays(of, -1)), count - 1)
}

/**
 * Where a holiday on a weekend is taken.
 *
 * - The eves are taken on the Friday before: December 23 and 30, 2011 (SFPQ); December 29, 2023 (payment dates).
 * - June 24 and July 1: the Friday before a Saturday (June 30, 2023: payment dates), the Monday after a Sunday
 *   (National Holiday Act, F-1.1; Interpretation Act, s. 61, par. 23 f).
 * - December 25-26 and January 1-2 come in pairs: the pair moves to the next weekdays, so a Sunday 25th with its
 *   Monday 26th takes Monday and Tuesday (December 26-27, 2011, and January 2-3, 2012: SFPQ).
 */
function observedOn(code: HolidayCode, on: Day): Day {
  if (code === 'christmasEve' || code === 'newYearsEve') return fridayBeforeWeekend(on)
  if (code === 'nationalHoliday' || code === 'canadaDay') {
    return weekday(on) === 6 ? addDays(on, -1) : mondayAfterWeekend(on)
  }
  if (code === 'newYear' || code === 'christmas') return mondayAfterWeekend(on)
  if (code === 'dayAfterNewYear' || code === 'dayAfterChristmas') {
    return addDays(mondayAfterWeekend(addDays(on, -1)), weekday(on) === 6 ? 3 : 1)
  }
  return on
}

function fridayBeforeWeekend(of: Day): Day {
  return isWeekend(of) ? addDays(of, 5 - weekday(of)) : of
}

function mondayAfterWeekend(of: Day): Day {
  return isWeekend(of) ? addDays(of, 8 - weekday(of)) : of
}

function mondayOnOrBefore(of: Day): Day {
  return addDays(of, 1 - weekday(of))
}

const observedByYear = new Map<number, ReadonlySet<Day>>()

/** Kept once computed: a list of files asks for the same few years hundreds of times. */
function observedDays(year: number): ReadonlySet<Day> {
  const known = observedByYear.get(year)
  if (known) return known
  const observed = new Set(holidaysOf(year).map((holiday) => holiday.observedOn))
  observedByYear.set(year, observed)
  return observed
}
