import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, month } from '@/domain/calendar'
import { dueDay } from '@/domain/statement/deadline'
import { nextDates } from '@/domain/statement/next-dates'
import { paymentDay } from '@/domain/statement/payment'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

describe('the next dates', () => {
  // November 2026: the 15th is a Sunday, so the 16th. The payment of May 2027, whose 1st is a Saturday, is made in April.
  it.each([
    ['ND-01', '2026-11-01', '2026-11', '2026-11-16', '2026-12', '2026-12-01'],
    ['ND-02', '2026-11-16', '2026-11', '2026-11-16', '2026-12', '2026-12-01'],
    ['ND-03', '2026-11-17', '2026-12', '2026-12-15', '2026-12', '2026-12-01'],
    ['ND-04', '2026-12-01', '2026-12', '2026-12-15', '2026-12', '2026-12-01'],
    ['ND-05', '2026-12-02', '2026-12', '2026-12-15', '2027-01', '2026-12-30'],
    ['ND-06', '2026-12-31', '2027-01', '2027-01-15', '2027-02', '2027-02-01'],
    ['ND-07', '2027-04-30', '2027-05', '2027-05-17', '2027-05', '2027-04-30'],
    ['ND-08', '2027-05-01', '2027-05', '2027-05-17', '2027-06', '2027-06-01'],
  ])('%s on %s', (_, today, statement, due, payment, on) => {
    expect(nextDates(day(today), defaultPolicies)).toEqual({
      statement: { month: statement, due },
      payment: { month: payment, on },
    })
  })

  it('ND-09 never name a day that is past, nor pass one over, on any day of ten years', () => {
    for (let today = day('2020-01-01'); today < '2030-01-01'; today = addDays(today, 1)) {
      const { statement, payment } = nextDates(today, defaultPolicies)
      const dueBefore = addMonths(statement.month, -1)
      expect(statement.due >= today).toBe(true)
      expect(dueDay(dueBefore, policyFor(dueBefore, defaultPolicies)) < today).toBe(true)
      expect(payment.on >= today).toBe(true)
      expect(paymentDay(addMonths(payment.month, -1)) < today).toBe(true)
    }
    expect(month('2030-01')).toBe('2030-01')
  })
})
