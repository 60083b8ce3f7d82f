import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { erasableKinds } from '@/domain/retention/schedule'
import { instant } from '@/domain/calendar'
import { moveClock } from '../../prisma/demo-clock'
import { beginApplication } from '../support/application'
import { inPieces } from '../support/files'
import { citizen, staff, withWorld } from '../support/world'

/*
 * What is past its time is erased by the machine. Numbered cases:
 *   RT-01 what has a minute left stays; once its time is past it goes, kind by kind, and what is not of that kind stays
 *   RT-02 an application nobody sent goes whole, with its files; one that was sent, or came back to, stays
 *   RT-03 that it was erased is kept: how much of what, until when, and nothing else
 *   RT-04 nothing is left to erase then; run again, or by two at once, nothing goes twice
 *   RT-05 the worker alone erases, and never what is to come
 *   RT-06 every kind of the law has its row in the table of ends, and no other
 */
const world = withWorld()
const erase = async () => (await import('@/jobs/retention')).erasePast()
const at = (text: string) => moveClock(world.owner, instant(text))
/** The tenth of November 2026 at 10:00 in Québec. */
const now = '2026-11-10T15:00:00.000Z'
const none = Object.fromEntries(erasableKinds.map((kind) => [kind, 0]))
let personId: string
let householdId: string

beforeAll(async () => {
  await at(now)
  const adele = await citizen(world.owner, 'Adèle')
  personId = adele.personId
  householdId = adele.memberships[0]!.householdId
  await erase()
})

const parked = (parkedAt: string) =>
  world.owner.parkedSubmission.create({
    data: { personId, path: '/fr', sealed: Buffer.from('x'), parkedAt: new Date(parkedAt) },
  })
const draft = (updatedAt: string, month: string) =>
  world.owner.statementDraft.create({
    data: { householdId, personId, kind: 'statement', month, fields: {}, updatedAt: new Date(updatedAt) },
  })
const session = (endsAt: string) =>
  world.owner.$executeRawUnsafe(
    `insert into auth."session" (token_hash, user_id, realm, assurance, ends_at)
     select sha256(uuidv7()::text::bytea), id, 'citizen', 'oidc', $1::timestamptz from auth."user" where realm = 'citizen' limit 1`,
    endsAt,
  )
const sessions = async () =>
  Number(
    (await world.owner.$queryRawUnsafe<{ n: bigint }[]>('select count(*) as n from auth."session"'))[0]!.n,
  )

