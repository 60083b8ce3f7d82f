import { beforeAll, describe, expect, it } from 'vitest'
import { addFiling, addStaff } from '../../../prisma/builders'
import type { Instant, Month } from '@/domain/calendar'
import { listLooks } from '@/features/account/queries'
import { findReceived } from '@/features/review/queries'
import type { Citizen, Staff } from '@/server/viewer'
import { household, moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   LK-01 a look is shown at once, to both adults: when, who by first name, role, office, what; newest first
 *   LK-02 another household sees none of it, nor does whoever acts for a person
 *   LK-03 a look at what one adult told the office alone is shown to that adult only
 *   LK-04 a look after one left is not shown; one at what came before one arrived is shown without naming it
 *   LK-05 what someone of the office may not see leaves no look
 */
const world = withWorld({ people: false })
let office: string
let agent: Staff
let stranger: Staff

beforeAll(async () => {
  const { owner } = world
  office = await openOffice(owner)
  const elsewhere = await owner.office.create({
    data: { code: '901', nameFr: 'Loin', nameEn: 'Far', regionCode: '17', city: 'Loin' },
  })
  const as = async (officeId: string): Promise<Staff> => ({
    role: 'agent',
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc',
    staffId: await addStaff(owner, { name: 'Alix Agente', role: 'agent', officeId }),
    name: 'Alix Agente',
    officeId,
  })
  agent = await as(office)
  stranger = await as(elsewhere.id)
})

const couple = async () => {
  const { id, viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  return { id, ana: viewers[0]!, luc: viewers[1]! }
}
const filed = (householdId: string, by: Citizen, more: object = {}) =>
  addFiling(world.owner, {
    householdId,
    by: by.personId,
    byName: by.name,
    month: '2026-10' as Month,
    receivedAt: '2026-10-10T15:00:00.000Z' as Instant,
    ...more,
  })
const seen = async (viewer: Citizen) =>
  (await listLooks(viewer)).looks.map(({ filingKind, month }) => `${filingKind} ${month}`)

describe('who looked at my file', () => {
  it('LK-01 a look is shown at once, to both adults', async () => {
    const { id, ana, luc } = await couple()
    const first = await filed(id, ana)
    const second = await filed(id, ana, { kind: 'change', month: '2026-11' })
    expect((await listLooks(ana)).looks).toEqual([])
    await findReceived(agent, first.id)
    await moveClock(world.owner, '2026-11-10T16:00:00.000Z')
    await findReceived(agent, second.id)
    for (const viewer of [ana, luc]) {
      expect((await listLooks(viewer)).looks).toMatchObject([
        { at: expect.stringMatching(/^2026-11-10T16:/) as string, filingKind: 'change', month: '2026-11' },
        {
          firstName: 'Alix',
          role: 'agent',
          officeFr: 'Bureau de Sainte-Épreuve',
          officeEn: 'Sainte-Épreuve Office',
          filingKind: 'statement',
          month: '2026-10',
        },
      ])
    }
    await moveClock(world.owner, tenth)
  })

  it('LK-02 another household sees none of it, nor does whoever acts for a person', async () => {
    const { id, ana } = await couple()
    await findReceived(agent, (await filed(id, ana)).id)
    expect(await seen((await couple()).ana)).toEqual([])
    const acting: Citizen = {
      ...ana,
      role: 'representative',
      actorId: (await couple()).ana.personId,
      mandate: { id: ana.personId, kind: 'administrator', rights: ['read'] },
    }
    await expect(listLooks(acting)).rejects.toThrow(/permission denied/)
  })

  it('LK-03 what one adult told the office alone is between them and it', async () => {
    const { id, ana, luc } = await couple()
    await findReceived(agent, (await filed(id, luc, { kind: 'privateChange' })).id)
    expect(await seen(luc)).toEqual(['privateChange 2026-10'])
    expect(await seen(ana)).toEqual([])
    const mandateId = (
      await world.owner.mandate.create({
        data: {
          personId: ana.personId,
          representativeId: (await couple()).ana.personId,
          kind: 'administrator',
          rights: ['read', 'report'],
          fromDay: '2026-01-01',
        },
      })
    ).id
    const under = { mandateId, mandateKind: 'administrator' as const, forPerson: ana.personId }
    await findReceived(agent, (await filed(id, luc, { kind: 'privateChange', version: 2, under })).id)
    expect(await seen(ana)).toEqual(['privateChange 2026-10'])
    expect(await seen(luc)).toHaveLength(1)
  })

  it('LK-04 bounded to the time one was of the household', async () => {
    const { owner } = world
    const { id, ana, luc } = await couple()
    const member = (viewer: Citizen, data: object) =>
      owner.householdMember.updateMany({ where: { householdId: id, personId: viewer.personId }, data })
    const old = await filed(id, ana, { month: '2026-07', receivedAt: '2026-07-10T15:00:00.000Z' })
    await member(luc, { fromDay: '2026-10-01' })
    await findReceived(agent, old.id)
    expect(await seen(ana)).toEqual(['statement 2026-07'])
    expect(await seen(luc)).toEqual(['null null'])
    await member(luc, { untilDay: '2026-11-10' })
    expect(await seen(luc)).toEqual([])
    await member(luc, { untilDay: '2026-11-11' })
    expect(await seen(luc)).toEqual(['null null'])
  })

  it('LK-05 what someone of the office may not see leaves no look', async () => {
    const { id, ana } = await couple()
    expect(await findReceived(stranger, (await filed(id, ana)).id)).toBeNull()
    expect(await seen(ana)).toEqual([])
  })
})
