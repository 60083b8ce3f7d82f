import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { askedIn, fieldsOf, type Asked } from '@/features/worklist/asked'
import { getHandOver, listTasks } from '@/features/worklist/queries'
import { staff, withWorld } from '../../support/world'
import { addDesk, addHome, sendApplication } from './tasks'

/*
 * The worklist as an office reads it. Numbered cases:
 *   WL-20 the office's own, by urgency, term and age; nothing of another office; each line says why
 *   WL-21 each filter keeps what it says and nothing else, alone and together
 *   WL-22 page after page, every task once, in each order, whatever is due
 *   WL-23 counts by kind, mine, nobody's and late; they stop at the limit
 *   WL-24 supervisors see what waits for a person at the contact centre; agents do not
 *   WL-25 what is over is in no list
 *   WL-26 an address that says what we do not know asks nothing; what it asks, it says again
 *   WL-28 the hand-over: what is to do, then what waits, by its day; of a colleague, never of a stranger
 *   WL-29 someone of the staff without an office has no task
 */
const world = withWorld()
const now = instant('2026-11-18T15:00:00.000Z')
beforeAll(() => moveClock(world.owner, now))
const ask = (query: Record<string, string> = {}) => askedIn(query)

type Desk = Awaited<ReturnType<typeof addDesk>>
/** A task as it could be: only what the list depends on. */
async function addTask(desk: Desk, more: Record<string, unknown> = {}) {
  const home = await addHome(world.owner, desk.officeId, (more['name'] as string) ?? 'Tremblay')
  const { name: _name, ...data } = more
  const { id } = await world.owner.task.create({
    data: {
      ...{ kind: 'flag', officeId: desk.officeId, householdId: home.id },
      subjectId: randomUUID(),
      urgency: 9,
      ...data,
    },
  })
  return id
}

it('WL-20 lists the office’s own, the most urgent first, and says why', async () => {
  const [desk, far] = [await addDesk(world.owner), await addDesk(world.owner)]
  const file = async (name: string, receivedAt: string, changed: string[]) => {
    const home = await addHome(world.owner, desk.officeId, name)
    await home.file({ receivedAt: instant(receivedAt), answers: { changed: changed as never } })
  }
  await file('Deux', '2026-11-12T15:00:00.000Z', ['work'])
  await file('Un', '2026-11-11T15:00:00.000Z', ['people', 'work'])
  await sendApplication(world.owner, desk.officeId, { name: 'Élie', urgent: ['noFood'] })
  await (await addHome(world.owner, far.officeId)).file({ answers: { changed: ['people'] } })
  await sendApplication(world.owner, far.officeId)
  const { lines, office, colleagues } = await listTasks(desk.agent, ask())
  expect(lines.map(({ names, urgency }) => [names, urgency])).toEqual([
    ['Élie', 'danger'],
    ['Odile Un', 'situation'],
    ['Odile Deux', 'income'],
  ])
  expect(lines[0]).toMatchObject({ kind: 'application', urgentNeeds: ['noFood'], awaited: 0, holder: null })
  expect(lines[1]).toMatchObject({
    ...{ kind: 'statement', changed: ['people', 'work'], month: '2026-11', programme: 'socialAssistance' },
    ...{ filing: { kind: 'statement', version: 1 }, lastVerb: 'receive' },
  })
  expect(office!.fr).toContain('Ville-')
  expect(colleagues.map(({ id }) => id)).toEqual(
    [desk.agent, desk.other, desk.supervisor].map((one) => one.staffId),
  )
})

