import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addAddress } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { withWorld } from '../../support/world'
import { addApplication, buildGround, call, codeOf, now, type Ground } from './ground'

/*
 * A household's file, as its office reads it. Numbered cases:
 *   OF-01 one screen: who lives there, the statements with their differences, a year of income, the next payment
 *   OF-02 opening it is written in the trail; another office finds nothing and leaves no trace; nor does who may not
 *   OF-03 who looked is told, whatever their office, and when this viewer looked before
 *   OF-04 a protected address is for supervisors; an older one never stands in its place
 *   OF-05 a note is written once for one key, by its author's name; the person's roles never read it
 *   OF-06 an empty or an endless note is refused, and nothing is written; nor in another office's file
 *   OF-07 a file is found by its number or that of a receipt, as people write them, in one's own office only
 *   OF-09 what its people gave with a message, and the paper that was scanned, are among its documents
 *   OF-08 what is missing, late, corrected or not required is said month by month
 */
const world = withWorld({ people: false })
let built: Promise<Ground> | undefined
const ground = () => (built ??= buildGround(world))
const queries = () => import('@/features/file/queries')
const commands = () => import('@/features/file/commands')
const looks = (id: string) => world.owner.audit.count({ where: { act: 'looked', subjectId: id } })

test('OF-01 shows the whole file', async () => {
  const { agent, home, november } = await ground()
  const { findFile } = await queries()
  const file = (await findFile(agent, home.id))!
  expect(file.household.people.map(({ name, role }) => [name, role])).toEqual([
    ['Max Essai', 'adult'],
    ['Ana Essai', 'adult'],
    ['Zoé Essai', 'child'],
  ])
  expect(file.months.map(({ month, state }) => [month, state])).toEqual([
    ['2026-11', 'filed'],
    ['2026-10', 'filed'],
    ['2026-09', 'filed'],
    ['2026-08', expect.any(String)],
    ['2026-07', expect.any(String)],
    ['2026-06', expect.any(String)],
  ])
  expect(file.months[0]).toMatchObject({
    filing: { id: november.id },
    changed: ['work'],
    differences: [
      { topic: 'work', what: 'changed', before: { netCents: 30_000 }, after: { netCents: 45_000 } },
    ],
  })
  expect(file.months[1]).toMatchObject({ changed: [], differences: [] })
  expect(file.income).toHaveLength(12)
  expect(file.income.slice(-4).map(({ work }) => work)).toEqual([0, 30_000, 30_000, 45_000])
  expect(file.next.benefit).toMatchObject({ computed: true, month: '2026-12' })
  // The statement that changed something is a task, opened by its arrival.
  expect(file.desk.tasks.map(({ kind, subjectId, state }) => [kind, subjectId, state])).toContainEqual([
    ...['statement', november.id, 'received'],
  ])
  expect(file.desk.events.find(({ verb }) => verb === 'receive')).toMatchObject({ by: null, to: 'received' })
  expect(file.address).toMatchObject({ street: '1, rue Ancienne' })
})

test('OF-02 writes the look, and is no other office’s to open', async () => {
  const { agent, farAgent, auditor, home } = await ground()
  const { findFile } = await queries()
  const before = await looks(home.id)
  expect(await findFile(farAgent, home.id)).toBeNull()
  expect(await findFile(agent, randomUUID())).toBeNull()
  expect(await findFile(agent, 'odd')).toBeNull()
  expect(await looks(home.id)).toBe(before)
  await expect(findFile(auditor, home.id)).rejects.toThrow(/permission denied/)
  await findFile(agent, home.id)
  expect(await looks(home.id)).toBe(before + 1)
})

