import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { verificationSchema } from '@/features/file/schema'
import type { Staff } from '@/server/viewer'
import { addOffice } from '../../../prisma/builders'
import { withWorld } from '../../support/world'
import { addApplication, buildGround, call, codeOf, type Ground } from './ground'

/*
 * Verification item by item, and documents looked at. Numbered cases:
 *   VF-01 items are ticked each by itself; the last word counts, with its note and its author
 *   VF-02 twice is once; what a colleague ticked since the page was drawn is kept, and said
 *   VF-03 what is no item of the task is left out; another office's task is not found; one that is over is refused
 *   VF-04 an application is verified by its parts and its papers
 *   VF-05 a document is shown to its office alone; each time is a look, told beside the application
 *   VF-07 of an application that waits for its office at the contact centre, a supervisor sees who looked too
 *   VF-06 what the scanner has not cleared, or refused, or was taken back, is not shown
 */
const world = withWorld({ people: false })
let built: Promise<Ground> | undefined
const ground = () => (built ??= buildGround(world))
const commands = () => import('@/features/file/verify-commands')
const received = () => import('@/features/review/queries')

const taskOf = async (subjectId: string) => world.owner.task.findFirstOrThrow({ where: { subjectId } })
const tick = async (viewer: Staff, id: string, fields: Record<string, string>) =>
  (await commands()).verifyItems(call(viewer, verificationSchema.parse(fields), { id }))
const written = (taskId: string) => world.owner.verification.count({ where: { taskId } })

test('VF-01 ticks each item by itself, and keeps the last word', async () => {
  const { agent, colleague, september } = await ground()
  const { id } = await taskOf(september.id)
  const { findReceived } = await received()
  const shown = async () => (await findReceived(agent, september.id))!.desk.tasks[0]!.verified
  expect(await shown()).toEqual([])
  const first = await tick(agent, id, {
    ...{ 'outcome.work.0': 'unproved', 'note.work.0': ' Pas de relevé ', 'was.work.0': 'cleared' },
  })
  expect(codeOf(first)).toBe('verified')
  expect(first.to).toBe(`/fr/bureau/declarations/${september.id}?note=verified#verification`)
  expect(await shown()).toMatchObject([
    { item: 'work.0', outcome: 'unproved', note: 'Pas de relevé', by: 'Alix Agente' },
  ])
  await tick(colleague, id, { 'outcome.work.0': 'verified', 'note.work.0': '', 'was.work.0': 'unproved' })
  expect(await shown()).toMatchObject([{ outcome: 'verified', note: null, by: 'Camil Collègue' }])
  expect(await written(id)).toBe(2)
  const trail = await world.owner.audit.findMany({ where: { act: 'verified', subjectId: id } })
  expect(trail.map(({ actorId }) => actorId)).toEqual([agent.staffId, colleague.staffId])
})

test('VF-02 writes once, and never over a colleague', async () => {
  const { agent, colleague, november } = await ground()
  const { id } = await taskOf(november.id)
  const stale = { 'outcome.work.0': 'verified', 'note.work.0': '', 'was.work.0': 'cleared' }
  expect(codeOf(await tick(agent, id, stale))).toBe('verified')
  expect(codeOf(await tick(agent, id, stale))).toBe('verified')
  expect(await written(id)).toBe(1)
  // A page drawn before, left as it was or answered otherwise.
  const left = { 'outcome.work.0': 'cleared', 'note.work.0': '', 'was.work.0': 'cleared' }
  expect(codeOf(await tick(colleague, id, left))).toBe('verified-elsewhere')
  expect(codeOf(await tick(colleague, id, { ...left, 'outcome.work.0': 'unproved' }))).toBe(
    'verified-elsewhere',
  )
  expect(await written(id)).toBe(1)
  // Of 20 at once, one is written.
  const other = { 'outcome.work.0': 'unproved', 'note.work.0': '', 'was.work.0': 'verified' }
  await Promise.all(Array.from({ length: 20 }, () => tick(agent, id, other)))
  expect(await written(id)).toBe(2)
})

test('VF-03 leaves out what is no item, and refuses what is not there or over', async () => {
  const { agent, farAgent, september } = await ground()
  const { id } = await taskOf(september.id)
  const before = await written(id)
  const odd = {
    ...{ 'outcome.work.7': 'verified', 'outcome.move': 'verified', 'outcome.__proto__': 'verified' },
    ...{ 'outcome.work.0': 'perhaps', 'outcome.<b>': 'verified', [`outcome.${'a'.repeat(200)}`]: 'verified' },
  }
  expect(codeOf(await tick(agent, id, odd))).toBe('verified')
  expect(await written(id)).toBe(before)
  const good = { 'outcome.work.0': 'unproved', 'was.work.0': 'verified', 'note.work.0': '' }
  expect(codeOf(await tick(farAgent, id, good))).toBe('not-allowed')
  expect(codeOf(await tick(agent, randomUUID(), good))).toBe('not-allowed')
  expect(codeOf(await tick(agent, 'odd', good))).toBe('not-allowed')
  await world.owner.task.update({ where: { id }, data: { state: 'closed', endedAt: new Date() } })
  expect(codeOf(await tick(agent, id, good))).toBe('task-over')
  expect(await written(id)).toBe(before)
})

