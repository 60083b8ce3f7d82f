import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAccessCode, addAddress, addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import { questionRule } from '@/domain/access/identification'
import { instant, type Instant, month } from '@/domain/calendar'
import { applicantOf } from '@/server/applicant'
import { findAssisted } from '@/server/assisted'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { hashOf, newToken } from '@/server/secrets'
import type { Applicant, Citizen, Staff } from '@/server/viewer'
import { beginApplicationWith } from '@/features/assisted/application-commands'
import { begin, end, inPlace } from '@/features/assisted/commands'
import { attachScans, listScans, openScan } from '@/features/assisted/scans'
import { beginApplicationSchema, beginSchema } from '@/features/assisted/schema'
import { listLooks } from '@/features/account/queries'
import { saveStatementDraft, submitChange, submitStatement } from '@/features/statement/commands'
import type { Draft } from '@/features/statement/draft'
import { keep } from '@/features/statement/filing'
import { findFilingChoices } from '@/features/statement/assisted-queries'
import { findReceipt, findStatementPage, getFileHome } from '@/features/statement/queries'
import { gather, inPieces, photo } from '../../support/files'
import {
  call,
  codeOf,
  household,
  moveClock,
  openOffice,
  tenth,
  unchanged,
  working,
} from '../statement/office'
import { answerAll, nothingToTell, press, sendIt } from '../application/someone'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   AS-01 a caller is known by their file number, birth date and access code; a wrong code proves nobody
 *   AS-02 or by questions: two right answers, and no more than one wrong
 *   AS-03 an agent helps with their office's files, the contact centre with all, an auditor with none
 *   AS-04 without consent, or with what cannot be read, help does not begin, and the address says what to put right
 *   AS-05 nothing is sent before it was read back; then it says who filed, with whom and how, and tells the person
 *   AS-06 what is sent this way has the effect it has from the web: same answers, same payment, same task
 *   AS-07 the draft is the person's: each goes on from what the other typed, sees who did, and attests for themselves
 *   AS-08 two who write at once lose nothing: the later one sees both, and chooses
 *   AS-09 a session that is over, or another's, gives nothing: not in the pages, not past them
 *   AS-10 a paper counts as received the day it was handed in, whenever it is typed
 *   AS-11 a paper is not sent without its scan, and its scan is read by the office alone
 *   AS-12 a paper typed late corrects nothing that came after it: versions keep their order
 *   AS-13 what is closed online is filed with the office
 *   AS-14 the person reads that they were helped; the other adult does not
 *   AS-15 a change is reported with help, the office alone included
 *   AS-16 an application begins with help, once, and is the applicant's; a paper's day is its day
 *   AS-18 what is sent in the visit that the staff opened came by their channel; from a visit of one’s own, by the web
 *   AS-17 guessing waits, longer and longer
 */
const world = withWorld({ people: false })
let office: string
let agent: Staff
let contact: Staff

const visitOf = (
  role: Staff['role'],
  staffId: string,
  officeId: string | null,
  name = 'Alix Agente',
): Staff => ({
  role,
  sessionId: '018f0000-0000-7000-8000-000000000002',
  assurance: 'oidc',
  staffId,
  name,
  officeId,
})

beforeAll(async () => {
  office = await openOffice(world.owner)
  const add = async (role: Staff['role'], of: string | null) =>
    visitOf(role, await addStaff(world.owner, { name: 'Alix Agente', role, officeId: of }), of)
  agent = await add('agent', office)
  contact = await add('contact', null)
})

const staffCall = <Input>(
  viewer: Staff,
  input: Input,
  params: Record<string, string> = {},
  arrival: Instant = tenth,
): Call<Staff, Input> => ({
  viewer,
  input,
  params,
  arrival,
  locale: 'fr',
  request: new Request('http://localhost:3015/api/assisted'),
})

type Home = Awaited<ReturnType<typeof household>>
let born = 0

