import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { withViewer } from '@/server/db'
import { citizen, withWorld } from '../../support/world'
import { beginApplication } from '../../support/application'
import { addDesk, addHome, tasksOf } from './tasks'

/*
 * The wall around the desk, past every page: as each role, straight at the database. Numbered cases:
 *   WL-80 an agent reads nothing of another office's tasks, by any table or function
 *   WL-81 an agent writes in their own name alone, and on their office's tasks alone
 *   WL-82 nothing that was written of a task is changed or removed, nor a task made or removed
 *   WL-83 contact agents, auditors, people and those who apply read no task and move none
 *   WL-84 a person reads a decision once it has left, and never one that was undone
 */
const world = withWorld()
const now = instant('2026-11-18T15:00:00.000Z')
type Desk = Awaited<ReturnType<typeof addDesk>>
let [desk, far] = [] as unknown as [Desk, Desk]
let task: { id: string; home: string }
beforeAll(async () => {
  await moveClock(world.owner, now)
  ;[desk, far] = [await addDesk(world.owner), await addDesk(world.owner)]
  const home = await addHome(world.owner, desk.officeId)
  await home.file({ answers: { changed: ['work'] } })
  task = { id: (await tasksOf(world.owner, { householdId: home.id }))[0]!.id, home: home.id }
  const by = { taskId: task.id, staffId: desk.agent.staffId }
  await world.owner.verification.create({ data: { ...by, item: 'work', outcome: 'verified' } })
  await world.owner.note.create({
    data: { householdId: home.id, staffId: by.staffId, text: 'Note', key: randomUUID() },
  })
})
const as =
  (viewer: Desk['agent'] | { role: string }) =>
  (text: string, values: readonly unknown[] = []) =>
    withViewer(viewer as Desk['agent'], ({ sql }) => sql<Record<string, unknown>>(text, values))

it('WL-80 shows nothing of another office', async () => {
  const reads = [
    'select id from task where id = $1',
    'select id from task_event where task_id = $1',
    'select id from verification where task_id = $1',
    'select id from note where household_id = (select household_id from task where id = $1)',
    'select id from task_lines(array[$1::uuid])',
  ]
  for (const text of reads) {
    for (const own of [desk.agent, desk.supervisor])
      expect((await as(own)(text, [task.id])).length, text).toBeGreaterThan(0)
    for (const other of [far.agent, far.supervisor])
      expect(await as(other)(text, [task.id]), text).toEqual([])
  }
  const known = await as(far.agent)('select id from office_colleagues()')
  expect(known.map(({ id }) => id)).not.toContain(desk.agent.staffId)
})

it('WL-81 lets one write in one’s own name, at one’s own office', async () => {
  const writes = (staffId: string): [string, unknown[]][] => [
    [
      `insert into task_event (task_id, verb, from_state, to_state, staff_id) values ($1, 'claim', 'received', 'claimed', $2)`,
      [task.id, staffId],
    ],
    [
      `insert into verification (task_id, item, outcome, staff_id) values ($1, 'work', 'cleared', $2)`,
      [task.id, staffId],
    ],
    [
      `insert into note (household_id, staff_id, text, key) values ($1, $2, 'Mot', gen_random_uuid())`,
      [task.home, staffId],
    ],
    [
      `insert into decision (number, task_id, household_id, outcome, language, wording_version, decided_by)
       values (gen_random_uuid(), $1, $2, 'accepted', 'fr', '1', $3)`,
      [task.id, task.home, staffId],
    ],
  ]
  for (const [text, values] of writes(desk.other.staffId))
    await expect(as(desk.agent)(text, values), text).rejects.toThrow(/row-level security/)
  for (const [text, values] of writes(far.agent.staffId))
    await expect(as(far.agent)(text, values), text).rejects.toThrow(/row-level security/)
  for (const [text, values] of writes(desk.agent.staffId)) await as(desk.agent)(text, values)
  const moved = await as(far.agent)('update task set version = version + 1 where id = $1 returning id', [
    task.id,
  ])
  expect(moved).toEqual([])
  await expect(
    as(desk.agent)('update task set office_id = $2 where id = $1', [task.id, far.officeId]),
  ).rejects.toThrow(/permission denied/)
})

