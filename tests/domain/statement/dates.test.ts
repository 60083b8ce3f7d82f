import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, month } from '@/domain/calendar'
import { statementDates, statementDatesOf } from '@/domain/statement/dates'
import { dueDay, opensOn } from '@/domain/statement/deadline'
import { daysOffOf, holidaysOf, isBusinessDay, offFor } from '@/domain/statement/holidays'
import { paymentDay } from '@/domain/statement/payment'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

const datesOf = (text: string) => statementDates(month(text), defaultPolicies)

describe('the dates of a statement', () => {
  it('D-50 November 2026: due on a Sunday, so on the Monday; paid on Tuesday, December 1', () => {
    expect(datesOf('2026-11')).toEqual({
      month: '2026-11',
      opensOn: '2026-11-01',
      due: { regular: '2026-11-15', on: '2026-11-16', over: [{ day: '2026-11-15', off: 'weekend' }] },
      paidMonth: '2026-12',
      paid: { regular: '2026-12-01', on: '2026-12-01', over: [] },
    })
  })

  it('D-51 January 2028 is paid before a Saturday and a holiday', () => {
    expect(datesOf('2027-12').paid).toEqual({
      regular: '2028-01-01',
      on: '2027-12-30',
      over: [
        { day: '2028-01-01', off: 'weekend' },
        { day: '2027-12-31', off: 'newYearsEve' },
      ],
    })
  })

  it('D-52 April 2033: Good Friday, the weekend and Easter Monday', () => {
    expect(datesOf('2033-04').due).toEqual({
      regular: '2033-04-15',
      on: '2033-04-19',
      over: [
        { day: '2033-04-15', off: 'goodFriday' },
        { day: '2033-04-16', off: 'weekend' },
        { day: '2033-04-17', off: 'weekend' },
        { day: '2033-04-18', off: 'easterMonday' },
      ],
    })
  })

  it('D-53 2016 to 2040: the same days as the deadline and the payment, and a reason for each day passed over', () => {
    for (let of = month('2016-01'); of <= '2040-12'; of = addMonths(of, 1)) {
      const policy = policyFor(of, defaultPolicies)
      const { due, paid, opensOn: opens, paidMonth } = datesOf(of)
      expect([opens, due.on, paidMonth, paid.on]).toEqual([
        opensOn(of, policy),
        dueDay(of, policy),
        addMonths(of, 1),
        paymentDay(addMonths(of, 1)),
      ])
      for (const { regular, on, over } of [due, paid]) {
        const step = regular < on ? 1 : -1
        const passed = over.map((_, count) => addDays(regular, count * step))
        expect(over.map((one) => one.day)).toEqual(passed)
        expect(addDays(regular, over.length * step)).toBe(on)
      }
    }
  })

  it('D-54 a policy that does not put off shows the day itself', () => {
    const still = defaultPolicies.map((policy) => ({ ...policy, dueDayShift: 'none' as const }))
    expect(statementDates(month('2026-11'), still).due).toEqual({
      regular: '2026-11-15',
      on: '2026-11-15',
      over: [],
    })
  })

  it('D-55 a year has twelve statements, from January', () => {
    const year = statementDatesOf(2027, defaultPolicies).map((dates) => dates.month)
    expect([year.length, year[0], year[11]]).toEqual([12, '2027-01', '2027-12'])
  })
})

describe('why a day is off', () => {
  it('H-40 says a reason for exactly the days that are no business day, 2016 to 2040', () => {
    for (let date = day('2016-01-01'); date <= '2040-12-31'; date = addDays(date, 1)) {
      expect({ date, works: offFor(date) === null }).toEqual({ date, works: isBusinessDay(date) })
    }
  })

  it('H-41 names the holiday taken that day, even when a published row says the same', () => {
    expect(offFor(day('2023-06-30'))).toBe('canadaDay')
    expect(offFor(day('2023-12-29'))).toBe('newYearsEve')
    expect(offFor(day('2023-07-01'))).toBe('weekend')
  })

  it('H-42 a decree adds a day and takes one away', () => {
    const row = { source: 'decree', confidence: 'confirmed' as const }
    const decreed = [
      { day: day('2026-11-18'), business: false, ...row },
      { day: day('2026-12-24'), business: true, ...row },
      { day: day('2026-11-21'), business: false, ...row },
    ]
    expect(offFor(day('2026-11-18'), decreed)).toBe('decreed')
    expect(offFor(day('2026-12-24'), decreed)).toBeNull()
    // A Saturday stays a Saturday.
    expect(offFor(day('2026-11-21'), decreed)).toBe('weekend')
    const days = daysOffOf(2026, decreed)
    expect(days).toHaveLength(13)
    expect(days).toContainEqual({ on: '2026-11-18', code: 'decreed', original: '2026-11-18' })
    expect(days.map(({ code }) => code)).not.toContain('christmasEve')
  })

  it('H-43 the days off of a year are its thirteen holidays in order, each with its own day', () => {
    for (let year = 2016; year <= 2040; year++) {
      const days = daysOffOf(year)
      expect(days.map(({ code, original }) => [code, original])).toEqual(
        holidaysOf(year).map(({ code, on }) => [code, on]),
      )
      expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).sort())
    }
  })
})