/** A household whose adults were not born the same day, with the codes of their letters, and its file number. */
async function home(
  adults: readonly string[] = ['Ana'],
  officeId = office,
): Promise<Home & { file: string; birth: (index: number) => Record<string, string>; code: string }> {
  born += 1
  const made = await household(world.owner, officeId, adults)
  for (const [index, viewer] of made.viewers.entries()) {
    await world.owner.person.update({
      where: { id: viewer.personId },
      data: { birthDate: `19${80 + index}-04-12` },
    })
  }
  const code = String(10_000 + born)
  await addAccessCode(world.owner, { personId: made.viewers[0]!.personId, code })
  await addAddress(world.owner, made.id, {
    street: '1, rue Test',
    city: 'Drummondville',
    postalCode: 'J2B 1A1',
    fromDay: '2026-06-01',
  })
  const { fileNumber } = await world.owner.household.findUniqueOrThrow({ where: { id: made.id } })
  const birth = (index: number) => ({
    'birth.day': '12',
    'birth.month': '4',
    'birth.year': String(1980 + index),
  })
  return { ...made, file: fileNumber, birth, code }
}

type Fields = Record<string, string | string[]>
const asking = (fields: Fields, viewer: Staff = agent, arrival?: Instant): Promise<Answer> =>
  begin(staffCall(viewer, beginSchema.parse(fields), {}, arrival))

/** Begins help, and gives the viewer in the person's place. */
async function helping(
  of: Awaited<ReturnType<typeof home>>,
  more: Fields = {},
  viewer: Staff = agent,
  arrival?: Instant,
): Promise<{ id: string; viewer: Citizen }> {
  const answer = await asking(
    {
      channel: 'telephone',
      way: 'accessCode',
      file: of.file.toLowerCase(),
      code: of.code,
      consent: 'yes',
      ...of.birth(0),
      ...more,
    },
    viewer,
    arrival,
  )
  expect(answer.data?.['code']).toBe('begun')
  const id = String(answer.data?.['id'])
  const visit = await findAssisted(viewer, id)
  return { id, viewer: visit!.viewer }
}

const onPaper = (day: string): Fields => ({
  channel: 'paper',
  way: '',
  'handed.day': day,
  'handed.month': '11',
  'handed.year': '2026',
})

const readBack = (draft: Draft): Draft => ({ ...draft, readBack: 'yes' })

async function giveScan(viewer: Staff, id: string, bytes: Buffer): Promise<Answer> {
  async function* files() {
    yield { field: 'file', name: 'papier.jpg', bytes: inPieces(bytes, 50_000) }
  }
  return attachScans({ ...staffCall(viewer, {}, { session: id }), files: files() })
}