describe('filters', () => {
  let desk: Desk
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    desk = await addDesk(world.owner)
    ids['late'] = await addTask(desk, {
      kind: 'message',
      urgency: 6,
      dueAt: new Date('2026-11-17T15:00:00Z'),
    })
    ids['soon'] = await addTask(desk, { kind: 'review', urgency: 4, dueAt: new Date('2026-11-20T15:00:00Z') })
    ids['later'] = await addTask(desk, {
      kind: 'review',
      urgency: 4,
      dueAt: new Date('2026-11-25T15:00:00Z'),
    })
    ids['mine'] = await addTask(desk, { state: 'claimed', assignedTo: desk.agent.staffId })
    ids['waiting'] = await addTask(desk, {
      state: 'waiting',
      assignedTo: desk.other.staffId,
      untilDay: '2026-12-01',
    })
    ids['over'] = await addTask(desk, { state: 'closed', endedAt: new Date(now) })
    await world.owner.task.update({ where: { id: ids['soon'] }, data: { programme: 'basicIncome' } })
  })
  const found = async (query: Record<string, string>) => {
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
    return (await listTasks(desk.agent, ask(query))).lines.map(({ id }) => names.get(id))
  }

  it.each([
    [{}, ['soon', 'later', 'late', 'mine', 'waiting']],
    [{ kind: 'review' }, ['soon', 'later']],
    [{ state: 'waiting' }, ['waiting']],
    [{ whose: 'mine' }, ['mine']],
    [{ whose: 'nobody' }, ['soon', 'later', 'late']],
    [{ why: 'arrived' }, ['late']],
    [{ due: 'late' }, ['late']],
    [{ due: 'soon' }, ['soon', 'late']],
    [{ programme: 'basicIncome' }, ['soon']],
    [{ kind: 'review', due: 'soon' }, ['soon']],
    [{ kind: 'flag', whose: 'mine', state: 'claimed' }, ['mine']],
    [{ kind: 'flag', whose: 'mine', state: 'waiting' }, []],
    [{ sort: 'term' }, ['late', 'soon', 'later', 'mine', 'waiting']],
    [{ sort: 'age' }, ['late', 'soon', 'later', 'mine', 'waiting']],
  ] as [Record<string, string>, string[]][])('WL-21 %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it('WL-23 counts', async () => {
    const all = await listTasks(desk.agent, ask())
    const count = (of: number) => ({ count: of, more: false })
    expect(all.counts).toMatchObject({
      kinds: { review: count(2), message: count(1), flag: count(2), statement: count(0) },
      ...{ mine: count(1), nobody: count(3), late: count(1), danger: count(0) },
    })
    const mine = await listTasks(desk.agent, ask({ whose: 'mine' }))
    expect(mine.counts.kinds).toMatchObject({ review: count(0), flag: count(1) })
  })
})

it('WL-22 shows every task once, page after page, in each order', async () => {
  const desk = await addDesk(world.owner)
  const home = await addHome(world.owner, desk.officeId)
  const total = 173
  await world.owner.task.createMany({
    data: Array.from({ length: total }, (_, index) => ({
      ...{ kind: 'message', officeId: desk.officeId, householdId: home.id, subjectId: randomUUID() },
      urgency: index % 4,
      // Many of the same moment, many without a term.
      openedAt: new Date(Date.parse(now) - (index % 7) * 1_000),
      dueAt: index % 3 === 0 ? null : new Date(Date.parse(now) + (index % 5) * 86_400_000),
    })),
  })
  const keys = {
    order: (line: { urgency: string; due: string | null; opened: string }) =>
      `${['danger', 'disagreement', 'promise', 'situation'].indexOf(line.urgency)} ${line.due ?? '~'} ${line.opened}`,
    age: (line: { opened: string }) => line.opened,
    term: (line: { due: string | null; opened: string }) => `${line.due ?? '~'} ${line.opened}`,
  }
  for (const sort of ['order', 'age', 'term'] as const) {
    const seen = []
    for (let asked: Asked | null = ask({ sort }); asked;) {
      const { lines, next }: Awaited<ReturnType<typeof listTasks>> = await listTasks(desk.agent, asked)
      seen.push(...lines)
      // Through its address, as a reader goes.
      const after: ReturnType<typeof fieldsOf> | null = next && fieldsOf({ ...asked, after: next })
      asked = after && askedIn(after)
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total)
    expect(seen).toHaveLength(total)
    const order = seen.map(keys[sort])
    expect(order).toEqual([...order].sort())
  }
})

it('WL-23 says that there are more than it counts', async () => {
  const desk = await addDesk(world.owner)
  const home = await addHome(world.owner, desk.officeId)
  await world.owner.$executeRawUnsafe(
    `insert into task (kind, office_id, household_id, subject_id, urgency)
     select 'flag', $1::uuid, $2::uuid, gen_random_uuid(), 9 from generate_series(1, 1001)`,
    desk.officeId,
    home.id,
  )
  const { counts } = await listTasks(desk.agent, ask())
  expect(counts.kinds.flag).toEqual({ count: 1000, more: true })
  expect(counts.nobody).toEqual({ count: 1000, more: true })
})

