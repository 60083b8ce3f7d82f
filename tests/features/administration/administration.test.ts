import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import { amountTables, type AmountTables } from '@/domain/benefit/amounts'
import { month } from '@/domain/calendar'
import { erasableKinds } from '@/domain/retention/schedule'
import { readTrial } from '@/features/administration/schema'
import type { Staff } from '@/server/viewer'
import { openOffice } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * The administration. Numbered cases, before the code:
 *   AD-01 a policy to come is tried on the households of the month, of every office: how many change and by how much, to
 *         the cent; the income is that of last month's statements
 *   AD-02 who is no longer there, or not yet on assistance, is not counted; nobody is in what is given back
 *   AD-03 a trial of a month that is not to come, or that cannot be read, computes nothing; what was typed is kept
 *   AD-04 the facts of a trial are for the worker alone, and hold neither name, number nor words
 *   AD-05 what is past its time is counted by kind, at the moment its time ends, and nothing is erased
 *   AD-07 another due day is tried on the statements of last month, by when they first came
 *   AD-08 another rule of who files is tried on the households of last month; nobody ticked is a rule too
 *   AD-06 the later limits granted to more than one household are shown, and those of one household are not
 */
const world = withWorld({ people: false })
const queries = () => import('@/features/administration/queries')
const db = () => import('@/server/db')
let office: string
let far: string
let boss: Staff
let agent: Staff
let solo: string

const adult = (givenName: string) => ({ givenName, familyName: 'Essai', birthDate: '1985-04-12' })
const next: AmountTables = {
  ...amountTables,
  assistanceOneAdult: [
    { from: '2027-01', value: 820_00, source: 'lapf48', confidence: 'confirmed' },
    ...amountTables.assistanceOneAdult,
  ],
}

async function member(name: string, role: Staff['role'], officeId: string): Promise<Staff> {
  const staffId = await addStaff(world.owner, { name, role, officeId })
  return { role, staffId, name, officeId, sessionId: randomUUID(), assurance: 'oidc' }
}

beforeAll(async () => {
  const { owner } = world
  office = await openOffice(owner)
  far = await addOffice(owner, { code: '901', regionCode: '10' })
  boss = await member('Un Cadre', 'supervisor', office)
  agent = await member('Une Agente', 'agent', office)
  const household = (fileNumber: string, officeId: string, adults: string[], more = {}) =>
    addHousehold(owner, { fileNumber, officeId, adults: adults.map(adult), since: '2026-01', ...more })
  solo = (await household('AD-1', office, ['Secrète'])).id
  await household('AD-2', far, ['Loin'])
  await household('AD-3', far, ['Ana', 'Bob'])
  await household('AD-4', office, ['Plus tard'], { since: '2027-02' })
  const gone = await household('AD-5', office, ['Partie'])
  await owner.householdMember.updateMany({
    where: { householdId: gone.id },
    data: { untilDay: '2026-06-01' },
  })
})