describe('who calls', () => {
  it('AS-01 is known by file number, birth date and access code; a wrong code proves nobody', async () => {
    const one = await home(['Ana', 'Luc'])
    const { id, viewer } = await helping(one)
    expect(viewer).toMatchObject({ role: 'assistant', personId: one.viewers[0]!.personId, name: 'Ana Essai' })
    expect(await world.owner.assistedSession.findUniqueOrThrow({ where: { id } })).toMatchObject({
      staffId: agent.staffId,
      householdId: one.id,
      channel: 'telephone',
      identifiedBy: 'accessCode',
      handedInOn: null,
      consentWording: expect.stringMatching(/^[\da-f]{12}$/) as string,
    })
    const wrong = await asking({
      channel: 'telephone',
      way: 'accessCode',
      file: one.file,
      code: '99999',
      consent: 'yes',
      ...one.birth(0),
    })
    expect(wrong).toMatchObject({ status: 403, data: { code: 'notProved' } })
    // The code is Ana's: with the birth date of the other adult it proves nobody.
    const other = await asking({
      channel: 'telephone',
      way: 'accessCode',
      file: one.file,
      code: one.code,
      consent: 'yes',
      ...one.birth(1),
    })
    expect(codeOf(other)).toBe('notProved')
    expect(await world.owner.assistedSession.count({ where: { householdId: one.id } })).toBe(1)
    expect(
      await world.owner.audit.count({ where: { act: 'assisted', subjectKind: 'person', householdId: null } }),
    ).toBeGreaterThan(0)
  })

  it('AS-02 or by questions: two right answers, and no more than one wrong', async () => {
    const one = await home(['Ana', 'Luc'])
    const filing = await submitStatement(call(one.viewers[0]!, unchanged()))
    const receipt = String(filing.data?.['receiptNumber'])
    const by = (answers: Fields) =>
      asking({
        channel: 'telephone',
        way: 'questions',
        file: one.file,
        consent: 'yes',
        ...one.birth(0),
        ...answers,
      })
    const otherBirth = { 'other.day': '12', 'other.month': '4', 'other.year': '1981' }
    expect(codeOf(await by({ postalCode: 'j2b1a1' }))).toBe('check-answers')
    expect(codeOf(await by({ postalCode: 'J2B 1A1', receipt: 'nothing of ours' }))).toBe('check-answers')
    expect(codeOf(await by({ postalCode: 'H2X 1Y4', payment: '1,00' }))).toBe('notProved')
    expect(codeOf(await by({ postalCode: 'J2B 1A1', payment: '1,00' }))).toBe('notProved')
    expect(codeOf(await by({ postalCode: 'J2B 1A1', ...otherBirth }))).toBe('begun')
    expect(codeOf(await by({ postalCode: 'J2B 1A1', receipt, payment: '1,00' }))).toBe('begun')
    // Two of the three, and the person's own birth date is no answer.
    const own = { 'other.day': '12', 'other.month': '4', 'other.year': '1980' }
    expect(codeOf(await by({ receipt, ...own }))).toBe('notProved')
    // The rule of the domain and that of the database are one.
    expect(questionRule).toEqual({ right: 2, wrong: 1 })
    const [source] = await world.owner.$queryRaw<{ text: string }[]>`
      select prosrc as text from pg_proc where proname = 'begin_assisted'`
    expect(source!.text).toContain(`matched < ${questionRule.right}`)
    expect(source!.text).toContain(`- matched > ${questionRule.wrong}`)
  })

  it('AS-03 an agent helps with their office’s files, the contact centre with all, an auditor with none', async () => {
    const far = await addOffice(world.owner, { code: '901' })
    const one = await home(['Ana'], far)
    const fields = {
      channel: 'telephone',
      way: 'accessCode',
      file: one.file,
      code: one.code,
      consent: 'yes',
      ...one.birth(0),
    }
    expect(codeOf(await asking(fields))).toBe('otherOffice')
    const auditorId = await addStaff(world.owner, { name: 'Aude Audit', role: 'auditor', officeId: null })
    await expect(asking(fields, visitOf('auditor', auditorId, null))).rejects.toThrow(/permission denied/)
    // Who answers the telephone for every office sees no card and takes no paper.
    for (const unseen of [{ channel: 'counter', way: 'card' }, onPaper('9')])
      expect(codeOf(await asking({ ...fields, ...unseen }, contact))).toBe('notYours')
    const { viewer } = await helping(one, {}, contact)
    expect(codeOf(await submitStatement(call(viewer, readBack(unchanged()))))).toBe('filed')
  })

  it('AS-04 help does not begin without consent, nor with what cannot be read', async () => {
    const one = await home()
    const right = {
      channel: 'telephone',
      way: 'accessCode',
      file: one.file,
      code: one.code,
      consent: 'yes',
      ...one.birth(0),
    }
    const told = async (change: Fields) => codeOf(await asking({ ...right, ...change }))
    expect(await told({ consent: '' })).toBe('check-consent')
    expect(await told({ channel: 'pigeon', file: '', 'birth.day': '31', 'birth.month': '2' })).toBe(
      'check-channel-file-birth',
    )
    expect(await told({ code: '12' })).toBe('check-code')
    // Nobody shows a card on the telephone.
    expect(await told({ way: 'card' })).toBe('check-way')
    expect(await told({ channel: 'counter', way: 'card' })).toBe('begun')
    expect(await told({ ...onPaper('11') })).toBe('check-handed')
    expect(await told({ ...onPaper('9'), 'handed.year': '2025' })).toBe('check-handed')
    expect(await told({ ...onPaper('9') })).toBe('begun')
    const twins = await addHousehold(world.owner, {
      fileNumber: 'TWIN-1',
      officeId: office,
      since: '2026-06',
      adults: ['Rose', 'Rémi'].map((givenName) => ({
        givenName,
        familyName: 'Essai',
        birthDate: '1980-04-12',
      })),
    })
    expect(await told({ channel: 'counter', way: 'card', file: 'TWIN-1' })).toBe('two')
    await addAccessCode(world.owner, { personId: twins.adults[1]!, code: '40404' })
    expect(await told({ file: 'TWIN-1', code: '40404' })).toBe('begun')
  })

  it('AS-17 guessing waits, longer and longer', async () => {
    const one = await home()
    const guess = (code: string) =>
      asking({
        channel: 'telephone',
        way: 'accessCode',
        file: one.file,
        code,
        consent: 'yes',
        ...one.birth(0),
      })
    const codes: unknown[] = []
    for (let index = 0; index < 4; index += 1) codes.push(codeOf(await guess(`0000${index}`)))
    expect(codes).toEqual(['notProved', 'notProved', 'notProved', 'wait'])
    expect(await guess(one.code)).toMatchObject({
      status: 429,
      headers: { 'Retry-After': expect.anything() },
    })
  })
})

