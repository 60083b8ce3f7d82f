import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import {
  applicantOf,
  applicationKeyDigest,
  leaveApplication,
  parkForApplicant,
  resumeApplication,
  startApplication,
} from '@/server/applicant'
import { withViewer } from '@/server/db'
import { hashOf, newToken } from '@/server/secrets'
import type { Applicant, Viewer } from '@/server/viewer'
import { citizen, withWorld } from '../support/world'

/*
 * Numbered cases:
 *   AW-01 the first answers, the visit and the intention to apply are kept together, once for one key
 *   AW-02 a secret opens its own application; another, or none, opens nothing
 *   AW-03 an application, a part, an event of someone else is not found, and cannot be written
 *   AW-04 a code and its word open a new visit; either one wrong opens nothing
 *   AW-05 until the spouse comes, who began answers for both; afterwards neither reads the other's part
 *   AW-06 attaching needs the secret and the account: it kills the secret, the code and the other visits
 *   AW-07 an account opens what is attached to it, and nothing else
 *   AW-08 a visit left alone is over, sooner on a shared computer; a late form is kept for that adult alone
 *   AW-09 a visit that was left opens nothing, not even the wall
 *   AW-10 an arrival later than the database's time is not believed
 */
const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
beforeEach(async () => {
  await moveClock(world.owner, now)
})

async function begin(fields: Record<string, string> = { urgent: 'none' }, of = {}) {
  const token = newToken()
  const parts = { household: fields, applicant: { givenName: 'Ada' }, spouse: {} }
  const start = {
    key: randomUUID(),
    token,
    shared: false,
    language: 'fr' as const,
    arrival: now,
    parts,
    urgent: [],
  }
  const id = await startApplication({ ...start, ...of })
  const visit = await applicantOf(token)
  return { id: id!, token, start, viewer: visit.viewer as Applicant }
}
const draftsOf = (viewer: Viewer) =>
  withViewer(viewer, ({ tx }) => tx.applicationDraft.findMany({ orderBy: { part: 'asc' } }))
const partsOf = async (viewer: Viewer) => (await draftsOf(viewer)).map(({ part }) => part)

it('AW-01 keeps the first answers with the intention to apply, once', async () => {
  const one = await begin({ urgent: 'noFood' }, { urgent: ['noFood'] })
  const again = await startApplication({ ...one.start, token: newToken() })
  expect(again).toBe(one.id)
  const row = await world.owner.application.findFirstOrThrow({
    where: { id: one.id },
    include: { events: true },
  })
  expect(row.startedAt.toISOString()).toBe(now)
  expect(row.events.map(({ kind }) => kind)).toEqual(['started'])
  expect((await draftsOf(one.viewer)).map(({ part, fields }) => [part, fields])).toEqual([
    ['applicant', { givenName: 'Ada' }],
    ['household', { urgent: 'noFood' }],
    ['spouse', {}],
  ])
})

it('AW-02 opens its own application and nothing else', async () => {
  const { id, viewer } = await begin()
  expect(viewer).toMatchObject({ role: 'applicant', applicationId: id, adult: 'applicant', accountId: null })
  expect((await applicantOf(newToken())).viewer.role).toBe('anonymous')
  expect((await applicantOf(undefined)).viewer.role).toBe('anonymous')
})

it('AW-03 finds nothing of another application, and writes nothing in it', async () => {
  const [mine, other] = [await begin(), await begin()]
  const seen = await withViewer(mine.viewer, async ({ tx }) => [
    await tx.application.count({ where: { id: other.id } }),
    await tx.applicationDraft.count({ where: { applicationId: other.id } }),
    await tx.applicationEvent.count({ where: { applicationId: other.id } }),
    (await tx.applicationDraft.updateMany({ where: { applicationId: other.id }, data: { fields: {} } }))
      .count,
    (await tx.application.updateMany({ where: { id: other.id }, data: { withdrawnAt: new Date(now) } }))
      .count,
  ])
  expect(seen).toEqual([0, 0, 0, 0, 0])
  const event = { applicationId: other.id, kind: 'withdrawn', by: 'applicant' }
  await expect(
    withViewer(mine.viewer, ({ tx }) => tx.applicationEvent.createMany({ data: [event] })),
  ).rejects.toThrow()
  // Our own word for another application is not taken: the visit decides.
  const liar = { ...mine.viewer, applicationId: other.id }
  expect(await withViewer(liar, ({ tx }) => tx.application.findMany({ select: { id: true } }))).toEqual([
    { id: mine.id },
  ])
})

const keep = (viewer: Viewer, who: string, proof: { code: string; word: string }) =>
  withViewer(viewer, ({ sql }) =>
    sql<{ done: boolean }>('select keep_application_key($1, $2) as done', [who, applicationKeyDigest(proof)]),
  )

