import { describe, expect, it } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { firstMonth } from '@/domain/decision/taking'

/*
 * The first month a decision changes. Numbered cases:
 *   FM-01 a statement changes the payment of the month after; an application, its own month
 *   FM-02 a hold begins with the first payment after the notice of ten days, counted from when it leaves
 */
const of = month('2026-11')

describe('the first month a decision changes', () => {
  const now = instant('2026-11-10T15:00:00.000Z')

  it('FM-01 a statement, an application', () => {
    expect(firstMonth('statement', 'accepted', { month: of, now })).toBe('2026-12')
    expect(firstMonth('application', 'accepted', { month: null, now })).toBe('2026-11')
    expect(firstMonth('missing', 'accepted', { month: null, now })).toBeNull()
  })

  it('FM-02 a hold', () => {
    // Received seven days after, ten days to react: what leaves on the 10th has effect on the 28th.
    expect(firstMonth('statement', 'held', { month: of, now })).toBe('2026-12')
    const held = (text: string) => firstMonth('missing', 'held', { month: of, now: instant(text) })
    expect(held('2026-11-13T15:00:00.000Z')).toBe('2026-12')
    // In effect on the 2nd of December: the payment of the 1st is made.
    expect(held('2026-11-14T15:00:00.000Z')).toBe('2027-01')
    // Decided at 23:45, it leaves after midnight, and is counted from there.
    expect(held('2026-11-14T04:45:00.000Z')).toBe('2027-01')
    expect(held('2026-11-14T04:15:00.000Z')).toBe('2026-12')
  })
})