describe('what is past its time', () => {
  test('RT-01 goes, and what is not stays', async () => {
    await parked('2026-11-09T14:59:00.000Z')
    await parked('2026-11-09T15:01:00.000Z')
    await draft('2025-10-09T15:00:00.000Z', '2025-09')
    await draft('2025-10-12T15:00:00.000Z', '2025-10')
    const before = await sessions()
    await session('2026-08-01T15:00:00.000Z')
    await session('2026-11-01T15:00:00.000Z')
    const old = { kind: 'message', payload: {}, createdAt: new Date('2026-08-01T15:00:00.000Z') }
    await world.owner.outbox.create({
      data: { ...old, sentAt: old.createdAt, outcome: 'sent', sentBy: 'email' },
    })
    const waiting = await world.owner.outbox.create({ data: old })
    expect(await erase()).toEqual({ ...none, lateForm: 1, sentMessage: 1, statementDraft: 1, session: 1 })
    expect(await world.owner.outbox.count({ where: { id: waiting.id } })).toBe(1)
    await world.owner.outbox.delete({ where: { id: waiting.id } })
    expect(await world.owner.parkedSubmission.count({ where: { personId } })).toBe(1)
    expect(await world.owner.statementDraft.count({ where: { month: '2025-10' } })).toBe(1)
    expect(await world.owner.statementDraft.count({ where: { month: '2025-09' } })).toBe(0)
    expect(await sessions()).toBe(before + 1)
    await at('2026-11-10T15:01:00.000Z')
    expect(await erase()).toEqual({ ...none, lateForm: 1 })
  })

  test('RT-02 an application nobody sent goes whole', async () => {
    const { storage } = await import('@/server/storage')
    const { env } = await import('@/server/env')
    await at('2025-11-01T15:00:00.000Z')
    const [left, back] = [await beginApplication(), await beginApplication()]
    const keys = [`documents/${randomUUID()}`, `uploads/${randomUUID()}`] as const
    for (const key of keys) await storage().put(key, inPieces(Buffer.from('A paper')))
    await world.owner.$executeRawUnsafe(
      `insert into document (application_id, requirement, adult, name, type, bytes, storage_key, digest, scan)
       values ($1::uuid, 'identityPhoto.applicant', 'applicant', 'a.jpg', 'image/jpeg', 7, $2, '\\x00', 'clean')`,
      left.id,
      keys[0],
    )
    await world.owner.$executeRawUnsafe(
      `insert into application_parked (application_id, adult, path, sealed) values ($1::uuid, 'applicant', '/fr', '\\x00')`,
      left.id,
    )
    await world.owner.$executeRawUnsafe(
      `insert into application_draft (application_id, part, fields, updated_at)
       values ($1::uuid, 'household', '{}', '2026-06-01T15:00Z')
       on conflict (application_id, part) do update set updated_at = excluded.updated_at`,
      back.id,
    )
    const sent = await world.owner.application.count({ where: { sentAt: { not: null } } })
    await at(now)
    expect(await erase()).toEqual({ ...none, lateApplicationForm: 1, unsentApplication: 1 })
    expect(await world.owner.application.count({ where: { id: left.id } })).toBe(0)
    expect(await world.owner.application.count({ where: { id: back.id } })).toBe(1)
    expect(await world.owner.application.count({ where: { sentAt: { not: null } } })).toBe(sent)
    expect(keys.map((key) => existsSync(join(env().files, key)))).toEqual([false, true])
    await storage().remove(keys[1])
  })

  test('RT-03 leaves the note of it', async () => {
    const notes = await world.owner.erasure.findMany({ orderBy: { kind: 'asc' } })
    const kinds = new Set(notes.map(({ kind }) => kind))
    for (const kind of ['lateForm', 'session', 'statementDraft', 'unsentApplication'])
      expect(kinds).toContain(kind)
    const { kind, untilAt, count } = notes.find((one) => one.kind === 'statementDraft')!
    expect({ kind, count, until: untilAt.toISOString() }).toEqual({
      ...{ kind: 'statementDraft', count: 1, until: '2025-10-10T04:00:00.000Z' },
    })
    const { getAdministration } = await import('@/features/administration/queries')
    const { toErase, erased } = await getAdministration(await staff(world.owner, 'Marc Cadre'))
    expect(toErase).toEqual(none)
    expect(erased.statementDraft).toMatchObject({ count: 1 })
    expect(erased.oneTimeCode).toBeNull()
  })

  test('RT-04 once', async () => {
    expect(await erase()).toEqual(none)
    for (let count = 0; count < 5; count += 1) await parked('2026-11-01T15:00:00.000Z')
    const both = await Promise.all([erase(), erase()])
    expect(both[0]!.lateForm + both[1]!.lateForm).toBe(5)
  })

  test('RT-05 by the worker alone', async () => {
    const { withViewer } = await import('@/server/db')
    const one = await staff(world.owner, 'Marc Cadre')
    const asked = `select * from erase_past('lateForm', app_now(), 10)`
    await expect(withViewer(one, ({ sql }) => sql(asked))).rejects.toThrow(/permission/)
    await expect(
      withViewer({ role: 'worker' }, ({ sql }) =>
        sql(`select * from erase_past('lateForm', app_now() + interval '1 minute', 10)`),
      ),
    ).rejects.toThrow(/to come/)
  })

  test('RT-06 one table of ends', async () => {
    const rows = await world.owner.erasable.findMany({ orderBy: { kind: 'asc' } })
    expect(rows.map(({ kind }) => kind)).toEqual([...erasableKinds].sort())
  })
})
