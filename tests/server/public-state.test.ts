import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addHousehold, addOffice, addStaff } from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import { withWorld } from '../support/world'

/*
 * Numbered cases, before the code:
 *   PS-01 however many pages are drawn at once, the database is asked once in five seconds, in one statement
 *   PS-02 while it is away the last state known goes on, and ages: what reached its end no longer shows
 *   PS-03 it is asked again five seconds later, and what it says then is shown
 *   PS-04 a slow database holds no page for long
 *   PS-05 the build asks nobody
 *   SL-01 outages of twelve months, newest first: lasting, over, withdrawn; what never showed is in no log
 *   SL-02 extensions given to many, with for whom; never a household's
 *   SL-03 a database away leaves the last log, and says that it does not answer; before the first, nothing is known
 */
const world = withWorld({ people: false })
const now = '2026-11-10T15:00:00.000Z'
const fresh = () => {
  const shared = globalThis as { quinzePublicState?: unknown; quinzeServiceLog?: unknown }
  delete shared.quinzePublicState
  delete shared.quinzeServiceLog
}
const rooms = async () => ({
  ...(await import('@/server/public-state')),
  ...(await import('@/server/service-log')),
  pool: (await import('@/server/viewer')).anonymousPool(),
})

let built: Promise<{ staffId: string; officeId: string }> | undefined
const ground = () =>
  (built ??= (async () => {
    await installMovableClock(world.owner)
    await moveClock(world.owner, now)
    const officeId = await addOffice(world.owner, {
      code: '901',
      nameFr: 'Bureau d’essai',
      nameEn: 'Test Office',
    })
    const staffId = await addStaff(world.owner, { name: 'Sacha Cadre', role: 'supervisor', officeId })
    return { staffId, officeId }
  })())

async function notice(kind: string, from: string, until: string | null, withdrawnAt: string | null = null) {
  const { staffId } = await ground()
  const created = await world.owner.serviceNotice.create({
    data: {
      kind,
      textFr: `Avis ${from}`,
      textEn: `Notice ${from}`,
      shownFrom: new Date(from),
      shownUntil: until && new Date(until),
      decidedBy: staffId,
      withdrawnAt: withdrawnAt && new Date(withdrawnAt),
      withdrawnBy: withdrawnAt && staffId,
    },
  })
  return created.id
}

