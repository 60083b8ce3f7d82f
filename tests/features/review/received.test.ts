import { describe, expect, test } from 'vitest'
import { addFiling } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { citizen, staff, withWorld } from '../../support/world'

const world = withWorld()
const queries = () => import('@/features/review/queries')

/** The demo's month, and an instant in it. */
async function demoMonth() {
  const [row] = await world.owner.$queryRawUnsafe<{ month: string }[]>(
    `select to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM') as month`,
  )
  return row!.month
}

describe('what an office receives', () => {
  test('RV-03 opening one is written in the trail; another office finds nothing and leaves no trace', async () => {
    const { findReceived } = await queries()
    const jules = await staff(world.owner, 'Jules Agent')
    const { id } = await world.owner.filing.findFirstOrThrow({
      where: { filedFor: 'Adèle Exemple' },
      orderBy: [{ receivedAt: 'desc' }],
    })
    const opened = await findReceived(jules, id)
    expect(opened!.differences).toMatchObject([{ topic: 'work', what: 'changed' }])
    expect(opened!.adults.map(({ name }) => name)).toEqual(['Adèle Exemple'])
    const looks = () => world.owner.audit.findMany({ where: { act: 'looked', subjectId: id } })
    expect(await looks()).toMatchObject([{ actorKind: 'staff', actorId: jules.staffId }])
    expect(await findReceived(await staff(world.owner, 'Karine Agente'), id)).toBeNull()
    expect(await findReceived(jules, 'not-an-id')).toBeNull()
    expect(await looks()).toHaveLength(1)
  })

  test('RV-04 an extension granted after the fact heals the statement', async () => {
    const { findReceived } = await queries()
    const month = await demoMonth()
    await moveClock(world.owner, `${month}-20T15:00:00.000Z`)
    const dalia = await citizen(world.owner, 'Dalia')
    const householdId = dalia.memberships[0]!.householdId
    const { id } = await addFiling(world.owner, {
      householdId,
      month: month as never,
      by: dalia.personId,
      byName: dalia.name,
      receivedAt: `${month}-19T15:00:00.000Z` as never,
    })
    const jules = await staff(world.owner, 'Jules Agent')
    expect((await findReceived(jules, id))!.late).toBe(true)
    await world.owner.filingExtension.create({
      data: {
        scope: 'region',
        regionCode: '17',
        month,
        newInstant: new Date(`${month}-25T04:59:59.999Z`),
        reasonFr: 'Panne de courant.',
        reasonEn: 'Power cut.',
      },
    })
    const opened = await findReceived(jules, id)
    expect(opened!.late).toBe(false)
    expect(opened!.due!.extension!.reason.fr).toBe('Panne de courant.')
  })

  test('RV-06 the first of many reports of a month opens like the last', async () => {
    const { findReceived } = await queries()
    const month = (await demoMonth()) as never
    const bruno = await citizen(world.owner, 'Bruno')
    const report = (version: number) =>
      addFiling(world.owner, {
        householdId: bruno.memberships[0]!.householdId,
        kind: 'change',
        month,
        version,
        by: bruno.personId,
        byName: bruno.name,
        receivedAt: `${month}-11T15:00:00.000Z` as never,
      })
    const first = await report(1)
    for (let version = 2; version <= 60; version += 1) await report(version)
    const opened = await findReceived(await staff(world.owner, 'Jules Agent'), first.id)
    expect(opened!.versions).toHaveLength(60)
    // And so does a statement that was there long before them.
    const before = await world.owner.filing.findFirstOrThrow({
      where: { householdId: bruno.memberships[0]!.householdId, kind: 'statement' },
      orderBy: { month: 'asc' },
    })
    expect((await findReceived(await staff(world.owner, 'Jules Agent'), before.id))!.late).toBe(false)
  })
})
