import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, instant, instantOf, month } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import type { Extension } from '@/domain/statement/deadline'
import type { Obligation } from '@/domain/statement/obligation'
import { defaultPolicies } from '@/domain/statement/policy'
import { monthsToCatchUp, openMonths, statementState } from '@/domain/statement/state'
import type { StatementFacts, StatementState } from '@/domain/statement/state'

const why = { code: 'policy', source: 'test', confidence: 'uncertain' } as const
const files: Obligation = { files: 'always', why }
const spared: Obligation = { files: 'whenChanged', why }
const place = { householdId: 'h1', officeId: 'o1', regionCode: '06' }
const november = month('2026-11')
// November 15, 2026 is a Sunday: due on Monday the 16th.
const dueAt = instant('2026-11-17T04:59:59.999Z')
const outage: Extension = {
  id: 'outage',
  scope: { kind: 'everyone' },
  month: november,
  newInstant: instant('2026-11-20T04:59:59.999Z'),
  reason: { fr: 'Panne du portail', en: 'Portal outage' },
  decidedAt: instant('2026-11-16T22:00:00.000Z'),
}
const version = (number: number, receivedAt: string) => ({
  version: number,
  receivedAt: instant(receivedAt),
  dueAt,
})

function facts(more: Partial<StatementFacts> = {}): StatementFacts {
  return { month: november, obligation: files, filings: [], drafts: [], viewerId: 'marie', place, ...more }
}
function stateAt(
  now: string,
  more: Partial<StatementFacts> = {},
  extensions: Extension[] = [],
): StatementState {
  return statementState(facts(more), { policies: defaultPolicies, extensions }, instant(now))
}

const own = { drafts: [{ personId: 'marie' }] }
const spouse = { drafts: [{ personId: 'jean' }] }
const sent = { filings: [version(1, '2026-11-10T15:00:00.000Z')] }
const sentLate = { filings: [version(1, '2026-11-17T05:00:00.000Z')] }
const twice = { filings: [version(2, '2026-11-19T15:00:00.000Z'), version(1, '2026-11-10T15:00:00.000Z')] }
const exempt = { obligation: spared }

describe('the name of the state', () => {
  it.each([
    ['S-01 one millisecond before the 1st', '2026-11-01T03:59:59.999Z', {}, [], 'notYetOpen'],
    ['S-02 midnight of the 1st', '2026-11-01T04:00:00.000Z', {}, [], 'open'],
    ['S-03 my own draft changes nothing', '2026-11-05T15:00:00.000Z', own, [], 'open'],
    ['S-04 the other adult has begun', '2026-11-05T15:00:00.000Z', spouse, [], 'draftedByOther'],
    ['S-05 the Sunday before', '2026-11-16T04:59:59.999Z', {}, [], 'open'],
    ['S-06 the first millisecond of the due day', '2026-11-16T05:00:00.000Z', {}, [], 'dueToday'],
    ['S-07 its last millisecond, 23:59:59.999', '2026-11-17T04:59:59.999Z', {}, [], 'dueToday'],
    ['S-08 one millisecond later', '2026-11-17T05:00:00.000Z', {}, [], 'late'],
    ['S-09 due today outranks a draft of the other', '2026-11-16T15:00:00.000Z', spouse, [], 'dueToday'],
    ['S-10 late outranks it too', '2026-11-18T15:00:00.000Z', spouse, [], 'late'],
    ['S-11 extended, before the regular limit', '2026-11-10T15:00:00.000Z', {}, [outage], 'extended'],
    ['S-12 extended, after the regular limit', '2026-11-18T15:00:00.000Z', {}, [outage], 'extended'],
    ['S-13 the regular day is not today when extended', '2026-11-16T15:00:00.000Z', {}, [outage], 'extended'],
    ['S-14 the new limit is today', '2026-11-19T15:00:00.000Z', {}, [outage], 'dueToday'],
    ['S-15 late after the new limit', '2026-11-20T05:00:00.000Z', {}, [outage], 'late'],
    [
      'S-16 a draft of the other outranks extended',
      '2026-11-18T15:00:00.000Z',
      spouse,
      [outage],
      'draftedByOther',
    ],
    ['S-17 filed', '2026-11-10T15:00:00.000Z', sent, [], 'filed'],
    ['S-18 filed late is filed', '2026-11-18T15:00:00.000Z', sentLate, [], 'filed'],
    ['S-19 corrected', '2026-11-20T15:00:00.000Z', twice, [], 'corrected'],
    ['S-20 exempt', '2026-11-10T15:00:00.000Z', exempt, [], 'exempt'],
    ['S-21 exempt before the month', '2026-10-10T15:00:00.000Z', exempt, [], 'exempt'],
    ['S-22 exempt years after', '2029-10-10T15:00:00.000Z', exempt, [], 'exempt'],
    [
      'S-23 sent, then exempt: what was sent is shown',
      '2026-11-20T15:00:00.000Z',
      { ...sent, ...exempt },
      [],
      'filed',
    ],
    ['S-24 late until the last millisecond', '2027-12-01T04:59:59.999Z', {}, [], 'late'],
    ['S-25 too old to be filed online', '2027-12-01T05:00:00.000Z', {}, [], 'closed'],
    ['S-26 too old to be corrected', '2027-12-01T05:00:00.000Z', twice, [], 'closed'],
  ] as const)('%s', (_number, now, more, extensions, name) => {
    expect(stateAt(now, more, [...extensions]).name).toBe(name)
  })
})

