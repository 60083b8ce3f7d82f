import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf, instant, month } from '@/domain/calendar'
import type { Day } from '@/domain/calendar'
import { dueDay, dueInstant } from '@/domain/statement/deadline'
import { isBusinessDay } from '@/domain/statement/holidays'
import { cutOffDay, firstPaymentAtRisk, paymentDay, paymentRun } from '@/domain/statement/payment'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

describe('payment days as published', () => {
  // Québec.ca, Information on financial assistance, lists of 2020 and 2023 (the year of the second is inferred);
  // 2026: the four dates of argentqc.ca, and those derived from the rule, marked so.
  it.each([
    ['P-01', '2020-02', '2020-01-31'],
    ['P-02', '2020-03', '2020-02-28'],
    ['P-03', '2020-04', '2020-04-01'],
    ['P-04', '2020-05', '2020-05-01'],
    ['P-05', '2020-06', '2020-06-01'],
    ['P-06', '2020-07', '2020-06-30'],
    ['P-07', '2020-08', '2020-07-31'],
    ['P-08', '2020-09', '2020-09-01'],
    ['P-09', '2020-10', '2020-10-01'],
    ['P-10', '2020-11', '2020-10-30'],
    ['P-11', '2020-12', '2020-12-01'],
    ['P-12', '2021-01', '2020-12-30'],
    ['P-13', '2023-02', '2023-02-01'],
    ['P-14', '2023-03', '2023-03-01'],
    ['P-15', '2023-04', '2023-03-31'],
    ['P-16', '2023-05', '2023-05-01'],
    ['P-17', '2023-06', '2023-06-01'],
    ['P-18', '2023-07', '2023-06-29'],
    ['P-19', '2023-08', '2023-08-01'],
    ['P-20', '2023-09', '2023-09-01'],
    ['P-21', '2023-10', '2023-09-29'],
    ['P-22', '2023-11', '2023-11-01'],
    ['P-23', '2023-12', '2023-12-01'],
    ['P-24', '2024-01', '2023-12-28'],
    ['P-25', '2026-02', '2026-01-30'],
    ['P-26', '2026-03', '2026-02-27'],
    ['P-27', '2026-04', '2026-04-01'],
    ['P-28', '2026-08', '2026-07-31'],
    ['P-29 derived', '2026-07', '2026-06-30'],
    ['P-30 derived', '2026-11', '2026-10-30'],
    ['P-31 derived', '2026-12', '2026-12-01'],
    ['P-32 derived: the 30th of two possible days', '2027-01', '2026-12-30'],
  ])('%s: %s is paid on %s', (_number, paid, on) => {
    expect(paymentDay(month(paid))).toBe(on)
  })
})

describe('the run a statement enters', () => {
  it('P-40 six business days before: November 2026 counts until Monday November 23', () => {
    expect(cutOffDay(month('2026-12'), defaultPolicies)).toBe('2026-11-23')
    const last = paymentRun(instant('2026-11-24T04:59:59.999Z'), month('2026-11'), defaultPolicies)
    expect(last).toEqual({
      month: '2026-12',
      paidOn: '2026-12-01',
      regularUntil: '2026-11-24T04:59:59.999Z',
      run: 'regular',
    })
    const after = paymentRun(instant('2026-11-24T05:00:00.000Z'), month('2026-11'), defaultPolicies)
    expect(after.run).toBe('supplementary')
  })

  it('P-41 the narrowest month: December 2023 has its cut-off on its very due day', () => {
    expect(cutOffDay(month('2024-01'), defaultPolicies)).toBe('2023-12-15')
  })

  it('P-42 the cut-off follows the policy of the month paid', () => {
    const policy = { ...policyFor(month('2026-11'), defaultPolicies), from: month('2026-12') }
    const policies = [...defaultPolicies, { ...policy, paymentCutOffBusinessDays: 2 }]
    expect(cutOffDay(month('2026-12'), policies)).toBe('2026-11-27')
    expect(cutOffDay(month('2026-11'), policies)).toBe('2026-10-22')
  })

  it('P-43 2016 to 2040: filed on time is always in the regular run, and never touches M+1 when missing', () => {
    for (let of = month('2016-01'); of <= '2040-12'; of = addMonths(of, 1)) {
      const due = dueInstant(of, policyFor(of, defaultPolicies))
      expect(paymentRun(due, of, defaultPolicies).run).toBe('regular')
      expect(firstPaymentAtRisk(of, addDays(dayOf(due), 1), defaultPolicies)).toBe(addMonths(of, 2))
      expect(isBusinessDay(paymentDay(of))).toBe(true)
      expect(cutOffDay(addMonths(of, 1), defaultPolicies) >= dueDay(of, policyFor(of, defaultPolicies))).toBe(
        true,
      )
    }
  })

  it('P-44 notice given later moves what is at risk with it', () => {
    expect(firstPaymentAtRisk(month('2026-11'), '2026-12-16' as Day, defaultPolicies)).toBe('2027-02')
  })
})
