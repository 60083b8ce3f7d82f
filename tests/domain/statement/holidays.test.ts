import { describe, expect, it } from 'vitest'
import { addDays, day, isWeekend, monthOf } from '@/domain/calendar'
import {
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  businessDaysBefore,
  exceptionalDays,
  holidaysOf,
  isBusinessDay,
} from '@/domain/statement/holidays'

function observed(year: number): string {
  return holidaysOf(year)
    .map((holiday) => holiday.observedOn.slice(5))
    .join(' ')
}

describe('the thirteen holidays', () => {
  it.each([
    // No weekend in the way.
    ['H-01', 2025, '01-01 01-02 04-18 04-21 05-19 06-24 07-01 09-01 10-13 12-24 12-25 12-26 12-31'],
    // June 24 and July 1 are Saturdays, both eves Sundays, New Year a Sunday.
    ['H-02', 2023, '01-02 01-03 04-07 04-10 05-22 06-23 06-30 09-04 10-09 12-22 12-25 12-26 12-29'],
    // June 24 and July 1 are Sundays.
    ['H-03', 2018, '01-01 01-02 03-30 04-02 05-21 06-25 07-02 09-03 10-08 12-24 12-25 12-26 12-31'],
    // Christmas is a Saturday, New Year a Friday.
    ['H-04', 2021, '01-01 01-04 04-02 04-05 05-24 06-24 07-01 09-06 10-11 12-24 12-27 12-28 12-31'],
    // New Year is a Saturday, Christmas a Sunday.
    ['H-05', 2022, '01-03 01-04 04-15 04-18 05-23 06-24 07-01 09-05 10-10 12-23 12-26 12-27 12-30'],
    // December 26 is a Saturday.
    ['H-06', 2026, '01-01 01-02 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-24 12-25 12-28 12-31'],
  ])('%s: %i', (_number, year, days) => {
    expect(observed(year)).toBe(days)
  })

  it('H-07 the end of 2011 is as the public service union published it', () => {
    expect(observed(2011)).toContain('12-23 12-26 12-27 12-30')
    expect(observed(2012)).toMatch(/^01-02 01-03 /)
  })

  it('H-08 every holiday is taken on a weekday of its month, no two on the same day, 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year++) {
      const holidays = holidaysOf(year)
      for (const holiday of holidays) {
        expect(isWeekend(holiday.observedOn)).toBe(false)
        if (holiday.code !== 'canadaDay') expect(monthOf(holiday.observedOn)).toBe(monthOf(holiday.on))
        if (!isWeekend(holiday.on) && !/^(dayAfter)/.test(holiday.code)) {
          expect(holiday.observedOn).toBe(holiday.on)
        }
      }
      expect(new Set(holidays.map((holiday) => holiday.observedOn)).size).toBe(13)
    }
  })

  it('H-09 Patriots Day is the Monday before May 25: the 18th at the earliest, the 24th at the latest', () => {
    const patriots = (year: number) => holidaysOf(year).find((holiday) => holiday.code === 'patriotsDay')?.on
    expect(patriots(2026)).toBe('2026-05-18')
    expect(patriots(2027)).toBe('2027-05-24')
  })
})

describe('business days', () => {
  it.each([
    ['H-20 a plain Wednesday', '2026-11-18', true],
    ['H-21 a Saturday', '2026-11-14', false],
    ['H-22 Good Friday', '2033-04-15', false],
    ['H-23 Easter Monday', '2033-04-18', false],
    ['H-24 the Friday before Saturday July 1', '2023-06-30', false],
    ['H-25 the Friday before Sunday December 31', '2023-12-29', false],
    ['H-26 the Thursday before it', '2023-12-28', true],
    ['H-27 September 30 is no holiday in Québec', '2026-09-30', true],
    ['H-28 November 11 is no holiday in Québec', '2026-11-11', true],
    ['H-29 the civic holiday of August is of other provinces', '2026-08-03', true],
  ])('%s: %s', (_number, date, works) => {
    expect(isBusinessDay(day(date))).toBe(works)
  })

  it('H-30 the next, the one before, and six before', () => {
    expect(businessDayOnOrAfter(day('2033-04-15'))).toBe('2033-04-19')
    expect(businessDayOnOrBefore(day('2026-11-01'))).toBe('2026-10-30')
    expect(businessDaysBefore(day('2026-12-01'), 6)).toBe('2026-11-23')
    expect(businessDaysBefore(day('2026-12-01'), 0)).toBe('2026-12-01')
    expect(businessDaysBefore(day('2023-12-28'), 6)).toBe('2023-12-15')
  })

  it('H-31 each published day agrees with the computed rule, so the table is evidence, not a patch', () => {
    for (const row of exceptionalDays) expect(isBusinessDay(row.day, [])).toBe(row.business)
  })

  it('H-32 a decreed day wins over the rule, both ways', () => {
    const source = 'decree'
    const decreed = [
      { day: day('2026-11-18'), business: false, source, confidence: 'confirmed' as const },
      { day: day('2026-11-15'), business: true, source, confidence: 'confirmed' as const },
    ]
    expect(isBusinessDay(day('2026-11-18'), decreed)).toBe(false)
    expect(isBusinessDay(day('2026-11-15'), decreed)).toBe(true)
  })

  it('H-33 no run of days off is longer than five, so a limit never slips by more than five days', () => {
    let run = 0
    for (let date = day('2016-01-01'); date < '2041-01-01'; date = addDays(date, 1)) {
      run = isBusinessDay(date) ? 0 : run + 1
      expect(run).toBeLessThanOrEqual(5)
    }
  })
})
