import { expect, it } from 'vitest'
import { decidedItems, type Verified } from '@/domain/decision/items'
import { outcomes } from '@/domain/decision/outcomes'

/*
 * What a decision says of each item. Numbered cases:
 *   IT-01 accepted in part, what is proved is accepted and what is not is not
 *   IT-02 accepted whole, what is not proved waits, and takes nothing from the rest
 *   IT-03 refused, nothing of it is said to be accepted; held, what is not proved waits
 *   IT-04 of what was not looked at, or was taken back, nothing is said, whatever the outcome
 */
const verified: Verified[] = [
  { item: 'work.0', outcome: 'verified' },
  { item: 'move', outcome: 'unproved' },
  { item: 'people.0', outcome: 'cleared' },
]

it('IT-01 and IT-02 says what is accepted, and what is not or waits', () => {
  expect(decidedItems('partlyAccepted', verified)).toEqual([
    { item: 'work.0', outcome: 'accepted' },
    { item: 'move', outcome: 'refused' },
  ])
  expect(decidedItems('accepted', verified)).toEqual([
    { item: 'work.0', outcome: 'accepted' },
    { item: 'move', outcome: 'waiting' },
  ])
})

it('IT-03 accepts nothing of what is refused or held', () => {
  expect(decidedItems('refused', verified)).toEqual([{ item: 'move', outcome: 'refused' }])
  expect(decidedItems('held', verified)).toEqual([{ item: 'move', outcome: 'waiting' }])
})

it('IT-04 says nothing of what nobody looked at', () => {
  for (const outcome of outcomes) {
    expect(decidedItems(outcome, []), outcome).toEqual([])
    expect(decidedItems(outcome, [verified[2]!]), outcome).toEqual([])
  }
})