describe('filing with the person', () => {
  it('AS-05 nothing is sent before it was read back; then it says who filed, with whom and how', async () => {
    const one = await home(['Ana', 'Luc'])
    const { viewer, id } = await helping(one)
    expect(codeOf(await submitStatement(call(viewer, unchanged())))).toBe('wrong-answers')
    const page = await findStatementPage(viewer, '2026-11')
    expect(page?.errors.map(({ field, key }) => [field, key])).toEqual([['readBack', 'readBack.required']])
    const answer = await submitStatement(call(viewer, readBack(unchanged())))
    expect(codeOf(answer)).toBe('filed')
    expect(answer.to).toBe(`/fr/bureau/assistance/dossier/${id}/recus/${String(answer.data?.['id'])}`)
    const filing = await world.owner.filing.findFirstOrThrow({ where: { householdId: one.id } })
    expect(filing).toMatchObject({
      channel: 'telephone',
      filedByPerson: null,
      filedByStaff: agent.staffId,
      filedByName: 'Alix',
      filedFor: 'Ana Essai, Luc Essai',
      forPerson: one.viewers[0]!.personId,
      assistedSessionId: id,
      handedInOn: null,
      mandateId: null,
    })
    expect(
      await world.owner.outbox.count({ where: { personId: one.viewers[0]!.personId, kind: 'receipt' } }),
    ).toBe(1)
    const trail = await world.owner.audit.findFirstOrThrow({ where: { householdId: one.id, act: 'filed' } })
    expect(trail).toMatchObject({ actorKind: 'staff', actorId: agent.staffId })
    // It is Ana's word: Luc alone is asked for his.
    expect((await getFileHome(one.viewers[0]!)).toConfirm).toHaveLength(0)
    expect((await getFileHome(one.viewers[1]!)).toConfirm).toHaveLength(1)
    const receipt = await findReceipt(one.viewers[0]!, filing.id)
    expect(receipt).toMatchObject({
      own: 'filer',
      filing: { channel: 'telephone', filedByStaff: agent.staffId },
    })
    // Sent twice, it is one.
    const again = await submitStatement(call(viewer, readBack(unchanged())))
    expect(again.data).toMatchObject({ code: 'already-filed-same', receiptNumber: filing.receiptNumber })
  })

  it('AS-06 what is sent this way has the effect it has from the web', async () => {
    const [web, assisted] = [await home(), await home()]
    const { viewer } = await helping(assisted)
    expect(codeOf(await submitStatement(call(web.viewers[0]!, working(300))))).toBe('filed')
    expect(codeOf(await submitStatement(call(viewer, readBack(working(300)))))).toBe('filed')
    const of = async (householdId: string) => {
      const filing = await world.owner.filing.findFirstOrThrow({
        where: { householdId },
        include: { payments: true },
      })
      const tasks = await world.owner.task.findMany({ where: { householdId } })
      const { adults, ...answers } = filing.answers as { adults: unknown; work: { adultId: string }[] }
      expect(adults).toHaveLength(1)
      return {
        answers: { ...answers, work: answers.work.map((job) => ({ ...job, adultId: '' })) },
        dueAt: filing.dueAt,
        wording: filing.wordingVersion,
        payments: filing.payments.map(({ month, totalCents }) => ({ month, totalCents })),
        tasks: tasks.map(({ kind, urgency, state }) => ({ kind, urgency, state })),
      }
    }
    const fromWeb = await of(web.id)
    expect(fromWeb.tasks).toEqual([{ kind: 'statement', urgency: 5, state: 'received' }])
    expect(await of(assisted.id)).toEqual(fromWeb)
  })

  it('AS-07 the draft is the person’s: each goes on from what the other typed, and attests for themselves', async () => {
    const one = await home()
    const ana = one.viewers[0]!
    const typed = { page: 'start', intent: 'continue', changed: ['work'], attest: 'yes', draftVersion: '0' }
    await saveStatementDraft(call(ana, typed))
    const { viewer } = await helping(one)
    const seen = await findStatementPage(viewer, '2026-11')
    expect(seen?.desk.fields).toMatchObject({ changed: ['work'] })
    // What the person attested on their screen, the staff do not send.
    expect(seen?.desk.fields['attest']).toBeUndefined()
    expect(seen?.desk.draft).toMatchObject({ version: 1, writtenBy: null })
    const answer = await saveStatementDraft(
      call(viewer, { page: 'questions', intent: 'continue', 'work.0.employer': 'Café', draftVersion: '1' }),
    )
    expect(codeOf(answer)).toBe('saved')
    const back = await findStatementPage(ana, '2026-11')
    expect(back?.desk.fields).toMatchObject({ changed: ['work'], 'work.0.employer': 'Café' })
    expect(back?.desk.draft?.writtenBy).toEqual({ staffId: agent.staffId, name: 'Alix' })
    await saveStatementDraft(
      call(ana, { page: 'start', intent: 'save', changed: ['work'], draftVersion: '2' }),
    )
    expect((await findStatementPage(ana, '2026-11'))?.desk.draft?.writtenBy).toBeNull()
  })

  it('AS-08 two who write at once lose nothing: the later one sees both, and chooses', async () => {
    const one = await home()
    const ana = one.viewers[0]!
    const { viewer } = await helping(one)
    const start = (more: Draft): Draft => ({ page: 'start', intent: 'save', ...more })
    await saveStatementDraft(call(ana, start({ changed: ['work'], draftVersion: '0' })))
    // The staff opened the page before that.
    const late = await saveStatementDraft(call(viewer, start({ changed: ['move'], draftVersion: '0' })))
    expect(late).toMatchObject({ status: 409, data: { code: 'written-meanwhile' } })
    const page = await findStatementPage(viewer, '2026-11')
    expect(page?.desk.fields).toMatchObject({ changed: ['work'] })
    expect(page?.desk.draft?.setAside).toEqual([{ changed: ['move'] }])
    // Sent again unseen, it is kept once; and nothing is filed over the person's head.
    const sent = await submitStatement(call(viewer, { ...readBack(unchanged()), draftVersion: '0' }))
    expect(codeOf(sent)).toBe('written-meanwhile')
    expect(await world.owner.filing.count({ where: { householdId: one.id } })).toBe(0)
    const chosen = await saveStatementDraft(call(viewer, { intent: 'keep-theirs', draftVersion: '1' }))
    expect(codeOf(chosen)).toBe('settled')
    const after = await findStatementPage(viewer, '2026-11')
    expect(after?.desk.draft).toMatchObject({ setAside: [], fields: { changed: ['work'] } })
    expect(after?.desk.draft?.attempted).not.toContain('written-meanwhile')
    // The other way round: the person finds what the staff wrote, and takes their own.
    const own = await saveStatementDraft(call(ana, start({ changed: ['health'], draftVersion: '1' })))
    expect(codeOf(own)).toBe('written-meanwhile')
    await saveStatementDraft(call(ana, { intent: 'take-mine', draftVersion: '2' }))
    expect((await findStatementPage(ana, '2026-11'))?.desk.draft).toMatchObject({
      setAside: [],
      fields: { changed: ['health'] },
      writtenBy: null,
    })
    // At the very same moment: whoever is second overwrites nothing.
    const both = await Promise.all(
      [[ana, 'studies'] as const, [viewer, 'assets'] as const].map(([who, topic]) =>
        saveStatementDraft(call(who, start({ changed: [topic], draftVersion: '3' }))),
      ),
    )
    expect(both.map(codeOf).sort()).toEqual(['saved', 'written-meanwhile'])
    const kept = (await findStatementPage(ana, '2026-11'))!.desk.draft!
    expect([kept.fields['changed'], ...kept.setAside.map(({ changed }) => changed)].flat().sort()).toEqual([
      'assets',
      'studies',
    ])
  })

  it('AS-08 the database itself replaces nothing that was not seen, however close two writings are', async () => {
    const one = await home()
    const ana = one.viewers[0]!
    const { viewer } = await helping(one)
    const draft = { householdId: one.id, kind: 'statement' as const, month: month('2026-11'), attempted: [] }
    const keeps = (who: Citizen, topic: string, seen: number) =>
      withViewer(who, (door) => keep(door, who, { ...draft, fields: { changed: [topic] } }, { seen }))
    expect(await keeps(ana, 'work', 0)).toBe(true)
    expect(await keeps(viewer, 'move', 0)).toBe(false)
    expect(await keeps(viewer, 'move', 1)).toBe(true)
    // One's own writing is not stopped: another window of the same hand goes on.
    expect(await keeps(viewer, 'health', 1)).toBe(true)
    expect(await keeps(ana, 'studies', 2)).toBe(false)
    expect((await findStatementPage(ana, '2026-11'))?.desk.fields).toEqual({ changed: ['health'] })
  })

  it('AS-09 a session that is over, or another’s, gives nothing: not in the pages, not past them', async () => {
    const one = await home()
    const { id, viewer } = await helping(one)
    const run = inPlace(submitStatement)
    const other = visitOf(
      'agent',
      await addStaff(world.owner, { name: 'Béa Voisine', role: 'agent', officeId: office }),
      office,
    )
    const fields = readBack(unchanged())
    expect(await run(staffCall(other, fields, { session: id, month: '2026-11' }))).toMatchObject({
      status: 404,
      data: { code: 'over' },
    })
    expect(await run(staffCall(agent, fields, { session: 'nothing', month: '2026-11' }))).toMatchObject({
      status: 404,
    })
    // Past the pages: the wall takes its word from the session, not from ours.
    const stolen: Citizen = { ...viewer, assisted: { ...viewer.assisted!, staffId: other.staffId } }
    expect(await findFilingChoices(stolen)).toBeNull()
    const luc = await home(['Luc'])
    const elsewhere: Citizen = {
      ...viewer,
      personId: luc.viewers[0]!.personId,
      memberships: luc.viewers[0]!.memberships,
    }
    expect(await findFilingChoices(elsewhere)).toBeNull()
    await end(staffCall(other, {}, { session: id }))
    expect(await findAssisted(agent, id)).not.toBeNull()
    await end(staffCall(agent, {}, { session: id }))
    expect(await findAssisted(agent, id)).toBeNull()
    expect(await findFilingChoices(viewer)).toBeNull()
    const write = withViewer(viewer, ({ sql }) =>
      sql(
        `insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest,
           schema_version, wording_version, language, channel, filed_by_staff, filed_by_name, filed_for, received_at,
           due_at, key, for_person, assisted_session_id)
         values ($1, 'statement', '2026-11', 1, 'Q', '{}', '', 1, '', 'fr', 'telephone', $2, '', '', app_now(),
           app_now(), uuidv7(), $3, $4)`,
        [one.id, agent.staffId, viewer.personId, id],
      ),
    )
    await expect(write).rejects.toThrow(/row-level security/)
    // It ends by itself too.
    const { id: next } = await helping(one)
    await moveClock(world.owner, instant('2026-11-10T16:10:00.000Z'))
    expect(await findAssisted(agent, next)).toBeNull()
    await moveClock(world.owner, tenth)
  })
})