describe('what the page is given', () => {
  it('S-40 open: the limit, the opening, the payment it leads to', () => {
    const state = stateAt('2026-11-05T15:00:00.000Z', own)
    expect(state).toMatchObject({
      opensOn: '2026-11-01',
      closesAt: '2027-12-01T04:59:59.999Z',
      mayFile: true,
      mayCorrect: false,
      hasOwnDraft: true,
      draftedBy: [],
      filed: null,
    })
    expect(state.due).toEqual({ at: dueAt, regularAt: dueAt, extension: null })
    expect(state.payment).toMatchObject({ month: '2026-12', paidOn: '2026-12-01', run: 'regular' })
  })

  it('S-41 drafts: mine apart from the others, and all are others to an agent', () => {
    const both = { drafts: [{ personId: 'jean' }, { personId: 'marie' }] }
    expect(stateAt('2026-11-05T15:00:00.000Z', both)).toMatchObject({
      hasOwnDraft: true,
      draftedBy: ['jean'],
    })
    expect(stateAt('2026-11-05T15:00:00.000Z', { ...both, viewerId: null })).toMatchObject({
      hasOwnDraft: false,
      draftedBy: ['jean', 'marie'],
    })
  })

  it('S-42 late: what may happen, and not before M+2', () => {
    const state = stateAt('2026-11-18T15:00:00.000Z')
    if (state.name !== 'late') throw new Error(state.name)
    expect(state.consequence).toEqual({ paymentAtRisk: '2027-01', paidOn: '2026-12-30' })
    expect(state.mayFile).toBe(true)
    expect(state.payment.run).toBe('regular')
    expect(stateAt('2026-11-24T15:00:00.000Z').payment.run).toBe('supplementary')
  })

  it('S-42a late for two months: no payment already made is said to be at risk', () => {
    const state = stateAt('2026-11-10T15:00:00.000Z', { month: month('2026-09') })
    if (state.name !== 'late') throw new Error(state.name)
    // Notice given on November 10 ends on the 20th, before the cut-off of the payment of December, the 23rd.
    expect(state.consequence).toEqual({ paymentAtRisk: '2026-12', paidOn: '2026-12-01' })
  })

  it('S-43 extended: says why', () => {
    const state = stateAt('2026-11-18T15:00:00.000Z', {}, [outage])
    if (state.name !== 'extended') throw new Error(state.name)
    expect(state.extension.reason.fr).toBe('Panne du portail')
    expect(state.due.regularAt).toBe(dueAt)
  })

  it('S-44 filed: on time by the first version; a correction after the limit does not make it late', () => {
    const state = stateAt('2026-11-20T15:00:00.000Z', twice)
    expect(state.filed).toEqual({
      receivedAt: '2026-11-10T15:00:00.000Z',
      latestReceivedAt: '2026-11-19T15:00:00.000Z',
      latestVersion: 2,
      late: false,
      healed: false,
    })
    expect(state.mayFile).toBe(false)
    expect(state.mayCorrect).toBe(true)
  })

  it('S-45 an extension granted after the fact heals a late filing', () => {
    expect(stateAt('2026-11-18T15:00:00.000Z', sentLate).filed).toMatchObject({ late: true, healed: false })
    expect(stateAt('2026-11-18T15:00:00.000Z', sentLate, [outage]).filed).toMatchObject({
      late: false,
      healed: true,
    })
  })

  it('S-46 and heals one not yet filed: late becomes extended', () => {
    expect(stateAt('2026-11-18T15:00:00.000Z').name).toBe('late')
    expect(stateAt('2026-11-18T15:00:00.000Z', {}, [outage]).name).toBe('extended')
  })

  it('S-47 an exempt household is never late, and cannot file, but what it sent can be corrected', () => {
    expect(stateAt('2026-11-18T15:00:00.000Z', { ...sentLate, ...exempt }).filed).toMatchObject({
      late: false,
    })
    expect(stateAt('2026-11-18T15:00:00.000Z', exempt)).toMatchObject({ mayFile: false, mayCorrect: false })
    expect(stateAt('2026-11-18T15:00:00.000Z', { ...sent, ...exempt }).mayCorrect).toBe(true)
  })

  it('S-48 closed: nothing can be sent, what was sent is still given', () => {
    const state = stateAt('2028-01-01T15:00:00.000Z', twice)
    expect(state).toMatchObject({ name: 'closed', mayFile: false, mayCorrect: false })
    expect(state.filed?.latestVersion).toBe(2)
    expect(stateAt('2028-01-01T15:00:00.000Z')).toMatchObject({ name: 'closed', filed: null, mayFile: false })
  })

  it('S-49 before the policy begins there is no state', () => {
    expect(() => stateAt('2026-11-18T15:00:00.000Z', { month: month('2015-12') })).toThrow(RangeError)
  })
})

