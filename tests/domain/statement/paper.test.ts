import { describe, expect, it } from 'vitest'
import { type Day, dayOf, instant, month } from '@/domain/calendar'
import { dueInstant, isLate } from '@/domain/statement/deadline'
import { paperReceivedAt } from '@/domain/statement/paper'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

/*
 * Numbered cases:
 *   PA-01 a paper is received the day it was handed in, in both offsets of the year
 *   PA-02 on the due day it is in time, the day after it is late
 *   PA-03 a limit at some hour of that day is kept
 */
const november = month('2026-11')
const due = dueInstant(november, policyFor(november, defaultPolicies))

describe('a paper', () => {
  it.each(['2026-01-05', '2026-03-08', '2026-07-15', '2026-11-01', '2026-11-16'])('PA-01 of %s', (handedIn) =>
    expect(dayOf(paperReceivedAt(handedIn as Day))).toBe(handedIn),
  )

  it('PA-02 on the due day it is in time, the day after it is late', () => {
    expect(isLate(paperReceivedAt('2026-11-16' as Day), due)).toBe(false)
    expect(isLate(paperReceivedAt('2026-11-17' as Day), due)).toBe(true)
  })

  it('PA-03 a limit at some hour of that day is kept', () =>
    expect(isLate(paperReceivedAt('2026-11-20' as Day), instant('2026-11-20T21:00:00.000Z'))).toBe(false))
})
