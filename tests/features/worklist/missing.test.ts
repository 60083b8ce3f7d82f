import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHousehold } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { instant, type Month } from '@/domain/calendar'
import { openMissingStatements } from '@/jobs/missing-statements'
import { withWorld } from '../../support/world'
import { addDesk, addHome, tasksOf } from './tasks'

/*
 * Statements that had to come and did not. Numbered cases:
 *   WL-40 nothing before the limit is past; one task after it, once, however often it is asked
 *   WL-41 whoever files, at any time, is missing no more
 *   WL-42 only those who must: not those of another programme, unless an agent asked; not those an agent spared
 *   WL-43 more time, for a household, an office or a region: nothing before the new limit, and what was opened ends
 *   WL-44 what a person ended stays ended
 *   WL-46 what waited until a day that went by comes back to whoever had it, once
 *   WL-45 a household without an adult, or that came after the month, is missing nothing
 */
const world = withWorld({ people: false })
const month = '2026-10' as Month
const before = instant('2026-10-16T03:00:00.000Z')
const after = instant('2026-10-16T13:00:00.000Z')
let desk: Awaited<ReturnType<typeof addDesk>>
beforeAll(async () => {
  const { installMovableClock } = await import('../../../prisma/demo-clock')
  await world.owner
    .$executeRawUnsafe('select 1 from demo_clock')
    .catch(() => installMovableClock(world.owner))
  desk = await addDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, after))

/** As the machine runs it, through its own wall. */
async function run(at = after) {
  await moveClock(world.owner, at)
  const { withViewer } = await import('@/server/db')
  return withViewer({ role: 'worker' }, ({ sql, now }) => openMissingStatements(sql, now))
}
const home = () => addHome(world.owner, desk.officeId)
const stateOf = async (id: string) =>
  (await tasksOf(world.owner, { householdId: id }))
    .filter(({ kind, month: of }) => kind === 'missing' && of === month)
    .map(({ state }) => state)

it('WL-40 opens one task once the limit is past', async () => {
  const one = await home()
  await run(before)
  expect(await stateOf(one.id)).toEqual([])
  await run()
  const [task] = (await tasksOf(world.owner, { householdId: one.id })).filter(({ month: of }) => of === month)
  expect(task).toMatchObject({
    ...{
      kind: 'missing',
      month,
      urgency: 8,
      state: 'received',
      officeId: desk.officeId,
      programme: 'socialAssistance',
    },
    events: [{ verb: 'receive' }],
  })
  expect(await run()).toEqual({ opened: 0, lifted: 0 })
  await Promise.all([run(), run()])
  expect(await stateOf(one.id)).toEqual(['received'])
  expect((await tasksOf(world.owner, { householdId: one.id }))[0]!.events).toHaveLength(1)
})

it('WL-41 ends the task of whoever files', async () => {
  const [early, late] = [await home(), await home()]
  await early.file({ month, receivedAt: instant('2026-10-10T15:00:00.000Z') })
  await run()
  expect([await stateOf(early.id), await stateOf(late.id)]).toEqual([[], ['received']])
  await late.file({ month, receivedAt: after })
  const tasks = await tasksOf(world.owner, { householdId: late.id })
  const missing = tasks.find(({ kind, month: of }) => kind === 'missing' && of === month)!
  expect(missing).toMatchObject({ state: 'closed', events: [{}, { verb: 'close', staffId: null }] })
  expect(await run()).toMatchObject({ opened: 0 })
  expect(await stateOf(late.id)).toEqual(['closed'])
})

it('WL-42 opens none for those who need not file', async () => {
  const adults = [{ givenName: 'Odile', familyName: 'Roy', birthDate: '1980-01-02' }]
  const solidarity = (fileNumber: string) =>
    addHousehold(world.owner, { fileNumber, officeId: desk.officeId, programme: 'socialSolidarity', adults })
  const [plain, asked, spared] = [await solidarity('WL-A'), await solidarity('WL-B'), await home()]
  const decide = (householdId: string, files: string) =>
    world.owner.filingObligation.create({ data: { householdId, month, files, reason: 'Raison' } })
  await decide(asked.id, 'always')
  await run()
  expect([await stateOf(plain.id), await stateOf(asked.id), await stateOf(spared.id)]).toEqual([
    [],
    ['received'],
    ['received'],
  ])
  await decide(spared.id, 'whenChanged')
  expect(await run()).toMatchObject({ lifted: 1 })
  expect(await stateOf(spared.id)).toEqual(['withdrawn'])
})