test('VF-04 verifies an application by its parts and its papers', async () => {
  const { agent } = await ground()
  const id = await addApplication(world, agent.officeId!)
  const task = await taskOf(id)
  const fields = { 'outcome.answers.identity': 'verified', 'outcome.document.lease.household': 'unproved' }
  const answer = await tick(agent, task.id, { ...fields, 'outcome.work.0': 'verified' })
  expect(answer.to).toBe(`/fr/bureau/demandes/${id}?note=verified#verification`)
  const { findApplication } = await import('@/features/review/application-queries')
  const application = (await findApplication(agent, id))!
  expect(application.asked).toEqual(['lease.household'])
  expect(application.desk.tasks[0]!.verified.map(({ item, outcome }) => [item, outcome])).toEqual([
    ['answers.identity', 'verified'],
    ['document.lease.household', 'unproved'],
  ])
})

async function give(applicationId: string, more: { scan?: string; removedAt?: Date } = {}) {
  const { storage } = await import('@/server/storage')
  const storageKey = `documents/${randomUUID()}`
  await storage().put(
    storageKey,
    (async function* () {
      yield new Uint8Array([0xff, 0xd8, 0xff, 0x01])
    })(),
  )
  const { id } = await world.owner.document.create({
    data: {
      ...{ applicationId, requirement: 'lease.household', adult: 'applicant', name: 'bail.jpg' },
      ...{ type: 'image/jpeg', bytes: 4, storageKey, digest: Buffer.from([1]), scan: 'clean', ...more },
    },
  })
  return id
}

test('VF-05 shows a document to its office alone, and writes each look', async () => {
  const { agent, colleague, farAgent, home } = await ground()
  const application = await addApplication(world, agent.officeId!)
  await world.owner.applicationAdult.create({
    data: { applicationId: application, adult: 'applicant', personId: home.adults[0]! },
  })
  const id = await give(application)
  const { showDocument } = await import('@/features/file/document-commands')
  const show = (viewer: Staff, one = id) => showDocument(call(viewer, {}, { id: one }))
  for (const answer of [await show(farAgent), await show(agent, randomUUID()), await show(agent, 'odd')])
    expect([answer.status, answer.file]).toEqual([404, undefined])
  const looksAt = () => world.owner.audit.findMany({ where: { act: 'looked', subjectId: id } })
  expect(await looksAt()).toEqual([])
  const { file } = await show(agent)
  expect(file).toMatchObject({ type: 'image/jpeg', inline: true })
  expect(new Uint8Array(await new Response(file!.body as ReadableStream).arrayBuffer())).toHaveLength(4)
  // Theirs who gave it: they read it among the looks at their file.
  expect(await looksAt()).toMatchObject([{ actorId: agent.staffId, householdId: home.id }])
  const { findApplication } = await import('@/features/review/application-queries')
  const { looks } = (await findApplication(colleague, application))!.desk
  expect(looks[0]).toMatchObject({ name: 'Alix Agente', subjectKind: 'document', subjectId: id })
  const { findFile } = await import('@/features/file/queries')
  const { household, desk } = (await findFile(agent, home.id))!
  expect(household.documents.map((one) => one.id)).toEqual([id])
  expect(household.applications.map((one) => one.id)).toEqual([application])
  expect(desk.looks[0]).toMatchObject({ subjectKind: 'document' })
})

test('VF-06 shows nothing that is not cleared, or is there no more', async () => {
  const { agent } = await ground()
  const application = await addApplication(world, agent.officeId!)
  const { showDocument } = await import('@/features/file/document-commands')
  const statusOf = async (more: Parameters<typeof give>[1]) => {
    const id = await give(application, more)
    const { status, file } = await showDocument(call(agent, {}, { id }))
    expect(file).toBeUndefined()
    expect(await world.owner.audit.count({ where: { subjectId: id } })).toBe(0)
    return status
  }
  expect(await statusOf({ scan: 'waiting' })).toBe(409)
  expect(await statusOf({ scan: 'infected' })).toBe(404)
  expect(await statusOf({ removedAt: new Date() })).toBe(404)
})

test('VF-07 tells a supervisor who looked at what waits for its office', async () => {
  const { supervisor, agent } = await ground()
  const centre = await addOffice(world.owner, { code: '903', kind: 'contactCentre' })
  const id = await addApplication(world, centre)
  const { findApplication } = await import('@/features/review/application-queries')
  expect(await findApplication(agent, id)).toBeNull()
  await findApplication(supervisor, id)
  const { desk } = (await findApplication(supervisor, id))!
  expect(desk.looks).toMatchObject([{ name: 'Sacha Cadre', subjectKind: 'application' }])
  expect(desk.tasks).toMatchObject([{ kind: 'application', subjectId: id }])
})