beforeEach(async () => {
  await ground()
  fresh()
  await world.owner.serviceNotice.deleteMany()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
const away = (): never => {
  throw new Error('connection refused')
}

describe('what every page shares', () => {
  test('PS-01 is asked once in five seconds, in one statement', async () => {
    const id = await notice('outage', '2026-11-10T14:00:00.000Z', null)
    const { publicState, pool } = await rooms()
    const asked = vi.spyOn(pool, 'query')
    vi.useFakeTimers({ toFake: ['performance'] })
    const states = await Promise.all(Array.from({ length: 50 }, () => publicState()))
    expect(asked).toHaveBeenCalledTimes(1)
    for (const { notices } of states) expect(notices.map((one) => one.id)).toEqual([id])
    vi.advanceTimersByTime(4_999)
    await publicState()
    expect(asked).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1)
    await publicState()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('PS-02 and PS-03 outlives the database, ages, and is renewed when it is back', async () => {
    const short = await notice('information', '2026-11-10T14:00:00.000Z', '2026-11-10T15:30:00.000Z')
    const long = await notice('plannedWork', '2026-11-10T13:00:00.000Z', '2026-11-12T15:00:00.000Z')
    const { publicState, pool } = await rooms()
    vi.useFakeTimers({ toFake: ['performance'] })
    const first = await publicState()
    expect(first.notices.map(({ id }) => id)).toEqual([short, long])
    const asked = vi.spyOn(pool, 'query').mockImplementation(away)
    vi.advanceTimersByTime(3_600_000)
    const aged = await publicState()
    expect(aged.notices.map(({ id }) => id)).toEqual([long])
    expect(Date.parse(aged.now) - Date.parse(first.now)).toBe(3_600_000)
    await publicState()
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
    const outage = await notice('outage', '2026-11-10T14:59:00.000Z', null)
    expect((await publicState()).notices.map(({ id }) => id)).toEqual([long])
    vi.advanceTimersByTime(5_000)
    expect((await publicState()).notices.map(({ id }) => id)).toEqual([outage, short, long])
  })

  test('PS-04 a slow database holds no page for long', async () => {
    await notice('outage', '2026-11-10T14:00:00.000Z', null)
    const { publicState, pool } = await rooms()
    let answer = () => {}
    const slow = new Promise<void>((resolve) => (answer = resolve))
    const real = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
    vi.spyOn(pool, 'query').mockImplementation((async (...args: unknown[]) => {
      await slow
      return real(...args)
    }) as never)
    const started = performance.now()
    expect((await publicState()).notices).toEqual([])
    expect(performance.now() - started).toBeLessThan(4_000)
    answer()
    await expect.poll(async () => (await publicState()).notices.length).toBe(1)
  })

  test('PS-05 the build asks nobody', async () => {
    const { publicState, serviceLog, pool } = await rooms()
    const { publishedFigures } = await import('@/server/published-figures')
    const asked = vi.spyOn(pool, 'query')
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    expect((await publicState()).notices).toEqual([])
    expect(await serviceLog()).toEqual({ answers: null, log: null })
    expect(await publishedFigures()).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('the log of the service', () => {
  test('SL-01 keeps the outages of twelve months, and nothing that never showed', async () => {
    await notice('outage', '2025-11-09T15:00:00.000Z', '2025-11-09T16:00:00.000Z')
    const old = await notice('outage', '2025-11-11T15:00:00.000Z', '2025-11-11T16:00:00.000Z')
    const cut = await notice(
      'outage',
      '2026-10-01T15:00:00.000Z',
      '2026-10-01T18:00:00.000Z',
      '2026-10-01T16:30:00.000Z',
    )
    const lasting = await notice('outage', '2026-11-10T14:00:00.000Z', '2026-11-10T18:00:00.000Z')
    await notice('outage', '2026-11-10T18:00:00.000Z', null)
    await notice('outage', '2026-11-09T18:00:00.000Z', null, '2026-11-09T17:00:00.000Z')
    await notice('plannedWork', '2026-11-10T14:00:00.000Z', '2026-11-12T15:00:00.000Z')
    const { serviceLog } = await rooms()
    const { answers, log } = await serviceLog()
    expect(answers).toBe(true)
    expect(log!.outages.map(({ id, until }) => [id, until])).toEqual([
      [lasting, null],
      [cut, '2026-10-01T16:30:00.000Z'],
      [old, '2025-11-11T16:00:00.000Z'],
    ])
    expect(log!.outages[0]).toMatchObject({
      from: '2026-11-10T14:00:00.000Z',
      text: { fr: 'Avis 2026-11-10T14:00:00.000Z', en: 'Notice 2026-11-10T14:00:00.000Z' },
    })
  })

  test('SL-02 keeps extensions given to many, never a household’s', async () => {
    const { owner } = world
    const { officeId } = await ground()
    const { id: householdId } = await addHousehold(owner, {
      fileNumber: 'DELAI-1',
      officeId,
      adults: [{ givenName: 'Ana', familyName: 'Essai', birthDate: '1980-01-01' }],
    })
    const extend = (scope: string, decidedAt: string, more = {}) =>
      owner.filingExtension.create({
        data: {
          scope,
          month: '2026-10',
          newInstant: new Date('2026-10-21T03:59:59.999Z'),
          reasonFr: `Raison ${scope}`,
          reasonEn: `Reason ${scope}`,
          decidedAt: new Date(decidedAt),
          ...more,
        },
      })
    await extend('everyone', '2026-10-14T15:00:00.000Z')
    await extend('region', '2026-10-15T15:00:00.000Z', { regionCode: '09' })
    await extend('office', '2026-10-16T15:00:00.000Z', { officeId })
    await extend('household', '2026-10-17T15:00:00.000Z', { householdId })
    const yearBefore = { month: '2025-10', newInstant: new Date('2025-10-21T03:59:59.999Z') }
    await extend('everyone', '2025-10-14T15:00:00.000Z', yearBefore)
    const { serviceLog } = await rooms()
    const { log } = await serviceLog()
    expect(log!.extensions.map(({ scope }) => scope)).toEqual([
      { kind: 'office', name: { fr: 'Bureau d’essai', en: 'Test Office' } },
      { kind: 'region', regionCode: '09' },
      { kind: 'everyone' },
    ])
    expect(log!.extensions[0]).toMatchObject({
      month: '2026-10',
      newInstant: '2026-10-21T03:59:59.999Z',
      reason: { fr: 'Raison office', en: 'Reason office' },
    })
    const { withViewer } = await import('@/server/db')
    const ask = (text: string) => withViewer({ role: 'anonymous' }, ({ sql }) => sql(text))
    expect(await ask('select id from filing_extension')).toHaveLength(4)
    for (const column of ['household_id', 'decided_by'])
      await expect(ask(`select ${column} from filing_extension`)).rejects.toThrow(/denied/)
  })

  test('SL-03 says when the database does not answer, with the last log known', async () => {
    const { serviceLog, pool } = await rooms()
    const gone = vi.spyOn(pool, 'query').mockImplementation(away)
    expect(await serviceLog()).toEqual({ answers: false, log: null })
    gone.mockRestore()
    const { log } = await serviceLog()
    vi.spyOn(pool, 'query').mockImplementation(away)
    expect(await serviceLog()).toEqual({ answers: false, log })
  })
})
