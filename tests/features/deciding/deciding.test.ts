import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { instantOf } from '@/domain/calendar'
import { drawOf } from '@/domain/decision/four-eyes'
import type { Staff } from '@/server/viewer'
import { addStaff } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { withWorld } from '../../support/world'
import {
  applicationWithTask,
  codeIn,
  fileWithTask,
  morning,
  press,
  setUpDesk,
  untilFields,
  type Desk,
  type Fields,
} from './desk'

/*
 * Numbered cases, before the code. A task is moved by one endpoint:
 *   DE-01 of two who claim, one has it; the other is told, and sees what the first did
 *   DE-02 a decision is written with its reasons, leaves in half an hour, and is in the trail
 *   DE-03 the same form twice is one move, and the same answer
 *   DE-04 a form that is refused keeps what was typed, for its author alone, until the move is made
 *   DE-05 a hold waits for a second person; whoever decided is not that person
 *   DE-06 sent back, a decision is undone, and the words stay among the staff
 *   DE-07 undone while nothing has left; after, only another decision takes its place
 *   DE-08 another office finds nothing, as if there were nothing; a contact agent moves nothing
 *   DE-09 a colleague's task is not decided over their head; a supervisor gives it to another
 *   DE-10 a decision on an application is in its history once it has left, and never when it was undone
 *   DE-11 of a review, who decided first decides nothing, and to accept is to change
 *   DE-12 an amount in place of the one calculated says why, and waits for a second person
 *   DE-13 a version that was not on the screen moves nothing, whatever the verb
 *   DE-14 a reason names its facts, and is kept with them
 *   DE-15 one refusal in ten is read by a second person, drawn by the task
 *   DE-16 another share counts once two supervisors have set it
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
const file = () => fileWithTask(world.owner, desk.officeId)
const move = (viewer: Staff, taskId: string, verb: string, fields: Fields = {}) =>
  press(world.owner, viewer, taskId, verb, fields)
const taskOf = (id: string) => world.owner.task.findUniqueOrThrow({ where: { id } })
const eventsOf = (taskId: string) =>
  world.owner.taskEvent.findMany({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
const decisionsOf = (taskId: string) =>
  world.owner.decision.findMany({ where: { taskId }, orderBy: { id: 'asc' } })
const agrees = { reasons: 'agreesWithFile' }

it('DE-01 gives a task to one of two', async () => {
  const { taskId } = await file()
  const both = await Promise.all([
    move(desk.jules, taskId, 'claim', { version: '1' }),
    move(desk.lina, taskId, 'claim', { version: '1' }),
  ])
  expect(both.map(codeIn).sort()).toEqual(['alreadyMoved', 'moved'])
  const [first] = both.map(codeIn)
  expect(await taskOf(taskId)).toMatchObject({
    state: 'claimed',
    version: 2,
    assignedTo: first === 'moved' ? desk.jules.staffId : desk.lina.staffId,
  })
  expect((await eventsOf(taskId)).map(({ verb }) => verb)).toEqual(['receive', 'claim'])
  const refused = both.find((answer) => codeIn(answer) === 'alreadyMoved')!
  expect(refused).toMatchObject({ status: 409, data: { state: 'claimed', version: 2 } })
  expect(refused.to).toContain('move=not-alreadyMoved')
})

it('DE-02 writes a decision with its reasons, and the trail', async () => {
  const { taskId, householdId } = await file()
  await move(desk.jules, taskId, 'claim')
  const answer = await move(desk.jules, taskId, 'accept', { ...agrees, words: ' Merci. ' })
  expect(codeIn(answer)).toBe('moved')
  const [decision] = await decisionsOf(taskId)
  expect(decision).toMatchObject({
    outcome: 'accepted',
    reasons: [{ code: 'agreesWithFile' }],
    fromMonth: '2026-11',
    words: 'Merci.',
    needsSecond: false,
    undoneAt: null,
  })
  expect(decision!.leavesAt!.getTime() - decision!.decidedAt.getTime()).toBe(30 * 60_000)
  expect(await taskOf(taskId)).toMatchObject({ state: 'decided', version: 3 })
  const trail = await world.owner.audit.findMany({ where: { act: 'moved', subjectId: taskId } })
  expect(trail.map(({ details, householdId: of }) => [(details as { verb: string }).verb, of])).toEqual([
    ['claim', householdId],
    ['accept', householdId],
  ])
})

it('DE-03 makes one move of one form', async () => {
  const { taskId } = await file()
  const key = randomUUID()
  const once = () => move(desk.jules, taskId, 'claim', { version: '1', key })
  const answers = await Promise.all([once(), once(), once()])
  expect(answers.map(codeIn)).toEqual(['moved', 'moved', 'moved'])
  expect(await taskOf(taskId)).toMatchObject({ version: 2 })
  // A colleague who sends the same key has moved nothing.
  expect(codeIn(await move(desk.lina, taskId, 'claim', { version: '1', key }))).toBe('alreadyMoved')
})

it('DE-04 keeps what was typed in a form that is refused', async () => {
  const { findMovePage } = await import('@/features/deciding/queries')
  const { errorsOf } = await import('@/features/deciding/errors')
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  const refused = await move(desk.jules, taskId, 'refuse', { words: 'Trop tard\0 pour nous.' })
  expect(refused).toMatchObject({
    status: 422,
    to: `/fr/bureau/gestes/refuse-${taskId}`,
    data: { problems: [{ field: 'reasons', problem: 'required' }] },
  })
  const page = (await findMovePage(desk.jules, `refuse-${taskId}`))!
  if ('gone' in page) throw new Error('gone')
  expect(page.typed).toMatchObject({ words: 'Trop tard pour nous.' })
  expect(errorsOf(page, 'fr')).toEqual([{ field: 'reasons', text: 'Cochez au moins une raison.' }])
  expect(page.task.unfinished).toMatchObject({ verb: 'refuse' })
  // A colleague is told whose it is, and reads nothing of what was typed.
  const marc = await findMovePage(desk.marc, `refuse-${taskId}`)
  expect(marc).toMatchObject({ gone: { unfinished: null }, why: 'notYours' })
  expect(await taskOf(taskId)).toMatchObject({ state: 'claimed', version: 2 })
  await move(desk.jules, taskId, 'accept', agrees)
  expect(await world.owner.taskDraft.count({ where: { taskId } })).toBe(0)
  expect(await findMovePage(desk.jules, `refuse-${taskId}`)).toMatchObject({ why: 'alreadyMoved' })
})

const hold = { reasons: 'spouseDisagrees', ...untilFields('2026-12-10') }

it('DE-05 holds a payment only when two agree', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  expect(await move(desk.jules, taskId, 'hold', { ...hold, ...untilFields('2026-11-20') })).toMatchObject({
    data: { problems: [{ field: 'until', problem: 'date.tooEarly' }] },
  })
  await move(desk.jules, taskId, 'hold', hold)
  expect(await taskOf(taskId)).toMatchObject({ state: 'proposed', untilDay: '2026-12-10' })
  expect(await decisionsOf(taskId)).toMatchObject([{ outcome: 'held', needsSecond: true, leavesAt: null }])
  expect(codeIn(await move(desk.jules, taskId, 'second'))).toBe('notYours')
  expect(codeIn(await move(desk.lina, taskId, 'second'))).toBe('moved')
  expect(await taskOf(taskId)).toMatchObject({
    state: 'onHold',
    untilDay: '2026-12-10',
    assignedTo: desk.jules.staffId,
    endedAt: null,
  })
  const [decision] = await decisionsOf(taskId)
  expect(decision!.secondedBy).toBe(desk.lina.staffId)
  expect(decision!.leavesAt!.getTime() - decision!.secondedAt!.getTime()).toBe(30 * 60_000)
})

it('DE-06 sends a decision back, and the words stay among the staff', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  await move(desk.jules, taskId, 'hold', hold)
  expect((await move(desk.lina, taskId, 'sendBack')).status).toBe(422)
  await move(desk.lina, taskId, 'sendBack', { words: 'Le conjoint a répondu hier.' })
  expect(await taskOf(taskId)).toMatchObject({
    state: 'claimed',
    assignedTo: desk.jules.staffId,
    untilDay: null,
  })
  expect((await decisionsOf(taskId))[0]).toMatchObject({ undoneBy: desk.lina.staffId, leavesAt: null })
  expect((await eventsOf(taskId)).at(-1)).toMatchObject({
    verb: 'sendBack',
    words: null,
    privateNote: 'Le conjoint a répondu hier.',
  })
})

it('DE-07 undoes what has not left, and replaces what has', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  await move(desk.jules, taskId, 'accept', agrees)
  expect(codeIn(await move(desk.lina, taskId, 'undo'))).toBe('notYours')
  expect(codeIn(await move(desk.jules, taskId, 'undo'))).toBe('moved')
  expect(await taskOf(taskId)).toMatchObject({ state: 'claimed', endedAt: null })
  await move(desk.jules, taskId, 'accept', agrees)
  await moveClock(world.owner, '2026-11-18T15:20:00.000Z')
  const { findTaskPage } = await import('@/features/deciding/queries')
  expect((await findTaskPage(desk.jules, taskId))!.verbs).toContain('undo')
  await moveClock(world.owner, '2026-11-18T15:40:00.000Z')
  expect((await findTaskPage(desk.jules, taskId))!.verbs).not.toContain('undo')
  expect(codeIn(await move(desk.jules, taskId, 'undo'))).toBe('alreadyLeft')
  expect(codeIn(await move(desk.marc, taskId, 'undo'))).toBe('alreadyLeft')
  await move(desk.lina, taskId, 'reopen', { words: 'Une erreur de mois.' })
  expect(await taskOf(taskId)).toMatchObject({ state: 'claimed', assignedTo: desk.lina.staffId })
  await move(desk.lina, taskId, 'partlyAccept', { reasons: 'provedByDocuments' })
  const [undone, left, stands] = await decisionsOf(taskId)
  expect(undone!.undoneAt).not.toBeNull()
  expect(left).toMatchObject({ undoneAt: null, outcome: 'accepted' })
  expect(stands).toMatchObject({ undoneAt: null, outcome: 'partlyAccepted', replaces: left!.id })
  await moveClock(world.owner, morning)
})

it('DE-08 is nothing to another office, and a contact agent moves nothing', async () => {
  const { taskId } = await file()
  const stranger = await move(desk.karine, taskId, 'claim', { version: '1' })
  expect(stranger).toEqual(await move(desk.karine, randomUUID(), 'claim', { version: '1' }))
  expect(stranger).toMatchObject({ status: 404 })
  const { findMovePage, findTaskPage, findTaskPanel } = await import('@/features/deciding/queries')
  expect(await findTaskPage(desk.karine, taskId)).toBeNull()
  expect(await findMovePage(desk.karine, `claim-${taskId}`)).toBeNull()
  expect(await findTaskPanel(desk.karine, { subjectId: (await taskOf(taskId)).subjectId })).toBeNull()
  expect(await world.owner.audit.count({ where: { actorId: desk.karine.staffId } })).toBe(0)
  const { may } = await import('@/server/viewer')
  expect(may({ ...desk.jules, role: 'contact' }, 'task:move')).toBe(false)
  expect(may({ ...desk.jules, role: 'auditor' }, 'task:move')).toBe(false)
})

it('DE-09 leaves a task to whoever holds it, and a supervisor gives it to another', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  for (const verb of ['accept', 'release', 'assign'])
    expect(codeIn(await move(desk.lina, taskId, verb, { ...agrees, assignee: desk.lina.staffId }))).toBe(
      'notYours',
    )
  expect(await move(desk.marc, taskId, 'assign', { assignee: desk.karine.staffId })).toMatchObject({
    data: { problems: [{ field: 'assignee', problem: 'unknown' }] },
  })
  await move(desk.marc, taskId, 'assign', { assignee: desk.lina.staffId })
  expect(await taskOf(taskId)).toMatchObject({ state: 'claimed', assignedTo: desk.lina.staffId })
  // One's own hand-over.
  await move(desk.lina, taskId, 'assign', { assignee: desk.jules.staffId })
  expect(await taskOf(taskId)).toMatchObject({ assignedTo: desk.jules.staffId })
  // What waits for the person goes on waiting, in other hands.
  await move(desk.jules, taskId, 'askInformation', { words: 'Quand?', ...untilFields('2026-12-18') })
  await move(desk.marc, taskId, 'assign', { assignee: desk.lina.staffId })
  expect(await taskOf(taskId)).toMatchObject({
    ...{ state: 'waiting', untilDay: '2026-12-18', assignedTo: desk.lina.staffId },
  })
})

it('DE-10 tells an application its decision once it has left', async () => {
  const { taskId, applicationId } = await applicationWithTask(world.owner, desk.officeId)
  const history = async () => {
    const { withViewer } = await import('@/server/db')
    const { readEvents } = await import('@/server/application-events')
    const events = await withViewer(desk.jules, (door) => readEvents(door, applicationId))
    return events.map(({ kind, at }) => [kind, at])
  }
  await move(desk.jules, taskId, 'claim')
  const accept = () => move(desk.jules, taskId, 'accept', { reasons: 'provedByDocuments' })
  await accept()
  await move(desk.jules, taskId, 'undo')
  await moveClock(world.owner, '2026-11-18T16:00:00.000Z')
  expect((await history()).map(([kind]) => kind)).not.toContain('decided')
  await accept()
  expect((await history()).map(([kind]) => kind)).not.toContain('decided')
  await moveClock(world.owner, '2026-11-18T16:40:00.000Z')
  const [kind, at] = (await history()).at(-1)!
  expect(kind).toBe('decided')
  expect(at).toBe(instantOf((await decisionsOf(taskId)).at(-1)!.leavesAt!))
  await moveClock(world.owner, morning)
})

it('DE-11 leaves a review to another than the one who decided, and to accept is to change', async () => {
  const { taskId, householdId, personId } = await file()
  await move(desk.jules, taskId, 'claim')
  await move(desk.jules, taskId, 'partlyAccept', { reasons: 'notProved' })
  const [decision] = await decisionsOf(taskId)
  await moveClock(world.owner, '2026-11-18T15:40:00.000Z')
  const asked = { askedAt: new Date('2026-11-18T15:39:00Z'), late: false, untilDay: '2027-02-23' }
  const request = await world.owner.reviewRequest.create({
    data: {
      ...{ decisionId: decision!.id, householdId, personId, words: 'Revoyez, svp.', ...asked },
      ...{ receiptNumber: `R-${randomUUID()}`, dueAt: new Date('2027-02-16T15:00:00Z') },
    },
  })
  const review = await world.owner.task.findFirstOrThrow({ where: { subjectId: request.id } })
  expect(codeIn(await move(desk.jules, review.id, 'claim'))).toBe('notYours')
  await move(desk.lina, review.id, 'claim')
  expect(await move(desk.lina, review.id, 'assign', { assignee: desk.jules.staffId })).toMatchObject({
    data: { problems: [{ field: 'assignee', problem: 'unknown' }] },
  })
  // A reason to maintain is no reason to change.
  expect(await move(desk.lina, review.id, 'accept', { reasons: 'reviewConfirms' })).toMatchObject({
    status: 422,
  })
  await move(desk.lina, review.id, 'accept', { reasons: 'reviewFindsOtherwise' })
  expect(await decisionsOf(review.id)).toMatchObject([{ outcome: 'changed', decidedBy: desk.lina.staffId }])
  await moveClock(world.owner, morning)
})

it('DE-12 replaces an amount with a reason and a second person', async () => {
  const { taskId } = await applicationWithTask(world.owner, desk.officeId)
  await move(desk.jules, taskId, 'claim')
  const fields = { reasons: 'provedByDocuments', amount: '700,00' }
  expect(await move(desk.jules, taskId, 'accept', fields)).toMatchObject({
    data: { problems: [{ field: 'note', problem: 'whyAmount' }] },
  })
  await move(desk.jules, taskId, 'accept', { ...fields, note: 'Loyer payé par un proche.' })
  expect(await taskOf(taskId)).toMatchObject({ state: 'proposed' })
  expect((await decisionsOf(taskId))[0]).toMatchObject({
    needsSecond: true,
    benefit: { computed: true, totalCents: 35_000, setMonthlyCents: 70_000, lines: [] },
  })
  const other = await applicationWithTask(world.owner, desk.officeId)
  await move(desk.jules, other.taskId, 'claim')
  await move(desk.jules, other.taskId, 'accept', { reasons: 'provedByDocuments' })
  const [asCalculated] = await decisionsOf(other.taskId)
  const { lines, totalCents } = asCalculated!.benefit as never as {
    lines: { cents: number }[]
    totalCents: number
  }
  expect(totalCents).toBeGreaterThan(0)
  expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(totalCents)
  expect(asCalculated).toMatchObject({ needsSecond: false })
})

it('DE-13 moves nothing on a version that was not on the screen', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  for (const version of ['1', '3', '2.0', ' 2', '-2', '2e0', '', '9'.repeat(400)])
    expect(codeIn(await move(desk.jules, taskId, 'accept', { ...agrees, version })), version).toBe(
      'alreadyMoved',
    )
  expect(await taskOf(taskId)).toMatchObject({ state: 'claimed', version: 2 })
})

it('DE-14 keeps a reason with its facts', async () => {
  const { taskId } = await file()
  await move(desk.jules, taskId, 'claim')
  const reasons = ['incomeCounted', 'agreesWithFile']
  expect(
    await move(desk.jules, taskId, 'accept', { reasons, 'fact.incomeCounted.month': 'novembre' }),
  ).toMatchObject({
    data: {
      problems: [
        { field: 'fact.incomeCounted.amountCents', problem: 'amount.required' },
        { field: 'fact.incomeCounted.month', problem: 'month.format' },
      ],
    },
  })
  await move(desk.jules, taskId, 'accept', {
    reasons,
    'fact.incomeCounted.amountCents': '1 234,50 $',
    'fact.incomeCounted.month': '2026-10',
    // Beside a reason that was not given: nobody's.
    'fact.assetsAboveLimit.amountCents': '5',
  })
  expect((await decisionsOf(taskId))[0]!.reasons).toEqual([
    { code: 'agreesWithFile' },
    { code: 'incomeCounted', facts: { month: '2026-10', amountCents: 123_450 } },
  ])
})

it('DE-15 has a second person read one refusal in ten, drawn by the task', async () => {
  const drawn = new Set<boolean>()
  for (let tries = 0; tries < 60 && drawn.size < 2; tries += 1) {
    const { taskId } = await file()
    const isDrawn = drawOf(taskId) % 10 === 0
    if (drawn.has(isDrawn)) continue
    drawn.add(isDrawn)
    await move(desk.jules, taskId, 'claim')
    await move(desk.jules, taskId, 'refuse', { reasons: 'notProved' })
    expect(await taskOf(taskId)).toMatchObject({ state: isDrawn ? 'proposed' : 'decided' })
  }
  expect(drawn.has(false)).toBe(true)
})

it('DE-16 has every refusal read by two, once two supervisors have set it so', async () => {
  const supervisor = (name: string) =>
    addStaff(world.owner, { name, role: 'supervisor', officeId: desk.jules.officeId })
  const [asked, granted] = [await supervisor('Un Cadre'), await supervisor('Deux Cadre')]
  const { id } = await world.owner.proposal.create({
    data: {
      ...{ kind: 'sampling', oneIn: 1, fromDay: '2026-11-01', reasonFr: 'Pour un essai', askedBy: asked },
      ...{ decidedBy: granted, decidedAt: new Date('2026-10-01T15:00:00Z'), outcome: 'granted' },
      key: randomUUID(),
    },
  })
  for (let tries = 0; tries < 3; tries += 1) {
    const { taskId } = await file()
    await move(desk.jules, taskId, 'claim')
    await move(desk.jules, taskId, 'refuse', { reasons: 'notProved' })
    expect(await taskOf(taskId)).toMatchObject({ state: 'proposed' })
  }
  await world.owner.proposal.delete({ where: { id } })
})
