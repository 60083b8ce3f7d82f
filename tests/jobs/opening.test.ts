import { beforeAll, describe, expect, test } from 'vitest'
import { instant, type Month } from '@/domain/calendar'
import { defaultPolicies, type FilingPolicy } from '@/domain/statement/policy'
import { household, moveClock, openOffice } from '../features/statement/office'
import { withWorld } from '../support/world'

/*
 * The opening of a month, on the real database. Numbered cases:
 *   OM-01 a month opens once, with the rules of its first day; run again it changes nothing
 *   OM-02 rules changed on the 14th that make the limit earlier take nothing back: everyone keeps the date announced
 *   OM-03 rules changed on the 14th that make it later give the time they give
 *   OM-04 whom the month did not ask is not missing when the rules ask them later in the month
 *   OM-05 a household that arrives on the 10th, or changes programme, is asked what its facts say, without a row of its own
 *   OM-06 moved to another office on the 15th, its missing statement is that office's
 */
const world = withWorld({ people: false })
const month = '2026-11' as Month
const open = async (policies?: readonly FilingPolicy[]) =>
  (await import('@/jobs/opening')).openMonth(policies)
const on = (day: number) =>
  moveClock(world.owner, instant(`2026-11-${String(day).padStart(2, '0')}T15:00:00.000Z`))
const changed = (more: Partial<FilingPolicy>): FilingPolicy[] => [
  { ...defaultPolicies[0]!, ...more, from: month },
]
const openings = () => world.owner.monthOpening.findMany()
const extensions = () => world.owner.filingExtension.findMany()
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})

async function missing(): Promise<{ id: string; officeId: string }[]> {
  const { keepTheDesk } = await import('@/jobs/as-time-goes-by')
  const { withViewer } = await import('@/server/db')
  await withViewer({ role: 'worker' }, ({ sql, now }) => keepTheDesk(sql, now))
  const tasks = await world.owner.task.findMany({ where: { kind: 'missing', month, state: 'received' } })
  return tasks.map(({ householdId, officeId }) => ({ id: householdId!, officeId }))
}

describe('a month opens', () => {
  test('OM-01 once', async () => {
    await on(1)
    await open()
    const [first] = await openings()
    expect(first).toMatchObject({ month, policy: { dueDay: 15, whoFiles: defaultPolicies[0]!.whoFiles } })
    await on(9)
    await open()
    await open(changed({ dueDay: 20 }))
    expect(await openings()).toEqual([first])
    expect(await extensions()).toEqual([])
  })

  test('OM-03 a later limit is as the rules say', async () => {
    await on(14)
    await open(changed({ dueDay: 25 }))
    expect(await extensions()).toEqual([])
  })

  test('OM-02 an earlier one takes nothing back', async () => {
    await on(14)
    await open(changed({ dueDay: 12 }))
    await open(changed({ dueDay: 12 }))
    expect(await extensions()).toMatchObject([
      // The end of Monday the 16th in Québec: the 15th is a Sunday.
      { scope: 'everyone', month, decidedBy: null, newInstant: new Date('2026-11-17T04:59:59.999Z') },
    ])
    await world.owner.filingExtension.deleteMany()
  })

  test('OM-04, OM-05, OM-06 who is missing', async () => {
    await on(10)
    const [asked, spared, moved, left] = [
      await household(world.owner, office),
      await household(world.owner, office, ['Luc'], { programme: 'socialSolidarity' }),
      await household(world.owner, office),
      await household(world.owner, office, ['Zoé'], { programme: 'socialSolidarity' }),
    ]
    const { addOffice } = await import('../../prisma/builders')
    const other = await addOffice(world.owner, {
      ...{ code: '901', nameFr: 'Autre', nameEn: 'Other', regionCode: '16', city: 'Ailleurs' },
    })
    // Zoé's household goes to Social Assistance within the month.
    await world.owner.householdSituation.updateMany({
      where: { householdId: left.id },
      data: { programme: 'socialAssistance' },
    })
    await on(15)
    await world.owner.household.update({ where: { id: moved.id }, data: { officeId: other } })
    await on(17)
    const found = await missing()
    expect(found.map(({ id }) => id).sort()).toEqual([asked.id, moved.id, left.id].sort())
    expect(found.find(({ id }) => id === moved.id)?.officeId).toBe(other)
    // The month had asked nobody of Social Assistance: then nobody of it is missing.
    await world.owner.$executeRawUnsafe(
      `update month_opening set policy = jsonb_set(policy, '{whoFiles}', '[{"files": "whenChanged"}]')`,
    )
    expect(await missing()).toEqual([])
    expect(spared.id).not.toBe('')
  })
})
