import { beforeAll, describe, expect, it } from 'vitest'
import { addAddress, addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import { joinDay, readSearch, splitDay, type TrailForm } from '@/features/trail/schema'
import type { Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * The trail as auditors search it. Numbered cases, before the code:
 *   TR-01 by file, by member of staff, by day, newest first; the number of a file never stands in an address
 *   TR-02 fifty lines a page, and the next page goes on where the last one stopped
 *   TR-03 a search is itself in the trail; a wrong one is said and asks nothing
 *   TR-04 looks at a file of the same family name are listed: accents, double names, any adult; a first name is no name
 *   TR-05 looks at a file of the same dwelling are listed, however it is written; the street alone is not enough
 *   TR-06 glass that was broken is listed with its words, and whether the office looked at it
 *   TR-07 the lists go back thirty days at a time
 *   TR-08 nobody but an auditor reads the trail or these lists; an auditor reads no file, and erases nothing
 */
const world = withWorld({ people: false })
const queries = () => import('@/features/trail/queries')
const commands = () => import('@/features/trail/commands')
const opening = () => import('@/features/opening/commands')
const db = () => import('@/server/db')
let office: string
let auditor: Staff
let agent: Staff
const nothing = readSearch({})

beforeAll(async () => {
  const { owner } = world
  office = await openOffice(owner)
  agent = await member('Zoé Agente', 'agent', office)
  auditor = await member('Nadia Vérif', 'auditor', null)
})
async function member(name: string, role: Staff['role'], officeId: string | null): Promise<Staff> {
  const staffId = await addStaff(world.owner, { name, role, officeId })
  return {
    role,
    staffId,
    name,
    officeId,
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc',
  }
}
let number = 0
async function file(familyName: string, at = office) {
  number += 1
  const fileNumber = `TRAIL-${number}`
  const adults = [{ givenName: 'Ana', familyName, birthDate: '1985-04-12' }]
  return { ...(await addHousehold(world.owner, { fileNumber, officeId: at, adults })), fileNumber }
}
const looked = (viewer: Staff, householdId: string, at: string = tenth) =>
  world.owner.audit.create({
    data: {
      ...{ actorKind: 'staff', actorId: viewer.staffId, act: 'looked', subjectKind: 'household' },
      ...{ subjectId: householdId, householdId, at: new Date(at) },
    },
  })
const call = (viewer: Staff, input: TrailForm) =>
  ({ viewer, input, params: {}, locale: 'fr' }) as unknown as Call<Staff, TrailForm>

describe('the trail', () => {
  it('TR-01 is searched by file, by member of staff and by day', async () => {
    const [one, other] = [await file('Roy'), await file('Roy')]
    await looked(agent, one.id, '2026-11-03T15:00:00.000Z')
    await looked(agent, other.id, '2026-11-04T15:00:00.000Z')
    await looked(auditor, one.id, '2026-11-05T04:59:59.000Z')
    const { searchTrail } = await commands()
    const answer = await searchTrail(call(auditor, { fileNumber: one.fileNumber.toLowerCase() }))
    expect(answer.to).toBe(`/fr/bureau/piste?household=${one.id}`)
    expect(answer.to).not.toContain(one.fileNumber)
    const { searchLines } = await queries()
    const of = async (query: Record<string, string>) =>
      (await searchLines(auditor, readSearch(query))).lines
        .filter(({ act }) => act === 'looked')
        .map(({ fileNumber, staffName }) => `${fileNumber} ${staffName}`)
    const [first, second] = [`${one.fileNumber} ${agent.name}`, `${other.fileNumber} ${agent.name}`]
    expect(await of({ household: one.id })).toEqual([`${one.fileNumber} ${auditor.name}`, first])
    expect(await of({ staff: agent.staffId })).toEqual([second, first])
    expect(await of({ staff: agent.staffId, from: '2026-11-04' })).toEqual([second])
    // Until the end of that day in Québec.
    expect(await of({ household: one.id, until: '2026-11-04' })).toHaveLength(2)
    expect(await of({ household: one.id, until: '2026-11-03' })).toEqual([first])
  })

  it('TR-02 goes on where the last page stopped', async () => {
    const { searchLines } = await queries()
    const busy = await member('Guy Occupé', 'agent', office)
    const { id } = await file('Roy')
    // The same instant for all: the order is by identifier then.
    for (let line = 0; line < 120; line += 1) await looked(busy, id, '2026-11-01T15:00:00.000Z')
    const seen: string[] = []
    let before = ''
    do {
      const page = await searchLines(auditor, readSearch({ staff: busy.staffId, before }))
      seen.push(...page.lines.map((line) => line.id))
      before = page.more ?? ''
    } while (before !== '')
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })

  it('TR-03 holds the search itself; a wrong one asks nothing', async () => {
    const { searchLines } = await queries()
    const { searchTrail } = await commands()
    const { id } = await file('Roy')
    const sought = () => world.owner.audit.count({ where: { act: 'sought', householdId: id } })
    await searchLines(auditor, readSearch({ household: id }))
    expect(await sought()).toBe(1)
    const wrong = readSearch({ household: id, from: '2026-02-31', until: '2026-01-01' })
    expect(wrong.problems).toEqual(['from'])
    expect((await searchLines(auditor, wrong)).lines).toEqual([])
    expect(readSearch({ from: '2026-02-03', until: '2026-01-01' }).problems).toEqual(['order'])
    expect(await sought()).toBe(1)
    expect((await searchLines(auditor, nothing)).lines).toEqual([])
    const form = { fileNumber: 'NONE-1', 'from.day': '3', 'from.month': '2', 'from.year': '2026' }
    const answer = await searchTrail(call(auditor, form))
    expect(answer).toMatchObject({ status: 404, to: '/fr/bureau/piste?from=2026-02-03&note=no-file' })
    expect(splitDay(joinDay(form, 'from'))).toEqual({ day: '3', month: '2', year: '2026' })
    expect(joinDay({}, 'from')).toBe('')
  })

  it('TR-04 names who looked at the file of someone of the same family name', async () => {
    const { listCloseLooks } = await queries()
    const pairs: [string, string, boolean][] = [
      ['Ève Lévesque', 'LEVESQUE', true],
      ['Luc Côté-Gagnon', 'Gagnon', true],
      ['Luc Gagnon', 'Roy Gagnon', true],
      ['Roy Tremblay', 'Roy', false],
      ['Guy de la Durantaye', 'Durantaye', true],
      ['Guy de la Chapelle', 'de la Roche', false],
    ]
    for (const [staffName, familyName, alike] of pairs) {
      const who = await member(staffName, 'agent', office)
      const { id, fileNumber } = await file(familyName)
      await looked(who, id)
      await looked(who, id)
      const { lines } = await listCloseLooks(auditor, '')
      const found = lines.filter((line) => line.fileNumber === fileNumber)
      expect({ staffName, familyName, found: found.length }).toEqual({
        ...{ staffName, familyName },
        found: alike ? 1 : 0,
      })
      if (alike) expect(found[0]).toMatchObject({ staffName, surname: true, address: false, looks: 2 })
    }
  })

  it('TR-05 names who looked at the file of the same dwelling', async () => {
    const { listCloseLooks } = await queries()
    const who = await member('Pia Voisine', 'agent', office)
    await world.owner.staffAddress.create({
      data: { staffId: who.staffId, street: '45, rue des Érables', unit: 'app. 3', postalCode: 'j2b1a1' },
    })
    const at = async (street: string, unit: string | null, postalCode: string) => {
      const { id, fileNumber } = await file('Autre')
      const address = { street, city: 'Ville', postalCode, fromDay: '2026-01-01' }
      await addAddress(world.owner, id, unit === null ? address : { ...address, unit })
      await looked(who, id)
      const { lines } = await listCloseLooks(auditor, '')
      return lines.find((line) => line.fileNumber === fileNumber)?.address ?? false
    }
    expect(await at('45 RUE DES ERABLES', 'APP 3', 'J2B 1A1')).toBe(true)
    expect(await at('45, rue des Érables', 'app. 4', 'J2B 1A1')).toBe(false)
    expect(await at('47, rue des Érables', 'app. 3', 'J2B 1A1')).toBe(false)
  })

  it('TR-06 lists the glass that was broken, and what its office made of it', async () => {
    const { listOpenings } = await queries()
    const far = await member('Max Lointain', 'agent', await addOffice(world.owner, { code: '902' }))
    const { fileNumber, id } = await file('Roy')
    const words = 'La personne est devant moi.'
    await (
      await opening()
    ).openFile(call(far, { fileNumber, reason: 'presentHere', words } as never) as never)
    const mine = async () =>
      (await listOpenings(auditor, '')).lines.find((line) => line.fileNumber === fileNumber)
    expect(await mine()).toMatchObject({
      staffName: far.name,
      reason: 'presentHere',
      words,
      explained: 'received',
    })
    await world.owner.task.updateMany({
      where: { householdId: id, kind: 'flag' },
      data: { state: 'closed', endedAt: new Date(tenth) },
    })
    expect(await mine()).toMatchObject({ explained: 'closed' })
  })

  it('TR-07 goes back thirty days at a time', async () => {
    const { listCloseLooks } = await queries()
    const who = await member('Ida Ancienne', 'agent', office)
    const { id, fileNumber } = await file('Ancienne')
    await looked(who, id, '2026-10-05T15:00:00.000Z')
    const latest = await listCloseLooks(auditor, '')
    expect(latest.period).toMatchObject({ from: '2026-10-12', until: '2026-11-10', isLatest: true })
    expect(latest.lines.some((line) => line.fileNumber === fileNumber)).toBe(false)
    const before = await listCloseLooks(auditor, '2026-10-11')
    expect(before.period).toMatchObject({ from: '2026-09-12', isLatest: false })
    expect(before.lines.some((line) => line.fileNumber === fileNumber)).toBe(true)
    expect((await listCloseLooks(auditor, '2027-01-01')).period.isLatest).toBe(true)
  })

  it('TR-08 is an auditor’s alone, and nothing else is theirs', async () => {
    const { withViewer } = await db()
    const contact = await member('Soutien', 'contact', null)
    for (const viewer of [agent, contact])
      for (const question of [
        'select 1 from trail_line',
        'select * from alike_looks(now(), now(), 1)',
        'select * from glass_broken(now(), now(), 1)',
        'select * from staff_names()',
        "select household_numbered('X')",
        'select 1 from staff_address',
      ])
        await expect(withViewer(viewer, ({ sql }) => sql(question))).rejects.toThrow(/permission/)
    for (const table of ['household', 'person', 'filing', 'task', 'decision', 'note', 'staff_address'])
      await expect(withViewer(auditor, ({ sql }) => sql(`select 1 from ${table}`))).rejects.toThrow(
        /permission/,
      )
    for (const change of ['delete from audit', "update audit set act = 'x'", 'delete from file_opening'])
      await expect(withViewer(auditor, ({ sql }) => sql(change))).rejects.toThrow(/permission/)
    await moveClock(world.owner, tenth)
  })
})
