import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import { saveStatementDraft } from '@/features/statement/commands'
import type { Reassignment } from '@/features/team/schema'
import { chosenTasks } from '@/features/team/schema'
import { questionOf } from '@/server/mistakes'
import type { Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { call as typed, household, moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * The team as its supervisor sees it. Numbered cases, before the code:
 *   TM-01 who holds what: open, waiting, overdue, the oldest; what is nobody's; nothing of another office
 *   TM-02 how long tasks wait, by class, each task in one class
 *   TM-03 promises kept and broken in thirty days; what is withdrawn, or was never promised, is neither
 *   TM-04 tasks are given in bulk; one that moved meanwhile stays and is counted; each is in the trail and its history
 *   TM-05 nothing is given to, nor taken from, another office; nor is what waits for a second signature
 *   TM-09 what waits for a person, or is held, is given too, and goes on waiting until the same day
 *   TM-10 applications begun and left are counted at their last page, wherever they are, and nothing else of them
 *   TM-06 wrong answers are counted by question: no one, no answer, no entry number; what the staff type is not counted
 *   TM-07 statements begun and left are counted at their last page, of this office alone
 *   TM-08 nobody but a supervisor reads the counts; nobody writes them by hand
 */
const world = withWorld({ people: false })
const queries = () => import('@/features/team/queries')
const commands = () => import('@/features/team/commands')
const db = () => import('@/server/db')
let office: string
let far: string

beforeAll(async () => {
  office = await openOffice(world.owner)
  far = await addOffice(world.owner, { code: '901' })
})
async function member(name: string, role: Staff['role'], officeId: string | null): Promise<Staff> {
  const staffId = await addStaff(world.owner, { name, role, officeId })
  return {
    role,
    staffId,
    name,
    officeId,
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc',
  }
}
let number = 0
/** An office of its own, its supervisor, two agents and a file. */
async function team() {
  number += 1
  const officeId = await addOffice(world.owner, { code: `T${number}` })
  const adults = [{ givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12' }]
  const home = await addHousehold(world.owner, { fileNumber: `TEAM-${number}`, officeId, adults })
  const names = [`Chef ${number}`, `Un ${number}`, `Deux ${number}`] as const
  const supervisor = await member(names[0], 'supervisor', officeId)
  const one = await member(names[1], 'agent', officeId)
  const two = await member(names[2], 'agent', officeId)
  const task = (more: object = {}) =>
    world.owner.task.create({
      data: {
        ...{ kind: 'statement', officeId, householdId: home.id, subjectId: randomUUID(), urgency: 5 },
        ...{ openedAt: new Date(tenth), changedAt: new Date(tenth), ...more },
      },
    })
  return { officeId, home, supervisor, one, two, task }
}
const daysAgo = (days: number) => new Date(Date.parse(tenth) - days * 86_400_000)
const give = async (viewer: Staff, input: Reassignment) =>
  (await commands()).reassign({ viewer, input, params: {}, locale: 'fr' } as unknown as Call<
    Staff,
    Reassignment
  >)
const boxes = (tasks: readonly { id: string; version: number }[]) =>
  tasks.map(({ id, version }) => `${id}.${version}`)

describe('the team', () => {
  it('TM-01 shows who holds what', async () => {
    const { supervisor, one, two, task, officeId } = await team()
    const other = await team()
    await other.task({ assignedTo: other.one.staffId, state: 'claimed' })
    // Before anyone holds a task of the file: what comes after is given to who does.
    await task()
    await task({ assignedTo: one.staffId, state: 'claimed', openedAt: daysAgo(3), dueAt: daysAgo(1) })
    await task({ assignedTo: one.staffId, state: 'waiting' })
    await task({ assignedTo: one.staffId, state: 'decided', endedAt: new Date(tenth) })
    const page = await (await queries()).getTeam(supervisor)
    expect(
      page.loads.map(({ colleague, open, waiting, overdue }) => [colleague?.id, open, waiting, overdue]),
    ).toEqual([
      [one.staffId, 2, 1, 1],
      ...[supervisor, two].map(({ staffId }) => [staffId, 0, 0, 0]),
      [undefined, 1, 0, 0],
    ])
    expect(page.loads[0]!.oldest).toBe(daysAgo(3).toISOString())
    expect(page.kinds).toEqual([{ kind: 'statement', open: 3 }])
    expect(page.officeFr).toBe(
      (await world.owner.office.findUniqueOrThrow({ where: { id: officeId } })).nameFr,
    )
  })

  it('TM-02 shows how long tasks wait', async () => {
    const { supervisor, task, one } = await team()
    for (const days of [0, 1.9, 2, 4.9, 5, 10, 14.9, 15, 400]) await task({ openedAt: daysAgo(days) })
    await task({ openedAt: daysAgo(400), assignedTo: one.staffId, state: 'claimed' })
    const { ages } = await (await queries()).getTeam(supervisor)
    expect(ages.map(({ count }) => count)).toEqual([2, 2, 1, 2, 3])
    expect(ages.at(-1)!.unassigned).toBe(2)
  })

  it('TM-03 counts promises kept and broken', async () => {
    const { supervisor, task } = await team()
    const ended = (days: number, dueDays: number | null, state = 'decided') =>
      task({ state, endedAt: daysAgo(days), dueAt: dueDays === null ? null : daysAgo(dueDays) })
    await ended(2, 1)
    await ended(2, 2)
    await ended(2, 3)
    await ended(2, null)
    await ended(2, 3, 'withdrawn')
    await ended(40, 41)
    await task({ dueAt: daysAgo(1) })
    expect((await (await queries()).getTeam(supervisor)).promises).toEqual({ kept: 2, broken: 1, overdue: 1 })
  })

  it('TM-04 gives tasks in bulk', async () => {
    const { supervisor, one, two, task } = await team()
    const held = await Promise.all([1, 2, 3].map(() => task({ assignedTo: one.staffId, state: 'claimed' })))
    const moved = held[2]!
    await world.owner.task.update({ where: { id: moved.id }, data: { version: 2 } })
    const answer = await give(supervisor, { from: one.staffId, to: two.staffId, task: boxes(held) })
    expect(answer).toMatchObject({ data: { code: 'moved', moved: 2, left: 1 } })
    const page = await (await queries()).findHandOver(supervisor, two.staffId)
    expect(page!.tasks.map(({ id }) => id).sort()).toEqual(
      held
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    )
    const [first] = held
    expect(await world.owner.taskEvent.findMany({ where: { taskId: first!.id } })).toMatchObject([
      { verb: 'assign', fromState: 'claimed', toState: 'claimed', staffId: supervisor.staffId },
    ])
    expect(await world.owner.audit.count({ where: { act: 'assigned', subjectId: first!.id } })).toBe(1)
    // The same form again gives nothing twice.
    expect(await give(supervisor, { to: two.staffId, task: boxes(held) })).toMatchObject({
      data: { moved: 0 },
    })
  })

  it('TM-05 keeps to the office, and to what can be given', async () => {
    const { supervisor, one, two, task } = await team()
    const other = await team()
    const own = await task()
    const proposed = await task({ assignedTo: one.staffId, state: 'proposed' })
    const theirs = await other.task()
    for (const [input, code] of [
      [{ to: two.staffId }, 'none'],
      [{ to: two.staffId, task: ['nothing.1', own.id] }, 'none'],
      [{ task: boxes([own]) }, 'nobody-chosen'],
      [{ to: other.one.staffId, task: boxes([own]) }, 'no-such-colleague'],
      [{ to: 'nothing', task: boxes([own]) }, 'no-such-colleague'],
    ] as const)
      expect({ input, code: (await give(supervisor, input as Reassignment)).data?.['code'] }).toEqual({
        input,
        code,
      })
    expect(await give(supervisor, { to: two.staffId, task: boxes([theirs, proposed]) })).toMatchObject({
      data: { moved: 0, left: 2 },
    })
    const { findHandOver } = await queries()
    expect(await findHandOver(supervisor, other.one.staffId)).toBeNull()
    expect(await findHandOver(supervisor, 'nothing')).toBeNull()
    expect((await findHandOver(supervisor, one.staffId))!.tasks).toMatchObject([
      { id: proposed.id, movable: false },
    ])
    expect((await findHandOver(supervisor, 'personne'))!.tasks).toMatchObject([{ id: own.id, movable: true }])
    expect(chosenTasks(boxes([own, own]))).toHaveLength(1)
  })

  it('TM-09 gives what waits or is held too, and it goes on waiting', async () => {
    const { supervisor, one, two, task } = await team()
    const onHold = await task({ state: 'onHold', untilDay: '2026-11-25' })
    const held = [await task({ assignedTo: one.staffId, state: 'waiting', untilDay: '2026-11-20' }), onHold]
    const { findHandOver } = await queries()
    expect((await findHandOver(supervisor, 'personne'))!.tasks).toMatchObject([
      { id: onHold.id, movable: true },
    ])
    expect((await findHandOver(supervisor, one.staffId))!.tasks).toMatchObject([{ movable: true }])
    expect(await give(supervisor, { to: two.staffId, task: boxes(held) })).toMatchObject({
      data: { moved: 2, left: 0 },
    })
    const given = await world.owner.task.findMany({
      where: { assignedTo: two.staffId },
      orderBy: { untilDay: 'asc' },
    })
    expect(given).toMatchObject([
      { state: 'waiting', untilDay: '2026-11-20' },
      { state: 'onHold', untilDay: '2026-11-25' },
    ])
  })

  it('TM-10 counts where applications are left, by page alone', async () => {
    const { supervisor } = await team()
    const { getTeam } = await queries()
    const before = (await getTeam(supervisor)).applicationsLeft
    const begin = async (page: string | null, days: number, more: object = {}) => {
      const { id } = await world.owner.application.create({
        data: { startKey: randomUUID(), startedAt: daysAgo(days + 1), ...more },
      })
      const part = { fields: { name: 'Secret' }, updatedAt: daysAgo(days) }
      await world.owner.applicationDraft.createMany({
        data: [
          { ...part, applicationId: id, part: 'applicant', page },
          // The other part is older, and was left at another page.
          {
            ...part,
            applicationId: id,
            part: 'household',
            page: page && 'urgent',
            updatedAt: daysAgo(days + 1),
          },
        ],
      })
    }
    await begin('identity', 3)
    await begin('identity', 2)
    await begin(null, 3)
    await begin('declaration', 4)
    await begin('earnings', 0.5)
    await begin('identity', 50)
    await begin('identity', 3, { withdrawnAt: new Date(tenth) })
    await begin('identity', 3, { sentAt: daysAgo(2), officeId: office, routing: {} })
    const { applicationsLeft } = await getTeam(supervisor)
    expect(applicationsLeft).toEqual({
      sent: before.sent + 1,
      pages: [
        { page: 'start', count: 1 },
        { page: 'identity', count: 2 },
        { page: 'declaration', count: 1 },
      ],
    })
    expect(JSON.stringify(applicationsLeft)).not.toContain('Secret')
  })

  it('TM-06 counts wrong answers by question, and nobody', async () => {
    const { viewers } = await household(world.owner, office, ['Eva'])
    const draft = {
      ...{ page: 'start', intent: 'continue', changed: 'work' },
    }
    await saveStatementDraft(typed(viewers[0]!, draft))
    const wrong = { page: 'questions', intent: 'continue', 'work.0.gross': 'beaucoup', 'work.0.employer': '' }
    await saveStatementDraft(typed(viewers[0]!, wrong))
    await saveStatementDraft(typed(viewers[0]!, wrong))
    const rows = await world.owner.formMistake.findMany({ where: { form: 'statement' } })
    const names = rows.map(({ question }) => question)
    expect(names).toContain('work.gross')
    expect(rows.every(({ times, day }) => times === 2 && day === '2026-11-10')).toBe(true)
    expect(JSON.stringify(rows)).not.toContain('beaucoup')
    const { supervisor } = await team()
    const { mistakes } = await (await queries()).getTeam(supervisor)
    expect(mistakes.find(({ question }) => question === 'work.gross')).toEqual({
      ...{ form: 'statement', question: 'work.gross', times: 2 },
    })
    expect(questionOf(`other.12.${randomUUID()}.net`)).toBe('other.net')
    const { countMistakes } = await import('@/server/mistakes')
    const { withViewer } = await db()
    await withViewer(supervisor, (door) => countMistakes(door, supervisor, 'statement', ['work.gross']))
    expect(await world.owner.formMistake.findMany({ where: { form: 'statement' } })).toEqual(rows)
  })

  it('TM-07 counts where statements are left', async () => {
    const { supervisor, officeId, home } = await team()
    const { getTeam } = await queries()
    const leave = (householdId: string, attempted: string[], days: number) =>
      world.owner.statementDraft.create({
        data: {
          ...{ householdId, kind: 'statement', month: '2026-10', fields: {}, attempted },
          ...{ personId: randomUUID(), updatedAt: daysAgo(days) },
        },
      })
    const elsewhere = await household(world.owner, far, ['Ida'])
    await leave(elsewhere.id, ['start'], 3)
    await leave(home.id, ['start', 'questions'], 3)
    expect((await getTeam(supervisor)).left).toEqual({
      ...{ month: '2026-10', sent: 0 },
      pages: [
        { page: 'start', count: 0 },
        { page: 'questions', count: 1 },
        { page: 'verification', count: 0 },
      ],
    })
    const adults = [{ givenName: 'Ivo', familyName: 'Essai', birthDate: '1985-04-12' }]
    const busy = await addHousehold(world.owner, { fileNumber: `BUSY-${number}`, officeId, adults })
    await leave(busy.id, ['start'], 0.5)
    expect((await getTeam(supervisor)).left.pages[0]!.count).toBe(0)
  })

  it('TM-08 is a supervisor’s, and the counts are the database’s', async () => {
    const { one } = await team()
    const { withViewer } = await db()
    const contact = await member('Soutien', 'contact', null)
    const auditor = await member('Vérif', 'auditor', null)
    for (const viewer of [one, contact, auditor])
      for (const question of [
        'select 1 from form_mistake',
        "select * from statements_left('2026-10')",
        'select * from applications_left(now())',
      ])
        await expect(withViewer(viewer, ({ sql }) => sql(question))).rejects.toThrow(/permission/)
    const { supervisor } = await team()
    await expect(
      withViewer(supervisor, ({ sql }) =>
        sql("insert into form_mistake values ('statement', 'x', '2026-11-10', 9)"),
      ),
    ).rejects.toThrow(/permission/)
    await moveClock(world.owner, tenth)
  })
})
