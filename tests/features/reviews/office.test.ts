import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { readReviewPage } from '@/features/reviews/queries'
import { findReview } from '@/features/reviews/office-queries'
import { citizen, staff, withWorld } from '../../support/world'
import { beginApplication } from '../../support/application'
import { moveClockBy, takeDecision } from '../decisions/deciding'
import { atOfficeOf, decided, press } from './asking'

/*
 * A review as the office reads it, and as an applicant asks for it. Numbered cases:
 *   RF-01 the office reads the request beside its decision, by names, and the look is written; another office does not
 *   RF-02 who decided is told that it is not theirs to answer
 *   RF-03 an adult of an application asks for a review of its decision; nobody of another application may
 *   RF-04 one told to its author alone is asked by its author alone
 */
const world = withWorld()
beforeEach(async () => {
  await moveClock(world.owner, '2026-11-18T15:00:00.000Z')
  await world.owner.$executeRawUnsafe('delete from review_request')
  await world.owner.$executeRawUnsafe("delete from task where kind in ('review', 'missing')")
})

it('RF-01 and RF-02 is read by its office, and tells who decided that it is not theirs', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const marc = await staff(world.owner, 'Marc Cadre')
  const adele = await citizen(world.owner, 'Adèle')
  const decisionId = await decided(world.owner, jules, 'Adèle')
  await press(adele, decisionId)
  const { id } = await world.owner.reviewRequest.findFirstOrThrow()
  const review = await findReview(marc, id)
  expect(review).toMatchObject({
    words: 'Ce salaire n’est pas le mien.',
    late: false,
    own: false,
    askedBy: { name: adele.name, adult: null },
    decision: { id: decisionId, outcome: 'partlyAccepted', decidedBy: 'Jules Agent', secondedBy: null },
  })
  expect(await findReview(jules, id)).toMatchObject({ own: true })
  const looks = await world.owner.audit.findMany({ where: { act: 'looked', subjectId: id } })
  expect(looks.map(({ actorId }) => actorId)).toEqual([marc.staffId, jules.staffId])
  expect(await findReview(await staff(world.owner, 'Karine Agente'), id)).toBeNull()
  expect(await findReview(marc, decisionId)).toBeNull()
  expect(await findReview(marc, 'x')).toBeNull()
  expect(await world.owner.audit.count({ where: { act: 'looked', subjectId: id } })).toBe(2)
})

it('RF-03 is asked by an adult of an application', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const own = await beginApplication()
  const other = await beginApplication()
  const sentAt = new Date('2026-11-16T15:00:00Z')
  await world.owner.application.update({ where: { id: own.id }, data: { officeId: jules.officeId, sentAt } })
  const task = await world.owner.task.findFirstOrThrow({ where: { applicationId: own.id } })
  const { id } = await takeDecision(jules, task.id, {
    ...{ outcome: 'refused', reasons: [{ code: 'notResident' }], needsSecond: false },
  })
  expect(await press(own.viewer, id)).toMatchObject({ status: 404 })
  await moveClockBy(world.owner, 31)
  expect(await press(other.viewer, id)).toMatchObject({ status: 404 })
  expect(await readReviewPage(other.viewer, id)).toBeNull()
  expect(await press(own.viewer, id)).toMatchObject({
    status: 201,
    to: `/fr/demande/decisions/${id}/revision`,
  })
  const opened = await world.owner.task.findFirstOrThrow({ where: { kind: 'review' } })
  expect(opened).toMatchObject({ applicationId: own.id, householdId: null, officeId: jules.officeId })
  const marc = await staff(world.owner, 'Marc Cadre')
  expect(await findReview(marc, opened.subjectId)).toMatchObject({
    askedBy: { name: null, adult: 'applicant' },
    applicationId: own.id,
  })
  expect(await press(own.viewer, id, { intent: 'withdraw' })).toMatchObject({ data: { code: 'withdrawn' } })
})

it('RF-04 is asked by its author when it was told to them alone', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const paul = await citizen(world.owner, 'Paul')
  const rita = await citizen(world.owner, 'Rita')
  const id = await decided(world.owner, await atOfficeOf(world.owner, jules, 'Paul'), 'Paul')
  await world.owner.decision.update({ where: { id }, data: { personId: rita.personId } })
  expect(await press(paul, id)).toMatchObject({ status: 404 })
  expect(await readReviewPage(paul, id)).toBeNull()
  expect(await press(rita, id)).toMatchObject({ status: 201 })
  const request = await world.owner.reviewRequest.findFirstOrThrow({ where: { decisionId: id } })
  await findReview(await atOfficeOf(world.owner, jules, 'Paul'), request.id)
  const look = await world.owner.audit.findFirstOrThrow({ where: { act: 'looked', subjectId: request.id } })
  expect(look.householdId).toBeNull()
})
