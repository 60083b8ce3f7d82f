import { describe, expect, it } from 'vitest'
import { day, instant, type Day } from '@/domain/calendar'
import { promiseOf, replyBy, replyDays, replyPolicies, type Promised } from '@/domain/messages/promise'
import { cleanMessage, LONGEST_MESSAGE, messageProblem } from '@/domain/messages/text'

/*
 * Numbered cases:
 *   MP-01 an answer is promised within two business days; the day a message comes does not count, nor a holiday
 *   MP-02 the evening of a day in Québec is that day, whatever it is elsewhere
 *   MP-03 the promise that stands is the first one made of what waits
 *   MP-04 it is late only once its whole day has passed
 *   MP-05 another number of days counts from the day it is decided on
 *   MP-06 what is sent is clean, and neither empty nor longer than two pages
 */
describe('what is promised', () => {
  it.each([
    ['2026-11-16T15:00:00.000Z', '2026-11-18', 'a Monday'],
    ['2026-11-19T15:00:00.000Z', '2026-11-23', 'a Thursday'],
    ['2026-11-21T15:00:00.000Z', '2026-11-24', 'a Saturday'],
    ['2026-12-23T15:00:00.000Z', '2026-12-30', 'before the holidays'],
  ])('MP-01 %s: by %s (%s)', (at, by) => {
    expect(replyBy(instant(at))).toBe(by)
  })

  it('MP-02 counts the days of Québec', () => {
    expect(replyBy(instant('2026-11-17T04:59:59.000Z'))).toBe('2026-11-18')
    expect(replyBy(instant('2026-11-17T05:00:00.000Z'))).toBe('2026-11-19')
  })

  const message = (by: string | null, rest: Partial<Promised> = {}): Promised => ({
    ...{ fromOffice: false, answered: false, replyBy: by as Day | null },
    ...rest,
  })
  const now = instant('2026-11-18T15:00:00.000Z')

  it('MP-03 the first of what waits', () => {
    expect(promiseOf([], now)).toEqual({ state: 'none' })
    expect(promiseOf([message(null), message('2026-11-12', { answered: true })], now)).toEqual({
      state: 'none',
    })
    expect(promiseOf([message('2026-11-12', { fromOffice: true })], now)).toEqual({ state: 'none' })
    expect(promiseOf([message('2026-11-20'), message('2026-11-19')], now)).toEqual({
      state: 'promised',
      day: '2026-11-19',
    })
  })

  it('MP-04 late once its day has passed', () => {
    const waits = [message('2026-11-18')]
    expect(promiseOf(waits, instant('2026-11-19T04:59:59.999Z')).state).toBe('promised')
    expect(promiseOf(waits, instant('2026-11-19T05:00:00.000Z')).state).toBe('late')
  })

  it('MP-05 dated', () => {
    const policies = [{ from: day('2027-01-01'), days: 1, source: 's' }, ...replyPolicies]
    expect(replyDays(day('2026-12-31'), policies)).toBe(2)
    expect(replyDays(day('2027-01-01'), policies)).toBe(1)
  })
})

it('MP-06 words that can be sent', () => {
  expect(cleanMessage(' \r\nBon\0jour\r\nvous \ud800')).toBe('Bonjour\nvous')
  expect(messageProblem('')).toBe('messageEmpty')
  expect(messageProblem('x'.repeat(LONGEST_MESSAGE))).toBeNull()
  expect(messageProblem('x'.repeat(LONGEST_MESSAGE + 1))).toBe('messageTooLong')
})