test('OF-03 tells who looked, from whatever office, and when one looked before', async () => {
  const { agent, colleague, farAgent, home } = await ground()
  const { findFile } = await queries()
  const { withViewer } = await import('@/server/db')
  await findFile(agent, home.id)
  await moveClock(world.owner, instant('2026-11-18T16:00:00.000Z'))
  // Someone of another office who looked, by whatever way.
  await world.owner.audit.create({
    data: {
      ...{ actorKind: 'staff', actorId: farAgent.staffId, act: 'looked', subjectKind: 'household' },
      ...{ subjectId: home.id, householdId: home.id },
    },
  })
  const file = (await findFile(colleague, home.id))!
  expect(file.desk.looks[0]).toMatchObject({
    name: 'Loin Agent',
    role: 'agent',
    officeFr: 'Bureau de Ville-902',
  })
  expect(file.desk.looks[1]).toMatchObject({ name: 'Alix Agente' })
  expect(file.lookedBefore).toBeNull()
  await moveClock(world.owner, instant('2026-11-18T17:00:00.000Z'))
  expect((await findFile(colleague, home.id))!.lookedBefore).toMatch(/^2026-11-18T16:00/)
  const ofFar = await withViewer(farAgent, ({ sql }) =>
    sql('select * from looks_at_file($1, null, 50)', [home.id]),
  )
  expect(ofFar).toEqual([])
  await moveClock(world.owner, now)
})

test('OF-04 keeps a protected address for supervisors, and shows no older one', async () => {
  const { agent, supervisor, home } = await ground()
  const { findFile } = await queries()
  await addAddress(world.owner, home.id, {
    ...{ street: '9, rue Secrète', city: 'Ville-901', postalCode: 'J2B 1A2', fromDay: '2026-11-01' },
    protected: true,
  })
  const seen = (await findFile(agent, home.id))!
  expect([seen.address, seen.household.addressProtected]).toEqual([null, true])
  expect(JSON.stringify(seen)).not.toContain('Secrète')
  expect((await findFile(supervisor, home.id))!.address).toMatchObject({ street: '9, rue Secrète' })
  await world.owner.householdAddress.deleteMany({ where: { protected: true } })
})

test('OF-05 writes a note once, under its author’s name', async () => {
  const { agent, colleague, home } = await ground()
  const { findFile } = await queries()
  const { noteOnHousehold } = await commands()
  const key = randomUUID()
  const form = { key, text: ' A appelé.\r\nRappeler <lundi>. ', from: '' }
  for (let press = 0; press < 2; press += 1)
    expect(codeOf(await noteOnHousehold(call(agent, form, { id: home.id })))).toBe('noted')
  const { notes } = (await findFile(colleague, home.id))!.desk
  expect(notes.filter(({ text }) => text.startsWith('A appelé'))).toEqual([
    expect.objectContaining({ by: 'Alix Agente', text: 'A appelé.\nRappeler <lundi>.' }),
  ])
  expect(await world.owner.audit.count({ where: { act: 'noted', subjectId: home.id } })).toBe(1)
  const { withViewer } = await import('@/server/db')
  const { citizen } = await import('../../support/world')
  const ana = await citizen(world.owner, 'Ana')
  await expect(withViewer(ana, ({ sql }) => sql('select * from note'))).rejects.toThrow(/permission denied/)
})

test('OF-06 refuses an empty or an endless note, and one in another office’s file', async () => {
  const { agent, farAgent, home } = await ground()
  const { noteOnHousehold, noteOnApplication } = await commands()
  const before = await world.owner.note.count()
  const say = (text: string, viewer = agent, id = home.id) =>
    noteOnHousehold(call(viewer, { key: randomUUID(), text, from: '' }, { id }))
  expect(codeOf(await say(' \r\n '))).toBe('note-empty')
  expect(codeOf(await say('a'.repeat(4_001)))).toBe('note-too-long')
  expect(codeOf(await say('Non', farAgent))).toBe('not-allowed')
  expect(codeOf(await say('Non', agent, randomUUID()))).toBe('not-allowed')
  expect(codeOf(await say('Non', agent, 'odd'))).toBe('not-allowed')
  const application = await addApplication(world, farAgent.officeId!)
  const note = { key: randomUUID(), text: 'Un mot', from: '' }
  expect(codeOf(await noteOnApplication(call(agent, note, { id: application })))).toBe('not-allowed')
  expect(await world.owner.note.count()).toBe(before)
  expect(codeOf(await noteOnApplication(call(farAgent, note, { id: application })))).toBe('noted')
})

