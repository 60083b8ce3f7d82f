import { beforeAll, beforeEach, expect, it } from 'vitest'
import { cents } from '@/domain/money'
import { writeNotice } from '@/features/decisions/notice'
import { findOfficeDecision } from '@/features/decisions/office-queries'
import { followDecisions } from '@/jobs/decisions'
import { keepChoices } from '@/server/admission'
import { withViewer } from '@/server/db'
import type { Staff } from '@/server/viewer'
import { moveClock } from '../../../prisma/demo-clock'
import { answers, child, couple } from '../../domain/application/build'
import { withWorld } from '../../support/world'
import { sentApplication } from '../admission/sent'
import { moveClockBy } from '../decisions/deciding'
import { codeIn, fileWithTask, morning, press, setUpDesk, type Desk, type Fields } from './desk'

/*
 * What a decision gives is what is paid. Numbered cases, of an application received on the 16th of a month of 30 days:
 *   MO-01 as calculated: the days left of its month, then the whole month after; the decision says the first
 *   MO-02 another amount, for a whole month: its days left, then the whole; nothing before a second person agreed
 *   MO-03 a couple with a child, accepted in part, with another amount
 *   MO-04 undone, nothing is planned; accepted again as calculated, nothing is left of the other amount
 *   MO-05 settled otherwise after it is accepted, the amount that was set stays
 *   MO-06 the programme that the office settled is what the decision and the payments are of
 * And of a statement, received for October, which November’s payment follows:
 *   MO-07 the form compares with and without it; accepted, the decision says the amount, which is planned already
 *   MO-08 another amount is planned once it has left: once, not before, and not when it was undone
 *   MO-09 what was filed since is not overwritten; what facts changed since is planned anew
 *   MO-10 told in private, nothing is calculated
 *   MO-11 of a review, the payment of what was decided first; another amount is planned
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, morning))

const move = (viewer: Staff, taskId: string, verb: string, fields: Fields = {}) =>
  press(world.owner, viewer, taskId, verb, fields)
let names = 0
/** Claimed by Jules. */
async function applied(of: typeof answers = answers, more: Parameters<typeof answers>[0] = {}) {
  names += 1
  const whole = of({ assistanceBefore: 'before', familyName: `Somme${names}`, ...more })
  const applicationId = await sentApplication(world.owner, desk.officeId, whole)
  const { id: taskId } = await world.owner.task.findFirstOrThrow({
    where: { applicationId, kind: 'application' },
  })
  await move(desk.jules, taskId, 'claim')
  return { applicationId, taskId }
}
async function leave() {
  await moveClockBy(world.owner, 31)
  await followDecisions()
}
const planned = async (applicationId: string) => {
  const { householdId } = await world.owner.admission.findFirstOrThrow({ where: { applicationId } })
  if (householdId === null) return null
  const rows = await world.owner.expectedPayment.findMany({
    where: { householdId },
    orderBy: { month: 'asc' },
  })
  return rows.map(({ month, totalCents }) => [month, totalCents])
}
const decisionOf = async (taskId: string) => {
  const one = await world.owner.decision.findFirstOrThrow({ where: { taskId, undoneAt: null } })
  const benefit = one.benefit as { month: string; totalCents: number; programme: string } | null
  return { ...one, benefit: benefit! }
}
const proved = { reasons: 'provedByDocuments' }
const other = { ...proved, amount: '700', note: 'Loyer payé par un proche.' }

it('MO-01 plans what was calculated', async () => {
  const { applicationId, taskId } = await applied()
  expect(codeIn(await move(desk.jules, taskId, 'accept', proved))).toBe('moved')
  await followDecisions()
  expect(await planned(applicationId)).toBeNull()
  await leave()
  const { benefit, fromMonth } = await decisionOf(taskId)
  const [first, second] = (await planned(applicationId))!
  expect(first).toEqual(['2026-11', benefit.totalCents])
  expect(second![0]).toBe('2026-12')
  expect(second![1]).toBeGreaterThan(benefit.totalCents)
  expect(fromMonth).toBe('2026-11')
})

it('MO-02 plans the amount that was set, once two agreed', async () => {
  const { applicationId, taskId } = await applied()
  expect(codeIn(await move(desk.jules, taskId, 'accept', other))).toBe('moved')
  await leave()
  expect(await planned(applicationId)).toBeNull()
  expect(codeIn(await move(desk.lina, taskId, 'second'))).toBe('moved')
  await followDecisions()
  expect(await planned(applicationId)).toBeNull()
  await leave()
  expect((await decisionOf(taskId)).benefit).toMatchObject({
    month: '2026-11',
    totalCents: 35_000,
    lines: [],
  })
  expect(await planned(applicationId)).toEqual([
    ['2026-11', 35_000],
    ['2026-12', 70_000],
  ])
})

