import { describe, expect, test } from 'vitest'
import { byUrgency, urgencyOf } from '@/domain/statement/urgency'

describe('how urgent a received statement is', () => {
  const cases = [
    ['U-01', { changed: [], disputed: false, late: false }, 'unchanged'],
    ['U-02', { changed: [], disputed: false, late: true }, 'late'],
    ['U-03', { changed: ['work'], disputed: false, late: true }, 'income'],
    ['U-04', { changed: ['work', 'people'], disputed: false, late: false }, 'situation'],
    ['U-05', { changed: [], disputed: true, late: false }, 'disagreement'],
    ['U-06', { changed: ['other'], disputed: false, late: false }, 'situation'],
  ] as const
  test.each(cases)('%s', (_, received, urgency) => {
    expect(urgencyOf(received)).toBe(urgency)
  })

  test('U-07 the most urgent comes first, then the one that has waited longest', () => {
    const list = [
      { id: 'a', urgency: 'unchanged', receivedAt: '2026-11-01T10:00:00.000Z' },
      { id: 'b', urgency: 'income', receivedAt: '2026-11-09T10:00:00.000Z' },
      { id: 'c', urgency: 'income', receivedAt: '2026-11-02T10:00:00.000Z' },
      { id: 'd', urgency: 'disagreement', receivedAt: '2026-11-12T10:00:00.000Z' },
    ] as const
    expect([...list].sort(byUrgency).map((item) => item.id)).toEqual(['d', 'c', 'b', 'a'])
  })
})
