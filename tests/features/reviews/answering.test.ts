import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { withViewer } from '@/server/db'
import type { NewDecision } from '@/server/decisions'
import { findPayment } from '@/features/statement/payment-queries'
import { followDecisions } from '@/jobs/decisions'
import { findTask, moversOf, moveTask, type MoveDetails, type Moved } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import type { Verb } from '@/domain/decision/transitions'
import { addStaff } from '../../../prisma/builders'
import { citizen, staff, withWorld } from '../../support/world'
import { moveClockBy, takeDecision } from '../decisions/deciding'
import { decided, press, unfrozen } from './asking'

/*
 * A review is answered by another person, and what it gives is paid. Numbered cases:
 *   RA-01 who decided cannot claim it, nor be given it; another agent of the office does
 *   RA-02 nor who agreed to the decision
 *   RA-03 nor does a supervisor who decided move it
 *   RA-04 the database refuses by itself that the same person holds it, decides it or seconds it
 *   RA-05 found otherwise, the payment it gives is expected once it has left: once, and not before
 *   RA-06 maintained, undone or taken back, nothing is paid
 *   RA-07 the reviewer reads the decision even where the household has moved to another office
 */
const world = withWorld()
beforeEach(async () => {
  await moveClock(world.owner, '2026-11-18T15:00:00.000Z')
  await world.owner.$executeRawUnsafe('delete from review_request')
  await world.owner.$executeRawUnsafe("delete from task where kind in ('review', 'missing')")
})

const move = (viewer: Staff, taskId: string, verb: Verb, with_: Partial<MoveDetails> = {}): Promise<Moved> =>
  withViewer(viewer, async (door) => {
    const task = (await findTask(door, taskId))!
    return moveTask(door, viewer, task, verb, { version: task.version, ...with_ })
  })
const moversFor = (viewer: Staff, taskId: string) =>
  withViewer(viewer, async (door) => moversOf(viewer, (await findTask(door, taskId))!))

/** A review asked of a decision of Jules, in an office that has another agent. */
async function asked() {
  const jules = await staff(world.owner, 'Jules Agent')
  const marc = await staff(world.owner, 'Marc Cadre')
  const id = await addStaff(world.owner, { name: 'Odile Agente', role: 'agent', officeId: jules.officeId })
  const odile = { ...jules, staffId: id, name: 'Odile Agente' }
  const adele = await citizen(world.owner, 'Adèle')
  const decisionId = await decided(world.owner, jules, 'Adèle')
  await press(adele, decisionId)
  const task = await world.owner.task.findFirstOrThrow({ where: { kind: 'review', endedAt: null } })
  return { jules, marc, odile, adele, decisionId, taskId: task.id, householdId: task.householdId! }
}
const benefit = {
  computed: true as const,
  ...{ month: '2026-12', programme: 'socialAssistance', lines: [], totalCents: 81_500 },
  ...{ provisional: false, confidence: 'confirmed' },
} as unknown as NonNullable<NewDecision['benefit']>
const changed: NewDecision = {
  ...{ outcome: 'changed', reasons: [{ code: 'reviewFindsOtherwise' }], needsSecond: false },
  benefit,
  fromMonth: '2026-12' as NewDecision['fromMonth'],
}
const payments = (householdId: string) =>
  world.owner.expectedPayment.findMany({ where: { householdId, totalCents: 81_500 } })

it('RA-01 is claimed by another agent than the one who decided', async () => {
  const { jules, odile, taskId } = await asked()
  expect(await moversFor(jules, taskId)).toEqual([])
  expect(await move(jules, taskId, 'claim')).toEqual({ refusal: 'notYours' })
  expect(await move(odile, taskId, 'assign', { given: ['assignee'], assignTo: jules.staffId })).toEqual({
    refusal: 'notYours',
  })
  expect(await move(odile, taskId, 'claim')).toMatchObject({ to: 'claimed' })
})

it('RA-02 is not claimed by who agreed to the decision', async () => {
  const { odile, decisionId, taskId } = await asked()
  await unfrozen(world.owner, () =>
    world.owner.decision.update({
      where: { id: decisionId },
      data: { secondedBy: odile.staffId, secondedAt: new Date() },
    }),
  )
  expect(await move(odile, taskId, 'claim')).toEqual({ refusal: 'notYours' })
})

