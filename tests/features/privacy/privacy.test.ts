import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addMandate, addOffice, addSession, addStaff } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { longestWords } from '@/domain/privacy/request'
import { gatherMyData } from '@/features/account/my-data'
import { listLooks } from '@/features/account/queries'
import { askAboutInformation, withdrawRequest } from '@/features/privacy/commands'
import { answerRequest, extendRequest } from '@/features/privacy/office-commands'
import { findOfficeRequest, listOfficeRequests } from '@/features/privacy/office-queries'
import { getPrivacyPage } from '@/features/privacy/queries'
import type { AnswerForm, AskForm, ExtensionForm } from '@/features/privacy/schema'
import { restoreAccountForm } from '@/server/account-forms'
import { withViewer } from '@/server/db'
import { mayRole } from '@/server/permissions'
import { viewerOf, type Citizen, type Staff, type Viewer } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { code, send } from '../account/rooms'
import { household, openOffice, tenth } from '../statement/office'

/*
 * What one asks about one's own information, and the office's answer. Numbered cases, before the code:
 *   PI-01 asked, it has a number and a day, is in the trail, and its receipt is announced; twice, or at once, is once
 *   PI-02 refused, what was typed waits with what to put right, until it is sent or dropped
 *   PI-03 it is its author's: neither the other adult, nor another household, nor a representative reads or withdraws it
 *   PI-04 withdrawn until it is answered, once; then it is frozen
 *   PI-05 the office reads what waits, the nearest limit first; each look is told to its person, and to no other
 *   PI-06 answered once, in the name of who answers; the person reads it, and is told that a message waits
 *   PI-07 two answers at once: one stands, and the second is told so
 *   PI-08 extended once, before the limit, with a reason; after it never, the database says so too
 *   PI-09 refused in the office, what was typed waits there, for its author alone
 *   PI-10 another office, an agent, the contact centre and an auditor read and answer nothing
 *   PI-11 nobody signs for another, changes what was asked, or what was answered
 *   PI-12 who has left their household asks the office of the last one; who never had one keeps their words
 *   PI-13 it is among one's data, and not among the other adult's
 *   PI-14 what came after the session had ended is put back in its form
 */
const world = withWorld({ people: false })
const now = (text: string) => moveClock(world.owner, text)
let ground: Awaited<ReturnType<typeof build>> | undefined

async function build() {
  const { owner } = world
  const officeId = await openOffice(owner)
  const far = await addOffice(owner, { code: '902', phone: '+18195550100' })
  const member = async (name: string, role: Staff['role'], office: string | null = officeId) =>
    (
      await viewerOf(
        await addSession(owner, 'staff', await addStaff(owner, { name, role, officeId: office })),
      )
    ).viewer as Staff
  return {
    officeId,
    marc: await member('Marc Cadre', 'supervisor'),
    odile: await member('Odile Cadre', 'supervisor'),
    others: {
      agent: await member('Alix Agente', 'agent'),
      contact: await member('Soutien', 'contact', null),
      auditor: await member('Vérif', 'auditor', null),
    },
    far: await member('Loin Cadre', 'supervisor', far),
  }
}
beforeEach(async () => {
  ground ??= await build()
  await now(tenth)
})
const office = () => ground!

/** A couple of the office. */
async function couple() {
  const { id, viewers } = await household(world.owner, office().officeId, ['Ana', 'Luc'])
  const [ana, luc] = viewers as [Citizen, Citizen]
  return { id, ana, luc }
}
const typed = { kind: 'access', words: 'Les notes de mes appels de 2025' }
const ask = (viewer: Citizen, change: Partial<AskForm> = {}) =>
  askAboutInformation(send(viewer, { ...typed, key: randomUUID(), intent: 'send', ...change }))
async function asked(viewer: Citizen, change: Partial<AskForm> = {}): Promise<string> {
  return String((await ask(viewer, change)).data?.['id'])
}
const withdraw = (viewer: Citizen, id: string) => withdrawRequest(send(viewer, {}, { params: { id } }))
const words = { outcome: 'granted', ground: '', words: 'Les voici : rien n’a été noté.' }
const answer = (viewer: Staff, id: string, change: Partial<AnswerForm> = {}) =>
  answerRequest(send(viewer, { ...words, ...change }, { params: { id } }))
