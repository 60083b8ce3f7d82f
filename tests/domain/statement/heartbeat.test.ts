import { expect, test } from 'vitest'
import { instantOf, type Instant } from '@/domain/calendar'
import { interruptionsIn, type Heartbeat } from '@/domain/statement/heartbeat'

/*
 * What was away, from the tries of each minute. Numbered cases:
 *   HB-01 a try each minute, one of them late: nothing was away
 *   HB-02 a silence is an interruption, from the last try to the next
 *   HB-03 a try that failed is one, and so are several, until one goes well
 *   HB-04 while it lasts, it is not told; nor is what came before the first try
 *   HB-05 nobody could sign in: another kind; a silence is told once
 *   HB-06 the demo's clock was moved between two tries: nothing was away. It was moved during a silence: the silence
 *         ends when the product says it is, and is as long as the machine says
 */
const start = Date.parse('2026-11-16T15:00:00.000Z')
const at = (minute: number): Instant => instantOf(new Date(start + minute * 60_000))
const beat = (minute: number, more: Partial<Heartbeat> = {}): Heartbeat => ({
  ...{ at: at(minute), beatAt: at(minute), files: true, signsIn: true },
  ...more,
})
const down = { files: false }

test('HB-01 a try each minute', () => {
  expect(interruptionsIn([0, 1, 2, 4, 5].map((minute) => beat(minute)))).toEqual([])
})

test('HB-02 a silence', () => {
  expect(interruptionsIn([0, 1, 20, 21].map((minute) => beat(minute)))).toEqual([
    { kind: 'portal', from: at(1), until: at(20) },
  ])
})

test('HB-03 tries that failed', () => {
  expect(interruptionsIn([beat(0), beat(1, down), beat(2), beat(3, down), beat(4, down), beat(5)])).toEqual([
    { kind: 'portal', from: at(0), until: at(2) },
    { kind: 'portal', from: at(2), until: at(5) },
  ])
})

test('HB-04 what is not over, and what was before', () => {
  expect(interruptionsIn([beat(0, down), beat(1), beat(2, down), beat(3, down)])).toEqual([])
  expect(interruptionsIn([])).toEqual([])
})

test('HB-05 nobody could sign in', () => {
  const noSignIn = { signsIn: false }
  expect(interruptionsIn([beat(0), beat(1, noSignIn), beat(2), beat(30)])).toEqual([
    { kind: 'signIn', from: at(0), until: at(2) },
    { kind: 'portal', from: at(2), until: at(30) },
  ])
})

test('HB-06 the clock of the demo', () => {
  const days = 5 * 24 * 60
  expect(interruptionsIn([beat(0), beat(1, { at: at(1 + days) })])).toEqual([])
  expect(interruptionsIn([beat(0), beat(10, { at: at(10 + days) })])).toEqual([
    { kind: 'portal', from: at(days), until: at(10 + days) },
  ])
})