describe('the administration', () => {
  it('AD-01 tries a policy to come', async () => {
    const { getTrial } = await queries()
    const trial = { kind: 'month', month: month('2027-01') } as const
    const { result, paid, months } = await getTrial(boss, trial, next)
    expect({ paid, months }).toEqual({ paid: '2026-11', months: ['2027-01'] })
    expect(result).toMatchObject({ households: 3, more: 2, less: 0, unknown: 0, files: 5 })
    expect(result!.afterCents - result!.beforeCents).toBe(2 * 20_00)
    // Income told in October's statement takes the payment of one of them to nothing: it no longer changes.
    const answers = {
      ...{ changed: ['work'], selfEmployment: [], otherIncome: [], people: [], move: null, studies: [] },
      ...{ absences: [], assets: null, health: [], other: null, confirmed: [] },
      work: [
        {
          ...{ adultId: 'x', employer: 'Un employeur', grossCents: 400_000, netCents: 300_000 },
          ...{ certainty: 'final', ended: null },
        },
      ],
    }
    await world.owner.filing.create({
      data: {
        ...{ householdId: solo, kind: 'statement', month: '2026-10', version: 1, receiptNumber: 'AD-R-1' },
        ...{ answers, answersDigest: 'd', schemaVersion: 1, wordingVersion: '1', language: 'fr' },
        ...{ channel: 'web', filedByPerson: randomUUID(), filedByName: 'Secrète Essai' },
        ...{ filedFor: solo, receivedAt: new Date('2026-11-02T15:00:00Z') },
        ...{ dueAt: new Date('2026-11-17T04:59:59.999Z'), key: randomUUID() },
      },
    })
    expect((await getTrial(boss, trial, next)).result).toMatchObject({ households: 3, more: 1 })
  })

  it('AD-07 tries another due day on the statements of last month', async () => {
    const { getTrial } = await queries()
    const dates = async (day: string) => (await getTrial(boss, readTrial('', '', day))).dates
    // The one statement of October came on November 2: late by both limits.
    expect(await dates('10')).toMatchObject({ month: '2026-10', sent: 1, onTimeBefore: 0, onTimeAfter: 0 })
    await world.owner.filing.updateMany({
      where: { receiptNumber: 'AD-R-1' },
      data: { receivedAt: new Date('2026-10-15T15:00:00Z') },
    })
    expect(await dates('10')).toMatchObject({ sent: 1, onTimeBefore: 1, onTimeAfter: 0 })
    expect(await dates('20')).toMatchObject({ sent: 1, onTimeBefore: 1, onTimeAfter: 1 })
    expect((await getTrial(boss, readTrial('', '', '10'))).result).toBeNull()
  })

  it('AD-08 tries another rule of who files', async () => {
    const { getTrial } = await queries()
    const filers = async (...groups: string[]) =>
      (await getTrial(boss, readTrial('', '', '', ['nobody', ...groups]))).filers
    expect(await filers('socialAssistance', 'words')).toMatchObject({
      ...{ month: '2026-10', households: 3, before: 3, after: 3, asked: 0, spared: 0 },
    })
    expect(await filers('basicIncome')).toMatchObject({ before: 3, after: 0, asked: 0, spared: 3 })
    expect(await filers()).toMatchObject({ after: 0, spared: 3 })
    await world.owner.householdSituation.updateMany({
      where: { household: { fileNumber: 'AD-3' } },
      data: { programme: 'socialSolidarity', fluctuatingIncome: true },
    })
    expect(await filers('socialAssistance')).toMatchObject({ before: 2, after: 2 })
    expect(await filers('socialAssistance', 'fluctuatingIncome')).toMatchObject({ after: 3, asked: 1 })
    await world.owner.householdSituation.updateMany({
      where: { household: { fileNumber: 'AD-3' } },
      data: { programme: 'socialAssistance', fluctuatingIncome: false },
    })
  })

  it('AD-02 counts who is there, and gives nobody back', async () => {
    const { getTrial } = await queries()
    const { result } = await getTrial(boss, readTrial('', '2,1'))
    expect(result).toMatchObject({ households: 3, more: 2, files: 5 })
    const given = JSON.stringify(result)
    for (const word of ['Secrète', 'Essai', 'AD-1', solo, '1985', 'employeur'])
      expect(given).not.toContain(word)
  })

  it('AD-03 computes nothing of what cannot be tried', async () => {
    const { getTrial } = await queries()
    for (const [of, rise, kind] of [
      ['', '', 'none'],
      ['', '   ', 'none'],
      ['2026-11', '', 'month'],
      ['2030-01', '', 'month'],
      ['2026-13', 'beaucoup', 'wrong'],
      ['', '-2', 'wrong'],
      ['', '20,01', 'wrong'],
      ['', '1e400', 'wrong'],
      ['', '2.345', 'wrong'],
      ['', '%', 'wrong'],
    ] as const) {
      const trial = readTrial(of, rise)
      expect({ of, rise, kind: trial.kind }).toEqual({ of, rise, kind })
      expect((await getTrial(boss, trial)).result).toBeNull()
    }
    expect(readTrial('', ' 2,1 % ')).toEqual({ kind: 'rise', basisPoints: 210, typed: ' 2,1 % ' })
    expect(readTrial('', '20')).toMatchObject({ basisPoints: 2000 })
    expect(readTrial('', '0.05')).toMatchObject({ basisPoints: 5 })
    expect(readTrial('', 'x'.repeat(99))).toEqual({
      ...{ kind: 'wrong', field: 'rise', typed: 'x'.repeat(40) },
    })
    for (const day of ['0', '29', '1e1', '-5', 'mardi'])
      expect(readTrial('', '', day)).toEqual({ kind: 'wrong', field: 'day', typed: day })
  })

  it('AD-04 the facts are for the worker alone', async () => {
    const { withViewer } = await db()
    for (const viewer of [boss, agent])
      await expect(
        withViewer(viewer, ({ sql }) => sql(`select * from policy_cases('2026-11', 10)`)),
      ).rejects.toThrow(/permission/)
    const rows = await withViewer({ role: 'worker' }, ({ sql }) =>
      sql(`select * from policy_cases('2026-11', 3000)`),
    )
    const facts = JSON.stringify(rows)
    expect(rows).toHaveLength(3)
    for (const word of ['Secrète', 'Essai', 'AD-1', 'AD-R-1', solo]) expect(facts).not.toContain(word)
    await expect(withViewer(agent, ({ sql }) => sql(`select * from retention_counts('{}')`))).rejects.toThrow(
      /permission/,
    )
  })

  it('AD-05 counts what is past its time', async () => {
    const { getAdministration } = await queries()
    const { owner } = world
    const before = (await getAdministration(boss)).toErase
    expect(before).toEqual(Object.fromEntries(erasableKinds.map((kind) => [kind, 0])))
    // The tenth at 10:00 in Québec: twenty-four hours before, and a millisecond later.
    const personId = (await owner.person.findFirstOrThrow()).id
    const parked = (parkedAt: string) =>
      owner.parkedSubmission.create({
        data: { personId, path: '/fr', sealed: Buffer.from('x'), parkedAt: new Date(parkedAt) },
      })
    await parked('2026-11-09T14:59:00.000Z')
    await parked('2026-11-09T15:10:00.000Z')
    const draft = (updatedAt: string, of: string) =>
      owner.statementDraft.create({
        data: {
          ...{ householdId: solo, personId, kind: 'statement', month: of, fields: {} },
          updatedAt: new Date(updatedAt),
        },
      })
    await draft('2025-10-09T15:00:00.000Z', '2025-09')
    await draft('2025-10-12T15:00:00.000Z', '2025-10')
    const application = (startedAt: string) =>
      owner.application.create({ data: { startKey: randomUUID(), startedAt: new Date(startedAt) } })
    await application('2025-11-01T15:00:00.000Z')
    await application('2025-12-01T15:00:00.000Z')
    const [parkedRows, drafts] = [await owner.parkedSubmission.count(), await owner.statementDraft.count()]
    expect((await getAdministration(boss)).toErase).toEqual({
      ...before,
      ...{ lateForm: 1, statementDraft: 1, unsentApplication: 1 },
    })
    expect(await owner.parkedSubmission.count()).toBe(parkedRows)
    expect(await owner.statementDraft.count()).toBe(drafts)
  })

  it('AD-06 shows the later limits of many', async () => {
    const { getAdministration } = await queries()
    const extend = (data: object) =>
      world.owner.filingExtension.create({
        data: {
          ...{ month: '2026-11', newInstant: new Date('2026-11-21T04:59:59.999Z') },
          ...{ reasonFr: 'Tempête', reasonEn: 'Blizzard', scope: 'everyone', ...data },
        },
      })
    await extend({ scope: 'office', officeId: far })
    await extend({ scope: 'household', householdId: solo })
    const { extensions, network } = await getAdministration(boss)
    expect(network.offices.length).toBeGreaterThan(100)
    expect(extensions).toMatchObject([
      { scope: 'office', officeFr: 'Bureau de Ville-901', month: '2026-11', reasonEn: 'Blizzard' },
    ])
    expect(JSON.stringify(extensions)).not.toContain(solo)
  })
})
