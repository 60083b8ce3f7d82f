import { describe, expect, test } from 'vitest'
import { addOffice, addSession, addStaff } from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import type { Answer, Call } from '@/server/endpoint'
import { viewerOf, type Staff } from '@/server/viewer'
import type { NoticeFields } from '@/features/notices/fields'
import { tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   SN-01 what is typed is kept: put right at each field, or seen before it is published
 *   SN-02 what is published is what was seen, once, and is written in the trail
 *   SN-03 a draft that changed since, or whose end passed, publishes nothing and stays
 *   SN-04 every reader reads it: nobody ahead of its time, nobody past its end
 *   SN-05 withdrawn, it is on no page; twice, or past its end, there is nothing to withdraw
 *   SN-06 a draft is its author's alone; another supervisor may withdraw what is published
 *   SN-07 agents, contact agents and auditors publish nothing: the database says so too
 *   SN-08 nothing published is changed or erased, nor published in another's name
 *   SN-09 nobody reads who decided
 *   SN-10 typed words that the database cannot hold are no failure
 */
const world = withWorld({ people: false })
const commands = () => import('@/features/notices/commands')
const queries = () => import('@/features/notices/queries')
const state = () => import('@/server/public-state')

type Role = 'agent' | 'supervisor' | 'contact' | 'auditor'
type Ground = Awaited<ReturnType<typeof build>>
let built: Promise<Ground> | undefined
const ground = () => (built ??= build())

async function build() {
  const { owner } = world
  await installMovableClock(owner)
  await moveClock(owner, tenth)
  const officeId = await addOffice(owner, { code: '901', phone: '+18195550100' })
  const member = async (name: string, role: Role) =>
    (await viewerOf(await addSession(owner, 'staff', await addStaff(owner, { name, role, officeId }))))
      .viewer as Staff
  return {
    supervisor: await member('Sacha Cadre', 'supervisor'),
    other: await member('Autre Cadre', 'supervisor'),
    others: {
      agent: await member('Alix Agente', 'agent'),
      contact: await member('Soutien', 'contact'),
      auditor: await member('Vérif', 'auditor'),
    },
  }
}

function call<V, Input>(viewer: V, input: Input, params: Record<string, string> = {}) {
  const request = new Request('http://localhost:3015/api')
  return { viewer, input, params, arrival: tenth, locale: 'fr', request } as unknown as Call<never, Input> & {
    viewer: V
  }
}

const typed: NoticeFields = {
  kind: 'outage',
  fr: 'Le portail est en panne.',
  en: 'The portal is down.',
  'from.day': '10',
  'from.month': '11',
  'from.year': '2026',
  fromTime: '9 h 40',
  'until.day': '10',
  'until.month': '11',
  'until.year': '2026',
  untilTime: '12:00',
}
const codeIn = (answer: Answer): unknown => answer.data?.['code']

async function draft(viewer: Staff, change: Partial<NoticeFields> = {}, intent = 'preview') {
  const { keepDraft } = await commands()
  return keepDraft(call(viewer, { ...typed, ...change, intent: intent as 'preview' }))
}
async function publish(viewer: Staff, version: unknown) {
  const { publishNotice } = await commands()
  return publishNotice(call(viewer, { version: String(version) }))
}
async function withdraw(viewer: Staff, id: string) {
  const { withdrawNotice } = await commands()
  return withdrawNotice(call(viewer, {}, { id }))
}
async function published(viewer: Staff, change: Partial<NoticeFields> = {}): Promise<string> {
  const seen = await draft(viewer, change)
  return String((await publish(viewer, seen.data?.['version'])).data?.['id'])
}
async function pageOf(viewer: Staff) {
  const { getNoticesPage } = await queries()
  return getNoticesPage(viewer, 'fr')
}
/** What every page shows now, asked anew. */
async function shown(): Promise<string[]> {
  const { askAnew, publicState } = await state()
  askAnew()
  return (await publicState()).notices.map(({ id }) => id)
}
const at = (time: string) => moveClock(world.owner, `2026-11-10T${time}:00.000Z`)
const trail = (act: string, subjectId: string) => world.owner.audit.findMany({ where: { act, subjectId } })

describe('a notice being written', () => {
  test('SN-01 is kept as typed, with what to put right, until it is erased', async () => {
    const { supervisor } = await ground()
    const fresh = await pageOf(supervisor)
    expect(fresh).toMatchObject({ hasDraft: false, problems: [], ready: null })
    expect(fresh.fields).toMatchObject({
      'from.day': '10',
      'from.month': '11',
      fromTime: '10\u00a0h',
      kind: '',
    })

    const refused = await draft(supervisor, { en: '', fromTime: 'ce matin', 'until.day': 'x' })
    expect(refused).toMatchObject({ status: 422, to: '/fr/bureau/avis' })
    const page = await pageOf(supervisor)
    expect(page.fields).toEqual({ ...typed, en: '', fromTime: 'ce matin', 'until.day': 'x' })
    expect(page.problems.map(({ field }) => field)).toEqual(['en', 'fromTime', 'until'])
    expect(page.ready).toBeNull()

    expect(await draft(supervisor)).toMatchObject({ to: '/fr/bureau/avis#preview' })
    const seen = await pageOf(supervisor)
    expect(seen.problems).toEqual([])
    expect(seen.ready?.notice).toEqual({
      kind: 'outage',
      text: { fr: typed.fr, en: typed.en },
      shownFrom: '2026-11-10T14:40:00.000Z',
      shownUntil: '2026-11-10T17:00:00.000Z',
    })
    await draft(supervisor, {}, 'discard')
    expect(await pageOf(supervisor)).toMatchObject({ hasDraft: false })
    expect(await world.owner.serviceNotice.count()).toBe(0)
  })

  test('SN-02 is published as it was seen, once', async () => {
    const { supervisor } = await ground()
    const version = (await draft(supervisor)).data?.['version']
    // Connections first, so that the sendings truly meet.
    await Promise.all(Array.from({ length: 5 }, () => pageOf(supervisor)))
    const answers = await Promise.all(Array.from({ length: 5 }, () => publish(supervisor, version)))
    expect(answers.map(codeIn).sort()).toEqual(['changed', 'changed', 'changed', 'changed', 'published'])
    const notices = await world.owner.serviceNotice.findMany()
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({
      kind: 'outage',
      textFr: typed.fr,
      textEn: typed.en,
      decidedBy: supervisor.staffId,
      withdrawnAt: null,
    })
    expect(await trail('published', notices[0]!.id)).toMatchObject([
      { actorKind: 'staff', actorId: supervisor.staffId, subjectKind: 'notice', details: { kind: 'outage' } },
    ])
    expect(await pageOf(supervisor)).toMatchObject({ hasDraft: false, notices: [{ state: 'shown' }] })
    await withdraw(supervisor, notices[0]!.id)
  })

  test('SN-03 changed since, or over since, it publishes nothing and stays', async () => {
    const { supervisor } = await ground()
    const before = await world.owner.serviceNotice.count()
    const first = (await draft(supervisor)).data?.['version']
    const second = (await draft(supervisor, { fr: 'Autre chose.' })).data?.['version']
    expect(second).not.toBe(first)
    expect(await publish(supervisor, first)).toMatchObject({ status: 409, data: { code: 'changed' } })
    expect(await publish(supervisor, '')).toMatchObject({ status: 409 })
    await at('18:00')
    expect(await publish(supervisor, second)).toMatchObject({ status: 422, data: { code: 'refused' } })
    const page = await pageOf(supervisor)
    expect(page.fields.fr).toBe('Autre chose.')
    expect(page.problems).toEqual([{ field: 'until', problem: 'date.over' }])
    expect(await world.owner.serviceNotice.count()).toBe(before)
    await at('15:00')
    await draft(supervisor, {}, 'discard')
  })
})

describe('a published notice', () => {
  test('SN-04 shows from its first instant until its last', async () => {
    const { supervisor } = await ground()
    const id = await published(supervisor, { kind: 'plannedWork', fromTime: '11:00' })
    expect((await pageOf(supervisor)).notices[0]).toMatchObject({ id, state: 'ahead' })
    expect(await shown()).toEqual([])
    await at('16:00')
    expect(await shown()).toEqual([id])
    const later = await published(supervisor, { kind: 'information', fromTime: '11:00' })
    const outage = await published(supervisor, { fromTime: '10:00', untilTime: '13:00' })
    // What is broken comes first, then the newest.
    expect((await shown())[0]).toBe(outage)
    expect((await shown()).slice(1).sort()).toEqual([id, later].sort())
    await at('17:00')
    expect(await shown()).toEqual([outage])
    expect((await pageOf(supervisor)).notices.find((one) => one.id === id)).toMatchObject({ state: 'over' })
    await withdraw(supervisor, outage)
    await at('15:00')
  })

  test('SN-05 withdrawn, it is on no page, and cannot be withdrawn again', async () => {
    const { supervisor } = await ground()
    const id = await published(supervisor, {
      'until.day': '',
      'until.month': '',
      'until.year': '',
      untilTime: '',
    })
    expect(await shown()).toContain(id)
    expect(await withdraw(supervisor, id)).toMatchObject({ data: { code: 'withdrawn' } })
    expect(await shown()).not.toContain(id)
    expect(await trail('withdrawn', id)).toHaveLength(1)
    expect(await withdraw(supervisor, id)).toMatchObject({ status: 404 })
    const over = await published(supervisor)
    await at('17:00')
    expect(await withdraw(supervisor, over)).toMatchObject({ status: 404, data: { code: 'gone' } })
    await at('15:00')
    await withdraw(supervisor, over)
    for (const wrong of ['', 'nothing', '01990000-0000-7000-8000-000000000000'])
      expect(codeIn(await withdraw(supervisor, wrong))).toBe('gone')
    expect(await trail('withdrawn', id)).toHaveLength(1)
  })
})

describe('whose a notice is', () => {
  test('SN-06 a draft is its author’s; what is published is every supervisor’s', async () => {
    const { supervisor, other } = await ground()
    const version = (await draft(supervisor, { fr: 'Brouillon.' })).data?.['version']
    expect(await pageOf(other)).toMatchObject({ hasDraft: false })
    expect(await publish(other, version)).toMatchObject({ status: 409 })
    await draft(other, { fr: 'Le mien.' })
    expect((await pageOf(supervisor)).fields.fr).toBe('Brouillon.')
    await draft(other, {}, 'discard')
    const id = String((await publish(supervisor, version)).data?.['id'])
    expect(await withdraw(other, id)).toMatchObject({ data: { code: 'withdrawn' } })
    expect(await world.owner.serviceNotice.findFirst({ where: { id } })).toMatchObject({
      decidedBy: supervisor.staffId,
      withdrawnBy: other.staffId,
    })
  })

  test('SN-07 others of the staff publish nothing', async () => {
    const { others, supervisor } = await ground()
    const id = await published(supervisor)
    for (const [role, viewer] of Object.entries(others)) {
      // Past the permission, which the endpoint asks first: the wall behind it.
      await expect(draft(viewer), role).rejects.toThrow(/permission denied/)
      await expect(publish(viewer, id), role).rejects.toThrow(/permission denied/)
      await expect(withdraw(viewer, id), role).rejects.toThrow(/permission denied/)
      await expect(pageOf(viewer), role).rejects.toThrow(/permission denied|denied access/)
    }
    const { mayRole } = await import('@/server/permissions')
    for (const role of ['anonymous', 'citizen', 'representative', 'agent', 'contact', 'auditor'] as const)
      expect(mayRole(role, 'step-up', 'notices:publish')).toBe(false)
    expect(mayRole('supervisor', 'oidc', 'notices:publish')).toBe(true)
    expect(await shown()).toEqual([id])
    await withdraw(supervisor, id)
  })

  test('SN-08 nothing published is changed, erased, or signed by another', async () => {
    const { supervisor, other } = await ground()
    const id = await published(supervisor)
    const { withViewer } = await import('@/server/db')
    const ask = (text: string, values: unknown[]) => withViewer(supervisor, ({ sql }) => sql(text, values))
    await expect(ask('delete from service_notice where id = $1', [id])).rejects.toThrow(/denied/)
    await expect(ask(`update service_notice set text_fr = 'Non' where id = $1`, [id])).rejects.toThrow(
      /denied/,
    )
    const values = (by: string) => ['outage', 'a', 'b', tenth, by]
    const insert =
      'insert into service_notice (kind, text_fr, text_en, shown_from, decided_by) values ($1, $2, $3, $4, $5)'
    await expect(ask(insert, values(other.staffId))).rejects.toThrow(/row-level security/)
    const signed = 'update service_notice set withdrawn_at = app_now(), withdrawn_by = $2 where id = $1'
    await expect(ask(signed, [id, other.staffId])).rejects.toThrow(/row-level security/)
    await withdraw(supervisor, id)
    const undone =
      'update service_notice set withdrawn_at = null, withdrawn_by = null where id = $1 returning id'
    expect(await ask(undone, [id])).toEqual([])
  })

  test('SN-09 nobody reads who decided, nor what is still to come', async () => {
    const { supervisor } = await ground()
    const ahead = await published(supervisor, { fromTime: '11:00' })
    const { withViewer } = await import('@/server/db')
    const ask = (text: string) => withViewer({ role: 'anonymous' }, ({ sql }) => sql<{ id: string }>(text))
    for (const column of ['decided_by', 'withdrawn_by', 'created_at'])
      await expect(ask(`select ${column} from service_notice`)).rejects.toThrow(/denied/)
    expect((await ask('select id from service_notice')).map(({ id }) => id)).not.toContain(ahead)
    await withdraw(supervisor, ahead)
    await at('16:30')
    // Withdrawn before it began: it was never shown, and is in no log.
    expect((await ask('select id from service_notice')).map(({ id }) => id)).not.toContain(ahead)
    await at('15:00')
  })

  test('SN-10 words no database holds are taken all the same', async () => {
    const { supervisor } = await ground()
    const id = await published(supervisor, { fr: 'Panne\u0001 \ud83d ici \u{1f6a7}' })
    const { textFr } = await world.owner.serviceNotice.findFirstOrThrow({ where: { id } })
    expect(textFr).toBe('Panne ici \u{1f6a7}')
    await withdraw(supervisor, id)
  })
})