it('MO-03 plans it of a couple accepted in part', async () => {
  const { applicationId, taskId } = await applied(couple, {
    ...{ 'spouse.assistanceBefore': 'before', livesWith: 'partner children' },
    ...child(0, { familyName: 'Enfant', parents: 'both' }),
  })
  const partly = { ...other, amount: '1 025,01' }
  expect(codeIn(await move(desk.jules, taskId, 'partlyAccept', partly))).toBe('moved')
  await move(desk.lina, taskId, 'second')
  await leave()
  // Half of an odd cent goes to the people.
  expect(await planned(applicationId)).toEqual([
    ['2026-11', 51_251],
    ['2026-12', 102_501],
  ])
})

it('MO-04 plans nothing that was undone', async () => {
  const { applicationId, taskId } = await applied()
  await move(desk.jules, taskId, 'accept', other)
  await move(desk.lina, taskId, 'second')
  expect(codeIn(await move(desk.jules, taskId, 'undo'))).toBe('moved')
  await leave()
  expect(await planned(applicationId)).toBeNull()
  await move(desk.jules, taskId, 'accept', proved)
  await leave()
  const { benefit } = await decisionOf(taskId)
  const [first, second] = (await planned(applicationId))!
  expect(first).toEqual(['2026-11', benefit.totalCents])
  expect(second![1]).not.toBe(70_000)
})

it('MO-05 keeps the amount that was set when the rest is settled again', async () => {
  const { applicationId, taskId } = await applied()
  await move(desk.jules, taskId, 'accept', other)
  await move(desk.lina, taskId, 'second')
  const kept = await withViewer(desk.jules, (door) =>
    keepChoices(door, desk.jules, applicationId, { constraints: { applicant: 'temporary' } }),
  )
  expect(kept).toBe(true)
  await leave()
  expect(await planned(applicationId)).toEqual([
    ['2026-11', 35_000],
    ['2026-12', 70_000],
  ])
})

it('MO-06 decides what the office settled', async () => {
  const { applicationId, taskId } = await applied(answers, { assistanceBefore: 'never' })
  expect(codeIn(await move(desk.jules, taskId, 'accept', proved))).toBe('admission-asks')
  const choices = { programme: 'socialSolidarity', constraints: { applicant: 'severe' } } as const
  await withViewer(desk.jules, (door) => keepChoices(door, desk.jules, applicationId, choices))
  expect(codeIn(await move(desk.jules, taskId, 'accept', proved))).toBe('moved')
  await leave()
  const { benefit } = await decisionOf(taskId)
  expect(benefit.programme).toBe('socialSolidarity')
  expect((await planned(applicationId))![0]).toEqual(['2026-11', benefit.totalCents])
})

const worked = (adultId: string) => ({
  changed: ['work' as const],
  work: [
    {
      adultId,
      employer: 'Café',
      netCents: cents(60_000),
      grossCents: cents(70_000),
      ended: null,
      certainty: 'final' as const,
    },
  ],
})
const agreed = { reasons: 'agreesWithFile' }
/** A statement that tells of work, claimed by Jules, with the payment that its filing planned. */
async function filed(kind: 'statement' | 'privateChange' = 'statement') {
  const file = await fileWithTask(world.owner, desk.officeId, (adult) => ({ answers: worked(adult), kind }))
  await move(desk.jules, file.taskId, 'claim')
  return file
}
const pageOf = async (viewer: Staff, name: string) => {
  const { findMovePage } = await import('@/features/deciding/queries')
  const page = (await findMovePage(viewer, name))!
  if ('gone' in page) throw new Error(page.why)
  return page
}
const expected = async (householdId: string) => {
  const rows = await world.owner.expectedPayment.findMany({ where: { householdId }, orderBy: { id: 'asc' } })
  return rows.map(({ month, totalCents, filingId }) => [month, totalCents, filingId !== null])
}

it('MO-07 compares, and decides what is planned already', async () => {
  const { taskId, householdId, filingId } = await filed()
  const { benefit, before, next } = (await pageOf(desk.jules, `accept-${taskId}`)).around.calculation
  if (!benefit?.computed || !before?.computed) throw new Error('Not calculated')
  expect([benefit.month, before.month, next]).toEqual(['2026-11', '2026-11', null])
  expect(benefit.totalCents).toBeLessThan(before.totalCents)
  await world.owner.expectedPayment.create({
    data: {
      householdId,
      month: '2026-11',
      filingId,
      totalCents: benefit.totalCents,
      benefit: benefit as never,
    },
  })
  await move(desk.jules, taskId, 'accept', agreed)
  expect(await decisionOf(taskId)).toMatchObject({
    fromMonth: '2026-11',
    benefit: { month: '2026-11', totalCents: benefit.totalCents, lines: benefit.lines },
  })
  await leave()
  expect(await expected(householdId)).toEqual([['2026-11', benefit.totalCents, true]])
})