const extend = (viewer: Staff, id: string, change: Partial<ExtensionForm> = {}) =>
  extendRequest(
    send(viewer, { days: '10', reason: 'Votre dossier est aux archives.', ...change }, { params: { id } }),
  )
const row = (id: string) => world.owner.privacyRequest.findFirstOrThrow({ where: { id } })
const trail = (subjectId: string) =>
  world.owner.audit.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
const outbox = (personId: string, kind: string) => world.owner.outbox.count({ where: { personId, kind } })
const sql = (viewer: Viewer, text: string, values: unknown[] = []) =>
  withViewer(viewer, (door) => door.sql<{ id: string }>(text, values))

describe('asking', () => {
  it('PI-01 has a number and a day, and is once', async () => {
    const { id: householdId, ana } = await couple()
    const key = randomUUID()
    // Connections first, so that the sendings truly meet.
    await Promise.all(Array.from({ length: 4 }, () => getPrivacyPage(ana)))
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(ana, { key })))
    expect(answers.map(code)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    expect(answers[0]!.to).toBe('/fr/mon-dossier/compte/renseignements?told=sent')
    const page = await getPrivacyPage(ana)
    expect(page.requests).toHaveLength(1)
    const [request] = page.requests
    expect(request).toMatchObject({ ...typed, askedAt: tenth, answeredAt: null })
    expect(request!.receiptNumber).toMatch(/^Q-2611-/)
    expect(await row(request!.id)).toMatchObject({ householdId, language: 'fr' })
    expect(await trail(request!.id)).toMatchObject([
      {
        act: 'asked',
        actorId: ana.personId,
        subjectKind: 'privacyRequest',
        householdId,
        details: { kind: 'access' },
      },
    ])
    expect(await outbox(ana.personId, 'receipt')).toBe(1)
    await ask(ana)
    expect((await getPrivacyPage(ana)).requests).toHaveLength(2)
  })

  it('PI-02 keeps what was refused', async () => {
    const { ana, luc } = await couple()
    const long = 'x'.repeat(longestWords + 1)
    expect(await ask(ana, { kind: 'rien', words: long })).toMatchObject({
      status: 422,
      to: '/fr/mon-dossier/compte/renseignements',
      data: { code: 'refused' },
    })
    const page = await getPrivacyPage(ana)
    expect(page.typed).toEqual({ kind: 'rien', words: long })
    expect(page.problems).toEqual([
      { field: 'kind', problem: 'missing' },
      { field: 'words', problem: 'tooLong' },
    ])
    expect((await getPrivacyPage(luc)).typed).toEqual({ kind: '', words: '' })
    expect(page.requests).toEqual([])
    expect(code(await ask(ana, { intent: 'discard' }))).toBe('discarded')
    expect(await getPrivacyPage(ana)).toMatchObject({
      typed: { kind: '', words: '' },
      problems: [],
      requests: [],
    })
    await ask(ana, { words: ' ' })
    await ask(ana, { words: 'Panne\u0001 \ud83d ici\0' })
    const sent = await getPrivacyPage(ana)
    expect(sent).toMatchObject({ typed: { words: '' }, problems: [] })
    expect(sent.requests).toHaveLength(1)
  })

  it('PI-03 is its author’s alone', async () => {
    const { ana, luc } = await couple()
    const other = (await couple()).ana
    const id = await asked(ana)
    for (const viewer of [luc, other]) {
      expect((await getPrivacyPage(viewer)).requests).toEqual([])
      expect(await withdraw(viewer, id)).toMatchObject({ status: 404 })
      expect(await sql(viewer, 'select id from privacy_request')).toEqual([])
    }
    const helper = await world.owner.person.create({
      data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
    })
    const mandateId = await addMandate(world.owner, {
      personId: ana.personId,
      representativeId: helper.id,
      kind: 'administrator',
      rights: ['read', 'file', 'report'],
      fromDay: '2026-01-01',
    })
    const { viewer } = await viewerOf(await addSession(world.owner, 'citizen', helper.id, mandateId))
    expect(viewer.role).toBe('representative')
    expect(mayRole('representative', 'step-up', 'privacy:ask', ['read', 'file', 'report'])).toBe(false)
    await expect(sql(viewer, 'select id from privacy_request')).rejects.toThrow(/permission denied/)
    // In her name, or for her household, nobody else asks.
    const forged = `insert into privacy_request (person_id, household_id, kind, words, language, receipt_number, key)
      values ($1, $2, 'access', 'x', 'fr', $3, uuidv7())`
    const { householdId } = await row(id)
    await expect(sql(luc, forged, [ana.personId, householdId, 'Q-1'])).rejects.toThrow(/row-level security/)
    await expect(sql(other, forged, [other.personId, householdId, 'Q-2'])).rejects.toThrow(
      /row-level security/,
    )
  })

  it('PI-04 is withdrawn until it is answered, once', async () => {
    const { ana } = await couple()
    const id = await asked(ana)
    expect(code(await withdraw(ana, id))).toBe('withdrawn')
    expect(await withdraw(ana, id)).toMatchObject({ data: { code: 'already-withdrawn' } })
    expect((await trail(id)).map(({ act }) => act)).toEqual(['asked', 'withdrawn'])
    expect(await answer(office().marc, id)).toMatchObject({ status: 409, data: { code: 'was-withdrawn' } })
    expect(await extend(office().marc, id)).toMatchObject({ status: 409, data: { code: 'was-withdrawn' } })
    const second = await asked(ana)
    await answer(office().marc, second)
    expect(await withdraw(ana, second)).toMatchObject({ status: 409, data: { code: 'already-answered' } })
    expect((await row(second)).withdrawnAt).toBeNull()
    for (const wrong of ['', 'nothing', randomUUID()])
      expect(await withdraw(ana, wrong)).toMatchObject({ status: 404 })
    const undone = 'update privacy_request set withdrawn_at = null where id = $1 returning id'
    expect(await sql(ana, undone, [id])).toEqual([])
  })
})