it('WL-24 shows supervisors, and no agent, what waits at the contact centre', async () => {
  const desk = await addDesk(world.owner)
  const centre = await world.owner.office.findFirstOrThrow({ where: { kind: 'contactCentre' } })
  const own = await addTask(desk, { urgency: 3 })
  const waits = await sendApplication(world.owner, centre.id, { name: 'Gil' })
  const seen = async (viewer: Desk['agent']) => (await listTasks(viewer, ask())).lines.map(({ id }) => id)
  const task = await world.owner.task.findFirstOrThrow({ where: { applicationId: waits } })
  expect(await seen(desk.supervisor)).toEqual([task.id, own])
  expect(await seen(desk.agent)).toEqual([own])
  const page = await listTasks(desk.supervisor, ask())
  expect(page.counts.kinds.application.count).toBe(1)
  expect(page.lines[0]!.names).toBe('Gil')
})

it('WL-25 lists nothing that is over', async () => {
  const desk = await addDesk(world.owner)
  for (const state of ['decided', 'closed', 'withdrawn'])
    await addTask(desk, { state, endedAt: new Date(now) })
  expect((await listTasks(desk.agent, ask())).lines).toEqual([])
})

it('WL-26 asks nothing that is not known, and says again what it asks', () => {
  const odd = {
    ...{
      kind: 'odd',
      state: 'closed',
      whose: ['mine', 'all'],
      why: '__proto__',
      sort: 'constructor',
      col: 'x',
    },
    after: "0_2026-02-30T00:00:00.000Z_9999-01-01T00:00:00.000Z_'; drop table task",
  }
  expect(askedIn(odd)).toEqual({ ...askedIn({}), whose: 'mine' })
  expect(
    askedIn({ after: '3_infinity_2026-02-30T00:00:00.000Z_018f0000-0000-7000-8000-000000000001' }).after,
  ).toMatchObject({
    opened: '2026-03-02T00:00:00.000Z',
  })
  const full = {
    ...{
      kind: 'review',
      state: 'waiting',
      whose: 'nobody',
      why: 'late',
      due: 'soon',
      programme: 'basicIncome',
    },
    ...{ sort: 'term', col: ['file', 'holder'] },
    after: '3_infinity_2026-03-02T00:00:00.000Z_018f0000-0000-7000-8000-000000000001',
  }
  expect(fieldsOf(askedIn(full))).toEqual(full)
  expect(
    Object.values(fieldsOf(askedIn({})))
      .flat()
      .join(''),
  ).toBe('')
})

it('WL-28 hands over what is to do, then what waits', async () => {
  const [desk, far] = [await addDesk(world.owner), await addDesk(world.owner)]
  const mine = { assignedTo: desk.agent.staffId }
  const later = await addTask(desk, { ...mine, state: 'waiting', untilDay: '2026-12-05', urgency: 0 })
  const sooner = await addTask(desk, { ...mine, state: 'onHold', untilDay: '2026-11-25' })
  const todo = await addTask(desk, { ...mine, state: 'claimed', urgency: 5 })
  await addTask(desk, { assignedTo: desk.other.staffId, state: 'claimed' })
  await world.owner.taskEvent.create({
    data: {
      ...{ taskId: later, verb: 'askInformation', fromState: 'claimed', toState: 'waiting' },
      ...{ staffId: desk.agent.staffId, words: 'Quel jour ?' },
    },
  })
  const held = await getHandOver(desk.agent, null)
  expect(held!.lines.map(({ id }) => id)).toEqual([todo, sooner, later])
  expect(held!.lines[2]).toMatchObject({
    lastVerb: 'askInformation',
    lastWords: 'Quel jour ?',
    until: '2026-12-05',
  })
  expect(held!.who.name).toBe(desk.agent.name)
  expect((await getHandOver(desk.supervisor, desk.agent.staffId))!.lines).toHaveLength(3)
  expect(await getHandOver(far.supervisor, desk.agent.staffId)).toBeNull()
  expect(await getHandOver(desk.agent, "' or true")).toBeNull()
})

it('WL-29 lists nothing for staff without an office', async () => {
  const desk = await addDesk(world.owner)
  await addTask(desk)
  const jules = await staff(world.owner, 'Jules Agent')
  expect((await listTasks({ ...jules, officeId: null }, ask())).lines).toEqual([])
})
