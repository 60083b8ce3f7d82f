import { beforeAll, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { placeOf, taskUrgencies } from '@/domain/decision/task'
import { changeTopics, type ChangeTopic } from '@/domain/statement/answers'
import { urgencyOf } from '@/domain/statement/urgency'
import { withWorld } from '../../support/world'
import { addDesk, addHome, sendApplication, tasksOf } from './tasks'

/*
 * What opens, ends and moves a task: the database, with what arrives. Numbered cases:
 *   WL-01 the database and the domain say the same of every combination of topics, late or not
 *   WL-02 an unchanged statement in time opens nothing; a changed or late one opens one task, once
 *   WL-03 a correction ends what it replaces, opens its own, and stays with the same agent
 *   WL-04 each change report opens its own, a confidential one too
 *   WL-05 a disagreement opens a task on what asked for nobody, and comes before all but danger
 *   WL-06 an application opens one when sent, and not before; urgent ones first; taken back, it ends
 *   WL-07 an application given to another office takes its task along, and it is nobody's
 *   WL-08 a household that moves office takes its tasks along, those that are over too
 *   WL-09 what arrives about a file someone has in hand is theirs, unless they left the office
 *   WL-10 a task knows the programme of its month, and follows the situation
 *   WL-11 history entered afterwards opens nothing
 *   WL-12 an extension ends what was late alone; what changed, and what is still late, stays
 *   WL-14 an application that presses, and then no more, is listed as it is now
 *   WL-13 a task waiting for the person that is filed about again comes back
 */
const world = withWorld()
const now = instant('2026-11-18T15:00:00.000Z')
let desk: Awaited<ReturnType<typeof addDesk>>
beforeAll(async () => {
  await moveClock(world.owner, now)
  desk = await addDesk(world.owner)
})
const home = () => addHome(world.owner, desk.officeId)

it('WL-01 says of every combination what the domain says', async () => {
  const places = { disagreement: 1, situation: 3, income: 5, late: 7, unchanged: null } as const
  for (const urgency of taskUrgencies)
    if (urgency in places) expect(placeOf(urgency)).toBe(places[urgency as 'late'])
  const sets = Array.from({ length: 2 ** changeTopics.length }, (_, bits) =>
    changeTopics.filter((_topic, index) => bits & (1 << index)),
  )
  const rows = await world.owner.$queryRawUnsafe<
    { changed: ChangeTopic[]; late: boolean; place: number | null }[]
  >(
    `select s.changed, l.late, filing_urgency(s.changed, l.late) as place
     from jsonb_array_elements($1::jsonb) s (changed), (values (true), (false)) l (late)`,
    JSON.stringify(sets),
  )
  expect(rows).toHaveLength(2 * sets.length)
  for (const { changed, late, place } of rows)
    expect([changed, late, place]).toEqual([
      changed,
      late,
      places[urgencyOf({ changed, late, disputed: false })],
    ])
})

it('WL-02 opens a task for what asks for a person, once', async () => {
  const plain = await home()
  await plain.file()
  expect(await tasksOf(world.owner, { householdId: plain.id })).toEqual([])
  const changed = await home()
  const filing = await changed.file({ answers: { changed: ['work'] } })
  const [task, ...more] = await tasksOf(world.owner, { householdId: changed.id })
  expect(more).toEqual([])
  expect(task).toMatchObject({
    ...{
      kind: 'statement',
      subjectId: filing.id,
      officeId: desk.officeId,
      month: '2026-11',
      state: 'received',
    },
    ...{ urgency: 5, version: 1, assignedTo: null, endedAt: null },
    events: [{ verb: 'receive', fromState: null, toState: 'received', staffId: null }],
  })
  const late = await home()
  await late.file({
    receivedAt: instant('2026-11-18T04:00:00.000Z'),
    dueAt: instant('2026-11-17T04:59:59.999Z'),
  })
  expect(await tasksOf(world.owner, { householdId: late.id })).toMatchObject([{ urgency: 7 }])
})

it('WL-03 ends what a correction replaces, and stays with the same agent', async () => {
  const one = await home()
  await one.file({ answers: { changed: ['people'] } })
  const [first] = await tasksOf(world.owner, { householdId: one.id })
  const held = { state: 'claimed', assignedTo: desk.agent.staffId, version: 2 }
  await world.owner.task.update({ where: { id: first!.id }, data: held })
  const corrected = await one.file({ version: 2 })
  const [before, after] = await tasksOf(world.owner, { householdId: one.id })
  expect(before).toMatchObject({ state: 'withdrawn', version: 3, events: [{}, { verb: 'withdraw' }] })
  expect(before!.endedAt).not.toBeNull()
  // Nothing is left changed: it asks for a look all the same.
  expect(after).toMatchObject({
    ...{ subjectId: corrected.id, state: 'received', urgency: 5, assignedTo: desk.agent.staffId },
  })
})

it('WL-04 opens a task for each change report', async () => {
  const one = await home()
  await one.file({ kind: 'change', answers: { changed: ['move'] } })
  await one.file({ kind: 'change', version: 2, answers: { changed: ['work'] } })
  await one.file({ kind: 'privateChange', answers: { changed: ['other'] } })
  const tasks = await tasksOf(world.owner, { householdId: one.id })
  expect(tasks.map(({ kind, urgency, endedAt }) => [kind, urgency, endedAt])).toEqual([
    ['change', 3, null],
    ['change', 5, null],
    ['change', 3, null],
  ])
})

it('WL-05 puts a disagreement before all but danger', async () => {
  const [unchanged, changed] = [await home(), await home()]
  const disagree = async (filingId: string, personId: string) =>
    world.owner.filingConfirmation.create({ data: { filingId, personId, answer: 'disagrees' } })
  await disagree((await unchanged.file()).id, unchanged.by)
  await disagree((await changed.file({ answers: { changed: ['work'] } })).id, changed.by)
  for (const { id } of [unchanged, changed])
    expect(await tasksOf(world.owner, { householdId: id })).toMatchObject([{ kind: 'statement', urgency: 1 }])
  const agreed = await home()
  const { id: filingId } = await agreed.file()
  await world.owner.filingConfirmation.create({ data: { filingId, personId: agreed.by, answer: 'agrees' } })
  expect(await tasksOf(world.owner, { householdId: agreed.id })).toEqual([])
})

it('WL-06 opens a task for an application that is sent, and ends it when it is taken back', async () => {
  const draft = await world.owner.application.create({ data: { startKey: crypto.randomUUID() } })
  await world.owner.application.update({
    where: { id: draft.id },
    data: { officeId: desk.officeId, urgent: ['noFood'] },
  })
  expect(await tasksOf(world.owner, { applicationId: draft.id })).toEqual([])
  const [plain, urgent] = [
    await sendApplication(world.owner, desk.officeId),
    await sendApplication(world.owner, desk.officeId, { urgent: ['noFood'] }),
  ]
  expect(await tasksOf(world.owner, { applicationId: plain })).toMatchObject([
    { kind: 'application', urgency: 2 },
  ])
  expect(await tasksOf(world.owner, { applicationId: urgent })).toMatchObject([
    { urgency: 0, householdId: null },
  ])
  await world.owner.application.update({ where: { id: plain }, data: { withdrawnAt: new Date(now) } })
  const [ended] = await tasksOf(world.owner, { applicationId: plain })
  expect(ended).toMatchObject({ state: 'withdrawn', events: [{ verb: 'receive' }, { verb: 'withdraw' }] })
})

it('WL-07 takes the task of an application to the office it is given to', async () => {
  const id = await sendApplication(world.owner, desk.officeId)
  const taken = { assignedTo: desk.agent.staffId, state: 'claimed' }
  await world.owner.task.updateMany({ where: { applicationId: id }, data: taken })
  const { officeId } = await addDesk(world.owner)
  await world.owner.application.update({ where: { id }, data: { officeId } })
  expect(await tasksOf(world.owner, { applicationId: id })).toMatchObject([
    {
      officeId,
      assignedTo: null,
      state: 'received',
      version: 2,
      events: [{}, { verb: 'release', staffId: null }],
    },
  ])
})

it('WL-08 takes the tasks of a household along', async () => {
  const one = await home()
  await one.file({ month: '2026-10' as never, answers: { changed: ['work'] } })
  const over = { state: 'closed', endedAt: new Date(now), assignedTo: desk.agent.staffId }
  await world.owner.task.updateMany({ where: { householdId: one.id }, data: over })
  await one.file({ answers: { changed: ['work'] } })
  const taken = { assignedTo: desk.agent.staffId, state: 'claimed' }
  await world.owner.task.updateMany({ where: { householdId: one.id, endedAt: null }, data: taken })
  const { officeId } = await addDesk(world.owner)
  await world.owner.household.update({ where: { id: one.id }, data: { officeId } })
  expect(await tasksOf(world.owner, { householdId: one.id })).toMatchObject([
    // What is over goes too, so that what was decided is read where the file is; it stays in its hands of then.
    { officeId, assignedTo: desk.agent.staffId, state: 'closed' },
    { officeId, assignedTo: null, state: 'received' },
  ])
})

it('WL-09 gives what arrives to whoever has the file in hand', async () => {
  const one = await home()
  await one.file({ answers: { changed: ['work'] } })
  const held = { assignedTo: desk.other.staffId, state: 'waiting', untilDay: '2026-12-01' }
  await world.owner.task.updateMany({ where: { householdId: one.id }, data: held })
  await one.file({ kind: 'change', answers: { changed: ['move'] } })
  expect(await tasksOf(world.owner, { householdId: one.id })).toMatchObject([
    { state: 'waiting' },
    { state: 'received', assignedTo: desk.other.staffId },
  ])
  const away = await addDesk(world.owner)
  const two = await home()
  await two.file({ answers: { changed: ['work'] } })
  const left = { assignedTo: away.agent.staffId, state: 'claimed' }
  await world.owner.task.updateMany({ where: { householdId: two.id }, data: left })
  await two.file({ kind: 'change', answers: { changed: ['move'] } })
  expect((await tasksOf(world.owner, { householdId: two.id }))[1]).toMatchObject({ assignedTo: null })
})

it('WL-10 knows the programme of its month, and follows the situation', async () => {
  const one = await home()
  const since = (fromMonth: string, programme: string) =>
    world.owner.householdSituation.create({
      data: { householdId: one.id, fromMonth, programme, onAssistanceSince: '2024-01' },
    })
  await since('2026-12', 'basicIncome')
  await one.file({ answers: { changed: ['work'] } })
  const programme = async () => (await tasksOf(world.owner, { householdId: one.id }))[0]!.programme
  expect(await programme()).toBe('socialAssistance')
  await since('2026-11', 'socialSolidarity')
  expect(await programme()).toBe('socialSolidarity')
  await since('2025-01', 'basicIncome')
  expect(await programme()).toBe('socialSolidarity')
})

it('WL-11 opens nothing for what arrived long ago', async () => {
  const one = await home()
  const receivedAt = instant('2026-08-10T15:00:00.000Z')
  await one.file({ month: '2026-08' as never, receivedAt, answers: { changed: ['people'] } })
  expect(await tasksOf(world.owner, { householdId: one.id })).toEqual([])
})

it('WL-12 ends by an extension what was late alone', async () => {
  const past = { receivedAt: instant('2026-11-18T04:00:00.000Z'), dueAt: instant('2026-11-17T04:59:59.999Z') }
  const [alone, changed, later] = [await home(), await home(), await home()]
  await alone.file(past)
  await changed.file({ ...past, answers: { changed: ['work'] } })
  await later.file({ ...past, receivedAt: instant('2026-11-18T12:00:00.000Z') })
  await world.owner.filingExtension.create({
    data: {
      ...{
        scope: 'office',
        officeId: desk.officeId,
        month: '2026-11',
        reasonFr: 'Panne.',
        reasonEn: 'Outage.',
      },
      newInstant: new Date('2026-11-18T04:59:59.999Z'),
    },
  })
  const state = async ({ id }: { id: string }) => (await tasksOf(world.owner, { householdId: id }))[0]!.state
  expect([await state(alone), await state(changed), await state(later)]).toEqual([
    'withdrawn',
    'received',
    'received',
  ])
})

it('WL-13 brings back a task about which the person acts again', async () => {
  const id = await sendApplication(world.owner, desk.officeId)
  const waits = { state: 'waiting', assignedTo: desk.agent.staffId, untilDay: '2026-12-01' }
  await world.owner.task.updateMany({ where: { applicationId: id }, data: waits })
  await world.owner.application.update({ where: { id }, data: { urgent: ['medication'] } })
  expect(await tasksOf(world.owner, { applicationId: id })).toMatchObject([
    {
      ...{ state: 'received', urgency: 0, untilDay: null, assignedTo: desk.agent.staffId, version: 2 },
      events: [{ verb: 'receive' }, { verb: 'receive' }],
    },
  ])
})

it('WL-14 lists an application by what presses now', async () => {
  const id = await sendApplication(world.owner, desk.officeId)
  const urgency = async () => (await tasksOf(world.owner, { applicationId: id }))[0]!.urgency
  const press = (urgent: string[]) => world.owner.application.update({ where: { id }, data: { urgent } })
  await press(['noShelter'])
  expect(await urgency()).toBe(0)
  await press([])
  expect(await urgency()).toBe(2)
})
