import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addFiling, addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import type { Instant, Month } from '@/domain/calendar'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import { listLooks } from '@/features/account/queries'
import type { Opening } from '@/features/opening/schema'
import type { Call } from '@/server/endpoint'
import type { Citizen, Staff } from '@/server/viewer'
import { household, moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * A file of any office, opened by its number. Numbered cases, before the code:
 *   OF-01 the contact centre opens a file by its number and reads who lives there, what was filed, paid, and is under way
 *   OF-02 an agent of another office needs a reason and words; without them nothing opens and nothing is read
 *   OF-03 a file that is not held open is read by nobody of another office: not by its id, not by another's opening
 *   OF-04 after half an hour it is closed; opening it again a moment later does not prolong it
 *   OF-05 the citizen sees at once who looked and why, never the words; the file's office gets a look to be explained
 *   OF-06 what one adult told the office alone, bank accounts, addresses, notes and private words stay closed
 *   OF-07 every try is in the trail, found or not; past sixty in an hour nothing opens
 *   OF-08 nobody opens a file of their own office this way, and an auditor opens none
 *   OF-10 the contact centre opens an application by its receipt number and reads where it stands, and no answer of it
 *   OF-11 of an application of two, who calls is told what both may know
 *   OF-09 the database keeps who opens to what they may: nobody writes an opening, nor reads another's
 */
const world = withWorld({ people: false })
const commands = () => import('@/features/opening/commands')
const queries = () => import('@/features/opening/queries')
const db = () => import('@/server/db')
let home: string
let contact: Staff
let otherContact: Staff
let stranger: Staff
let own: Staff
let auditor: Staff

beforeAll(async () => {
  const { owner } = world
  home = await openOffice(owner)
  const far = await addOffice(owner, { code: '901' })
  const as = async (role: Staff['role'], officeId: string | null): Promise<Staff> => {
    const name = `Alix ${role}`
    const staffId = await addStaff(owner, { name, role, officeId })
    return {
      ...{ role, staffId, name, officeId },
      sessionId: '018f0000-0000-7000-8000-000000000002',
      assurance: 'oidc',
    }
  }
  contact = await as('contact', null)
  otherContact = await as('contact', null)
  stranger = await as('agent', far)
  own = await as('agent', home)
  auditor = await as('auditor', null)
})

const call = (viewer: Staff, input: Opening) =>
  ({ viewer, input, params: {}, arrival: tenth, locale: 'fr' }) as unknown as Call<Staff, Opening>
const open = async (viewer: Staff, input: Opening) => (await commands()).openFile(call(viewer, input))
const why = { reason: 'presentHere', words: 'La personne est au comptoir.' } as const

async function couple() {
  const { id, viewers } = await household(world.owner, home, ['Ana', 'Luc'])
  const { fileNumber } = await world.owner.household.findUniqueOrThrow({ where: { id } })
  return { id, fileNumber, ana: viewers[0]!, luc: viewers[1]! }
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
const trail = (viewer: Staff) =>
  world.owner.audit.findMany({ where: { actorId: viewer.staffId }, orderBy: { at: 'asc' } })

describe('a file of any office', () => {
  it('OF-01 the contact centre opens a file by its number, and reads it', async () => {
    const { id, fileNumber, ana } = await couple()
    const one = await filed(id, ana)
    await filed(id, ana, { kind: 'change', month: '2026-11', answers: { changed: ['work'] } })
    const answer = await open(contact, { fileNumber: ` ${fileNumber.toLowerCase()} ` })
    expect(answer).toMatchObject({ to: `/fr/bureau/consultation/${id}`, data: { code: 'opened' } })
    const file = await (await queries()).findOpened(contact, id)
    expect(file).toMatchObject({
      fileNumber,
      officeFr: 'Bureau de Sainte-Épreuve',
      reason: 'call',
      until: expect.stringMatching(/^2026-11-10T15:30:/) as string,
    })
    expect(file!.people.map(({ name }) => name).sort()).toEqual(['Ana Essai', 'Luc Essai'])
    expect(file!.states.map(({ month, name }) => `${month} ${name}`)).toEqual([
      '2026-11 open',
      '2026-10 filed',
    ])
    expect(file!.filings.map(({ kind }) => kind)).toEqual(['change', 'statement'])
    expect(file!.filings[1]!.receiptNumber).toBe(one.receiptNumber)
  })

  it('OF-02 an agent of another office needs a reason and words', async () => {
    const { id, fileNumber } = await couple()
    for (const [input, code] of [
      [{ fileNumber }, 'reason'],
      [{ fileNumber, reason: 'other' }, 'words'],
      [{ fileNumber, reason: 'other', words: '  court   ' }, 'words'],
      [{ fileNumber, reason: 'other', words: 'x'.repeat(1001) }, 'words'],
      [{ ...why, fileNumber: 'nothing' }, 'not-found'],
      [{ ...why }, 'not-found'],
    ] as const) {
      expect({ input, code: (await open(stranger, input)).data?.['code'] }).toEqual({ input, code })
      expect(await (await queries()).findOpened(stranger, id)).toBeNull()
    }
    expect(await open(stranger, { ...why, fileNumber })).toMatchObject({ data: { code: 'opened' } })
    expect(await (await queries()).findOpened(stranger, id)).toMatchObject({ reason: 'presentHere' })
  })

  it('OF-03 what is not held open is nobody’s of another office', async () => {
    const { id, fileNumber } = await couple()
    const { withViewer } = await db()
    const { findOpened } = await queries()
    await open(otherContact, { fileNumber })
    expect(await findOpened(contact, id)).toBeNull()
    expect(await findOpened(contact, 'nothing')).toBeNull()
    const seen = await withViewer(contact, ({ tx }) => tx.household.findMany({ where: { id } }))
    expect(seen).toEqual([])
    // The wall alone: their own opening shows that file and no other.
    const wall = await withViewer(otherContact, ({ sql }) => sql<{ id: string }>('select id from household'))
    expect(wall.map((row) => row.id)).toEqual([id])
  })

  it('OF-04 after half an hour it is closed', async () => {
    const { id, fileNumber } = await couple()
    const { findOpened } = await queries()
    await open(stranger, { ...why, fileNumber })
    await moveClock(world.owner, '2026-11-10T15:20:00.000Z')
    await open(stranger, { ...why, fileNumber })
    expect(await world.owner.fileOpening.count({ where: { householdId: id } })).toBe(1)
    expect((await findOpened(stranger, id))!.until).toMatch(/^2026-11-10T15:30:/)
    await moveClock(world.owner, '2026-11-10T15:31:00.000Z')
    expect(await findOpened(stranger, id)).toBeNull()
    await moveClock(world.owner, tenth)
  })

  it('OF-05 the citizen sees who looked and why; the office gets a look to be explained', async () => {
    const { id, fileNumber, ana } = await couple()
    const { findOpened } = await queries()
    await open(stranger, { ...why, fileNumber })
    await findOpened(stranger, id)
    const { looks } = await listLooks(ana)
    expect(looks).toMatchObject([
      { role: 'agent', firstName: 'Alix', reason: 'presentHere', filingKind: null },
    ])
    expect(JSON.stringify(looks)).not.toContain('comptoir')
    const tasks = await world.owner.task.findMany({ where: { householdId: id } })
    expect(tasks).toMatchObject([{ kind: 'flag', officeId: home, state: 'received', urgency: 9 }])
    await open(contact, { fileNumber })
    expect(await world.owner.task.count({ where: { householdId: id } })).toBe(1)
    // Who opens it does not read that it must be explained.
    expect((await findOpened(contact, id))!.tasks).toEqual([])
  })

  it('OF-06 what is not for the telephone stays closed', async () => {
    const { id, fileNumber, ana } = await couple()
    const { owner } = world
    await filed(id, ana, { kind: 'privateChange', month: '2026-11', answers: { changed: ['people'] } })
    await owner.householdAddress.create({
      data: { householdId: id, street: '12, rue X', city: 'Y', postalCode: 'J2B 1A1', fromDay: '2026-01-01' },
    })
    const { withViewer } = await db()
    await open(contact, { fileNumber })
    const file = await (await queries()).findOpened(contact, id)
    expect(file!.filings).toEqual([])
    expect(file!.tasks).toEqual([])
    for (const table of [
      'household_address',
      'direct_deposit',
      'account_change',
      'note',
      'contact',
      'verification',
    ])
      await expect(withViewer(contact, ({ sql }) => sql(`select 1 from ${table}`))).rejects.toThrow(
        /permission/,
      )
    for (const column of ['words', 'private_note', 'details', 'reasons'])
      await expect(withViewer(contact, ({ sql }) => sql(`select ${column} from task_event`))).rejects.toThrow(
        /permission/,
      )
    await expect(withViewer(contact, ({ sql }) => sql('select words from decision'))).rejects.toThrow(
      /permission/,
    )
    await expect(
      withViewer(contact, ({ sql }) => sql("update task set state = 'closed' where household_id = $1", [id])),
    ).rejects.toThrow(/permission/)
  })

  it('OF-07 every try is in the trail; past sixty in an hour nothing opens', async () => {
    const staffId = await addStaff(world.owner, { name: 'Alix Curieuse', role: 'contact', officeId: null })
    const curious = { ...contact, staffId }
    const { fileNumber, id } = await couple()
    await open(curious, { fileNumber: 'RIEN-0000' })
    await open(curious, { fileNumber })
    expect((await trail(curious)).map(({ act, householdId }) => [act, householdId])).toEqual([
      ['sought', null],
      ['opened', id],
    ])
    for (let tries = 2; tries < 60; tries += 1) await open(curious, { fileNumber: 'RIEN-0000' })
    const { fileNumber: next } = await couple()
    expect(await open(curious, { fileNumber: next })).toMatchObject({ status: 429 })
    await moveClock(world.owner, '2026-11-10T16:10:00.000Z')
    expect(await open(curious, { fileNumber: next })).toMatchObject({ data: { code: 'opened' } })
    await moveClock(world.owner, tenth)
  })

  it('OF-08 one’s own office has its own way in; an auditor opens nothing', async () => {
    const { fileNumber, id } = await couple()
    expect(await open(own, { ...why, fileNumber })).toMatchObject({
      to: `/fr/bureau/consultation?note=own-office&file=${id}`,
      data: { code: 'own-office' },
    })
    await expect(open(auditor, { ...why, fileNumber })).rejects.toThrow(/permission/)
    expect(await world.owner.fileOpening.count({ where: { staffId: own.staffId } })).toBe(0)
  })

  it('OF-09 nobody writes an opening, nor reads another’s', async () => {
    const { id } = await addHousehold(world.owner, {
      fileNumber: 'OF-9000',
      officeId: home,
      adults: [{ givenName: 'Ida', familyName: 'Essai', birthDate: '1980-01-01' }],
    })
    const { withViewer } = await db()
    for (const viewer of [contact, stranger, own])
      await expect(
        withViewer(viewer, ({ sql }) =>
          sql(
            `insert into file_opening (staff_id, household_id, kind, reason, until)
             values ($1, $2, 'call', 'call', app_now() + interval '10 minutes')`,
            [viewer.staffId, id],
          ),
        ),
      ).rejects.toThrow(/permission/)
    await open(otherContact, { fileNumber: 'OF-9000' })
    const seen = await withViewer(contact, ({ sql }) =>
      sql<{ staff_id: string }>('select staff_id from file_opening'),
    )
    expect(seen.filter(({ staff_id }) => staff_id !== contact.staffId)).toEqual([])
  })

  const secrets = {
    sin: '123456782',
    account: '7654321',
    street: '9, rue Secrète',
    email: 'secret@example.org',
  }
  async function sent(more: object = {}) {
    const { sentApplication } = await import('../admission/sent')
    const id = await sentApplication(world.owner, home, { ...secrets, ...more }, { on: '2026-11-09' })
    const receiptNumber = makeReceiptNumber('2026-11' as Month, randomBytes(receiptNumberBytes))
    await world.owner.applicationVersion.updateMany({ where: { applicationId: id }, data: { receiptNumber } })
    return { id, receiptNumber }
  }
  const happens = (applicationId: string, kind: string, adult: string | null, details: object = {}) =>
    world.owner.applicationEvent.create({
      data: { applicationId, kind, adult, by: 'staff', details, at: new Date('2026-11-10T14:00:00Z') },
    })
  const applications = () => import('@/features/opening/application-queries')

  it('OF-10 opens an application by its receipt number, and reads where it stands', async () => {
    const { id, receiptNumber } = await sent()
    await happens(id, 'documentAsked', 'applicant', { subject: 'lease.household', reason: 'Secret' })
    const { findOpenedApplication } = await applications()
    expect(await findOpenedApplication(contact, id)).toBeNull()
    expect(await open(stranger, { ...why, fileNumber: receiptNumber })).toMatchObject({ status: 404 })
    const answer = await open(contact, { fileNumber: ` ${receiptNumber.toLowerCase()} ` })
    expect(answer).toMatchObject({ to: `/fr/bureau/consultation/demandes/${id}`, data: { code: 'opened' } })
    const application = await findOpenedApplication(contact, id)
    expect(application).toMatchObject({
      ...{ receiptNumber, version: 1, status: 'waitingForOther', missingOfOne: 0 },
      missing: [{ kind: 'document', subject: 'lease.household' }],
      clock: { state: 'stopped' },
      until: expect.stringMatching(/^2026-11-10T15:30:/) as string,
    })
    expect(application!.timeline.map(({ kind }) => kind)).toEqual(['documentAsked', 'routed', 'sent'])
    expect(JSON.stringify(application)).not.toMatch(/[Ss]ecret|123456782|7654321/)
    expect(
      await world.owner.audit.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } }),
    ).toMatchObject([
      { actorId: contact.staffId, act: 'opened', subjectKind: 'application' },
      { actorId: contact.staffId, act: 'looked', subjectKind: 'application', details: { opening: 'call' } },
    ])
    // Nobody else's, past the page included; not one table of an application is open to who holds it.
    const { withViewer } = await db()
    expect(await findOpenedApplication(otherContact, id)).toBeNull()
    for (const text of [
      'application',
      'application_version',
      'application_draft',
      'application_event',
      'document',
    ])
      await expect(
        withViewer(contact, ({ sql }) => sql(`select 1 from ${text}`)),
        text,
      ).rejects.toThrow(/permission/)
    for (const viewer of [stranger, own, auditor])
      await expect(
        withViewer(viewer, ({ sql }) => sql('select * from opened_application($1)', [id])),
      ).rejects.toThrow(/permission/)
    await moveClock(world.owner, '2026-11-10T15:31:00.000Z')
    expect(await findOpenedApplication(contact, id)).toBeNull()
    await moveClock(world.owner, tenth)
    const unknown = makeReceiptNumber('2026-11' as Month, randomBytes(receiptNumberBytes))
    expect(await open(contact, { fileNumber: unknown })).toMatchObject({ data: { code: 'not-found' } })
    const tries = (await trail(contact)).filter(({ act }) => act === 'sought')
    expect(tries.map(({ subjectKind }) => subjectKind)).toContain('application')
  })

  it('OF-11 tells of an application of two what both may know', async () => {
    const { id, receiptNumber } = await sent()
    await happens(id, 'spouseInvited', null)
    await happens(id, 'documentAsked', 'spouse', { subject: 'wageProof.spouse.0' })
    await happens(id, 'documentAsked', null, { subject: 'lease.household' })
    await happens(id, 'spouseDisagreed', 'spouse', { note: 'Secret' })
    await open(contact, { fileNumber: receiptNumber })
    const { findOpenedApplication } = await applications()
    const application = (await findOpenedApplication(contact, id))!
    expect(application.missing.map(({ subject }) => subject)).toEqual(['lease.household'])
    expect(application.missingOfOne).toBe(1)
    expect(application.timeline.map(({ kind }) => kind).sort()).toEqual(
      ['documentAsked', 'routed', 'sent', 'spouseInvited'].sort(),
    )
    expect(JSON.stringify(application)).not.toMatch(/wageProof|spouseDisagreed|Secret/)
  })
})
