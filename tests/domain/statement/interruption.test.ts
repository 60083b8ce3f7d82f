import { describe, expect, test } from 'vitest'
import { instant } from '@/domain/calendar'
import { limitAfter, type Interruption } from '@/domain/statement/interruption'

/*
 * The statement of November 2026 is due on Monday the 16th at 23:59:59.999 in Québec: the 17th at 04:59:59.999 UTC.
 * Cases: what happened before the limit, and the limit everyone has after it.
 */
const limit = instant('2026-11-17T04:59:59.999Z')
const nextDay = instant('2026-11-18T04:59:59.999Z')

const down = (from: string, until: string, kind: Interruption['kind'] = 'portal'): Interruption => ({
  kind,
  from: instant(`${from}:00.000Z`),
  until: instant(`${until}:00.000Z`),
})

describe('a limit after an interruption', () => {
  test.each<[string, readonly Interruption[], string | null]>([
    ['IN-01 nothing happened', [], null],
    ['IN-02 29 minutes at noon of the last day', [down('2026-11-16T17:00', '2026-11-16T17:29')], null],
    ['IN-03 30 minutes at noon of the last day', [down('2026-11-16T17:00', '2026-11-16T17:30')], nextDay],
    [
      'IN-04 30 minutes in pieces',
      [
        down('2026-11-16T06:00', '2026-11-16T06:10'),
        down('2026-11-16T12:00', '2026-11-16T12:10'),
        down('2026-11-16T20:00', '2026-11-16T20:10'),
      ],
      nextDay,
    ],
    ['IN-05 an hour, more than a day before', [down('2026-11-16T03:00', '2026-11-16T04:00')], null],
    ['IN-06 a minute in the last two hours', [down('2026-11-17T03:30', '2026-11-17T03:31')], nextDay],
    ['IN-07 a minute just before the last two hours', [down('2026-11-17T02:50', '2026-11-17T02:51')], null],
    [
      'IN-08 nobody could sign in for 30 minutes',
      [down('2026-11-16T17:00', '2026-11-16T17:30', 'signIn')],
      nextDay,
    ],
    [
      'IN-09 both at once count once',
      [down('2026-11-16T17:00', '2026-11-16T17:20'), down('2026-11-16T17:05', '2026-11-16T17:25', 'signIn')],
      null,
    ],
    [
      'IN-10 the service came back after the limit, on the day after: from that day',
      [down('2026-11-17T04:00', '2026-11-17T15:00')],
      instant('2026-11-19T04:59:59.999Z'),
    ],
    ['IN-11 it began after the limit', [down('2026-11-17T05:00', '2026-11-17T15:00')], null],
  ])('%s', (_, interruptions, expected) => {
    expect(limitAfter(limit, interruptions)).toBe(expected)
  })

  test('IN-12 before Good Friday: past the weekend and Easter Monday, the Tuesday', () => {
    const thursday = instant('2027-03-26T03:59:59.999Z')
    const after = limitAfter(thursday, [down('2027-03-26T03:00', '2027-03-26T03:20')])
    expect(after).toBe(instant('2027-03-31T03:59:59.999Z'))
  })

  test('IN-13 the limit given is lost in its turn', () => {
    const lost = down('2026-11-18T04:00', '2026-11-18T04:05')
    expect(limitAfter(nextDay, [down('2026-11-16T17:00', '2026-11-16T17:30'), lost])).toBe(
      instant('2026-11-19T04:59:59.999Z'),
    )
    expect(limitAfter(nextDay, [down('2026-11-16T17:00', '2026-11-16T17:30')])).toBeNull()
  })
})