describe('the office', () => {
  it('PI-05 reads what waits, and each look is told', async () => {
    const { id: householdId, ana, luc } = await couple()
    await now('2026-11-09T15:00:00.000Z')
    const longer = await asked(ana)
    await extend(office().marc, longer)
    await now(tenth)
    const [first, second] = [await asked(ana), await asked(luc, { kind: 'rectification' })]
    const ofCouple = (ids: readonly { id: string; householdId: string }[]) =>
      ids.filter((one) => one.householdId === householdId).map((one) => one.id)
    const page = await listOfficeRequests(office().marc)
    expect(ofCouple(page.open)).toEqual([first, second, longer])
    expect(page.open.find((one) => one.id === first)).toMatchObject({
      askedBy: 'Ana Essai',
      words: typed.words,
    })
    await withdraw(ana, longer)
    expect(ofCouple((await listOfficeRequests(office().marc)).closed)).toEqual([longer])

    expect(await findOfficeRequest(office().marc, first)).toMatchObject({ request: { id: first } })
    expect((await trail(first)).map(({ act }) => act)).toEqual(['asked', 'looked'])
    const looks = async (viewer: Citizen) =>
      (await listLooks(viewer)).looks.filter(({ subjectKind }) => subjectKind === 'privacyRequest')
    expect(await looks(ana)).toMatchObject([{ firstName: 'Marc', role: 'supervisor' }])
    expect(await looks(luc)).toEqual([])
  })

  it('PI-06 answers once, in the name of who answers', async () => {
    const { ana, luc } = await couple()
    const id = await asked(ana)
    const refusal = { outcome: 'partly', ground: 'aboutOthers', words: ' Une partie.\nPas le reste. ' }
    expect(code(await answer(office().marc, id, refusal))).toBe('answered')
    expect(await row(id)).toMatchObject({
      ...{ outcome: 'partly', ground: 'aboutOthers', answer: 'Une partie.\nPas le reste.' },
      answeredBy: office().marc.staffId,
    })
    expect(await answer(office().odile, id)).toMatchObject({ status: 409, data: { code: 'was-answered' } })
    expect((await row(id)).outcome).toBe('partly')
    const [request] = (await getPrivacyPage(ana)).requests
    expect(request).toMatchObject({ outcome: 'partly', ground: 'aboutOthers' })
    expect(request!.answeredAt).toMatch(/^2026-11-10T15:/)
    expect(await outbox(ana.personId, 'privacy-answer')).toBe(1)
    expect(await outbox(luc.personId, 'privacy-answer')).toBe(0)
    expect((await trail(id)).at(-1)).toMatchObject({
      ...{ act: 'answered', actorId: office().marc.staffId, details: { outcome: 'partly' } },
    })
  })

  it('PI-07 two answers at once are one', async () => {
    const { ana } = await couple()
    const id = await asked(ana)
    const { marc, odile } = office()
    await Promise.all([listOfficeRequests(marc), listOfficeRequests(odile)])
    const answers = await Promise.all([answer(marc, id), answer(odile, id, { words: 'Autre chose.' })])
    expect(answers.map(code).sort()).toEqual(['answered', 'was-answered'])
    expect(await outbox(ana.personId, 'privacy-answer')).toBe(1)
    expect((await trail(id)).filter(({ act }) => act === 'answered')).toHaveLength(1)
  })

  it('PI-08 extends once, in time, with a reason', async () => {
    const { ana } = await couple()
    const { marc, odile } = office()
    const [id, other] = [await asked(ana), await asked(ana)]
    // The evening of the twentieth day, which is already the next one in UTC.
    await now('2026-12-01T04:30:00.000Z')
    expect(code(await extend(marc, id, { days: '3' }))).toBe('extended')
    expect(await extend(odile, id)).toMatchObject({ status: 409, data: { code: 'was-extended' } })
    expect(await row(id)).toMatchObject({ extensionDays: 3, extendedBy: marc.staffId })
    expect(await outbox(ana.personId, 'privacy-answer')).toBe(1)
    const own = (await getPrivacyPage(ana)).requests.find((one) => one.id === id)
    expect(own).toMatchObject({ extensionDays: 3, extensionReason: 'Votre dossier est aux archives.' })
    // Answered by someone else, both names stay.
    expect(code(await answer(odile, id))).toBe('answered')
    expect(await row(id)).toMatchObject({ extendedBy: marc.staffId, answeredBy: odile.staffId })

    await now('2026-12-01T05:00:00.000Z')
    expect(await extend(marc, other)).toMatchObject({ status: 409, data: { code: 'too-late' } })
    const late = `update privacy_request set extended_at = '2026-11-20', extension_days = 10, extension_reason = 'x'
      where id = $1`
    await expect(sql(marc, late, [other])).rejects.toThrow(/privacy_request_is_extended_in_time/)
    expect(code(await answer(marc, other))).toBe('answered')
  })

  it('PI-09 keeps what was refused, for its author alone', async () => {
    const { ana } = await couple()
    const { marc, odile } = office()
    const id = await asked(ana)
    expect(await answer(marc, id, { outcome: 'refused', words: 'Parce que.' })).toMatchObject({
      status: 422,
      data: { code: 'refused' },
    })
    await extend(marc, id, { days: '11', reason: '' })
    const page = await findOfficeRequest(marc, id)
    expect(page?.answer).toEqual({
      typed: { outcome: 'refused', ground: '', words: 'Parce que.' },
      problems: [{ field: 'ground', problem: 'missing' }],
    })
    expect(page?.extension.problems.map(({ field }) => field)).toEqual(['days', 'reason'])
    expect(await findOfficeRequest(odile, id)).toMatchObject({
      answer: { typed: { words: '' }, problems: [] },
    })
    expect((await getPrivacyPage(ana)).requests[0]).toMatchObject({ answeredAt: null, extendedAt: null })
    // Once it is answered, by whomever, what was left in a form about it is gone.
    await answer(odile, id, { outcome: 'refused', ground: 'health' })
    expect(await world.owner.staffForm.count({ where: { subject: id } })).toBe(0)
  })
})

