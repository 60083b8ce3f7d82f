import { describe, expect, test } from 'vitest'
import { urgencyOf } from '@/domain/statement/urgency'

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
})
