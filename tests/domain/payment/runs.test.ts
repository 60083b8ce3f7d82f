import { describe, expect, test } from 'vitest'
import { dayOf, instant, month } from '@/domain/calendar'
import { runsOf, runsToBegin } from '@/domain/payment/runs'
import { isBusinessDay } from '@/domain/statement/holidays'
import { cutOffDay, paymentDay } from '@/domain/statement/payment'
import { defaultPolicies } from '@/domain/statement/policy'

/*
 * When a run is due. Numbered cases:
 *   RN-01 the regular run at the cut-off of the policy; then the day before the payment, and each week of the month
 *   RN-02 a run begins once its cut-off is past, not before, and once
 *   RN-03 a supplementary run waits for the one before it, and takes the place of those that were not begun
 *   RN-04 a policy changed on the 14th moves the cut-off that is to come, and no run that was begun
 */
const paid = month('2026-12')
const after = instant('2026-11-24T15:00:00.000Z')

describe('the runs of a month', () => {
  test('RN-01 are on business days, in order', () => {
    const runs = runsOf(paid, defaultPolicies)
    expect(dayOf(runs[0]!.cutOff)).toBe(cutOffDay(paid, defaultPolicies))
    expect(dayOf(runs[1]!.cutOff)).toBe('2026-11-30')
    expect(runs.map(({ cutOff }) => dayOf(cutOff)).every((one) => isBusinessDay(one))).toBe(true)
    expect([...runs].sort((one, other) => (one.cutOff < other.cutOff ? -1 : 1))).toEqual(runs)
    expect(paymentDay(paid)).toBe('2026-12-01')
    for (let number = 1; number <= 12; number += 1) {
      const of = runsOf(month(`2027-${String(number).padStart(2, '0')}`), defaultPolicies)
      expect(of.length).toBeGreaterThanOrEqual(5)
      expect(new Set(of.map(({ cutOff }) => cutOff)).size).toBe(of.length)
    }
  })

  test('RN-02 begin once their cut-off is past', () => {
    const known = [{ month: month('2026-11'), number: 0, isOver: false }]
    const due = (now: string) => runsToBegin(instant(now), known, defaultPolicies)
    expect(due('2026-11-24T04:59:59.999Z')).toEqual([])
    expect(due('2026-11-24T05:00:00.000Z')).toMatchObject([{ month: '2026-12', number: 0 }])
    const begun = [...known, { month: paid, number: 0, isOver: false }]
    expect(runsToBegin(after, begun, defaultPolicies)).toEqual([])
  })

  test('RN-03 wait for the one before', () => {
    const late = instant('2026-12-09T15:00:00.000Z')
    const regular = { month: paid, number: 0, isOver: false }
    expect(runsToBegin(late, [regular], defaultPolicies)).toEqual([])
    const over = { ...regular, isOver: true }
    expect(runsToBegin(late, [over], defaultPolicies)).toMatchObject([{ month: '2026-12', number: 2 }])
    const second = { ...over, number: 2 }
    expect(runsToBegin(late, [over, second], defaultPolicies)).toEqual([])
  })

  test('RN-04 follow a policy changed on the 14th', () => {
    const changed = [{ ...defaultPolicies[0]!, from: paid, paymentCutOffBusinessDays: 8 }, ...defaultPolicies]
    const known = [{ month: month('2026-11'), number: 0, isOver: false }]
    const friday = instant('2026-11-20T15:00:00.000Z')
    expect(runsToBegin(friday, known, defaultPolicies)).toEqual([])
    expect(runsToBegin(friday, known, changed)).toMatchObject([
      { month: '2026-12', number: 0, cutOff: '2026-11-20T04:59:59.999Z' },
    ])
    const begun = [...known, { month: paid, number: 0, isOver: false }]
    expect(runsToBegin(after, begun, changed)).toEqual([])
  })
})
