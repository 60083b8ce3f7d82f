import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { readReviewEntry, readReviewPage } from '@/features/reviews/queries'
import { withViewer } from '@/server/db'
import { citizen, staff, withWorld } from '../../support/world'
import { takeDecision } from '../decisions/deciding'
import { atOfficeOf, decided, moveDays, press, unfrozen } from './asking'

/*
 * A person asks that a decision be looked at again. Numbered cases:
 *   RQ-01 in time: kept, a receipt, a task of the office with the day an answer is expected; the trail
 *   RQ-02 pressed twice it is one; the other adult learns that it stands, and not a word of it
 *   RQ-03 both adults at once: one stands, and what the other typed is kept
 *   RQ-04 without a word it is not sent, and what was typed is kept; saved for later it is no request
 *   RQ-05 after the last day it needs a reason, and is received as late
 *   RQ-06 not before the decision leaves, nor once it is undone, nor another household's, nor of a review
 *   RQ-07 taken back, its task ends, and another may be sent; not once it is answered
 *   RQ-08 what was sent does not change, and a draft is nobody else's to read
 */
const world = withWorld()
beforeEach(async () => {
  await moveClock(world.owner, '2026-11-18T15:00:00.000Z')
  await world.owner.$executeRawUnsafe('delete from review_request')
  await world.owner.$executeRawUnsafe("delete from task where kind = 'review'")
  await world.owner.$executeRawUnsafe('delete from decision')
})
const requests = () => world.owner.reviewRequest.findMany({ orderBy: { id: 'asc' } })
const task = () => world.owner.task.findFirst({ where: { kind: 'review' }, orderBy: { openedAt: 'desc' } })
async function people() {
  const jules = await staff(world.owner, 'Jules Agent')
  const adele = await citizen(world.owner, 'Adèle')
  return { jules, adele }
}

it('RQ-01 is received, numbered, and waits for another person at the office', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle')
  expect(await readReviewEntry(adele, id)).toMatchObject({ late: false, askedAt: null, begun: false })
  const answer = await press(adele, id)
  expect(answer).toMatchObject({ status: 201, to: `/fr/mon-dossier/decisions/${id}/revision` })
  const [request] = await requests()
  expect(request).toMatchObject({
    decisionId: id,
    personId: adele.personId,
    words: 'Ce salaire n’est pas le mien.',
    late: false,
    receiptNumber: answer.data?.['receiptNumber'],
  })
  expect(request!.receiptNumber).toMatch(/^Q-2611-/)
  const opened = await task()
  // Nobody's, even where someone holds the rest of the file: that one may be who decided.
  expect(opened).toMatchObject({
    subjectId: request!.id,
    state: 'received',
    officeId: jules.officeId,
    householdId: request!.householdId,
    urgency: 4,
    assignedTo: null,
  })
  expect(opened!.dueAt).toEqual(request!.dueAt)
  const page = await readReviewPage(adele, id)
  expect(page).toMatchObject({ own: { asked: { late: false } }, standing: { answer: null } })
  const trace = await world.owner.audit.findFirst({
    where: { subjectKind: 'review', subjectId: request!.id },
  })
  expect(trace).toMatchObject({ act: 'sent', actorId: adele.personId, details: { how: 'inTime' } })
})

it('RQ-02 is one however often it is sent, and its words are its author’s', async () => {
  const { jules } = await people()
  const paul = await citizen(world.owner, 'Paul')
  const id = await decided(world.owner, await atOfficeOf(world.owner, jules, 'Paul'), 'Paul')
  const first = await press(paul, id)
  const second = await press(paul, id, { words: 'Autre chose' })
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.data?.['receiptNumber']).toBe(first.data?.['receiptNumber'])
  expect(await requests()).toHaveLength(1)
  const other = await otherAdult(paul)
  const page = await readReviewPage(other, id)
  expect(page).toMatchObject({ own: null, standing: { answer: null } })
  expect(JSON.stringify(page)).not.toContain('salaire')
  expect(await press(other, id)).toMatchObject({ status: 409, data: { code: 'already-asked' } })
})

it('RQ-03 stands alone when both adults send at once', async () => {
  const { jules } = await people()
  const paul = await citizen(world.owner, 'Paul')
  const id = await decided(world.owner, await atOfficeOf(world.owner, jules, 'Paul'), 'Paul')
  const other = await otherAdult(paul)
  const answers = await Promise.all([press(paul, id), press(other, id), press(paul, id), press(other, id)])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.every(({ status }) => status === 201 || status === 200 || status === 409)).toBe(true)
  expect((await requests()).filter(({ askedAt }) => askedAt !== null)).toHaveLength(1)
  expect(await world.owner.task.count({ where: { kind: 'review' } })).toBe(1)
})

