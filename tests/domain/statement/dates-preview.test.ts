import { expect, test } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { previewDates } from '@/domain/statement/dates-preview'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

/*
 * Another due day, tried on the statements of a month. Numbered cases:
 *   PD-01 each is judged against both limits, to the millisecond, put off to a business day as the policy says
 *   PD-02 the same policy changes nothing
 */
const of = month('2026-10')
const policy = policyFor(of, defaultPolicies)
const received = [
  ...['2026-10-02T15:00:00.000Z', '2026-10-14T03:59:59.999Z', '2026-10-14T04:00:00.000Z'],
  ...['2026-10-16T03:59:59.999Z', '2026-10-16T04:00:00.000Z'],
].map(instant)

test('PD-01 is judged against both limits', () => {
  // October 10 is a Saturday, and the Monday after is Thanksgiving: the Tuesday, until midnight.
  expect(previewDates(of, received, policy, { ...policy, dueDay: 10 })).toEqual({
    ...{ month: of, sent: 5, onTimeBefore: 4, onTimeAfter: 2 },
    ...{ dueBefore: '2026-10-16T03:59:59.999Z', dueAfter: '2026-10-14T03:59:59.999Z' },
  })
  expect(previewDates(of, received, policy, { ...policy, dueDay: 20 })).toMatchObject({ onTimeAfter: 5 })
})

test('PD-02 the same policy changes nothing', () => {
  const same = previewDates(of, received, policy, policy)
  expect(same.onTimeAfter).toBe(same.onTimeBefore)
})
