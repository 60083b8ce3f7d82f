import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, firstDay, instant, month, type Instant, type Month } from '@/domain/calendar'
import {
  closedBy,
  closedFrom,
  closingMonths,
  readClosing,
  type ClosingFacts,
  type TypedClosing,
} from '@/domain/decision/closing'
import { effectAfterNotice } from '@/domain/decision/rights'
import { reasonsFor } from '@/domain/decision/reasons'
import { firstMonth, outcomeOf, watchedIn } from '@/domain/decision/taking'
import { transitionOf } from '@/domain/decision/transitions'
import { closedObligation } from '@/domain/statement/obligation'
import { isEnded } from '@/domain/payment/ended'

/*
 * Closing a file, numbered cases:
 *   CL-01 what happened ends the month after, whatever its day and whenever it is told
 *   CL-02 one's own request ends the month after it, or the later one that was asked for, never an earlier one
 *   CL-03 an absence the person did not tell waits for a month that begins once the notice is over
 *   CL-04 a death, and the person's own word, need no notice
 *   CL-05 what must be known: the day of what happened, the month of one's own request, who told it
 *   CL-06 accepted it ends the assistance and is watched; refused the file stays open; reasons are of one or the other
 *   CL-07 the decisions that stand say whether a file is closed: a review in favour heals, one that maintains does not
 *   CL-08 the statements that lead to a payment from then on are not due, the earlier ones still are
 *   CL-09 a payment that was ready when the decision left is made; those after it are not
 *   CL-10 who asked may take it back while the decision has not left, and nobody else may
 */
const now = instant('2026-11-18T15:00:00.000Z')
const facts = (of: Partial<ClosingFacts>): ClosingFacts => ({
  cause: 'leftQuebec',
  day: day('2026-11-10'),
  month: null,
  toldBy: 'person',
  askedAt: now,
  ...of,
})
const own = (wanted: string, askedAt: Instant = now) =>
  closedFrom(facts({ cause: 'ownRequest', day: null, month: month(wanted), askedAt }), now)

describe('the first month without a benefit', () => {
  test.each([
    ['2026-11-01', '2026-12'],
    ['2026-11-30', '2026-12'],
    ['2026-12-31', '2027-01'],
    ['2026-08-15', '2026-09'],
  ])('CL-01 what happened on %s ends %s', (on, from) => {
    for (const cause of ['death', 'leftQuebec'] as const)
      expect(
        closedFrom(facts({ cause, day: day(on), toldBy: cause === 'death' ? 'others' : 'person' }), now),
      ).toBe(from)
  })

  test('CL-02 one’s own request: the month after it, or a later one', () => {
    expect(own('2026-12')).toBe('2026-12')
    expect(own('2027-02')).toBe('2027-02')
    expect(own('2026-10')).toBe('2026-12')
    // 23:30 on November 30th in Québec is December in UTC: still a request of November.
    expect(own('2026-12', instant('2026-12-01T04:30:00.000Z'))).toBe('2026-12')
    expect(own('2026-12', instant('2026-12-01T05:00:00.000Z'))).toBe('2027-01')
  })

  test('CL-03 told by others: no month that begins before the notice is over', () => {
    const told = (toldBy: 'others' | 'office', leavesAt: Instant) => closedFrom(facts({ toldBy }), leavesAt)
    // November 18th: received after seven days, ten days to react; December 6th. December began before.
    expect(effectAfterNotice(now)).toBe('2026-12-06')
    expect(told('others', now)).toBe('2027-01')
    expect(told('office', now)).toBe('2027-01')
    // The notice is over on the very first of a month: that month.
    expect(effectAfterNotice(instant('2026-11-13T15:00:00.000Z'))).toBe('2026-12-01')
    expect(told('others', instant('2026-11-13T15:00:00.000Z'))).toBe('2026-12')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), fc.constantFrom('office', 'others'), (days, toldBy) => {
        const leavesAt = instant(new Date(Date.UTC(2026, 0, 1 + days, 16)).toISOString())
        const from = told(toldBy as 'office', leavesAt)
        expect(firstDay(from) >= effectAfterNotice(leavesAt)).toBe(true)
        expect(from > '2026-11').toBe(true)
      }),
    )
  })

  test('CL-04 a death, and the person’s own word, need no notice', () => {
    expect(closedFrom(facts({ cause: 'death', toldBy: 'others' }), now)).toBe('2026-12')
    expect(closedFrom(facts({ toldBy: 'person' }), now)).toBe('2026-12')
    expect(own('2026-12')).toBe('2026-12')
  })
})

