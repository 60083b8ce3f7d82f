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
  test('RV-01 an agent sees the statements of the office, the most urgent first, and none of another', async () => {
    const { listReceived } = await queries()
    const jules = await listReceived(await staff(world.owner, 'Jules Agent'))
    expect(jules.lines.map((line) => line.filedFor)).toEqual([
      'Adèle Exemple',
      'Irène Brouillon',
      'Gaspard Prototype, Hélène Prototype',
      'Bruno Modèle, Camille Modèle',
    ])
    expect(jules.lines[1]).toMatchObject({ version: 2, urgency: 'income', changed: ['work'] })
    const karine = await listReceived(await staff(world.owner, 'Karine Agente'))
    expect(karine.lines.map((line) => line.filedFor)).toEqual(['Fanny Témoin'])
  })

  test('RV-02 a disagreement between spouses comes before everything', async () => {
    const { listReceived } = await queries()
    const camille = await citizen(world.owner, 'Camille')
    const filing = await world.owner.filing.findFirstOrThrow({
      where: { householdId: camille.memberships[0]!.householdId },
      orderBy: { month: 'desc' },
    })
    await world.owner.filingConfirmation.create({
      data: {
        filingId: filing.id,
        personId: camille.personId,
        answer: 'disagrees',
        note: 'Bruno travaille.',
      },
    })
    const { lines } = await listReceived(await staff(world.owner, 'Marc Cadre'))
    expect(lines[0]).toMatchObject({ id: filing.id, urgency: 'disagreement' })
  })

  test('RV-03 opening one is written in the trail; another office finds nothing and leaves no trace', async () => {
    const { findReceived, listReceived } = await queries()
    const jules = await staff(world.owner, 'Jules Agent')
    const { id } = (await listReceived(jules)).lines.find((line) => line.filedFor === 'Adèle Exemple')!
    const opened = await findReceived(jules, id)
    expect(opened!.differences).toMatchObject([{ topic: 'work', what: 'changed' }])
    expect(opened!.adults.map(({ name }) => name)).toEqual(['Adèle Exemple'])
    const looks = () => world.owner.audit.findMany({ where: { act: 'looked', subjectId: id } })
    expect(await looks()).toMatchObject([{ actorKind: 'staff', actorId: jules.staffId }])
    expect(await findReceived(await staff(world.owner, 'Karine Agente'), id)).toBeNull()
    expect(await findReceived(jules, 'not-an-id')).toBeNull()
    expect(await looks()).toHaveLength(1)
  })

  test('RV-04 an extension granted after the fact heals the list and the statement', async () => {
    const { findReceived, listReceived } = await queries()
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
    const line = async () => (await listReceived(jules)).lines.find((one) => one.id === id)
    expect(await line()).toMatchObject({ late: true, urgency: 'late' })
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
    expect(await line()).toMatchObject({ late: false, urgency: 'unchanged' })
    const opened = await findReceived(jules, id)
    expect(opened!.late).toBe(false)
    expect(opened!.due!.extension!.reason.fr).toBe('Panne de courant.')
  })

  test('RV-05 of a statement the latest version is listed; every change report is, one never hides another', async () => {
    const { listReceived } = await queries()
    const month = (await demoMonth()) as never
    const adele = await citizen(world.owner, 'Adèle')
    const report = (version: number) =>
      addFiling(world.owner, {
        householdId: adele.memberships[0]!.householdId,
        kind: 'change',
        month,
        version,
        by: adele.personId,
        byName: adele.name,
        receivedAt: `${month}-1${version}T15:00:00.000Z` as never,
      })
    const reports = [await report(1), await report(2)].map(({ id }) => id)
    const { lines } = await listReceived(await staff(world.owner, 'Jules Agent'))
    expect(lines.filter(({ id }) => reports.includes(id))).toHaveLength(2)
    expect(lines.filter((line) => line.filedFor === 'Irène Brouillon')).toHaveLength(1)
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
