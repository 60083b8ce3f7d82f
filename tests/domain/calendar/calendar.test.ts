import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayOf,
  dayOfMonth,
  daysBetween,
  easterSunday,
  endOfDay,
  firstDay,
  instant,
  instantOf,
  isWeekend,
  lastDay,
  later,
  month,
  monthOf,
  monthsBetween,
  parseDay,
  parseInstant,
  parseMonth,
  startOfDay,
  weekday,
  yearOf,
} from '@/domain/calendar'
import { torontoDay } from '../../support/toronto-day'

describe('days and months are real dates', () => {
  it.each([
    ['K-01', '2026-11-15', true],
    ['K-02 a leap day', '2028-02-29', true],
    ['K-03 no leap day', '2027-02-29', false],
    ['K-04 1900 was not a leap year', '1900-02-29', false],
    ['K-05 2000 was one', '2000-02-29', true],
    ['K-06', '2026-04-31', false],
    ['K-07', '2026-13-01', false],
    ['K-08', '2026-00-10', false],
    ['K-09', '2026-11-00', false],
    ['K-10', '2026-1-5', false],
    ['K-11 Arabic digits', '٢٠٢٦-١١-١٥', false],
    ['K-12', '2026-11-15T00:00:00.000Z', false],
    ['K-13', ' 2026-11-15', false],
    ['K-14 a line end', '2026-11-15\n', false],
    ['K-15 before 1900', '1899-12-31', false],
    ['K-16', '', false],
  ])('%s: %j', (_number, text, real) => {
    expect(parseDay(text)).toBe(real ? text : null)
  })

  it('K-17 months and instants have one form only', () => {
    expect(parseMonth('2026-11')).toBe('2026-11')
    for (const text of ['2026-13', '2026-00', '2026-1', '2026-11-15', '0000-01', '']) {
      expect(parseMonth(text)).toBeNull()
    }
    expect(parseInstant('2026-11-16T04:59:59.999Z')).toBe('2026-11-16T04:59:59.999Z')
    for (const text of [
      '2026-11-16T04:59:59Z',
      '2026-11-16T04:59:59.999-05:00',
      '2026-11-16 04:59:59.999Z',
      '2026-02-30T04:59:59.999Z',
      '2026-11-16T24:00:00.000Z',
    ]) {
      expect(parseInstant(text)).toBeNull()
    }
  })

  it('K-18 what we write ourselves throws when it is wrong', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError)
    expect(() => month('2026-2')).toThrow(RangeError)
    expect(() => instant('yesterday')).toThrow(RangeError)
    expect(() => dayOfMonth(month('2026-02'), 29)).toThrow(RangeError)
    expect(() => addMonths(month('2199-12'), 1)).toThrow(RangeError)
  })
})