describe('a paper', () => {
  it('AS-10 counts as received the day it was handed in, whenever it is typed', async () => {
    const one = await home()
    // Due on the 16th; handed in on the 16th; typed on the 18th.
    const eighteenth = instant('2026-11-18T15:00:00.000Z')
    await moveClock(world.owner, eighteenth)
    const { id, viewer } = await helping(one, onPaper('16'), agent, eighteenth)
    await giveScan(agent, id, await photo())
    const helped = (await findAssisted(agent, id))!.viewer
    expect((await findStatementPage(helped, '2026-11'))?.desk.state.name).toBe('dueToday')
    const sent = await submitStatement(
      call(helped, readBack(unchanged()), { month: '2026-11', arrival: eighteenth }),
    )
    expect(codeOf(sent)).toBe('filed')
    const filing = await world.owner.filing.findFirstOrThrow({ where: { householdId: one.id } })
    expect(filing).toMatchObject({ channel: 'paper', handedInOn: '2026-11-16' })
    expect(filing.receivedAt.toISOString()).toBe('2026-11-16T05:00:00.000Z')
    expect((await findStatementPage(one.viewers[0]!, '2026-11'))?.desk.state.filed).toMatchObject({
      late: false,
    })
    // Nobody looks at it for being late.
    expect(await world.owner.task.count({ where: { householdId: one.id } })).toBe(0)
    // The day of the paper is the session's: another is refused by the wall.
    const forged = { ...viewer, assisted: { ...helped.assisted!, handedInOn: '2026-11-02' as never } }
    await expect(submitStatement(call(forged, readBack(working(100))))).resolves.toMatchObject({
      status: 409,
    })
    await moveClock(world.owner, tenth)
  })

  it('AS-11 is not sent without its scan, and its scan is read by the office alone', async () => {
    const one = await home()
    const { id, viewer } = await helping(one, onPaper('9'))
    expect(codeOf(await submitStatement(call(viewer, readBack(unchanged()))))).toBe('wrong-answers')
    const page = await findStatementPage(viewer, '2026-11')
    expect(page?.errors.map(({ key }) => key)).toEqual(['readBack.scan'])
    expect(codeOf(await giveScan(agent, id, Buffer.from('MZ nothing of ours')))).toBe('unknown')
    expect(codeOf(await giveScan(agent, id, Buffer.alloc(0)))).toBe('empty')
    expect(codeOf(await giveScan(agent, id, await photo()))).toBe('attached')
    const [scan] = await listScans(agent, id)
    const helped = (await findAssisted(agent, id))!.viewer
    expect(codeOf(await submitStatement(call(helped, readBack(unchanged()))))).toBe('filed')
    const opened = await openScan(staffCall(agent, {}, { id: scan!.id }))
    expect(opened.file).toMatchObject({ type: 'image/jpeg', inline: true })
    const bytes = await gather(opened.file!.body as unknown as AsyncIterable<Uint8Array>)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    const far = await addOffice(world.owner, { code: '902' })
    const farAgent = visitOf(
      'agent',
      await addStaff(world.owner, { name: 'Far', role: 'agent', officeId: far }),
      far,
    )
    for (const stranger of [farAgent, contact])
      expect(await openScan(staffCall(stranger, {}, { id: scan!.id }))).toMatchObject({ status: 404 })
    // Another's session takes no scan.
    expect(codeOf(await giveScan(farAgent, id, await photo()))).toBe('over')
    const { id: spoken } = await helping(one)
    expect(codeOf(await giveScan(agent, spoken, await photo()))).toBe('not-paper')
  })

  it('AS-12 typed late, it corrects nothing that came after it: versions keep their order', async () => {
    const one = await home()
    const ana = one.viewers[0]!
    expect(codeOf(await submitStatement(call(ana, unchanged())))).toBe('filed')
    const { id } = await helping(one, onPaper('9'))
    await giveScan(agent, id, await photo())
    const helped = (await findAssisted(agent, id))!.viewer
    const correction = { ...readBack(working(200)), corrects: '1', correctionReason: 'Son papier le dit' }
    expect(codeOf(await submitStatement(call(helped, correction)))).toBe('filed')
    const page = await findStatementPage(ana, '2026-11')
    expect(page?.desk.latest).toMatchObject({ version: 2 })
    expect(page?.desk.state).toMatchObject({ name: 'corrected', filed: { latestVersion: 2 } })
  })
})

