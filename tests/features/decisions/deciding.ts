import { randomUUID } from 'node:crypto'
import type { NewDecision } from '@/server/decisions'
import type { Call } from '@/server/endpoint'
import type { Staff, Viewer } from '@/server/viewer'
import { instant } from '@/domain/calendar'
import type { Owner } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'

/** A request about one thing, as it reaches a command. */
export function call<V extends Viewer>(viewer: V, id: string): Call<V, unknown> {
  const request = new Request('https://quinze.test/')
  return {
    viewer,
    input: {},
    params: { id },
    arrival: instant('2026-11-27T15:00:00.000Z'),
    locale: 'fr',
    request,
  }
}

/** The task of the latest thing that someone of the demo filed. */
export async function taskOf(owner: Owner, givenName: string): Promise<string> {
  const task = await owner.task.findFirstOrThrow({
    where: {
      kind: { in: ['statement', 'change'] },
      household: { members: { some: { person: { givenName } } } },
    },
    orderBy: { openedAt: 'desc' },
  })
  return task.id
}

/** Takes a decision on a task, as the command of the desk does, without moving the task. */
export async function takeDecision(viewer: Staff, taskId: string, decision: NewDecision) {
  const { withViewer } = await import('@/server/db')
  const { findTask } = await import('@/server/tasks')
  const { writeDecision } = await import('@/server/decisions')
  return withViewer(viewer, async (door) => {
    const task = await findTask(door, taskId)
    if (!task) throw new Error('No such task')
    return writeDecision(door, viewer, task, decision)
  })
}

/** Moves the demo's clock so many minutes on. */
export async function moveClockBy(owner: Owner, minutes: number): Promise<void> {
  const [row] = await owner.$queryRawUnsafe<{ now: Date }[]>('select app_now() as now')
  await moveClock(owner, new Date(row!.now.getTime() + minutes * 60_000).toISOString())
}

/** Gives someone an identity of their own: they read their notices in the portal. */
export async function giveIdentity(owner: Owner, givenName: string): Promise<void> {
  await owner.$executeRawUnsafe(
    `with one as (
       insert into auth."user" (person_id) select id from person where given_name = $1
       on conflict (person_id) do update set person_id = excluded.person_id returning id)
     insert into auth."account" (provider, subject, user_id) select 'demo', 'decisions-' || $1, id from one
     on conflict do nothing`,
    givenName,
  )
}

/** A task about a household that filed nothing that asks for one. */
export async function openTask(owner: Owner, householdId: string): Promise<string> {
  const { officeId } = await owner.household.findUniqueOrThrow({ where: { id: householdId } })
  const task = await owner.task.create({
    data: { kind: 'change', subjectId: randomUUID(), officeId, householdId, urgency: 5 },
  })
  return task.id
}

/** Takes their identity from someone: their notices leave on paper. */
export async function takeIdentity(owner: Owner, givenName: string): Promise<void> {
  await owner.$executeRawUnsafe(
    `delete from auth."account" a using auth."user" u, person p
     where a.user_id = u.id and u.person_id = p.id and p.given_name = $1`,
    givenName,
  )
}

/** An application that was sent to the office of Drummondville, with a visit to it. */
export async function sentApplication(owner: Owner) {
  const { withViewer } = await import('@/server/db')
  const { beginApplication } = await import('../../support/application')
  const begun = await beginApplication({ household: { rent: '700' } })
  const { id: officeId } = await owner.office.findFirstOrThrow({ where: { code: '009' } })
  await withViewer(begun.viewer, async ({ tx, now }) => {
    const version = {
      ...{ applicationId: begun.id, version: 1, receiptNumber: `Q-${randomUUID()}`, answersDigest: 'x' },
      ...{ schemaVersion: 1, wordingVersion: 'w', language: 'fr', signedName: 'Ada Essai' },
      ...{ receivedAt: new Date(now), key: randomUUID() },
    }
    await tx.applicationVersion.createMany({ data: [version] })
    await tx.application.updateMany({
      where: { id: begun.id },
      data: { sentAt: new Date(now), officeId, routing: {} },
    })
  })
  return begun
}
