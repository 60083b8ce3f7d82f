import { beforeAll, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { agencyClock } from '@/domain/application/agency-clock'
import { endOfDay, instant } from '@/domain/calendar'
import { keepPromise } from '@/server/application-promise'
import { readEvents } from '@/server/application-events'
import { withViewer } from '@/server/db'
import { withWorld } from '../../support/world'
import { beginApplication } from '../../support/application'
import { addDesk, sendApplication, tasksOf } from './tasks'

/*
 * The day the agency promised, kept with the task. Numbered cases:
 *   WL-50 the day the clock promises when nothing is missing; none while something is awaited; the day anew after
 *   WL-52 a task that waits for those who apply comes back once all that was asked is given, and not before
 *   WL-51 the one who applies keeps their own, and no other's; another office keeps nothing
 */
const world = withWorld()
const now = instant('2026-11-16T15:00:00.000Z')
let desk: Awaited<ReturnType<typeof addDesk>>
beforeAll(async () => {
  await moveClock(world.owner, now)
  desk = await addDesk(world.owner)
})
const due = async (applicationId: string) =>
  (await tasksOf(world.owner, { applicationId }))[0]!.dueAt?.toISOString() ?? null
const keep = (id: string, viewer = desk.agent) => withViewer(viewer, (door) => keepPromise(door, viewer, id))

it('WL-50 keeps the day that the clock promises', async () => {
  const id = await sendApplication(world.owner, desk.officeId)
  await keep(id)
  const promised = await withViewer(desk.agent, async (door) => {
    const clock = agencyClock(await readEvents(door, id), door.now)
    return clock.state === 'running' ? endOfDay(clock.promisedDay) : null
  })
  expect(promised).not.toBeNull()
  expect(await due(id)).toBe(promised)
  const event = (kind: string, at: string, by: string) =>
    world.owner.applicationEvent.create({
      data: { applicationId: id, kind, by, at: new Date(at), details: { subject: 'lease.household' } },
    })
  await event('documentAsked', '2026-11-17T15:00:00.000Z', 'staff')
  await moveClock(world.owner, instant('2026-11-18T15:00:00.000Z'))
  await keep(id)
  expect(await due(id)).toBeNull()
  await event('documentGiven', '2026-11-20T15:00:00.000Z', 'applicant')
  await moveClock(world.owner, instant('2026-11-20T16:00:00.000Z'))
  await keep(id)
  expect((await due(id))! > promised!).toBe(true)
})

it('WL-51 is kept by those of the application alone', async () => {
  const id = await sendApplication(world.owner, desk.officeId)
  const far = await addDesk(world.owner)
  await keep(id, far.agent)
  await keep(id, far.supervisor)
  expect(await due(id)).toBeNull()
  const { viewer } = await beginApplication()
  await withViewer(viewer, ({ sql }) => sql('select set_task_promise($1, now())', [id]))
  expect(await due(id)).toBeNull()
})

it('WL-52 comes back once all is given', async () => {
  const { id, viewer } = await beginApplication()
  const at = new Date('2026-11-20T17:00:00.000Z')
  await world.owner.application.update({ where: { id }, data: { officeId: desk.officeId, sentAt: at } })
  const event = (kind: string, by: string, subject: string, later: number) =>
    world.owner.applicationEvent.create({
      data: {
        ...{ applicationId: id, kind, by, adult: by === 'staff' ? null : by, details: { subject } },
        at: new Date(at.getTime() + later),
      },
    })
  await event('sent', 'applicant', '', 0)
  await event('documentAsked', 'staff', 'lease.household', 1)
  await event('documentAsked', 'staff', 'identityPhoto.applicant', 2)
  const waits = { state: 'waiting', assignedTo: desk.agent.staffId, untilDay: '2026-12-20' }
  await world.owner.task.updateMany({ where: { applicationId: id }, data: waits })
  await moveClock(world.owner, instant('2026-11-21T16:00:00.000Z'))
  const answered = () => withViewer(viewer, (door) => keepPromise(door, viewer, id))
  const task = async () => (await tasksOf(world.owner, { applicationId: id }))[0]!
  await event('documentGiven', 'applicant', 'lease.household', 3)
  await answered()
  expect(await task()).toMatchObject({ state: 'waiting', untilDay: '2026-12-20' })
  await event('documentGiven', 'applicant', 'identityPhoto.applicant', 4)
  await answered()
  expect(await task()).toMatchObject({ state: 'claimed', assignedTo: desk.agent.staffId, untilDay: null })
  expect((await task()).events.at(-1)).toMatchObject({ verb: 'resume', fromState: 'waiting', staffId: null })
  expect((await task()).dueAt).not.toBeNull()
  const { version } = await task()
  await answered()
  expect((await task()).version).toBe(version)
})