describe('WL-43 more time', () => {
  it.each(['household', 'office', 'region'])('for a %s', async (scope) => {
    const place = await addDesk(world.owner)
    const one = await addHome(world.owner, place.officeId)
    const { regionCode } = await world.owner.office.findUniqueOrThrow({ where: { id: place.officeId } })
    await run()
    expect(await stateOf(one.id)).toEqual(['received'])
    await world.owner.filingExtension.create({
      data: {
        ...{
          scope,
          month,
          newInstant: new Date('2026-10-21T03:59:59.999Z'),
          reasonFr: 'Panne.',
          reasonEn: 'Outage.',
        },
        householdId: scope === 'household' ? one.id : null,
        officeId: scope === 'office' ? place.officeId : null,
        regionCode: scope === 'region' ? regionCode : null,
      },
    })
    expect(await stateOf(one.id)).toEqual(['withdrawn'])
    await run()
    expect(await stateOf(one.id)).toEqual(['withdrawn'])
    await run(instant('2026-10-21T13:00:00.000Z'))
    expect(await stateOf(one.id)).toEqual(['received'])
  })
})

it('WL-44 opens nothing anew that a person ended', async () => {
  const one = await home()
  await run(instant('2026-10-22T13:00:00.000Z'))
  const ended = { state: 'decided', endedAt: new Date(after) }
  await world.owner.task.updateMany({ where: { householdId: one.id, month }, data: ended })
  expect(await run(instant('2026-10-22T14:00:00.000Z'))).toEqual({ opened: 0, lifted: 0 })
  expect(await stateOf(one.id)).toEqual(['decided'])
})

it('WL-45 opens none where nobody could have filed', async () => {
  const later = await addHousehold(world.owner, {
    ...{ fileNumber: 'WL-C', officeId: desk.officeId, since: '2026-11' },
    adults: [{ givenName: 'Odile', familyName: 'Roy', birthDate: '1980-01-02' }],
  })
  const empty = await addHousehold(world.owner, { fileNumber: 'WL-D', officeId: desk.officeId, adults: [] })
  await run(instant('2026-10-22T13:00:00.000Z'))
  expect([await stateOf(later.id), await stateOf(empty.id)]).toEqual([[], []])
})

it('WL-46 brings back what waited until a day that went by', async () => {
  const { resumeWaiting } = await import('@/jobs/as-time-goes-by')
  const { withViewer } = await import('@/server/db')
  await moveClock(world.owner, instant('2026-10-22T13:00:00.000Z'))
  const wait = async (state: string, untilDay: string | null, assignedTo: string | null = null) => {
    const one = await home()
    const data = { kind: 'flag', officeId: desk.officeId, householdId: one.id, subjectId: one.id, urgency: 9 }
    return (await world.owner.task.create({ data: { ...data, state, untilDay, assignedTo } })).id
  }
  const { staffId } = desk.agent
  const ids = [
    await wait('waiting', '2026-10-21', staffId),
    await wait('onHold', '2026-10-21'),
    await wait('waiting', '2026-10-22', staffId),
    await wait('waiting', null, staffId),
    await wait('received', '2026-10-01'),
  ]
  const resume = () => withViewer({ role: 'worker' }, ({ sql, now }) => resumeWaiting(sql, now))
  expect(await resume()).toBe(2)
  expect(await resume()).toBe(0)
  const tasks = await world.owner.task.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    include: { events: true },
  })
  expect(tasks.map(({ state, assignedTo }) => [state, assignedTo])).toEqual([
    ['claimed', staffId],
    ['received', null],
    ['waiting', staffId],
    ['waiting', staffId],
    ['received', null],
  ])
  expect(tasks[0]).toMatchObject({
    untilDay: null,
    events: [{ verb: 'resume', fromState: 'waiting', toState: 'claimed', details: { why: 'past' } }],
  })
})