describe('the walls', () => {
  it('PI-10 others of the staff read and answer nothing', async () => {
    const { ana } = await couple()
    const id = await asked(ana)
    const { far, others } = office()
    expect((await listOfficeRequests(far)).open).toEqual([])
    expect(await findOfficeRequest(far, id)).toBeNull()
    expect(await answer(far, id)).toMatchObject({ status: 404 })
    expect(await extend(far, id)).toMatchObject({ status: 404 })
    // The wall of the database by itself.
    expect(await sql(far, 'select id from privacy_request')).toEqual([])
    const grant = `update privacy_request set answered_at = app_now(), outcome = 'granted', answer = 'x' where id = $1
      returning id`
    expect(await sql(far, grant, [id])).toEqual([])
    for (const [role, viewer] of Object.entries(others)) {
      expect(mayRole(viewer.role, 'step-up', 'privacy:answer'), role).toBe(false)
      await expect(sql(viewer, 'select id from privacy_request'), role).rejects.toThrow(/permission denied/)
      await expect(sql(viewer, grant, [id]), role).rejects.toThrow(/permission denied/)
      // Those who keep forms of their own see those of nobody else.
      const forms = sql(viewer, 'select subject as id from staff_form')
      if (role === 'agent') expect(await forms, role).toEqual([])
      else await expect(forms, role).rejects.toThrow(/permission denied/)
    }
    expect(await row(id)).toMatchObject({ answeredAt: null, extendedAt: null })
  })

  it('PI-11 nothing is signed for another, nor changed after', async () => {
    const { ana } = await couple()
    const { marc, odile } = office()
    const [id, open] = [await asked(ana), await asked(ana)]
    await expect(
      sql(marc, 'update privacy_request set answered_by = $2 where id = $1', [open, odile.staffId]),
    ).rejects.toThrow(/permission denied/)
    await expect(sql(marc, `update privacy_request set words = 'x' where id = $1`, [open])).rejects.toThrow(
      /denied/,
    )
    await expect(sql(ana, `update privacy_request set answer = 'x' where id = $1`, [open])).rejects.toThrow(
      /denied/,
    )
    await expect(sql(ana, 'delete from privacy_request where id = $1', [open])).rejects.toThrow(/denied/)
    await expect(sql(marc, 'delete from privacy_request where id = $1', [open])).rejects.toThrow(/denied/)
    await answer(marc, id)
    expect(
      await sql(odile, `update privacy_request set answer = 'x' where id = $1 returning id`, [id]),
    ).toEqual([])
    // Whoever writes it: the table says so by itself.
    const owner = (text: string, which: string) => world.owner.$executeRawUnsafe(text, which)
    await expect(owner(`update privacy_request set answer = 'x' where id = $1::uuid`, id)).rejects.toThrow(
      /not changed/,
    )
    await expect(owner(`update privacy_request set words = 'x' where id = $1::uuid`, open)).rejects.toThrow(
      /not changed/,
    )
    // Dated by the database: neither before it was asked, nor ahead.
    await sql(
      marc,
      `update privacy_request set answered_at = '2020-01-01', outcome = 'granted', answer = 'x' where id = $1`,
      [open],
    )
    const signed = await row(open)
    expect(signed.answeredBy).toBe(marc.staffId)
    expect(signed.answeredAt!.toISOString()).toMatch(/^2026-11-10T15:/)
  })

  it('PI-12 who left asks the office of their last household', async () => {
    const { id: householdId, luc } = await couple()
    await world.owner.householdMember.updateMany({
      where: { householdId, personId: luc.personId },
      data: { untilDay: '2026-11-01' },
    })
    const [first] = luc.memberships
    const left = { ...luc, memberships: [{ ...first!, untilDay: '2026-11-01' as never }] }
    const id = await asked(left)
    expect(await findOfficeRequest(office().marc, id)).toMatchObject({ request: { askedBy: 'Luc Essai' } })
    expect((await trail(id))[0]).toMatchObject({ act: 'asked', householdId: null })
    expect(code(await answer(office().marc, id))).toBe('answered')
    expect(await outbox(luc.personId, 'privacy-answer')).toBe(1)
    const nobody = { ...luc, memberships: [] }
    expect(await ask(nobody)).toMatchObject({ status: 409, data: { code: 'no-office' } })
    expect((await getPrivacyPage(nobody)).typed).toEqual(typed)
  })

  it('PI-13 is among one’s own data', async () => {
    const { ana, luc } = await couple()
    const id = await asked(ana)
    await answer(office().marc, id)
    const mine = (await gatherMyData(ana, undefined, 'fr')).data.privacyRequests
    expect(mine).toMatchObject([{ words: typed.words, outcome: 'granted', answer: words.words }])
    expect((await gatherMyData(luc, undefined, 'fr')).data.privacyRequests).toEqual([])
  })

  it('PI-14 is put back after a session that ended', async () => {
    const { ana } = await couple()
    const posted = { ...typed, key: randomUUID(), intent: 'send', formKey: 'x' }
    const form = await withViewer(ana, (door) =>
      restoreAccountForm(door, ana, '/api/privacy-requests', posted),
    )
    expect(form).toBe('privacyRequest')
    expect(await getPrivacyPage(ana)).toMatchObject({ typed, problems: [], requests: [] })
  })
})