describe('the two traps of the house', () => {
  it('K-20 2026-02-15 stays the 15th through every function, in any zone of the machine', () => {
    const fifteenth = day('2026-02-15')
    expect(addDays(fifteenth, 0)).toBe('2026-02-15')
    expect(weekday(fifteenth)).toBe(7)
    expect(dayOf(startOfDay(fifteenth))).toBe('2026-02-15')
    expect(dayOf(endOfDay(fifteenth))).toBe('2026-02-15')
    expect(monthOf(fifteenth)).toBe('2026-02')
  })

  it('K-21 22:30 on the 15th in Québec is the 15th, though UTC writes the 16th', () => {
    expect(dayOf(instant('2026-11-16T03:30:00.000Z'))).toBe('2026-11-15')
    expect(dayOf(instant('2026-07-16T02:30:00.000Z'))).toBe('2026-07-15')
  })

  it('K-22 the last millisecond of a day is its own, the next is of the day after', () => {
    expect(endOfDay(day('2026-11-15'))).toBe('2026-11-16T04:59:59.999Z')
    expect(endOfDay(day('2026-07-15'))).toBe('2026-07-16T03:59:59.999Z')
    expect(dayOf(instant('2026-11-16T04:59:59.999Z'))).toBe('2026-11-15')
    expect(dayOf(instant('2026-11-16T05:00:00.000Z'))).toBe('2026-11-16')
  })

  it('K-23 the days clocks change have 23 and 25 hours', () => {
    const hours = (text: string) =>
      (Date.parse(endOfDay(day(text))) + 1 - Date.parse(startOfDay(day(text)))) / 3_600_000
    expect(hours('2026-03-08')).toBe(23)
    expect(hours('2026-11-01')).toBe(25)
    expect(hours('2026-11-15')).toBe(24)
  })

  it('K-25 the zone of the machine changes nothing', () => {
    const before = process.env.TZ
    const seen = new Set<number>()
    try {
      for (const zone of ['UTC', 'America/Toronto', 'Asia/Tokyo', 'Pacific/Apia', 'America/Sao_Paulo']) {
        process.env.TZ = zone
        seen.add(new Date('2026-02-15T12:00:00.000Z').getTimezoneOffset())
        expect(addDays(day('2026-02-15'), 0)).toBe('2026-02-15')
        expect(addDays(day('2011-12-29'), 2)).toBe('2011-12-31')
        expect(weekday(day('2026-02-15'))).toBe(7)
        expect(dayOf(instant('2026-11-16T03:30:00.000Z'))).toBe('2026-11-15')
        expect(endOfDay(day('2026-03-08'))).toBe('2026-03-09T03:59:59.999Z')
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
    expect(seen.size).toBeGreaterThan(3)
  })

  it('K-24 a database time keeps its millisecond and loses what is finer', () => {
    expect(instantOf(new Date('2026-11-16T04:59:59.999Z'))).toBe('2026-11-16T04:59:59.999Z')
    expect(instantOf(new Date('2026-11-16T04:59:59.999999Z'))).toBe('2026-11-16T04:59:59.999Z')
  })
})

describe('arithmetic', () => {
  it('K-30 months and their ends', () => {
    expect(firstDay(month('2026-11'))).toBe('2026-11-01')
    expect(lastDay(month('2028-02'))).toBe('2028-02-29')
    expect(lastDay(month('2027-02'))).toBe('2027-02-28')
    expect(addMonths(month('2026-11'), 2)).toBe('2027-01')
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12')
    expect(addMonths(month('2026-06'), -18)).toBe('2024-12')
    expect(monthsBetween(month('2025-12'), month('2027-01'))).toBe(13)
    expect(yearOf(month('2026-11'))).toBe(2026)
    expect(later(month('2026-11'), month('2026-09'))).toBe('2026-11')
    expect(daysBetween(day('2026-11-15'), day('2026-11-05'))).toBe(-10)
  })

  it('K-31 weeks run from Monday to Sunday, before 1970 too', () => {
    expect(weekday(day('1969-12-28'))).toBe(7)
    expect(weekday(day('1969-12-29'))).toBe(1)
    expect(weekday(day('2026-11-14'))).toBe(6)
    expect(isWeekend(day('2026-11-13'))).toBe(false)
    expect(isWeekend(day('2026-11-15'))).toBe(true)
  })

  const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map((number) => addDays(day('1970-01-01'), number))

  it('K-32 every day from 1900 to 2199 is read back, and days add up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (one, count) => {
        expect(parseDay(one)).toBe(one)
        fc.pre(one > '1900-02-01' && one < '2199-12-01')
        expect(daysBetween(one, addDays(one, count))).toBe(count)
        expect(((weekday(one) - 1 + count + 70) % 7) + 1).toBe(weekday(addDays(one, count)))
        expect(addDays(one, count) < one).toBe(count < 0)
      }),
    )
  })

  it('K-33 months add up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (one, count) => {
        fc.pre(one > '1950' && one < '2150')
        expect(monthsBetween(monthOf(one), addMonths(monthOf(one), count))).toBe(count)
      }),
    )
  })

  it('K-34 the day of an instant agrees with the platform, for any instant of 1980 to 2100', () => {
    const platform = torontoDay()
    const from = Date.parse('1980-01-01T00:00:00.000Z')
    const to = Date.parse('2100-01-01T00:00:00.000Z')
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (time) => {
        const at = instantOf(new Date(time))
        const found = dayOf(at)
        expect(found).toBe(platform(time))
        expect(startOfDay(found) <= at && at <= endOfDay(found)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('Easter', () => {
  it.each([
    ['K-40 the earliest of the century', 2008, '2008-03-23'],
    ['K-41 the latest of the century', 2038, '2038-04-25'],
    ['K-42 the tables correct themselves', 1981, '1981-04-19'],
    ['K-43 the tables correct themselves, late', 1954, '1954-04-18'],
    ['K-44', 2016, '2016-03-27'],
    ['K-45', 2022, '2022-04-17'],
    ['K-46', 2026, '2026-04-05'],
    ['K-47 Good Friday is the 15th', 2033, '2033-04-17'],
    ['K-48 across a century not leap', 2100, '2100-03-28'],
  ])('%s: %i', (_number, year, sunday) => {
    expect(easterSunday(year)).toBe(sunday)
  })

  it('K-49 is a Sunday from March 22 to April 25', () => {
    for (let year = 1900; year < 2200; year++) {
      const easter = easterSunday(year)
      expect(weekday(easter)).toBe(7)
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
    }
  })
})
