import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHousehold, addOffice, addSession, addStaff } from '../../../prisma/builders'
import { typedIn } from '@/features/proposals/schema'
import type { ExtensionForm, RoleForm, SamplingForm, WordForm } from '@/features/proposals/schema'
import type { Answer, Call } from '@/server/endpoint'
import { instant } from '@/domain/calendar'
import { viewerOf, type Staff } from '@/server/viewer'
import { moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * What takes two. Numbered cases, before the code:
 *   PR-01 a role is proposed by one supervisor and granted by another: until then nothing changes
 *   PR-02 nobody grants their own proposal, nor decides about themselves; the author alone withdraws
 *   PR-03 a role that changes closes its holder's visits and gives their tasks back; who works here no more enters no more
 *   PR-04 a later limit for a region is granted by another, and concerns that region; refused, it changes nothing
 *   PR-05 two words at once: the first counts, and it is done once
 *   PR-06 what is missing or impossible is said, and nothing is proposed
 *   PR-07 one proposal of a person's role at a time; the same form twice is one
 *   PR-08 the database keeps to it: nobody changes a role by hand, nor decides past the function; each word is in the trail
 *   PR-09 another share of refusals read by two takes two, begins on its day and never the day it is granted, and is
 *         undone the same way; until then the policy stands
 *   PR-10 what is missing or impossible of a share is said, what was typed comes back; one waits at a time
 */
const world = withWorld({ people: false })
const commands = () => import('@/features/proposals/commands')
const queries = () => import('@/features/proposals/queries')
const db = () => import('@/server/db')
let office: string
let far: string
let one: Staff
let two: Staff

beforeAll(async () => {
  office = await openOffice(world.owner)
  far = await addOffice(world.owner, { code: '901', regionCode: '10' })
  one = await member('Un Cadre', 'supervisor', office)
  two = await member('Deux Cadre', 'supervisor', far)
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
const call = <Input>(viewer: Staff, input: Input, id = '') =>
  ({ viewer, input, params: { id }, locale: 'fr' }) as unknown as Call<Staff, Input>
const codeOf = (answer: Answer) => answer.data?.['code']
const askRole = async (viewer: Staff, input: RoleForm) => {
  const { proposeRole } = await commands()
  return proposeRole(call(viewer, { key: randomUUID(), reason: 'Remplace une collègue', ...input }))
}
const limit = {
  ...{
    month: '2026-11',
    scope: 'region',
    region: '10',
    'until.day': '20',
    'until.month': '11',
    'until.year': '2026',
  },
  ...{ reasonFr: 'Une tempête a fermé les routes', reasonEn: 'A blizzard closed the roads' },
}
const askLimit = async (viewer: Staff, input: ExtensionForm = {}) => {
  const { proposeExtension } = await commands()
  return proposeExtension(call(viewer, { key: randomUUID(), ...limit, ...input }))
}
const shareTyped = {
  ...{ oneIn: '4', 'from.day': '20', 'from.month': '11', 'from.year': '2026', why: 'Assez de personnel' },
}
const askShare = async (viewer: Staff, input: SamplingForm = {}) => {
  const { proposeSampling } = await commands()
  return proposeSampling(call(viewer, { key: randomUUID(), ...shareTyped, ...input }))
}
const say = async (viewer: Staff, id: unknown, word: WordForm['word']) =>
  codeOf(await (await commands()).decide(call(viewer, { word }, String(id))))
const idOf = (answer: Answer) => answer.data?.['id']
const roleOf = async (staffId: string) =>
  world.owner.staffMember.findUniqueOrThrow({ where: { id: staffId } })

describe('what takes two', () => {
  it('PR-01 a role is proposed by one, and granted by another', async () => {
    const who = await member('Ève Agente', 'agent', office)
    const id = idOf(await askRole(one, { staff: who.staffId, role: 'supervisor', office: far }))
    expect(await roleOf(who.staffId)).toMatchObject({ role: 'agent', officeId: office })
    const waiting = (await (await queries()).getProposals(two)).waiting.find((line) => line.id === id)
    expect(waiting).toMatchObject({ name: who.name, role: 'supervisor', roleNow: 'agent', isMine: false })
    expect(await say(two, id, 'granted')).toBe('granted')
    expect(await roleOf(who.staffId)).toMatchObject({ role: 'supervisor', officeId: far })
    const decided = (await (await queries()).getProposals(one)).decided.find((line) => line.id === id)
    expect(decided).toMatchObject({ outcome: 'granted', decidedBy: two.name, roleNow: 'agent', isMine: true })
  })

  it('PR-02 nobody decides alone, nor about themselves', async () => {
    const who = await member('Ida Agente', 'agent', office)
    const boss = await member('Trois Cadre', 'supervisor', far)
    const id = idOf(await askRole(one, { staff: who.staffId, role: 'none' }))
    expect(await say(one, id, 'granted')).toBe('same-person')
    expect(await say(one, id, 'refused')).toBe('same-person')
    expect(await say(two, id, 'withdrawn')).toBe('same-person')
    expect(await say(one, id, 'withdrawn')).toBe('withdrawn')
    expect(await say(two, id, 'granted')).toBe('decided')
    expect(await roleOf(who.staffId)).toMatchObject({ role: 'agent' })
    expect(codeOf(await askRole(one, { staff: one.staffId, role: 'auditor' }))).toBe('about-you')
    const about = idOf(await askRole(one, { staff: boss.staffId, role: 'auditor' }))
    expect(await say(boss, about, 'granted')).toBe('about-you')
    expect(await say(boss, about, 'refused')).toBe('about-you')
  })

  it('PR-03 closes visits and gives tasks back', async () => {
    const { owner } = world
    const who = await member('Guy Partant', 'agent', office)
    const token = await addSession(owner, 'staff', who.staffId)
    expect((await viewerOf(token)).viewer.role).toBe('agent')
    const adults = [{ givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12' }]
    const { id: householdId } = await addHousehold(owner, { fileNumber: 'PR-3', officeId: office, adults })
    const task = (state: string) =>
      owner.task.create({
        data: {
          ...{ kind: 'statement', officeId: office, householdId, subjectId: randomUUID(), urgency: 5 },
          ...{ state, assignedTo: who.staffId },
        },
      })
    const [claimed, waits] = [await task('claimed'), await task('waiting')]
    await say(two, idOf(await askRole(one, { staff: who.staffId, role: 'none' })), 'granted')
    expect((await viewerOf(token)).viewer.role).toBe('anonymous')
    const again = await addSession(owner, 'staff', who.staffId)
    expect((await viewerOf(again)).viewer.role).toBe('anonymous')
    const now = await owner.task.findMany({
      where: { id: { in: [claimed.id, waits.id] } },
      orderBy: { id: 'asc' },
    })
    expect(now.map(({ state, assignedTo, version }) => [state, assignedTo, version])).toEqual([
      ['received', null, 2],
      ['waiting', null, 2],
    ])
    expect(await owner.taskEvent.findMany({ where: { taskId: claimed.id } })).toMatchObject([
      { verb: 'release' },
    ])
    // And back: every change is reversible.
    await say(two, idOf(await askRole(one, { staff: who.staffId, role: 'agent', office })), 'granted')
    expect((await viewerOf(await addSession(owner, 'staff', who.staffId))).viewer.role).toBe('agent')
  })

  it('PR-04 a later limit is granted by another', async () => {
    const refused = idOf(await askLimit(one, { region: '09' }))
    expect(await say(two, refused, 'refused')).toBe('refused')
    const granted = idOf(await askLimit(one))
    expect(await world.owner.filingExtension.count()).toBe(0)
    expect(await say(two, granted, 'granted')).toBe('granted')
    expect(await world.owner.filingExtension.findMany()).toMatchObject([
      {
        ...{ scope: 'region', regionCode: '10', month: '2026-11', reasonEn: limit.reasonEn },
        newInstant: new Date('2026-11-21T04:59:59.999Z'),
      },
    ])
  })

  it('PR-05 two words at once are one', async () => {
    const three = await member('Quatre Cadre', 'supervisor', far)
    const before = await world.owner.filingExtension.count()
    const id = idOf(await askLimit(one, { scope: 'everyone' }))
    const words = await Promise.all([two, three, two, three].map((viewer) => say(viewer, id, 'granted')))
    expect(words.filter((word) => word === 'granted')).toHaveLength(1)
    expect(words.filter((word) => word === 'decided')).toHaveLength(3)
    expect(await world.owner.filingExtension.count()).toBe(before + 1)
  })

  it('PR-06 says what is missing or impossible', async () => {
    const who = await member('Léo Agent', 'agent', office)
    const count = () => world.owner.proposal.count()
    const before = await count()
    for (const [input, code] of [
      [{}, 'staff'],
      [{ staff: randomUUID(), role: 'none' }, 'staff'],
      [{ staff: who.staffId }, 'role'],
      [{ staff: who.staffId, role: 'owner' }, 'role'],
      [{ staff: who.staffId, role: 'agent' }, 'office'],
      [{ staff: who.staffId, role: 'agent', office: randomUUID() }, 'office'],
      [{ staff: who.staffId, role: 'none', reason: '  non ' }, 'reason'],
      [{ staff: who.staffId, role: 'none', key: 'nothing' }, 'reason'],
    ] as const)
      expect({ input, code: codeOf(await askRole(one, input)) }).toEqual({ input, code })
    for (const [input, code] of [
      [{ month: '2026-08' }, 'month'],
      [{ month: 'x' }, 'month'],
      [{ scope: 'household' }, 'scope'],
      [{ region: '99' }, 'where'],
      [{ scope: 'office' }, 'where'],
      [{ 'until.day': '16' }, 'day'],
      [{ 'until.day': '31' }, 'day'],
      [{ 'until.month': '3', 'until.year': '2027' }, 'day'],
      [{ reasonEn: '' }, 'reasons'],
    ] as const) {
      const answer = await askLimit(one, input)
      expect({ input, code: codeOf(answer) }).toEqual({ input, code })
      const { form, fields } = typedIn(
        Object.fromEntries(new URL(String(answer.to), 'https://x.org').searchParams),
      )
      expect(form).toBe('extension')
      expect(fields).toMatchObject(
        Object.fromEntries(Object.entries({ ...limit, ...input }).filter(([, value]) => value !== '')),
      )
    }
    const long = 'é'.repeat(2_000)
    const cut = await askLimit(one, { reasonFr: long, reasonEn: long, month: long, region: long })
    expect(codeOf(cut)).toBe('month')
    expect(String(cut.to).length).toBeLessThan(12_000)
    expect(await count()).toBe(before)
    expect(await say(two, randomUUID(), 'granted')).toBe('gone')
    expect(await say(two, 'nothing', 'granted')).toBe('gone')
  })

  it('PR-07 one proposal of a role at a time', async () => {
    const who = await member('Max Agent', 'agent', office)
    const key = randomUUID()
    const input = { staff: who.staffId, role: 'contact', key } as const
    const id = idOf(await askRole(one, input))
    expect(codeOf(await askRole(one, input))).toBe('waiting')
    expect(codeOf(await askRole(two, { staff: who.staffId, role: 'none' }))).toBe('waiting')
    await say(two, id, 'refused')
    expect(codeOf(await askRole(two, { staff: who.staffId, role: 'none' }))).toBe('asked')
  })

  it('PR-09 another share of refusals takes two', async () => {
    const { withViewer } = await db()
    const { fourEyesPolicies } = await import('@/server/four-eyes')
    const { policyOn } = await import('@/domain/decision/four-eyes')
    const agent = await member('Nil Agent', 'agent', office)
    const share = async (on: string) =>
      policyOn(on as never, await withViewer(agent, fourEyesPolicies)).of.refusal
    const id = idOf(await askShare(one))
    expect(await share('2026-12-31')).toEqual({ oneIn: 10 })
    const waiting = (await (await queries()).getProposals(two)).waiting.find((line) => line.id === id)
    expect(waiting).toMatchObject({ kind: 'sampling', oneIn: 4, from: '2026-11-20' })
    expect(await say(one, id, 'granted')).toBe('same-person')
    expect(await say(two, id, 'granted')).toBe('granted')
    expect(await share('2026-11-19')).toEqual({ oneIn: 10 })
    expect(await share('2026-11-20')).toEqual({ oneIn: 4 })
    expect((await (await queries()).getProposals(one)).ahead).toMatchObject([{ from: '2026-11-20' }])
    // Granted after its day had come: from the day after.
    const late = idOf(await askShare(one, { oneIn: '1', 'from.day': '21' }))
    await moveClock(world.owner, instant('2026-11-25T15:00:00.000Z'))
    expect(await say(two, late, 'granted')).toBe('granted')
    expect(await share('2026-11-25')).toEqual({ oneIn: 4 })
    expect(await share('2026-11-26')).toBe('always')
    // And back: the opposite is asked the same way.
    await moveClock(world.owner, instant('2026-11-26T15:00:00.000Z'))
    const back = idOf(await askShare(two, { oneIn: '10', 'from.day': '30' }))
    expect(await say(one, back, 'refused')).toBe('refused')
    const again = idOf(await askShare(two, { oneIn: '10', 'from.day': '30' }))
    expect(await say(one, again, 'granted')).toBe('granted')
    expect(await share('2026-11-29')).toBe('always')
    expect(await share('2026-11-30')).toEqual({ oneIn: 10 })
    await moveClock(world.owner, tenth)
  })

  it('PR-10 says what is wrong with a share', async () => {
    const before = await world.owner.proposal.count()
    for (const [input, code] of [
      [{ oneIn: '' }, 'one-in'],
      [{ oneIn: '0' }, 'one-in'],
      [{ oneIn: '51' }, 'one-in'],
      [{ oneIn: '1e1' }, 'one-in'],
      [{ oneIn: '-4' }, 'one-in'],
      [{ 'from.day': '10' }, 'from'],
      [{ 'from.day': '31' }, 'from'],
      [{ 'from.year': '2030' }, 'from'],
      [{ why: 'non' }, 'why'],
      [{ key: 'nothing' }, 'why'],
    ] as const) {
      const answer = await askShare(one, input)
      expect({ input, code: codeOf(answer) }).toEqual({ input, code })
      const query = new URL(String(answer.to), 'https://x.org').searchParams
      for (const [name, value] of Object.entries({ ...shareTyped, ...input }))
        if (name !== 'key') expect(query.get(name) ?? '', name).toBe(value)
    }
    expect(await world.owner.proposal.count()).toBe(before)
    expect(codeOf(await askShare(one))).toBe('asked')
    expect(codeOf(await askShare(two))).toBe('waiting')
  })

  it('PR-08 the database keeps to it', async () => {
    const { withViewer } = await db()
    const id = idOf(await askLimit(one, { region: '08' }))
    for (const change of [
      `update proposal set outcome = 'granted', decided_by = '${one.staffId}', decided_at = app_now()`,
      "update staff_member set role = 'supervisor'",
      "insert into filing_extension (scope, month, new_instant, reason_fr, reason_en) values ('everyone', '2026-11', app_now(), 'x', 'x')",
      'delete from proposal',
    ])
      await expect(withViewer(one, ({ sql }) => sql(change))).rejects.toThrow(/permission|row-level security/)
    const agent = await member('Zoé Agente', 'agent', office)
    await expect(
      withViewer(agent, ({ sql }) => sql("select decide_proposal($1, 'granted')", [id])),
    ).rejects.toThrow(/permission/)
    await expect(
      withViewer(two, ({ sql }) =>
        sql(
          `insert into proposal (kind, scope, month, new_instant, reason_fr, reason_en, asked_by, key)
           values ('extension', 'everyone', '2026-11', app_now(), 'Raison', 'Reason', $1, $2)`,
          [one.staffId, randomUUID()],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    await say(two, id, 'granted')
    const trail = await world.owner.audit.findMany({
      where: { subjectId: String(id) },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['asked', one.staffId],
      ['granted', two.staffId],
    ])
    await moveClock(world.owner, tenth)
  })
})
