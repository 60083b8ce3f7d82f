import { describe, expect, test } from 'vitest'
import { addFiling, addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { randomOf } from '../../../prisma/population/random'
import { dayOf, daysBetween, instantOf, month as monthOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import { dueDay, dueInstant, effectiveDueInstant, isLate } from '@/domain/statement/deadline'
import type { Extension } from '@/domain/statement/deadline'
import { closedObligation, obligationFor } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import type { Files, FilingRule } from '@/domain/statement/policy'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   FG-01 what the database counts is what the domain says of each household, whatever the lines of the policy
 *   FG-02 counts are rounded to ten, and one to nine are not given
 *   FG-03 figures that are recent are not counted again, nor by two at once
 *   FG-04 readers read figures and nothing behind them; they have nothing counted
 *   FG-05 the twelve months whose limit has passed, the newest first, counted when someone asks
 *   FG-06 a database that does not answer is said, never a failure
 */
const world = withWorld({ people: false })
const room = () => import('@/server/published-figures')
const door = () => import('@/server/db')

const october = monthOf('2026-10')
const policy = policyFor(october, defaultPolicies)
const limit = dueInstant(october, policy)
/** The limit of those no other extension concerns. */
const extended = '2026-10-17T03:59:59.999Z' as Instant
const programmes = ['socialAssistance', 'socialSolidarity', 'basicIncome'] as const

type Known = {
  programme: (typeof programmes)[number]
  constraint: 'none' | 'temporary' | 'severe'
  fluctuatingIncome: boolean
  decided: Files | null
  present: boolean
  place: { householdId: string; officeId: string; regionCode: string }
  receivedAt: Instant | null
  channel: string
  drafted: boolean
  /** The first month without a benefit, of a file that is closed. */
  closedFrom: Month | null
}

let built: Promise<{ known: Known[]; extensions: Extension[] }> | undefined
const ground = () => (built ??= build())

/** Households of every kind, in three offices, and extensions of every scope. */
async function build() {
  const { owner } = world
  await installMovableClock(owner)
  await moveClock(owner, '2026-11-10T15:00:00.000Z')
  // Here the counts themselves are looked at: no rounding.
  await owner.$executeRawUnsafe(
    `create or replace function published_count(counted bigint) returns integer language sql immutable parallel safe
       as 'select counted::integer'`,
  )
  const offices = await Promise.all(
    ['901', '902', '903'].map(async (code, index) => ({
      id: await addOffice(owner, { code, regionCode: index === 2 ? '09' : '17' }),
      regionCode: index === 2 ? '09' : '17',
    })),
  )
  const { next, pick } = randomOf(15, 0, 0)
  const known: Known[] = []
  for (let index = 0; index < 200; index += 1) {
    const office = pick(offices)
    const couple = next() < 0.3
    const constraints = Array.from({ length: couple ? 2 : 1 }, () =>
      pick(['none', 'none', 'temporary', 'severe'] as const),
    )
    const [programme, fluctuatingIncome] = [pick(programmes), next() < 0.3]
    const present = next() > 0.1
    const { id, adults } = await addHousehold(owner, {
      fileNumber: `CHIFFRE-${index}`,
      officeId: office.id,
      programme: pick(programmes),
      since: '2026-01',
      adults: constraints.map((constraint, adult) => ({
        givenName: `A${adult}`,
        familyName: 'Essai',
        birthDate: '1980-01-01',
        constraint,
        ...(present ? {} : { untilDay: '2026-10-15' }),
      })),
    })
    // What is in force in the month is the latest situation before it; one of a later month counts for nothing.
    for (const [fromMonth, of] of [
      ['2026-06', programme],
      ['2026-11', pick(programmes)],
    ] as const)
      await owner.householdSituation.create({
        data: { householdId: id, fromMonth, programme: of, fluctuatingIncome, onAssistanceSince: '2026-01' },
      })
    const decided = next() < 0.15 ? pick(['always', 'whenChanged'] as const) : null
    if (decided)
      await owner.filingObligation.create({
        data: { householdId: id, month: october, files: decided, reason: 'essai' },
      })
    const receivedAt = next() < 0.75 ? momentAround(next()) : null
    const channel = pick(['web', 'web', 'telephone', 'counter', 'paper'])
    if (receivedAt) {
      const by = { householdId: id, by: adults[0]!, byName: 'A0 Essai', month: october }
      const first = await addFiling(owner, { ...by, receivedAt })
      await owner.filing.update({ where: { id: first.id }, data: { channel } })
      // A correction, and another month: neither is the statement of the month.
      if (next() < 0.2) await addFiling(owner, { ...by, receivedAt: laterBy(receivedAt, 1), version: 2 })
      if (next() < 0.2) await addFiling(owner, { ...by, receivedAt, month: monthOf('2026-09') })
    }
    const drafted = next() < 0.4
    if (drafted)
      for (const personId of adults)
        await owner.statementDraft.create({
          data: { householdId: id, personId, kind: 'statement', month: october, fields: {} },
        })
    const constraint = constraints.includes('severe')
      ? 'severe'
      : constraints.includes('temporary')
        ? 'temporary'
        : 'none'
    // What October leads to is not paid of the first, and is of the second.
    const closedFrom = index % 9 === 4 ? monthOf('2026-11') : index % 9 === 7 ? monthOf('2026-12') : null
    if (closedFrom) await close(id, office.id, closedFrom)
    const place = { householdId: id, officeId: office.id, regionCode: office.regionCode }
    known.push({
      ...{ programme, constraint, fluctuatingIncome, decided, present, place, receivedAt, channel },
      ...{ drafted, closedFrom },
    })
  }
  const extensions: Extension[] = []
  const extend = async (scope: Extension['scope'], newInstant: string, of = october) => {
    const row = await owner.filingExtension.create({
      data: {
        scope: scope.kind,
        officeId: 'officeId' in scope ? scope.officeId : null,
        regionCode: 'regionCode' in scope ? scope.regionCode : null,
        householdId: 'householdId' in scope ? scope.householdId : null,
        month: of,
        newInstant: new Date(newInstant),
        reasonFr: 'Raison',
        reasonEn: 'Reason',
      },
    })
    const reason = { fr: 'Raison', en: 'Reason' }
    const decidedAt = instantOf(row.decidedAt)
    extensions.push({ id: row.id, scope, month: of, newInstant: newInstant as Instant, reason, decidedAt })
  }
  await extend({ kind: 'everyone' }, extended)
  await extend({ kind: 'office', officeId: offices[0]!.id }, '2026-10-20T03:59:59.999Z')
  await extend({ kind: 'office', officeId: offices[0]!.id }, '2026-10-18T03:59:59.999Z')
  await extend({ kind: 'region', regionCode: '09' }, '2026-10-25T03:59:59.999Z')
  for (const { place } of known.slice(0, 30))
    await extend({ kind: 'household', householdId: place.householdId }, '2026-11-05T04:59:59.999Z')
  await extend({ kind: 'everyone' }, '2026-12-30T04:59:59.999Z', monthOf('2026-09'))
  return { known, extensions }
}

/** Closes a file by a decision that has left. */
async function close(householdId: string, officeId: string, fromMonth: Month): Promise<void> {
  const { owner } = world
  const decidedBy = await addStaff(owner, { name: 'Lina', role: 'agent', officeId })
  const task = await owner.task.create({
    data: {
      ...{ kind: 'closing', officeId, householdId, subjectId: crypto.randomUUID(), state: 'decided' },
      ...{ urgency: 3, endedAt: new Date('2026-10-05T15:00:00.000Z') },
    },
  })
  await owner.decision.create({
    data: {
      ...{
        number: `D-${task.id}`,
        taskId: task.id,
        householdId,
        kind: 'closing',
        outcome: 'ended',
        fromMonth,
      },
      ...{ language: 'fr', wordingVersion: 'w', decidedBy, leavesAt: new Date('2026-10-05T15:30:00.000Z') },
    },
  })
}

const laterBy = (at: Instant, days: number) => instantOf(new Date(Date.parse(at) + days * 86_400_000))
/** From two weeks before the limit to a month after, the edges of days among them. */
function momentAround(draw: number): Instant {
  if (draw < 0.2) return extended
  if (draw < 0.3) return instantOf(new Date(Date.parse(extended) + 1))
  return laterBy(limit, -14 + draw * 45)
}

/** What the domain says of the same households. */
function expected({ known, extensions }: Awaited<ReturnType<typeof build>>, whoFiles: readonly FilingRule[]) {
  const asked = known.filter(({ present, decided, ...situation }) => {
    const decision = decided && { files: decided, reason: 'essai' }
    const facts = { ...situation, constraints: [situation.constraint] }
    const duty =
      closedObligation(october, situation.closedFrom) ??
      obligationFor(facts, { ...policy, whoFiles }, decision)
    return present && duty.files === 'always'
  })
  const dueAt = ({ place }: Known) => effectiveDueInstant(october, policy, extensions, place).at
  const when = (one: Known) => {
    if (!one.receivedAt) return 'missing'
    const ahead = daysBetween(dayOf(one.receivedAt), dayOf(dueAt(one)))
    if (isLate(one.receivedAt, dueAt(one))) return ahead >= -7 ? 'weekAfter' : 'later'
    return ahead >= 8 ? 'weekBefore' : ahead >= 3 ? 'daysBefore' : ahead >= 1 ? 'eve' : 'lastDay'
  }
  const count = (wanted: string) => asked.filter((one) => when(one) === wanted).length
  const by = (channel: string) => asked.filter((one) => one.receivedAt && one.channel === channel).length
  const times = {
    weekBefore: count('weekBefore'),
    daysBefore: count('daysBefore'),
    eve: count('eve'),
    lastDay: count('lastDay'),
    weekAfter: count('weekAfter'),
    later: count('later'),
  }
  return {
    asked: asked.length,
    onTime: times.weekBefore + times.daysBefore + times.eve + times.lastDay,
    late: times.weekAfter + times.later,
    missing: count('missing'),
    begun: known.filter(({ drafted, receivedAt }) => drafted && !receivedAt).length,
    times,
    channels: { web: by('web'), telephone: by('telephone'), counter: by('counter'), paper: by('paper') },
  }
}

async function refresh(rules: readonly FilingRule[], hours = 0, of: string = october): Promise<boolean> {
  const { withViewer } = await door()
  const [row] = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<{ counted: boolean }>('select refresh_figures($1, $2, $3, make_interval(hours => $4)) as counted', [
      of,
      dueDay(october, policy),
      JSON.stringify(rules),
      hours,
    ]),
  )
  return row!.counted
}
const figuresOf = async (of: string) =>
  (await world.owner.publishedFigures.findFirstOrThrow({ where: { month: of } })).figures

describe('what is counted', () => {
  test.each<[string, readonly FilingRule[]]>([
    ['the policy in force', policy.whoFiles],
    [
      'lines with every condition, the first that fits',
      [
        { programme: 'socialSolidarity', fluctuatingIncome: true, files: 'always' },
        { constraint: 'severe', files: 'whenChanged' },
        {
          programme: 'socialAssistance',
          constraint: 'temporary',
          fluctuatingIncome: false,
          files: 'whenChanged',
        },
        { fluctuatingIncome: false, files: 'always' },
        { files: 'whenChanged' },
      ],
    ],
    ['nobody', [{ files: 'whenChanged' }]],
  ])('FG-01 %s', async (_name, rules) => {
    const all = await ground()
    expect(await refresh(rules)).toBe(true)
    const wanted = expected(all, rules)
    expect(await figuresOf(october)).toEqual(wanted)
    // Counts of nothing would prove nothing.
    if (rules === policy.whoFiles)
      for (const part of [wanted.late, wanted.missing, wanted.begun, ...Object.values(wanted.times)])
        expect(part).toBeGreaterThan(0)
  })

  test('FG-03 recent figures stay, and two never count at once', async () => {
    await ground()
    expect(await refresh(policy.whoFiles)).toBe(true)
    expect(await refresh([{ files: 'whenChanged' }], 1)).toBe(false)
    await moveClock(world.owner, '2026-11-10T16:05:00.000Z')
    await world.owner.$transaction(async (tx) => {
      await tx.$queryRawUnsafe(`select pg_advisory_xact_lock(hashtextextended('figures', 0))::text`)
      expect(await refresh([{ files: 'whenChanged' }], 1)).toBe(false)
    })
    expect(await refresh([{ files: 'whenChanged' }], 1)).toBe(true)
    // The demo's clock went back: figures of the future are of no use.
    await moveClock(world.owner, '2026-11-10T15:00:00.000Z')
    expect(await refresh(policy.whoFiles, 1)).toBe(true)
  })

  test('FG-04 readers read figures, and nothing behind them', async () => {
    await ground()
    const { withViewer } = await door()
    const as = (role: 'anonymous' | 'worker', text: string) => withViewer({ role }, ({ sql }) => sql(text))
    await expect(as('anonymous', 'select * from published_figures')).resolves.not.toHaveLength(0)
    for (const text of [
      `select refresh_figures('2026-10', '2026-10-15', '[]', '1 hour')`,
      'select count(*) from filing',
      `update published_figures set figures = '{}'`,
      `select published_count(5)`,
    ])
      await expect(as('anonymous', text), text).rejects.toThrow(/denied/)
    await expect(as('worker', 'select count(*) from filing')).rejects.toThrow(/denied/)
  })

  test('FG-05 twelve months whose limit has passed, counted when someone asks', async () => {
    const all = await ground()
    await world.owner.publishedFigures.deleteMany()
    const { publishedFigures } = await room()
    const first = await publishedFigures()
    expect(first?.length).toBeGreaterThan(0)
    // What took longer than a page waits is there for the next.
    await expect.poll(async () => (await publishedFigures())?.length, { timeout: 20_000 }).toBe(12)
    const months = (await publishedFigures())!
    expect(months.map(({ month }) => month)).toEqual([
      ...['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05'],
      ...['2026-04', '2026-03', '2026-02', '2026-01', '2025-12', '2025-11'],
    ])
    expect(months[0]!.figures).toEqual(expected(all, policy.whoFiles))
    expect(months.at(-1)!.figures.asked).toBe(0)
    // The limit of November is the 16th, a Monday, to its last millisecond.
    await moveClock(world.owner, '2026-11-17T04:59:59.000Z')
    expect((await publishedFigures())![0]!.month).toBe('2026-10')
    await moveClock(world.owner, '2026-11-17T05:00:01.000Z')
    await expect.poll(async () => (await publishedFigures())![0]!.month).toBe('2026-11')
    await moveClock(world.owner, '2026-11-10T15:00:00.000Z')
  })
})

test('FG-02 a count says nothing of a few', async () => {
  // The function as the migrations make it, which this file has replaced in its own database.
  const { readFileSync } = await import('node:fs')
  const migration = readFileSync(
    new URL('../../../prisma/migrations/20261126000200_published_figures/migration.sql', import.meta.url),
    'utf8',
  )
  const made = /create (function published_count[^;]+;)/.exec(migration)![1]!
  await world.owner.$executeRawUnsafe(`create or replace ${made}`)
  const rows = await world.owner.$queryRawUnsafe<{ n: number; shown: number | null }[]>(
    'select n::integer, published_count(n) as shown from generate_series(0, 1000) as n',
  )
  expect(rows).toHaveLength(1001)
  for (const { n, shown } of rows) {
    const wanted = n === 0 ? 0 : n < 10 ? null : Math.round(n / 10) * 10
    expect({ n, shown }).toEqual({ n, shown: wanted })
  }
})

test('FG-06 a database that does not answer is said, never a failure', async () => {
  const { publishedFigures } = await room()
  const shared = globalThis as unknown as { quinzePools: Map<string, { connect: unknown }> }
  const pools = shared.quinzePools
  shared.quinzePools = new Map(
    [...pools].map(([name]) => [name, { connect: () => Promise.reject(new Error('gone')) }]),
  )
  try {
    expect(await publishedFigures()).toBeNull()
  } finally {
    shared.quinzePools = pools
  }
})