it('AW-04 comes back with a code and a word', async () => {
  const { id, viewer } = await begin()
  const proof = { code: 'K7Q2M9X4TR', word: 'corneille' }
  expect(await keep(viewer, 'applicant', proof)).toEqual([{ done: true }])
  const token = newToken()
  expect(await resumeApplication({ ...proof, word: 'corbeau' }, token, false)).toBeNull()
  expect(await resumeApplication({ ...proof, code: 'K7Q2M9X4TS' }, token, false)).toBeNull()
  expect(await resumeApplication(proof, token, false)).toEqual({ applicationId: id, adult: 'applicant' })
  expect((await applicantOf(token)).viewer).toMatchObject({ applicationId: id })
})

it('AW-05 leaves each adult their own part once the spouse has come', async () => {
  const { viewer } = await begin()
  expect(await partsOf(viewer)).toEqual(['applicant', 'household', 'spouse'])
  const proof = { code: 'SP0VSE4321', word: '19860120' }
  await keep(viewer, 'spouse', proof)
  const token = newToken()
  await resumeApplication(proof, token, false)
  const spouse = (await applicantOf(token)).viewer
  expect(await partsOf(spouse)).toEqual(['household', 'spouse'])
  expect(await partsOf(viewer)).toEqual(['applicant', 'household'])
  const write = (who: Viewer, part: string) =>
    withViewer(
      who,
      async ({ tx }) =>
        (await tx.applicationDraft.updateMany({ where: { part }, data: { version: 2 } })).count,
    )
  expect([
    await write(viewer, 'spouse'),
    await write(spouse, 'household'),
    await write(spouse, 'applicant'),
  ]).toEqual([0, 0, 0])
  // Nor may who began take the spouse's way in again.
  expect(await keep(viewer, 'spouse', { code: 'AAAAAAAAAA', word: 'x' })).toEqual([{ done: false }])
})

const attach = (viewer: Viewer, token: string) =>
  withViewer(viewer, ({ sql }) =>
    sql<{ id: string | null }>('select attach_application($1) as id', [hashOf(token)]),
  )

it('AW-06 attaches to an account by proving both, which kills the secret', async () => {
  const { id, token, viewer } = await begin()
  const proof = { code: 'ATTACH0001', word: 'pommier' }
  await keep(viewer, 'applicant', proof)
  const someone = await citizen(world.owner, 'Camille')
  expect(await attach(someone, newToken())).toEqual([{ id: null }])
  expect(await attach(someone, token)).toEqual([{ id }])
  expect((await applicantOf(token)).viewer.role).toBe('anonymous')
  expect(await resumeApplication(proof, newToken(), false)).toBeNull()
})

it('AW-07 opens from an account what is attached to it alone', async () => {
  const [mine, other] = [await begin(), await begin()]
  const someone = await citizen(world.owner, 'Camille')
  await attach(someone, mine.token)
  const open = async (wanted: string, token: string) =>
    (
      await withViewer(someone, ({ sql }) =>
        sql<{ done: boolean }>('select open_application($1, $2, false) as done', [wanted, hashOf(token)]),
      )
    )[0]!.done
  const token = newToken()
  expect(await open(other.id, newToken())).toBe(false)
  expect(await open(mine.id, token)).toBe(true)
  expect((await applicantOf(token)).viewer).toMatchObject({
    applicationId: mine.id,
    accountId: someone.personId,
  })
  const listed = await withViewer(someone, ({ sql }) =>
    sql<{ id: string }>('select id from applications_of_viewer'),
  )
  expect(listed.map((row) => row.id)).toContain(mine.id)
  expect(listed.map((row) => row.id)).not.toContain(other.id)
})

it('AW-08 ends a visit left alone, and keeps a late form for its adult', async () => {
  const own = await begin()
  const shared = await begin({ urgent: 'none' }, { shared: true })
  await world.owner.$executeRawUnsafe(
    `update auth."application_session" set seen_at = seen_at - interval '11 minutes'`,
  )
  expect((await applicantOf(own.token)).viewer.role).toBe('applicant')
  expect(await applicantOf(shared.token)).toMatchObject({ expired: true, viewer: { role: 'anonymous' } })
  await parkForApplicant(shared.token, '/api/application/answers', { rent: '700' })
  const parked = (viewer: Viewer) => withViewer(viewer, ({ tx }) => tx.applicationParked.count())
  expect(await parked(own.viewer)).toBe(0)
  expect(await parked(shared.viewer)).toBe(1)
})

it('AW-09 opens nothing once left', async () => {
  const { token, viewer } = await begin()
  await leaveApplication(token)
  expect((await applicantOf(token)).viewer.role).toBe('anonymous')
  expect(await withViewer(viewer, ({ tx }) => tx.application.findMany({ select: { id: true } }))).toEqual([])
})

it('AW-10 does not believe an arrival yet to come', async () => {
  const { id } = await begin({ urgent: 'none' }, { arrival: instant('2026-12-24T00:00:00.000Z') })
  const { startedAt } = await world.owner.application.findFirstOrThrow({ where: { id } })
  expect(startedAt.getTime()).toBeLessThan(Date.parse(now) + 60_000)
})