describe('what must be known', () => {
  const typed: TypedClosing = {
    ...{ cause: 'leftQuebec', toldBy: 'others', month: '', words: ' Parti chez sa fille. ' },
    day: { day: '10', month: '11', year: '2026' },
  }
  const read = (of: Partial<TypedClosing>) => readClosing({ ...typed, ...of }, now)
  const wrong = (of: Partial<TypedClosing>) => {
    const found = read(of)
    return 'problems' in found ? found.problems.map(({ field }) => field) : []
  }

  test('CL-05 is read, or asked for field by field', () => {
    expect(read({})).toEqual({
      given: {
        cause: 'leftQuebec',
        day: '2026-11-10',
        month: null,
        toldBy: 'others',
        words: 'Parti chez sa fille.',
      },
    })
    expect(read({ cause: 'ownRequest', toldBy: '', month: '2027-01', words: '' })).toEqual({
      given: { cause: 'ownRequest', day: null, month: '2027-01', toldBy: 'person', words: null },
    })
    expect(wrong({ cause: '' })).toEqual(['cause'])
    expect(wrong({ toldBy: '' })).toEqual(['toldBy'])
    expect(wrong({ day: { day: '', month: '', year: '' } })).toEqual(['day'])
    expect(wrong({ day: { day: '19', month: '11', year: '2026' } })).toEqual(['day'])
    expect(wrong({ cause: 'death', toldBy: 'person' })).toEqual(['toldBy'])
    expect(wrong({ cause: 'ownRequest', month: '2026-11' })).toEqual(['month'])
    expect(wrong({ cause: 'ownRequest', month: '2027-06' })).toEqual(['month'])
    expect(wrong({ words: 'x'.repeat(2001) })).toEqual(['words'])
    expect(closingMonths(now)).toEqual(['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'])
  })
})

describe('the decision', () => {
  test('CL-06 ends the assistance, or leaves the file open', () => {
    expect(outcomeOf('closing', 'accept')).toBe('ended')
    expect(outcomeOf('closing', 'refuse')).toBe('refused')
    expect(watchedIn('ended', false)).toEqual(['refusal'])
    expect(reasonsFor('closing', 'ended')).toEqual([
      'ownRequest',
      'deceased',
      'notResident',
      'absentFromQuebec',
    ])
    expect(reasonsFor('closing', 'refused')).toEqual(['staysOpen'])
    for (const verb of ['partlyAccept', 'hold', 'askCorrection', 'close'] as const)
      expect(transitionOf('closing', 'claimed', verb), verb).toBeNull()
    const closing = facts({ toldBy: 'others' })
    expect(firstMonth('closing', 'ended', { month: null, now, closing })).toBe('2027-01')
    expect(firstMonth('closing', 'refused', { month: null, now, closing })).toBeNull()
    // Decided at 23:45 it leaves the next day: the notice is counted from there.
    const late = instant('2026-11-14T04:45:00.000Z')
    expect(firstMonth('closing', 'ended', { month: null, now: late, closing })).toBe('2027-01')
  })

  const ended = (id: string, from: string | null) => ({
    ...{ id, kind: 'closing' as const, outcome: 'ended' as const, reviewOf: null },
    fromMonth: from as Month | null,
  })
  const review = (outcome: 'changed' | 'maintained', reviewOf: string) => ({
    ...{ id: 'r', kind: 'review' as const, outcome, reviewOf, fromMonth: null },
  })
  test('CL-07 says whether a file is closed, as long as it stands', () => {
    expect(closedBy([])).toBeNull()
    expect(closedBy([ended('a', '2026-12')])).toBe('2026-12')
    expect(closedBy([ended('a', '2027-02'), ended('b', '2027-01'), ended('c', null)])).toBe('2027-01')
    expect(closedBy([ended('a', '2026-12'), review('changed', 'a')])).toBeNull()
    expect(closedBy([ended('a', '2026-12'), review('maintained', 'a')])).toBe('2026-12')
    expect(closedBy([ended('a', '2026-12'), review('changed', 'other')])).toBe('2026-12')
  })

  test('CL-08 ends the duty for what is not to be paid', () => {
    expect(closedObligation(month('2026-10'), month('2026-12'))).toBeNull()
    expect(closedObligation(month('2026-11'), null)).toBeNull()
    for (const of of ['2026-11', '2026-12', '2027-06'])
      expect(closedObligation(month(of), month('2026-12'))).toEqual({
        files: 'whenChanged',
        why: { code: 'closed', from: '2026-12' },
      })
  })

  test('CL-09 ends the payments that were not ready when it left', () => {
    // The payment of December 2026 is computed at the end of November 23rd.
    const left = (at: string) => ({ fromMonth: month('2026-12'), leftAt: instant(at) })
    expect(isEnded(left('2026-11-20T15:00:00.000Z'), month('2026-12'))).toBe(true)
    expect(isEnded(left('2026-11-24T15:00:00.000Z'), month('2026-12'))).toBe(false)
    expect(isEnded(left('2026-11-24T15:00:00.000Z'), month('2027-01'))).toBe(true)
    expect(isEnded(left('2026-11-20T15:00:00.000Z'), month('2026-11'))).toBe(false)
    expect(isEnded(null, month('2026-12'))).toBe(false)
  })

  test('CL-10 is taken back by who asked, and by nobody else', () => {
    expect(transitionOf('closing', 'decided', 'withdraw')).toMatchObject({ to: 'withdrawn', who: ['person'] })
    expect(transitionOf('statement', 'decided', 'withdraw')).toBeNull()
  })
})
