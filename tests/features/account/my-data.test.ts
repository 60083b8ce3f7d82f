import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAddress, addContact, addFiling, addMandate, addSession, addStaff } from '../../../prisma/builders'
import type { Instant, Month } from '@/domain/calendar'
import { gatherMyData } from '@/features/account/my-data'
import { downloadMyData } from '@/features/account/my-data-commands'
import { sectionNames, sections } from '@/features/account/my-data-sections'
import { findReceived } from '@/features/review/queries'
import { messages } from '@/i18n/messages'
import { type Citizen, viewerOf } from '@/server/viewer'
import { household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'
import { send } from './rooms'

/*
 * Numbered cases, before the code:
 *   DT-01 every column a citizen may read is told, or left out for a reason written here: a new one is never forgotten
 *   DT-02 the file says what the tables say
 *   DT-03 it holds nothing of another: not what the other adult keeps for themselves, not another household
 *   DT-04 it is a file of its own, described field by field in the language asked, and leaves a trace
 *   DT-05 who left the household keeps what was filed while there, and nothing after
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

/** A couple with something in every section of each, all of it marked with a word of its own. */
async function everything() {
  const { owner } = world
  const { id, viewers } = await household(owner, office, ['Ana', 'Luc'], {
    children: [{ givenName: 'Zoé', birthDate: '2020-02-02' }],
    recoveryCents: 1_234,
  })
  const [ana, luc] = viewers as [Citizen, Citizen]
  const token = await addSession(owner, 'citizen', ana.personId)
  await addAddress(owner, id, {
    street: '1, rue X',
    city: 'Essai',
    postalCode: 'J2B 1A1',
    fromDay: '2026-06-01',
  })
  await owner.directDeposit.create({
    data: { householdId: id, sealed: Buffer.from('x'), masked: '•••• 4321', sinceMonth: '2026-06' },
  })
  await owner.accountChange.create({
    data: {
      householdId: id,
      personId: luc.personId,
      kind: 'deposit',
      sealed: Buffer.from('x'),
      masked: '•••• 1234',
      takesEffectMonth: '2027-01',
    },
  })
  await owner.accountFreeze.create({ data: { householdId: id, frozenBy: 'adult' } })
  const helper = await owner.person.create({
    data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
  })
  const agent = await addStaff(owner, { name: 'Alix Agente', role: 'agent', officeId: office })
  for (const viewer of [ana, luc]) {
    await owner.contactChange.create({
      data: { personId: viewer.personId, email: `seul-${viewer.name.slice(0, 3)}@old.example.org` },
    })
    const own = `seul-${viewer.name.slice(0, 3)}`
    const { personId } = viewer
    await addContact(owner, personId, { email: `${own}@example.org`, safeNote: own })
    await addMandate(owner, {
      personId,
      representativeId: helper.id,
      kind: 'communityHelper',
      organisation: own,
      rights: ['read'],
      fromDay: '2026-01-01',
    })
    const message = await owner.message.create({
      data: { householdId: id, personId, text: own, key: randomUUID(), replyBy: '2026-11-12' },
    })
    await owner.document.create({
      data: {
        ...{ householdId: id, personId, messageId: message.id, requirement: 'message', name: own },
        ...{
          type: 'image/jpeg',
          bytes: 1,
          storageKey: `documents/${randomUUID()}`,
          digest: Buffer.from('x'),
        },
      },
    })
    const draft = {
      householdId: id,
      personId,
      kind: 'change',
      month: '2026-11',
      fields: { 'other.words': own },
    }
    await owner.statementDraft.create({ data: draft })
    await owner.accountForm.create({ data: { personId, form: 'contact', fields: { email: own } } })
    await owner.parkedSubmission.create({ data: { personId, path: `/api/${own}`, sealed: Buffer.from('x') } })
    await owner.adultConstraint.create({ data: { personId, kind: 'temporary', fromDay: '2026-07-01' } })
    await addFiling(owner, {
      householdId: id,
      by: personId,
      byName: viewer.name,
      kind: 'privateChange',
      month: '2026-10' as Month,
      version: viewer === ana ? 1 : 2,
      receivedAt: '2026-10-20T15:00:00.000Z' as Instant,
      answers: { changed: ['other'], other: own },
    })
  }
  await owner.closingRequest.create({
    data: {
      ...{ householdId: id, personId: ana.personId, cause: 'ownRequest', month: '2027-03', toldBy: 'person' },
      words: 'seul-Ana',
    },
  })
  const filing = await addFiling(owner, {
    householdId: id,
    by: luc.personId,
    byName: luc.name,
    adults: [ana, luc].map(({ personId, name }) => ({ id: personId, name })),
    month: '2026-10' as Month,
    receivedAt: '2026-10-10T15:00:00.000Z' as Instant,
  })
  await owner.filingConfirmation.create({
    data: { filingId: filing.id, personId: ana.personId, answer: 'disagrees', note: 'Une note' },
  })
  await owner.filingConfirmation.create({
    data: { filingId: filing.id, personId: luc.personId, answer: 'agrees', note: 'seul-Luc' },
  })
  const task = await owner.task.create({
    data: { kind: 'statement', subjectId: randomUUID(), officeId: office, householdId: id, urgency: 5 },
  })
  const left = new Date('2026-10-12T15:00:00.000Z')
  const decision = await owner.decision.create({
    data: {
      ...{
        number: `D-${randomUUID()}`,
        taskId: task.id,
        householdId: id,
        outcome: 'accepted',
        words: 'Un mot',
      },
      ...{
        language: 'fr',
        wordingVersion: 'w',
        decidedBy: agent,
        decidedAt: left,
        leavesAt: left,
        leftAt: left,
      },
    },
  })
  for (const { personId, name } of [ana, luc]) {
    await owner.decisionNotice.create({
      data: {
        ...{ decisionId: decision.id, personId, name, language: 'fr', delivery: 'portal', bytes: 1 },
        ...{ storageKey: `notices/${randomUUID()}`, digest: new Uint8Array(32), leftAt: left },
      },
    })
  }
  const benefit = { computed: true, lines: [] }
  await owner.reminder.create({
    data: {
      ...{ householdId: id, personId: ana.personId, month: '2026-11', moment: 'tenDays', channel: 'email' },
      dueAt: new Date('2026-11-17T04:59:59.999Z'),
    },
  })
  await owner.expectedPayment.create({
    data: { householdId: id, month: '2026-10', filingId: filing.id, totalCents: 84_200, benefit },
  })
  await owner.filingObligation.create({
    data: { householdId: id, month: '2026-11', files: 'always', reason: 'r' },
  })
  await owner.filingExtension.create({
    data: {
      scope: 'household',
      householdId: id,
      month: '2026-11',
      newInstant: new Date('2026-11-21T05:00:00Z'),
      reasonFr: 'fr',
      reasonEn: 'en',
    },
  })
  for (const { personId } of [ana, luc]) {
    await owner.reviewRequest.create({
      data: { decisionId: decision.id, householdId: id, personId, words: `seul-${personId}` },
    })
  }
  for (const { personId, name } of [ana, luc]) {
    await owner.privacyRequest.create({
      data: {
        ...{ householdId: id, personId, kind: 'access', words: `seul-${name.slice(0, 3)}`, language: 'fr' },
        ...{ receiptNumber: `Q-${randomUUID()}`, key: randomUUID() },
      },
    })
  }
  const visit = {
    role: 'agent',
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc',
  } as const
  await findReceived({ ...visit, staffId: agent, name: 'Alix Agente', officeId: office }, filing.id)
  return { id, ana, luc, token, filing }
}

/** Columns of the tables a citizen reads that are not told, and why. */
const leftOut: Readonly<Record<string, string>> = {
  id: 'a number of the machine, the same row is told by what it holds',
  person_id: 'the row is the person’s own',
  household_id: 'the row is the household’s own',
  filing_id: 'told by its receipt number',
  run_id: 'told by its month',
  office_id: 'told by its name',
  region_code: 'told by the office',
  decided_by: 'a member of staff',
  filed_by_person: 'told by the name',
  filed_by_staff: 'a member of staff',
  decision_id: 'told by its number',
  printed_by: 'a member of staff',
  'decision.undone_at': 'one that was undone is read by nobody',
  'decision_notice.adult': 'of an application, told there',
  written_by_staff: 'a member of staff',
  assisted_session_id: 'told by its channel',
  key: 'a number of the form',
  lifted_by: 'a member of staff',
  mandate_id: 'told by its kind',
  for_person: 'told by the names',
  representative_id: 'told by the name',
  attempted: 'how far a draft was checked',
  sealed: 'closed, even to us, until it is taken back',
  'statement_draft.version': 'counts the times it was saved',
  'drafts_of_others.given_name': 'of another adult',
  application_id: 'of an application, told there',
  adult: 'of an application, told there',
  from_staff: 'told as whether the office wrote',
  message_id: 'a file is told with who sent it',
  requirement: 'of an application, told there',
  shared: 'of an application, told there',
  storage_key: 'a number of the machine',
  'document.digest': 'a number of the machine',
  'review_request.decision_id': 'told by its number',
  'review_request.application_id': 'of an application, told there',
  'review_request.adult': 'of an application, told there',
  'person.birth_date': 'told for oneself and the children',
  'mandates_of_viewer.living': 'follows from the dates',
  // An application is another file, with its own copy of everything that was sent (its receipt, and a PDF of it).
  'applications_of_viewer.adult': 'of an application, told there',
  'applications_of_viewer.started_at': 'of an application, told there',
  'applications_of_viewer.sent_at': 'of an application, told there',
  'applications_of_viewer.withdrawn_at': 'of an application, told there',
}
/** Public facts, the same for everyone. */
const publicTables = ['office', 'postal_area', 'postal_area_office', 'drafts_of_others']
/** Where each table is told. */
const toldIn: Readonly<Record<string, string>> = {
  person: 'person',
  contact: 'contact',
  contact_change: 'formerContacts',
  reminder: 'reminders',
  direct_deposit: 'deposits',
  account_change: 'changes',
  account_freeze: 'freezes',
  household: 'household',
  household_member: 'members',
  household_address: 'addresses',
  household_situation: 'situations',
  adult_constraint: 'constraints',
  filing_obligation: 'obligations',
  filing_extension: 'extensions',
  filing: 'filings',
  filing_confirmation: 'confirmations',
  expected_payment: 'payments',
  message: 'messages',
  document: 'files',
  review_request: 'reviews',
  privacy_request: 'privacyRequests',
  decision: 'decisions',
  decision_notice: 'decisionNotices',
  statement_draft: 'drafts',
  account_form: 'forms',
  parked_submission: 'parked',
  mandate: 'mandates',
  mandates_of_viewer: 'mandates',
  looks_of_viewer: 'looks',
  openings_of_viewer: 'looks',
  closings_of_viewer: 'closings',
}

describe('my data', () => {
  it('DT-01 every column a citizen may read is told, or left out for a reason', async () => {
    const columns = await world.owner.$queryRawUnsafe<{ table: string; column: string }[]>(
      `select table_name as table, column_name as column from information_schema.column_privileges
       where grantee = 'quinze_citizen' and privilege_type = 'SELECT' and table_schema = 'public' order by 1, 2`,
    )
    expect(columns.length).toBeGreaterThan(90)
    const forgotten = columns
      .filter(({ table }) => !publicTables.includes(table))
      .filter(({ table, column }) => !leftOut[column] && !leftOut[`${table}.${column}`])
      .filter(({ table, column }) => {
        const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
        const told = sections[toldIn[table] as keyof typeof sections] as readonly string[] | undefined
        return !told?.some((field) => field === name || field === name.replace(/Name$|Fr$|En$/, ''))
      })
    expect(forgotten).toEqual([])
  })

  it('DT-02 the file says what the tables say', async () => {
    const { owner } = world
    const { id, ana, token, filing } = await everything()
    const { data } = await gatherMyData(ana, token, 'fr')
    for (const name of sectionNames) {
      expect({ name, rows: data[name].length }).not.toEqual({ name, rows: 0 })
      for (const row of data[name]) expect(Object.keys(row)).toEqual([...sections[name]])
    }
    const rows = async (table: string, where: string, ...values: string[]) =>
      Number(
        (
          await owner.$queryRawUnsafe<{ n: bigint }[]>(
            `select count(*) n from ${table} where ${where}`,
            ...values,
          )
        )[0]!.n,
      )
    const counts: [keyof typeof data, string, string, string][] = [
      ['members', 'household_member', 'household_id = $1::uuid', id],
      ['addresses', 'household_address', 'household_id = $1::uuid', id],
      ['situations', 'household_situation', 'household_id = $1::uuid', id],
      ['obligations', 'filing_obligation', 'household_id = $1::uuid', id],
      ['extensions', 'filing_extension', 'household_id = $1::uuid', id],
      [
        'filings',
        'filing',
        `household_id = $1::uuid and (kind <> 'privateChange' or filed_by_person = '${ana.personId}')`,
        id,
      ],
      ['payments', 'expected_payment', 'household_id = $1::uuid', id],
      ['changes', 'account_change', 'household_id = $1::uuid', id],
      ['reviews', 'review_request', 'person_id = $1::uuid', ana.personId],
      ['privacyRequests', 'privacy_request', 'person_id = $1::uuid', ana.personId],
      ['closings', 'closing_request', 'household_id = $1::uuid', id],
      ['drafts', 'statement_draft', 'person_id = $1::uuid', ana.personId],
      ['mandates', 'mandate', 'person_id = $1::uuid', ana.personId],
      ['parked', 'parked_submission', 'person_id = $1::uuid', ana.personId],
      ['messages', 'message', 'person_id = $1::uuid', ana.personId],
      ['files', 'document', 'person_id = $1::uuid', ana.personId],
      ['forms', 'account_form', 'person_id = $1::uuid', ana.personId],
      ['looks', 'audit', `household_id = $1::uuid and act = 'looked'`, id],
    ]
    for (const [name, table, where, value] of counts)
      expect({ name, rows: data[name].length }).toEqual({ name, rows: await rows(table, where, value) })
    const kept = await owner.filing.findUniqueOrThrow({ where: { id: filing.id } })
    expect(data.filings.find((row) => row['receiptNumber'] === filing.receiptNumber)).toEqual(
      Object.fromEntries(sections.filings.map((field) => [field, kept[field]])),
    )
    expect(data.person).toEqual([
      { givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12', language: 'fr', interpreter: null },
    ])
    expect(data.contact).toMatchObject([{ email: 'seul-Ana@example.org', safeNote: 'seul-Ana' }])
    expect(data.situations).toMatchObject([{ recoveryCents: 1_234, programme: 'socialAssistance' }])
    expect(data.payments).toMatchObject([{ totalCents: 84_200, receiptNumber: filing.receiptNumber }])
    expect(data.confirmations).toMatchObject([
      { givenName: 'Ana', answer: 'disagrees', note: 'Une note' },
      { givenName: 'Luc', answer: 'agrees', note: null },
    ])
    expect(data.sessions).toMatchObject([{ isThis: true }, { isThis: false }])
    expect(data.members.map((row) => row['birthDate'])).toEqual(['1985-04-12', null, '2020-02-02'])
  })

  it('DT-03 it holds nothing of another', async () => {
    const mine = await everything()
    const theirs = await everything()
    const { data } = await gatherMyData(mine.ana, mine.token, 'fr')
    const text = JSON.stringify(data)
    expect(text).toContain('seul-Ana')
    expect(text).not.toContain('seul-Luc')
    const { fileNumber } = await world.owner.household.findUniqueOrThrow({ where: { id: theirs.id } })
    expect(text).not.toContain(fileNumber)
    expect(text).not.toContain(theirs.filing.receiptNumber)
    // A session that is nobody's lists no session.
    expect((await gatherMyData(mine.ana, 'nobody', 'fr')).data.sessions).toEqual([])
  })

  it.each(['fr', 'en'] as const)('DT-04 a file of its own, described field by field: %s', async (locale) => {
    const { ana, token } = await everything()
    const { file } = await downloadMyData(send(ana, {}, { token, locale }))
    expect(file?.name).toMatch(/^quinze-(mes-donnees|my-data)-2026-11-10\.json$/)
    const read = JSON.parse(String(file!.body)) as {
      schema: string
      schemaVersion: number
      language: string
      description: { fields: Record<string, Record<string, string>>; sections: Record<string, string> }
      data: Record<string, object[]>
    }
    expect(read).toMatchObject({ schema: 'quinze-my-data', schemaVersion: 1, language: locale })
    expect(Object.keys(read.data)).toEqual(sectionNames)
    expect(Object.keys(read.description.sections)).toEqual(sectionNames)
    for (const name of sectionNames)
      expect(Object.keys(read.description.fields[name]!)).toEqual([...sections[name]])
    expect(read.description.fields['person']!['givenName']).toBe(
      messages[locale].mydata.field.person.givenName,
    )
    const trail = { actorId: ana.personId, act: 'downloaded' }
    expect(await world.owner.audit.count({ where: trail })).toBe(1)
  })

  it('DT-05 who left keeps what was filed while there', async () => {
    const { owner } = world
    const { id, ana, luc, filing } = await everything()
    await owner.householdMember.updateMany({
      where: { householdId: id, personId: luc.personId },
      data: { untilDay: '2026-10-15' },
    })
    const token = await addSession(owner, 'citizen', luc.personId)
    const { viewer } = await viewerOf(token)
    const { data } = await gatherMyData(viewer as Citizen, token, 'fr')
    expect(data.filings.map((row) => row['receiptNumber'])).toEqual([filing.receiptNumber])
    expect(data.household).toEqual([])
    expect(data.addresses).toEqual([])
    expect(data.looks).toEqual([])
    expect(JSON.stringify(data)).not.toContain(`seul-${ana.name.slice(0, 3)}`)
  })
})