it('RQ-04 keeps what was typed, and sends nothing without a word', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle')
  expect(await press(adele, id, { words: '  ' })).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'words', problem: 'missing' }] },
  })
  expect((await readReviewPage(adele, id))!.errors).toHaveLength(1)
  expect(await press(adele, id, { intent: 'save', words: 'Je vérifie\0 mes paies' })).toMatchObject({
    status: 200,
  })
  const page = await readReviewPage(adele, id)
  expect(page).toMatchObject({
    own: { words: 'Je vérifie mes paies', asked: null },
    errors: [],
    standing: null,
  })
  expect(await readReviewEntry(adele, id)).toMatchObject({ begun: true })
  expect(await task()).toBeNull()
  expect(await press(adele, id, { words: 'é'.repeat(9000) })).toMatchObject({ status: 422 })
  expect((await requests())[0]!.words).toHaveLength(6000)
})

it('RQ-05 is received after the last day with its reason', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle')
  await moveDays(world.owner, 120)
  expect(await readReviewEntry(adele, id)).toMatchObject({ late: true })
  expect(await press(adele, id)).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'lateReason', problem: 'missing' }] },
  })
  expect(await task()).toBeNull()
  expect(await press(adele, id, { lateReason: 'illness' })).toMatchObject({ status: 201 })
  expect((await requests())[0]).toMatchObject({ late: true, lateReason: 'illness' })
})

it('RQ-06 is asked of one’s own decision, once it has left, and not of a review', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle', { leaves: false })
  expect(await press(adele, id)).toMatchObject({ status: 404 })
  expect(await readReviewPage(adele, id)).toBeNull()
  await moveDays(world.owner, 1)
  const stranger = await citizen(world.owner, 'Paul')
  expect(await press(stranger, id)).toMatchObject({ status: 404 })
  expect(await readReviewPage(stranger, id)).toBeNull()
  expect(await press(adele, 'not-an-id')).toMatchObject({ status: 404 })
  const undo = (undoneAt: Date | null, undoneBy: string | null) =>
    unfrozen(world.owner, () => world.owner.decision.update({ where: { id }, data: { undoneAt, undoneBy } }))
  await undo(new Date(), jules.staffId)
  expect(await press(adele, id)).toMatchObject({ status: 404 })
  await undo(null, null)
  expect(await press(adele, id)).toMatchObject({ status: 201 })
  const marc = await staff(world.owner, 'Marc Cadre')
  const review = await takeDecision(marc, (await task())!.id, {
    outcome: 'maintained',
    reasons: [{ code: 'reviewConfirms' }],
    needsSecond: false,
  })
  await moveDays(world.owner, 1)
  expect(await press(adele, review.id)).toMatchObject({ status: 404 })
  expect((await readReviewPage(adele, id))!.standing!.answer).toMatchObject({
    number: review.number,
    outcome: 'maintained',
  })
})

it('RQ-07 is taken back until it is answered', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle')
  await press(adele, id)
  expect(await press(adele, id, { intent: 'withdraw' })).toMatchObject({ data: { code: 'withdrawn' } })
  expect(await press(adele, id, { intent: 'withdraw' })).toMatchObject({ status: 404 })
  expect(await task()).toMatchObject({ state: 'withdrawn' })
  expect(await readReviewEntry(adele, id)).toMatchObject({ askedAt: null })
  expect(await press(adele, id)).toMatchObject({ status: 201 })
  const [opened, ...others] = await world.owner.task.findMany({ where: { kind: 'review', endedAt: null } })
  expect(others).toEqual([])
  const marc = await staff(world.owner, 'Marc Cadre')
  await takeDecision(marc, opened!.id, {
    outcome: 'maintained',
    reasons: [{ code: 'reviewConfirms' }],
    needsSecond: false,
  })
  await moveDays(world.owner, 1)
  expect(await press(adele, id, { intent: 'withdraw' })).toMatchObject({ status: 409 })
})

it('RQ-08 is frozen once sent, and hidden until then', async () => {
  const { jules, adele } = await people()
  const id = await decided(world.owner, jules, 'Adèle')
  await press(adele, id, { intent: 'save' })
  const seen = (viewer: Parameters<typeof withViewer>[0]) =>
    withViewer(viewer, ({ sql }) => sql<{ id: string }>('select id from review_request'))
  expect(await seen(jules)).toEqual([])
  expect(await seen(adele)).toHaveLength(1)
  await press(adele, id)
  expect(await seen(jules)).toHaveLength(1)
  expect(await seen(await staff(world.owner, 'Karine Agente'))).toEqual([])
  expect(await seen(await citizen(world.owner, 'Paul'))).toEqual([])
  const change = withViewer(adele, ({ sql }) => sql("update review_request set words = 'autre'"))
  await expect(change).rejects.toMatchObject({ code: '23514' })
  const early = withViewer(adele, ({ sql }) => sql('update review_request set followed_at = app_now()'))
  await expect(early).rejects.toMatchObject({ code: '42501' })
})

/** The other adult of someone's household. */
async function otherAdult(of: Awaited<ReturnType<typeof citizen>>) {
  const other = await world.owner.householdMember.findFirstOrThrow({
    where: {
      household: { members: { some: { personId: of.personId, untilDay: null } } },
      role: 'adult',
      untilDay: null,
      NOT: { personId: of.personId },
    },
    include: { person: true },
  })
  return citizen(world.owner, other.person.givenName)
}