describe('around it', () => {
  it('AS-13 what is closed online is filed with the office', async () => {
    const one = await home()
    await world.owner.householdSituation.updateMany({
      where: { householdId: one.id },
      data: { fromMonth: '2025-01', onAssistanceSince: '2025-01' },
    })
    await world.owner.householdMember.updateMany({
      where: { householdId: one.id },
      data: { fromDay: '2025-01-01' },
    })
    const closed = '2025-09'
    expect((await findStatementPage(one.viewers[0]!, closed))?.desk).toMatchObject({
      open: false,
      state: { name: 'closed' },
    })
    const { viewer } = await helping(one)
    expect((await findFilingChoices(viewer))?.statements.map((state) => state.month)).toContain(closed)
    expect(codeOf(await submitStatement(call(viewer, readBack(unchanged()), { month: closed })))).toBe(
      'filed',
    )
  })

  it('AS-14 the person reads that they were helped; the other adult does not', async () => {
    const one = await home(['Ana', 'Luc'])
    await helping(one)
    const [ana, luc] = await Promise.all(one.viewers.map((viewer) => listLooks(viewer)))
    expect(ana!.looks).toMatchObject([{ subjectKind: 'assisted', firstName: 'Alix', role: 'agent' }])
    expect(luc!.looks).toEqual([])
  })

  it('AS-15 a change is reported with help, the office alone included', async () => {
    const one = await home(['Ana', 'Luc'])
    const { viewer } = await helping(one)
    const change: Draft = { changed: ['other'], private: 'yes', 'other.words': 'Je pars', attest: 'yes' }
    expect(codeOf(await submitChange(call(viewer, change, {})))).toBe('wrong-answers')
    const sent = await submitChange(call(viewer, readBack({ ...change, key: randomUUID() }), {}))
    expect(codeOf(sent)).toBe('filed')
    const filing = await world.owner.filing.findFirstOrThrow({ where: { householdId: one.id } })
    expect(filing).toMatchObject({ kind: 'privateChange', forPerson: viewer.personId })
    expect(await findReceipt(one.viewers[0]!, filing.id)).not.toBeNull()
    expect(await findReceipt(one.viewers[1]!, filing.id)).toBeNull()
  })

  it('AS-16 an application begins with help, once, and is the applicant’s; a paper’s day is its day', async () => {
    const key = randomUUID()
    const start = (fields: Fields) =>
      beginApplicationWith(staffCall(agent, beginApplicationSchema.parse(fields)))
    expect(codeOf(await start({ channel: 'paper' }))).toBe('application-check-handed-consent')
    const answer = await start({ key, ...onPaper('9'), urgentNeeds: ['none'], consent: 'yes' })
    expect(answer).toMatchObject({ to: '/fr/demande/etapes', data: { code: 'begun' } })
    await start({ key, ...onPaper('9'), urgentNeeds: ['none'], consent: 'yes' })
    const application = await world.owner.application.findUniqueOrThrow({
      where: { startKey: key },
      include: { events: true, assisted: true },
    })
    expect(application).toMatchObject({
      channel: 'paper',
      assisted: { staffId: agent.staffId, identifiedBy: 'none' },
    })
    expect(application.startedAt.toISOString()).toBe('2026-11-09T05:00:00.000Z')
    expect(application.events.map(({ kind, by }) => [kind, by]).sort()).toEqual([
      ['assisted', 'staff'],
      ['started', 'applicant'],
    ])
    const token = /=([^;]+);/.exec(answer.cookies![0]!)![1]!
    expect((await applicantOf(token)).viewer).toMatchObject({
      role: 'applicant',
      applicationId: application.id,
      shared: true,
    })
    // One that someone began by themselves is nobody's to mark.
    const theirs = await world.owner.application.create({
      data: { startKey: randomUUID(), startedAt: new Date('2026-11-10T14:00:00Z') },
    })
    const taken = await withViewer(agent, ({ sql }) =>
      sql<{ id: string | null }>(`select begin_assisted_application($1, 'counter', null, 'fr', 'x') as id`, [
        theirs.id,
      ]),
    )
    expect(taken).toEqual([{ id: null }])
  })

  it('AS-18 what is sent says by which way it came', async () => {
    const start = async (fields: Fields) => {
      const answer = await beginApplicationWith(staffCall(agent, beginApplicationSchema.parse(fields)))
      const token = /=([^;]+);/.exec(answer.cookies![0]!)![1]!
      return (await applicantOf(token)).viewer as Applicant
    }
    const key = randomUUID()
    const helped = { channel: 'counter', urgentNeeds: ['none'], consent: 'yes' }
    const viewer = await start({ key, ...helped })
    await answerAll(viewer, nothingToTell, tenth)
    expect(await sendIt(viewer, {}, tenth)).toMatchObject({ status: 201 })
    const versions = () =>
      world.owner.applicationVersion.findMany({
        where: { applicationId: viewer.applicationId },
        orderBy: { version: 'asc' },
      })
    expect(await versions()).toMatchObject([{ channel: 'counter' }])
    // Back at home, with a code of their own.
    const token = newToken()
    await world.owner.$executeRawUnsafe(
      `insert into auth."application_session" (token_hash, application_id, adult) values ($1, $2::uuid, 'applicant')`,
      hashOf(token),
      viewer.applicationId,
    )
    const home = (await applicantOf(token)).viewer as Applicant
    await press(home, '', {}, tenth, 'correct')
    await press(home, 'rent', { rent: '650' }, tenth)
    expect(await sendIt(home, { correctionReason: 'mistake' }, tenth)).toMatchObject({ data: { version: 2 } })
    expect(await versions()).toMatchObject([{ channel: 'counter' }, { channel: 'web' }])
  })
})
