import { expect, test } from 'vitest'
import { instant, lastDay, month, startOfDay, addMonths, day, dayOf, monthOf } from '@/domain/calendar'
import { closesAt, dueInstant } from '@/domain/statement/deadline'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { erasableKinds, erasableUntil, keptFor } from '@/domain/retention/schedule'

/*
 * What is kept, and until when. Numbered cases, before the code:
 *   RT-01 every kind has one line
 *   RT-02 hours are counted to the millisecond; days and months are those of Québec, whole
 *   RT-03 a month that is shorter ends the time on its last day
 *   RT-04 a draft is never erased while its statement can still be sent
 */
const now = instant('2026-11-27T22:30:00.000Z')

test('RT-01 every kind has one line', () => {
  expect(keptFor.map(({ kind }) => kind).sort()).toEqual([...erasableKinds].sort())
})

test('RT-02 hours to the millisecond, days whole', () => {
  expect(erasableUntil({ unit: 'hours', count: 24 }, now)).toBe('2026-11-26T22:30:00.000Z')
  expect(erasableUntil({ unit: 'days', count: 1 }, now)).toBe(startOfDay(day('2026-11-26')))
  // 23:30 in Québec is already the 28th in UTC.
  const evening = instant('2026-11-28T04:30:00.000Z')
  expect(erasableUntil({ unit: 'days', count: 90 }, evening)).toBe(startOfDay(day('2026-08-29')))
  expect(erasableUntil({ unit: 'months', count: 12 }, now)).toBe(startOfDay(day('2025-11-27')))
})

test('RT-03 a shorter month ends on its last day', () => {
  const end = instant('2026-03-31T15:00:00.000Z')
  expect(erasableUntil({ unit: 'months', count: 1 }, end)).toBe(startOfDay(day('2026-02-28')))
})

test('RT-04 a draft outlives what it is for', () => {
  const { keep } = keptFor.find(({ kind }) => kind === 'statementDraft')!
  for (let of = month('2025-01'); of <= '2027-12'; of = addMonths(of, 1)) {
    const policy = policyFor(of, defaultPolicies)
    const closes = closesAt(of, policy, dueInstant(of, policy))
    // Last written on the first of its month, the earliest it can be.
    const written = startOfDay(day(`${of}-01`))
    expect(erasableUntil(keep, closes) < written, of).toBe(true)
    const long = startOfDay(lastDay(addMonths(monthOf(dayOf(closes)), 2)))
    expect(erasableUntil(keep, long) >= written).toBe(true)
  }
})