it('MO-08 plans another amount once it has left', async () => {
  const { taskId, householdId } = await filed()
  const set = { ...agreed, amount: '500,50', note: 'Preuve vue au comptoir.' }
  await move(desk.jules, taskId, 'accept', set)
  await leave()
  expect(await expected(householdId)).toEqual([])
  await move(desk.lina, taskId, 'second')
  await followDecisions()
  expect(await expected(householdId)).toEqual([])
  await moveClockBy(world.owner, 31)
  await Promise.all([followDecisions(), followDecisions()])
  await followDecisions()
  expect(await expected(householdId)).toEqual([['2026-11', 50_050, false]])
  // Its notice does not promise lines that it has not.
  const { notices } = (await findOfficeDecision(desk.jules, (await decisionOf(taskId)).id))!
  const written = writeNotice(notices[0]!.data, { locale: 'fr', adult: null })
  const said = written.sections.flatMap(({ lead }) => lead)
  expect(said).toContain('Une personne du bureau a fixé le montant du paiement de novembre 2026.')
  expect(said.join()).not.toContain('ligne par ligne')
  const again = await filed()
  await move(desk.jules, again.taskId, 'accept', set)
  await move(desk.lina, again.taskId, 'second')
  expect(codeIn(await move(desk.jules, again.taskId, 'undo'))).toBe('moved')
  await leave()
  expect(await expected(again.householdId)).toEqual([])
})

it('MO-09 leaves what was filed since, and plans anew what else changed', async () => {
  const { taskId, householdId, filingId } = await filed()
  const set = { ...agreed, amount: '500,50', note: 'Preuve vue au comptoir.' }
  await move(desk.jules, taskId, 'accept', set)
  await move(desk.lina, taskId, 'second')
  await moveClockBy(world.owner, 5)
  const benefit = { month: '2026-11', totalCents: 12_345, computed: true }
  await world.owner.expectedPayment.create({
    data: { householdId, month: '2026-11', filingId, totalCents: 12_345, benefit },
  })
  await leave()
  expect(await expected(householdId)).toEqual([['2026-11', 12_345, true]])
  await moveClock(world.owner, morning)
  const other = await filed()
  const early = { computedAt: new Date('2026-11-10T15:00:00.000Z') }
  await world.owner.expectedPayment.create({
    data: {
      ...early,
      householdId: other.householdId,
      month: '2026-11',
      filingId: other.filingId,
      totalCents: 1,
      benefit,
    },
  })
  await move(desk.jules, other.taskId, 'partlyAccept', proved)
  await leave()
  const { benefit: decided } = await decisionOf(other.taskId)
  expect(await expected(other.householdId)).toEqual([
    ['2026-11', 1, true],
    ['2026-11', decided.totalCents, false],
  ])
})

it('MO-10 calculates nothing of what was told in private', async () => {
  const { taskId } = await filed('privateChange')
  expect((await pageOf(desk.jules, `accept-${taskId}`)).around).toMatchObject({
    calculated: false,
    calculation: { benefit: null },
  })
  expect(codeIn(await move(desk.jules, taskId, 'accept', { ...agreed, amount: '1' }))).toBe('moved')
  expect((await world.owner.decision.findFirstOrThrow({ where: { taskId } })).benefit).toBeNull()
})

it('MO-11 plans what a review sets of what was decided first', async () => {
  const { taskId, householdId, personId } = await filed()
  await move(desk.jules, taskId, 'partlyAccept', proved)
  await leave()
  const [before] = await expected(householdId)
  const request = await world.owner.reviewRequest.create({
    data: {
      ...{ decisionId: (await decisionOf(taskId)).id, householdId, personId, words: 'Revoyez, svp.' },
      ...{ askedAt: new Date('2026-11-18T15:32:00Z'), late: false, untilDay: '2027-02-23' },
      ...{ receiptNumber: `R-${householdId}`, dueAt: new Date('2027-02-16T15:00:00Z') },
    },
  })
  const { id: reviewId } = await world.owner.task.findFirstOrThrow({ where: { subjectId: request.id } })
  await move(desk.lina, reviewId, 'claim')
  const { benefit, before: without } = (await pageOf(desk.lina, `accept-${reviewId}`)).around.calculation
  expect(benefit).toMatchObject({ month: '2026-11', totalCents: before![1] })
  expect(without).toMatchObject({ month: '2026-11' })
  const set = { reasons: 'reviewFindsOtherwise', amount: '600', note: 'Revenu reçu en octobre.' }
  expect(codeIn(await move(desk.lina, reviewId, 'accept', set))).toBe('moved')
  expect(codeIn(await move(desk.marc, reviewId, 'second'))).toBe('moved')
  await leave()
  expect(await expected(householdId)).toEqual([before, ['2026-11', 60_000, false]])
})
