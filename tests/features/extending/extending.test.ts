import { beforeAll, describe, expect, it } from 'vitest'
import { addOffice, addStaff, addSession } from '../../../prisma/builders'
import { extensionReasons } from '@/domain/statement/extending'
import type { ExtendForm } from '@/features/extending/schema'
import { getFileHome } from '@/features/statement/queries'
import type { Answer, Call } from '@/server/endpoint'
import { viewerOf, type Citizen, type Staff } from '@/server/viewer'
import { household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * A later limit for one household, and for the households of a closed office. Numbered cases, before the code:
 *   EX-01 one person of the office puts back the limit of one household: it and no other has it, with its reason in both
 *         languages, and the trail says who
 *   EX-02 another office's file is not found; nobody else may, and the database keeps to it
 *   EX-03 what is missing or impossible is said, what was typed comes back, and nothing is granted
 *   EX-04 a date as late is granted once; a later one counts, and an earlier one never takes it back
 *   EX-05 a storm that closes an office: two supervisors move the limit of its households, and of no other
 *   EX-06 a look at the page is in the trail
 */
const world = withWorld({ people: false })
const commands = () => import('@/features/extending/commands')
let office: string
let far: string
let agent: Staff
let one: Staff
let two: Staff
let home: { id: string; viewers: Citizen[] }
let neighbour: { id: string; viewers: Citizen[] }

async function member(name: string, role: Staff['role'], officeId: string): Promise<Staff> {
  const staffId = await addStaff(world.owner, { name, role, officeId })
  return (await viewerOf(await addSession(world.owner, 'staff', staffId))).viewer as Staff
}
beforeAll(async () => {
  office = await openOffice(world.owner)
  far = await addOffice(world.owner, { code: '901', regionCode: '10' })
  agent = await member('Une Agente', 'agent', office)
  one = await member('Un Cadre', 'supervisor', far)
  two = await member('Deux Cadre', 'supervisor', office)
  home = await household(world.owner, office)
  neighbour = await household(world.owner, far)
})
const right = {
  ...{ month: '2026-11', 'until.day': '20', 'until.month': '11', 'until.year': '2026', reason: 'mail' },
}
const extend = async (viewer: Staff, id: string, input: ExtendForm = {}): Promise<Answer> =>
  (await commands()).extendForHousehold({
    ...{ viewer, input: { ...right, ...input }, params: { id }, locale: 'fr' },
  } as unknown as Call<Staff, ExtendForm>)
const codeOf = (answer: Answer) => answer.data?.['code']
const stateOf = async ({ viewers }: typeof home) =>
  (await getFileHome(viewers[0]!)).statements.find(({ month }) => month === '2026-11')!
const usual = '2026-11-17T04:59:59.999Z'

describe('a later limit', () => {
  it('EX-01 is put back for one household', async () => {
    expect((await stateOf(home)).due.at).toBe(usual)
    expect(codeOf(await extend(agent, home.id))).toBe('extended')
    expect(await stateOf(home)).toMatchObject({
      due: {
        at: '2026-11-21T04:59:59.999Z',
        extension: { reason: { fr: 'La poste a tardé.', en: 'The mail was late.' } },
      },
    })
    expect((await stateOf(neighbour)).due.at).toBe(usual)
    expect(await world.owner.audit.findMany({ where: { act: 'extended' } })).toMatchObject([
      {
        ...{ actorKind: 'staff', actorId: agent.staffId, householdId: home.id },
        details: { month: '2026-11', until: '2026-11-21T04:59:59.999Z', reason: 'mail' },
      },
    ])
  })

  it('EX-02 is for those of the office alone', async () => {
    expect(codeOf(await extend(agent, neighbour.id))).toBe('not-allowed')
    expect(codeOf(await extend(agent, 'nothing'))).toBe('not-allowed')
    const { withViewer } = await import('@/server/db')
    const add = (viewer: Staff, scope: string, id: string | null, by: string) =>
      withViewer(viewer, ({ sql }) =>
        sql(
          `insert into filing_extension (scope, household_id, month, new_instant, reason_fr, reason_en, decided_by)
           values ($1, $2, '2026-11', app_now(), 'x', 'x', $3)`,
          [scope, id, by],
        ),
      )
    for (const viewer of [agent, two]) {
      await expect(add(viewer, 'everyone', null, viewer.staffId)).rejects.toThrow(/row-level security/)
      await expect(add(viewer, 'household', neighbour.id, viewer.staffId)).rejects.toThrow(/row-level/)
      await expect(add(viewer, 'household', home.id, one.staffId)).rejects.toThrow(/row-level security/)
      await expect(
        withViewer(viewer, ({ sql }) => sql('update filing_extension set new_instant = app_now()')),
      ).rejects.toThrow(/permission/)
      await expect(withViewer(viewer, ({ sql }) => sql('delete from filing_extension'))).rejects.toThrow(
        /permission/,
      )
    }
    const auditor = { ...agent, role: 'auditor' } as Staff
    await expect(add(auditor, 'household', home.id, agent.staffId)).rejects.toThrow(/permission/)
  })

  it('EX-03 says what is wrong, and keeps what was typed', async () => {
    const before = await world.owner.filingExtension.count()
    for (const [input, code] of [
      [{ month: '2026-08' }, 'month'],
      [{ month: '' }, 'month'],
      [{ 'until.day': '16' }, 'day'],
      [{ 'until.day': '31' }, 'day'],
      [{ 'until.year': '1e400' }, 'day'],
      [{ 'until.month': '3', 'until.year': '2027' }, 'day'],
      [{ reason: 'because <b>' }, 'reason'],
    ] as const) {
      const answer = await extend(two, home.id, input)
      expect({ input, code: codeOf(answer), status: answer.status }).toEqual({ input, code, status: 422 })
      const query = Object.fromEntries(new URL(String(answer.to), 'https://x.org').searchParams)
      const typed = Object.entries({ ...right, ...input }).filter(([, value]) => value !== '')
      expect(query).toMatchObject({ told: code, ...Object.fromEntries(typed) })
    }
    expect(await world.owner.filingExtension.count()).toBe(before)
    expect(extensionReasons).toContain('closing')
  })

  it('EX-04 the latest date counts', async () => {
    expect(codeOf(await extend(two, home.id))).toBe('already')
    expect(codeOf(await extend(two, home.id, { 'until.day': '18' }))).toBe('already')
    expect((await stateOf(home)).due.at).toBe('2026-11-21T04:59:59.999Z')
    expect(codeOf(await extend(two, home.id, { 'until.day': '25' }))).toBe('extended')
    expect((await stateOf(home)).due.at).toBe('2026-11-26T04:59:59.999Z')
  })

  it('EX-05 a closed office takes two', async () => {
    const { proposeExtension, decide } = await import('@/features/proposals/commands')
    const call = (viewer: Staff, input: object, id = '') =>
      ({ viewer, input, params: { id }, locale: 'fr' }) as never
    const asked = await proposeExtension(
      call(one, {
        ...right,
        ...{ scope: 'office', office: far, 'until.day': '27', key: crypto.randomUUID() },
        ...{ reasonFr: 'Une tempête a fermé le bureau', reasonEn: 'A storm closed the office' },
      }),
    )
    expect((await stateOf(neighbour)).due.at).toBe(usual)
    const id = String(asked.data?.['id'])
    expect(codeOf(await decide(call(one, { word: 'granted' }, id)))).toBe('same-person')
    expect((await stateOf(neighbour)).due.at).toBe(usual)
    expect(codeOf(await decide(call(two, { word: 'granted' }, id)))).toBe('granted')
    expect((await stateOf(neighbour)).due.at).toBe('2026-11-28T04:59:59.999Z')
    expect((await stateOf(home)).due.at).toBe('2026-11-26T04:59:59.999Z')
  })

  it('EX-06 a look is in the trail', async () => {
    const { findExtending } = await import('@/features/extending/queries')
    const looks = () => world.owner.audit.count({ where: { act: 'looked', householdId: home.id } })
    const before = await looks()
    const page = await findExtending(agent, home.id)
    expect(page).toMatchObject({ months: ['2026-10', '2026-11', '2026-12'] })
    expect(page!.granted.map(({ own }) => own)).toEqual([true, true])
    expect(await looks()).toBe(before + 1)
    expect(await findExtending(agent, neighbour.id)).toBeNull()
    expect(await findExtending(agent, 'nothing')).toBeNull()
    const untouched = await household(world.owner, office)
    expect((await findExtending(agent, untouched.id))!.granted).toEqual([])
  })
})