it('WL-82 keeps what was written', async () => {
  for (const table of ['task', 'task_event', 'decision', 'note', 'verification'])
    await expect(as(desk.supervisor)(`delete from ${table}`), table).rejects.toThrow(/permission denied/)
  for (const [table, column] of [
    ['task_event', 'verb'],
    ['note', 'text'],
    ['verification', 'outcome'],
    ['decision', 'outcome'],
    ['task', 'kind'],
    ['task', 'household_id'],
  ] as const)
    await expect(as(desk.supervisor)(`update ${table} set ${column} = ${column}`), table).rejects.toThrow(
      /permission denied/,
    )
  const made = `insert into task (kind, office_id, household_id, subject_id, urgency) values ('flag', $1, $2, $2, 9)`
  await expect(as(desk.agent)(made, [desk.officeId, task.home])).rejects.toThrow(/permission denied/)
})

it('WL-83 is closed to everyone else', async () => {
  const contact = { ...desk.agent, role: 'contact' as const }
  const auditor = { ...desk.agent, role: 'auditor' as const }
  const person = await citizen(world.owner, 'Adèle')
  const { viewer: applicant } = await beginApplication()
  // The contact centre reads where matters stand, of the files it holds open: here none.
  const states = ['select id from task', 'select id from task_event']
  for (const text of states) {
    expect(await as(contact)(text, [])).toEqual([])
    for (const viewer of [auditor, person, applicant, { role: 'anonymous' }])
      await expect(as(viewer as never)(text, []), text).rejects.toThrow(/permission denied/)
  }
  const calls: [string, unknown[]][] = [
    ['select id from note', []],
    ['select id from verification', []],
    ['select * from task_lines($1)', [[task.id]]],
    ['select * from office_colleagues()', []],
    [
      `select open_task('flag', $1, $2, $3, null, null, 9::smallint, null)`,
      [task.id, desk.officeId, task.home],
    ],
    [`select open_missing('2026-10', $1)`, [[task.home]]],
    [`select lift_missing('2026-10', $1)`, [[task.home]]],
    [`select * from statements_not_received('2026-10', $1, 10)`, [task.id]],
    ['select resume_past($1, 10)', ['2026-12-01']],
    ['select resume_tasks($1, $2)', [[task.id], 'answered']],
    ['select move_tasks($1, $2, null)', [far.officeId, task.home]],
  ]
  for (const viewer of [contact, auditor, person, applicant, { role: 'anonymous' }])
    for (const [text, values] of calls)
      await expect(as(viewer as never)(text, values), `${viewer.role}: ${text}`).rejects.toThrow(
        /permission denied/,
      )
  for (const [text, values] of calls.slice(4))
    await expect(as(desk.supervisor)(text, values), text).rejects.toThrow(/permission denied/)
  // The worker opens what is missing, and reads no task.
  await expect(as({ role: 'worker' })('select id from task')).rejects.toThrow(/permission denied/)
})

it('WL-84 lets a person read what has left', async () => {
  const person = await citizen(world.owner, 'Adèle')
  const householdId = person.memberships[0]!.householdId
  const { officeId } = await world.owner.household.findUniqueOrThrow({ where: { id: householdId } })
  const decide = async (more: { leavesAt: Date | null; undoneAt?: Date }) => {
    const { id: taskId } = await world.owner.task.create({
      data: { kind: 'change', officeId, householdId, subjectId: randomUUID(), urgency: 9 },
    })
    const decision = { number: randomUUID(), taskId, householdId, outcome: 'accepted', language: 'fr' }
    const by = { decidedBy: desk.agent.staffId, wordingVersion: '1' }
    return (await world.owner.decision.create({ data: { ...decision, ...by, ...more } })).id
  }
  const past = new Date('2026-11-18T14:00:00Z')
  const left = await decide({ leavesAt: past })
  await decide({ leavesAt: new Date('2026-11-18T18:00:00Z') })
  await decide({ leavesAt: null })
  await decide({ leavesAt: past, undoneAt: past })
  const read = await as(person as never)('select id from decision')
  expect(read.map(({ id }) => id)).toEqual([left])
  await expect(as(person as never)('select decided_by from decision')).rejects.toThrow(/permission denied/)
  const other = await citizen(world.owner, 'Bruno')
  expect(await as(other as never)('select id from decision')).toEqual([])
})
