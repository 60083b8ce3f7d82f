import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSession, addStaff } from '../../../prisma/builders'
import { instant, type Instant, type Month } from '@/domain/calendar'
import { findFile } from '@/features/file/queries'
import { findReceived } from '@/features/review/queries'
import { submitStatement } from '@/features/statement/commands'
import { findPayment } from '@/features/statement/payment-queries'
import { findStatementPage, getFileHome } from '@/features/statement/queries'
import { askedIn } from '@/features/worklist/asked'
import { listTasks } from '@/features/worklist/queries'
import { keepTheDesk } from '@/jobs/as-time-goes-by'
import { remindOfStatements } from '@/jobs/reminders'
import { withViewer } from '@/server/db'
import { viewerOf, type Citizen, type Staff } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { call, codeOf, household, moveClock, openOffice, unchanged } from './office'

/*
 * What was late and is not any more is late nowhere. Each consumer of lateness is asked, before and after, on the real
 * database; what is published counts the limit as it is now (tests of the figures). Numbered cases:
 *   HL-01 nothing came by the limit: every consumer says so; more time is given, and none says so any more, until the new
 *         limit is past in its turn
 *   HL-02 it came after the limit: every consumer says so; more time is given, and none says so
 *   HL-03 it came after the limit: the task of what was missing ends, nothing more is reminded, and the payment is the one
 *         the statement leads to
 *   HL-04 the duty was lifted after the limit: nothing is missing anywhere
 */
const world = withWorld({ people: false })
const month = '2026-11' as Month
const on = (text: string) => moveClock(world.owner, instant(text))
const [dayAfter, later, afterNew] = [
  '2026-11-17T15:00:00.000Z',
  '2026-11-18T15:00:00.000Z',
  '2026-11-21T15:00:00.000Z',
]
let office: string
let agent: Staff

beforeAll(async () => {
  office = await openOffice(world.owner)
  const staffId = await addStaff(world.owner, { name: 'Une Agente', role: 'agent', officeId: office })
  agent = (await viewerOf(await addSession(world.owner, 'staff', staffId))).viewer as Staff
})
beforeEach(() => on('2026-11-10T15:00:00.000Z'))

type Home = { readonly id: string; readonly viewer: Citizen }
async function home(): Promise<Home> {
  const { id, viewers } = await household(world.owner, office, ['Ana'], { since: '2026-11' })
  const { personId } = viewers[0]!
  await world.owner.contact.create({ data: { personId, email: 'ana@exemple.ca', notifyBy: 'email' } })
  return { id, viewer: viewers[0]! }
}
const machine = () => withViewer({ role: 'worker' }, ({ sql, now }) => keepTheDesk(sql, now))
const file = async ({ viewer }: Home, arrival: string) =>
  expect(
    codeOf(await submitStatement(call(viewer, unchanged(), { month, arrival: arrival as Instant }))),
  ).toBe('filed')
const extend = (householdId: string) =>
  world.owner.filingExtension.create({
    data: {
      ...{ scope: 'household', householdId, month, reasonFr: 'Panne', reasonEn: 'Outage' },
      newInstant: new Date('2026-11-21T04:59:59.999Z'),
      decidedAt: new Date('2026-11-18T15:00:00.000Z'),
    },
  })
const tasks = async (householdId: string) =>
  (await listTasks(agent, askedIn({}))).lines
    .filter((line) => line.householdId === householdId)
    .map(({ kind }) => kind)

/** Whether each consumer says that nothing came by the limit. */
async function saysMissing({ id, viewer }: Home): Promise<Record<string, boolean>> {
  const mine = (await getFileHome(viewer)).statements.find((one) => one.month === month)
  const page = await findStatementPage(viewer, month)
  const theirs = (await findFile(agent, id))!.months.find((one) => one.month === month)
  await machine()
  const before = await world.owner.reminder.count({ where: { householdId: id, moment: 'after' } })
  await remindOfStatements()
  const reminded =
    (await world.owner.reminder.count({ where: { householdId: id, moment: 'after' } })) > before
  return {
    file: mine?.name === 'late',
    page: page!.desk.state.name === 'late',
    office: theirs!.late,
    worklist: (await tasks(id)).includes('missing'),
    reminder: reminded,
  }
}

/** Whether each consumer says that what came was late. */
async function saysLate({ id, viewer }: Home): Promise<Record<string, boolean>> {
  const mine = (await getFileHome(viewer)).statements.find((one) => one.month === month)
  const page = await findStatementPage(viewer, month)
  const theirs = (await findFile(agent, id))!.months.find((one) => one.month === month)
  const filing = await world.owner.filing.findFirstOrThrow({ where: { householdId: id, month } })
  return {
    file: mine!.filed!.late,
    page: page!.desk.state.filed!.late,
    office: theirs!.late,
    statement: (await findReceived(agent, filing.id))!.late,
  }
}
const every = (of: Record<string, boolean>, value: boolean) =>
  Object.fromEntries(Object.keys(of).map((name) => [name, value]))

describe('what heals', () => {
  it('HL-01 nothing came, and more time is given', async () => {
    const one = await home()
    await on(dayAfter)
    const said = await saysMissing(one)
    expect(said).toEqual(every(said, true))
    await extend(one.id)
    await on(later)
    const healed = await saysMissing(one)
    expect(healed).toEqual(every(healed, false))
    await on(afterNew)
    const again = await saysMissing(one)
    expect(again).toEqual(every(again, true))
  })

  it('HL-02 it came late, and more time is given', async () => {
    const one = await home()
    await on(dayAfter)
    await file(one, dayAfter)
    const said = await saysLate(one)
    expect(said).toEqual(every(said, true))
    await extend(one.id)
    const healed = await saysLate(one)
    expect(healed).toEqual(every(healed, false))
  })

  it('HL-03 it came late', async () => {
    const one = await home()
    await on(dayAfter)
    await machine()
    expect(await tasks(one.id)).toEqual(['missing'])
    await file(one, dayAfter)
    expect(await tasks(one.id)).not.toContain('missing')
    await on(later)
    await machine()
    await remindOfStatements()
    expect(await tasks(one.id)).not.toContain('missing')
    expect(await world.owner.reminder.count({ where: { householdId: one.id } })).toBe(0)
    const filing = await world.owner.filing.findFirstOrThrow({ where: { householdId: one.id } })
    const planned = await world.owner.expectedPayment.findFirstOrThrow({ where: { filingId: filing.id } })
    const shown = await findPayment(one.viewer, '2026-12')
    expect(shown!.benefit).toMatchObject({ computed: true, totalCents: planned.totalCents })
  })

  it('HL-04 the duty was lifted', async () => {
    const one = await home()
    await on(dayAfter)
    await machine()
    await world.owner.filingObligation.create({
      data: { householdId: one.id, month, files: 'whenChanged', reason: 'Accord' },
    })
    await on(later)
    const said = await saysMissing(one)
    expect(said).toEqual(every(said, false))
  })
})