test('OF-07 finds a file as people write its number, in one’s own office only', async () => {
  const { agent, farAgent, home, october } = await ground()
  const { searchFile } = await commands()
  const search = async (number: string, viewer = agent) => (await searchFile(call(viewer, { number }))).to
  const here = `/fr/bureau/dossiers/${home.id}`
  expect(await search(' dossier 001 ')).toBe(here)
  expect(await search(october.receiptNumber.toLowerCase().replaceAll('-', ' '))).toBe(here)
  for (const none of ['', 'DOSSIER-00', 'DOSSIER-0011', '%', 'Q-2610-XXXXX-XXXXX-X'])
    expect(await search(none)).toBe('/fr/bureau/dossiers?note=no-file')
  expect(await search('DOSSIER-001', farAgent)).toBe('/fr/bureau/dossiers?note=no-file')
  expect(await search(october.receiptNumber, farAgent)).toBe('/fr/bureau/dossiers?note=no-file')
})

test('OF-08 says what is missing, corrected and extended', async () => {
  const { agent, home, ana, job } = await ground()
  const { findFile } = await queries()
  const { addFiling } = await import('../../../prisma/builders')
  await addFiling(world.owner, {
    ...ana,
    month: '2026-11' as never,
    version: 2,
    receivedAt: instant('2026-11-12T15:00:00.000Z'),
    answers: { changed: ['work'], work: [job(50_000)] },
    correctionReason: 'Erreur',
  })
  await moveClock(world.owner, instant('2026-12-20T15:00:00.000Z'))
  const file = (await findFile(agent, home.id))!
  expect(
    file.months.slice(0, 2).map(({ month, state, late, versions }) => [month, state, late, versions]),
  ).toEqual([
    ['2026-12', 'late', true, 0],
    ['2026-11', 'corrected', false, 2],
  ])
  expect(file.income.at(-1)).toMatchObject({ month: '2026-12', work: 50_000, told: false })
  await moveClock(world.owner, now)
})

test('OF-09 shows the files of messages and the papers that were scanned', async () => {
  const { agent, farAgent, home, ana } = await ground()
  const { findFile } = await queries()
  const mailbox = { householdId: home.id, personId: ana.by }
  const given = async (fromStaff: string | null) => {
    const { id: messageId } = await world.owner.message.create({
      data: { ...mailbox, text: 'Voici', key: randomUUID(), fromStaff },
    })
    const { id } = await world.owner.document.create({
      data: {
        ...{ ...mailbox, messageId, requirement: 'message', name: 'a.jpg', bytes: 3, type: 'image/jpeg' },
        ...{ storageKey: randomUUID(), digest: Buffer.from('x'), scan: 'clean' },
      },
    })
    return id
  }
  const file = await given(null)
  await given(agent.staffId)
  const { id: assistedSessionId } = await world.owner.assistedSession.create({
    data: {
      ...{ staffId: agent.staffId, ...mailbox, channel: 'paper', identifiedBy: 'signature' },
      ...{ handedInOn: '2026-11-17', language: 'fr', consentWording: '1' },
    },
  })
  const { id: paper } = await world.owner.paperScan.create({
    data: {
      ...{ assistedSessionId, staffId: agent.staffId, type: 'application/pdf', bytes: 3 },
      ...{ storageKey: randomUUID(), digest: Buffer.alloc(32), scan: 'clean' },
    },
  })
  const documents = (await findFile(agent, home.id))!.household.documents
  expect(documents.map(({ id, source, requirement }) => [id, source, requirement]).sort()).toEqual(
    [
      [file, 'documents', 'message'],
      [paper, 'scans', 'paper'],
    ].sort(),
  )
  expect(await findFile(farAgent, home.id)).toBeNull()
})
