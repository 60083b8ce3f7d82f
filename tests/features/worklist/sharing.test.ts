import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { shareTasks } from '@/features/worklist/commands'
import { toldIn } from '@/features/worklist/outcome'
import { sharingSchema } from '@/features/worklist/schema'
import { withWorld } from '../../support/world'
import { addDesk, addHome, tasksOf } from './tasks'

/*
 * Tasks taken, given back and given to others from a list. Numbered cases:
 *   WL-30 one task or several are taken at once, each with its event
 *   WL-31 what moved meanwhile does not move, and is counted; the rest does
 *   WL-32 given back, it is nobody's; given to a colleague, it is theirs
 *   WL-33 nothing is given to a stranger, to nobody, or to those who decide nothing
 *   WL-34 another office's task is not found
 *   WL-35 nothing chosen: one is told, and comes back to the same list, whatever its address says
 *   WL-36 twenty agents take the same ten tasks at once: each task is one agent's, with one event
 */
const world = withWorld()
const now = instant('2026-11-18T15:00:00.000Z')
let desk: Awaited<ReturnType<typeof addDesk>>
beforeAll(async () => {
  await moveClock(world.owner, now)
  desk = await addDesk(world.owner)
})

async function addTask() {
  const home = await addHome(world.owner, desk.officeId)
  await home.file({ answers: { changed: ['work'] } })
  const [task] = await tasksOf(world.owner, { householdId: home.id })
  return { home: home.id, id: task!.id, value: `${task!.id}:${task!.version}` }
}
const share = (viewer: typeof desk.agent, fields: Record<string, string | string[]>) =>
  shareTasks({
    ...{ viewer, input: sharingSchema.parse(fields), params: {}, arrival: now, locale: 'fr' },
    request: new Request('http://localhost/api/tasks/sharing'),
  })
const read = async ({ home }: { home: string }) => (await tasksOf(world.owner, { householdId: home }))[0]!
const told = (to: string) => toldIn(Object.fromEntries(new URL(to, 'http://x').searchParams))

it('WL-30 takes one task, or several at once', async () => {
  const [one, two, three] = [await addTask(), await addTask(), await addTask()]
  const single = await share(desk.agent, { take: one.value, task: two.value, verb: 'release' })
  expect(single.data).toEqual({ moved: [one.id], left: [] })
  expect(told(single.to)).toEqual({ verb: 'claim', moved: 1, left: 0 })
  const both = await share(desk.agent, { verb: 'claim', task: [two.value, three.value, two.value] })
  expect(told(both.to)).toEqual({ verb: 'claim', moved: 2, left: 0 })
  for (const task of [one, two, three])
    expect(await read(task)).toMatchObject({
      ...{ state: 'claimed', assignedTo: desk.agent.staffId, version: 2 },
      events: [{ verb: 'receive' }, { verb: 'claim', fromState: 'received', staffId: desk.agent.staffId }],
    })
})

it('WL-31 leaves what moved meanwhile', async () => {
  const [one, two] = [await addTask(), await addTask()]
  await share(desk.other, { take: one.value })
  const answer = await share(desk.agent, { verb: 'claim', task: [one.value, two.value] })
  expect(answer).toMatchObject({
    status: 200,
    data: { moved: [two.id], left: [{ id: one.id, refusal: 'alreadyMoved' }] },
  })
  expect(told(answer.to)).toEqual({ verb: 'claim', moved: 1, left: 1 })
  expect(await read(one)).toMatchObject({ assignedTo: desk.other.staffId })
  expect(await share(desk.agent, { take: one.value })).toMatchObject({ status: 409 })
})

it('WL-32 gives back, and gives to a colleague', async () => {
  const task = await addTask()
  await share(desk.agent, { take: task.value })
  await share(desk.agent, { verb: 'release', task: `${task.id}:2` })
  expect(await read(task)).toMatchObject({ state: 'received', assignedTo: null, version: 3 })
  await share(desk.supervisor, { verb: 'assign', task: `${task.id}:3`, assignee: desk.other.staffId })
  expect(await read(task)).toMatchObject({ state: 'claimed', assignedTo: desk.other.staffId, version: 4 })
  expect((await read(task)).events.at(-1)).toMatchObject({
    ...{ verb: 'assign', staffId: desk.supervisor.staffId, details: { assignee: desk.other.staffId } },
  })
})

it('WL-33 gives nothing to a stranger', async () => {
  const [task, far] = [await addTask(), await addDesk(world.owner)]
  const contact = await world.owner.staffMember.create({
    data: { name: 'Dee', role: 'contact', officeId: desk.officeId },
  })
  for (const assignee of [far.agent.staffId, contact.id, randomUUID(), '', "'"]) {
    const answer = await share(desk.agent, { verb: 'assign', task: task.value, assignee })
    expect(answer).toMatchObject({ status: 422, data: { code: 'noAssignee' } })
  }
  expect(await read(task)).toMatchObject({ version: 1, assignedTo: null })
})

it('WL-34 finds no task of another office', async () => {
  const [task, far] = [await addTask(), await addDesk(world.owner)]
  for (const viewer of [far.agent, far.supervisor]) {
    const answer = await share(viewer, { take: task.value })
    expect(answer).toMatchObject({ status: 409, data: { left: [{ id: task.id, refusal: 'notFound' }] } })
  }
  expect(await read(task)).toMatchObject({ version: 1, events: [{}] })
})

it('WL-35 tells that nothing was chosen, on the same list', async () => {
  const task = await addTask()
  const list = 'kind=review&sort=age&odd=1&told=claim'
  const forms: Record<string, string>[] = [
    {},
    { verb: 'claim' },
    { verb: 'decide', task: task.value },
    { verb: 'claim', task: 'x:1' },
  ]
  for (const fields of forms) {
    const answer = await share(desk.agent, { ...fields, list })
    expect(answer).toMatchObject({ to: '/fr/bureau?kind=review&sort=age&told=noTask', status: 422 })
  }
  const held = await share(desk.agent, { list: 'handOver', of: desk.other.staffId })
  expect(held.to).toBe(`/fr/bureau/releve?agent=${desk.other.staffId}&told=noTask`)
})

it('WL-36 gives each task to one of those who take it at once', async () => {
  const tasks = await Promise.all(Array.from({ length: 10 }, addTask))
  const agents = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? desk.agent : desk.other))
  const answers = await Promise.all(
    agents.map((viewer, index) =>
      share(viewer, {
        verb: 'claim',
        task: index % 3 === 0 ? tasks.map(({ value }) => value) : tasks.map(({ value }) => value).reverse(),
      }),
    ),
  )
  const moved = answers.flatMap(({ data }) => data!['moved'] as string[])
  expect(moved.sort()).toEqual(tasks.map(({ id }) => id).sort())
  for (const task of tasks) {
    const { version, events, assignedTo } = await read(task)
    expect(version).toBe(2)
    expect(events).toHaveLength(2)
    expect(events[1]!.staffId).toBe(assignedTo)
  }
})