describe('several months', () => {
  const now = instant('2026-11-18T15:00:00.000Z')

  it('S-60 the missing months, oldest first; the filed, exempt and unopened are not missing', () => {
    const state = (of: string, more: Partial<StatementFacts> = {}) =>
      statementState(facts({ month: month(of), ...more }), { policies: defaultPolicies, extensions: [] }, now)
    const states = [
      state('2026-12'),
      state('2026-11'),
      state('2026-10', { filings: [version(1, '2026-10-10T15:00:00.000Z')] }),
      state('2026-09'),
      state('2026-08', exempt),
      state('2025-10'),
    ]
    expect(monthsToCatchUp(states)).toEqual(['2026-09', '2026-11'])
  })

  it('S-61 the months open online, twelve back at most, none before the person came', () => {
    expect(openMonths(now, month('2026-09'), defaultPolicies)).toEqual(['2026-09', '2026-10', '2026-11'])
    const all = openMonths(now, month('2016-01'), defaultPolicies)
    expect(all[0]).toBe('2025-11')
    expect(all).toHaveLength(13)
    expect(openMonths(now, month('2026-12'), defaultPolicies)).toEqual([])
  })

  it('S-62 someone who came before the first known policy has the same months open', () => {
    expect(openMonths(now, month('1998-03'), defaultPolicies)).toEqual(
      openMonths(now, month('2016-01'), defaultPolicies),
    )
  })
})

describe('properties', () => {
  const times = fc.integer({
    min: Date.parse('2016-01-01T12:00:00Z'),
    max: Date.parse('2040-12-31T12:00:00Z'),
  })
  const someMonth = fc.integer({ min: 0, max: 299 }).map((count) => addMonths(month('2016-01'), count))
  const at = (time: number): Instant => instantOf(new Date(time))
  const someFacts = fc.record({
    month: someMonth,
    obligation: fc.constantFrom(files, spared),
    filings: fc
      .array(times, { maxLength: 3 })
      .map((received) =>
        received.map((time, index) => ({ version: index + 1, receivedAt: at(time), dueAt: null })),
      ),
    drafts: fc.subarray([{ personId: 'marie' }, { personId: 'jean' }]),
    viewerId: fc.constantFrom('marie', null),
    place: fc.constant(place),
  })
  const someExtensions = fc.array(
    fc.record({ month: someMonth, time: times }).map(({ month: of, time }, index = 0) => ({
      ...outage,
      id: `e${index}`,
      month: of,
      newInstant: at(time),
    })),
    { maxLength: 4 },
  )

  it('S-80 an extension never harms: it never makes late, never closes, never takes away the right to file', () => {
    fc.assert(
      fc.property(someFacts, times, times, someExtensions, (some, time, granted, others) => {
        const before = statementState(some, { policies: defaultPolicies, extensions: others }, at(time))
        const extension = { ...outage, id: 'new', month: some.month, newInstant: at(granted) }
        const after = statementState(
          some,
          { policies: defaultPolicies, extensions: [...others, extension] },
          at(time),
        )
        expect(after.due.at >= before.due.at).toBe(true)
        expect(after.due.at >= after.due.regularAt).toBe(true)
        if (before.name !== 'late') expect(after.name).not.toBe('late')
        if (before.name !== 'closed') expect(after.name).not.toBe('closed')
        if (before.filed && !before.filed.late) expect(after.filed?.late).toBe(false)
        if (before.mayFile) expect(after.mayFile).toBe(true)
        if (before.mayCorrect) expect(after.mayCorrect).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it('S-81 what the name says agrees with what may be done', () => {
    fc.assert(
      fc.property(someFacts, times, someExtensions, (some, time, extensions) => {
        const state = statementState(some, { policies: defaultPolicies, extensions }, at(time))
        expect(state.mayFile).toBe(
          ['open', 'draftedByOther', 'dueToday', 'extended', 'late'].includes(state.name),
        )
        if (['filed', 'corrected'].includes(state.name)) expect(state.filed).not.toBeNull()
        if (state.mayFile) expect(state.filed).toBeNull()
        if (state.name === 'late') expect(time > Date.parse(state.due.at)).toBe(true)
        if (state.name === 'exempt') expect(some.obligation.files).toBe('whenChanged')
      }),
      { numRuns: 3_000 },
    )
  })
})