it('RA-03 is not moved by a supervisor who decided', async () => {
  const { marc, odile, adele } = await asked()
  await world.owner.$executeRawUnsafe('delete from review_request')
  const decisionId = await decided(world.owner, marc, 'Adèle')
  await press(adele, decisionId)
  const { id } = await world.owner.task.findFirstOrThrow({
    where: { kind: 'review' },
    orderBy: { openedAt: 'desc' },
  })
  expect(await moversFor(marc, id)).toEqual([])
  expect(await move(marc, id, 'assign', { given: ['assignee'], assignTo: odile.staffId })).toEqual({
    refusal: 'notYours',
  })
  expect(await move(odile, id, 'claim')).toMatchObject({ to: 'claimed' })
})

it('RA-04 is held, decided and seconded by another, whatever the code says', async () => {
  const { jules, odile, taskId } = await asked()
  const held = withViewer(jules, ({ sql }) =>
    sql('update task set assigned_to = $1 where id = $2', [jules.staffId, taskId]),
  )
  await expect(held).rejects.toMatchObject({ code: '23514' })
  await expect(takeDecision(jules, taskId, changed)).rejects.toMatchObject({ code: '23514' })
  const { id } = await takeDecision(odile, taskId, { ...changed, needsSecond: true })
  const seconded = withViewer(jules, ({ sql }) =>
    sql('update decision set seconded_by = $1, seconded_at = app_now() where id = $2', [jules.staffId, id]),
  )
  await expect(seconded).rejects.toMatchObject({ code: '23514' })
})

it('RA-05 pays what it gives, once, when it has left', async () => {
  const { odile, adele, taskId, householdId } = await asked()
  await takeDecision(odile, taskId, changed)
  await followDecisions()
  expect(await payments(householdId)).toEqual([])
  await moveClockBy(world.owner, 31)
  await Promise.all([followDecisions(), followDecisions()])
  await followDecisions()
  const [paid, ...others] = await payments(householdId)
  expect(paid).toMatchObject({ month: '2026-12', filingId: null })
  expect(others).toEqual([])
  expect((await findPayment(adele, '2026-12'))!.benefit).toMatchObject({ totalCents: 81_500 })
  await world.owner.expectedPayment.deleteMany({ where: { id: paid!.id } })
})

it('RA-06 pays nothing when it stands, is undone, or is taken back', async () => {
  const first = await asked()
  await takeDecision(first.odile, first.taskId, {
    ...{ outcome: 'maintained', reasons: [{ code: 'reviewConfirms' }], needsSecond: false },
    benefit,
  })
  await moveClockBy(world.owner, 31)
  await followDecisions()
  await world.owner.$executeRawUnsafe('delete from review_request')
  await world.owner.$executeRawUnsafe("delete from task where kind = 'review'")
  const second = await asked()
  const { id } = await takeDecision(second.odile, second.taskId, changed)
  await world.owner.decision.update({
    where: { id },
    data: { undoneAt: new Date(), undoneBy: second.odile.staffId },
  })
  await moveClockBy(world.owner, 31)
  await followDecisions()
  expect(await payments(second.householdId)).toEqual([])
  await press(second.adele, second.decisionId, { intent: 'withdraw' })
  expect(await world.owner.task.findFirst({ where: { id: second.taskId } })).toMatchObject({
    state: 'withdrawn',
  })
})

it('RA-07 is read by the office the household has moved to', async () => {
  const { decisionId, taskId, householdId } = await asked()
  const karine = await staff(world.owner, 'Karine Agente')
  const { officeId } = await world.owner.household.findFirstOrThrow({ where: { id: householdId } })
  await world.owner.household.update({ where: { id: householdId }, data: { officeId: karine.officeId! } })
  const read = await withViewer(karine, async (door) => {
    const task = await findTask(door, taskId)
    return { task, seen: await door.tx.decision.findFirst({ where: { id: decisionId } }) }
  })
  expect(read.seen?.id).toBe(decisionId)
  expect(read.task?.reviewed?.decidedBy).toBe(read.seen?.decidedBy)
  await world.owner.household.update({ where: { id: householdId }, data: { officeId } })
})
