import 'server-only'
import type { Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { type Door, withViewer } from '@/server/db'
import { listOwnSessions } from '@/server/own-sessions'
import { visibleTo } from '@/server/scope'
import type { Citizen } from '@/server/viewer'
import { type DataRow, type MyData, sectionNames, sections } from './my-data-sections'

/**
 * Everything kept about this adult that they may see, and nothing else: each question is asked through the walls and
 * bounded to them besides. `token`: the session they ask with.
 */
export async function gatherMyData(
  viewer: Citizen,
  token: string | undefined,
  locale: Locale,
): Promise<{ readonly madeAt: Instant; readonly data: MyData }> {
  const sessions = token ? await listOwnSessions(token) : []
  return withViewer(viewer, async (door) => {
    const found: MyData = {
      ...(await aboutPerson(door, viewer, locale)),
      ...(await aboutHousehold(door, viewer)),
      ...(await aboutFilings(door, viewer)),
      sessions,
    }
    // Every field of every section, in their order, and no other.
    const whole = sectionNames.map((name) => [name, found[name].map((row) => inOrder(sections[name], row))])
    return { madeAt: door.now, data: Object.fromEntries(whole) as MyData }
  })
}

const inOrder = (fields: readonly string[], row: DataRow): DataRow =>
  Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))

async function aboutPerson({ tx, sql }: Door, { personId }: Citizen, locale: Locale) {
  const office = locale === 'fr' ? 'fr' : 'en'
  return {
    person: await tx.person.findMany({ where: { id: personId } }),
    contact: await tx.contact.findMany({ where: { personId } }),
    formerContacts: await tx.contactChange.findMany({ where: { personId }, orderBy: { at: 'asc' } }),
    household: await sql<DataRow>(
      `select h.file_number as "fileNumber", o.name_${office} as office
       from household h join office o on o.id = h.office_id where h.id = viewer_household()`,
    ),
    // One's own mailbox, wherever one lived; what came with a message of an application is of that application.
    messages: await sql<DataRow>(
      `select at, from_staff is not null as "fromOffice", text, reply_by as "replyBy", answered_at as "answeredAt",
         read_at as "readAt" from message where person_id = $1 order by at, id`,
      [personId],
    ),
    files: await sql<DataRow>(
      `select d.received_at as "receivedAt", m.from_staff is not null as "fromOffice", d.name, d.type, d.bytes, d.pages,
         d.scan, d.removed_at as "removedAt"
       from document d left join message m on m.id = d.message_id where d.person_id = $1 order by d.received_at, d.id`,
      [personId],
    ),
    forms: await tx.accountForm.findMany({ where: { personId }, orderBy: { form: 'asc' } }),
    parked: await parkedBy(tx, personId),
    mandates: await sql<DataRow>(
      `select kind, person_name as person, representative_name as representative, organisation, rights,
         from_day as "fromDay", until_day as "untilDay", revoked_at as "revokedAt"
       from mandates_of_viewer order by from_day, id`,
    ),
    privacyRequests: await sql<DataRow>(
      `select receipt_number as "receiptNumber", kind, words, language, asked_at as "askedAt",
         extended_at as "extendedAt", extension_days as "extensionDays", extension_reason as "extensionReason",
         answered_at as "answeredAt", outcome, ground, answer, withdrawn_at as "withdrawnAt"
       from privacy_request where person_id = $1 order by asked_at, id`,
      [personId],
    ),
    reminders: await tx.reminder.findMany({ where: { personId }, orderBy: { at: 'asc' } }),
    looks: await sql<DataRow>(
      `select l.at, l.role, l.first_name as "firstName", l.office_${office} as office, l.subject_kind as "subjectKind",
         l.filing_kind as "filingKind", l.month, o.reason
       from looks_of_viewer l left join openings_of_viewer o on o.id = l.id order by l.at desc, l.id desc`,
    ),
  }
}

/** Forms kept after a session ended: where they go, without the numbers of the machine that an address carries. */
async function parkedBy(tx: Door['tx'], personId: string) {
  const where = { personId, mandateId: null }
  const rows = await tx.parkedSubmission.findMany({ where, orderBy: { parkedAt: 'asc' } })
  return rows.map(({ path, parkedAt }) => ({ path: path.replace(/[\da-f-]{36}/g, '…'), parkedAt }))
}

async function aboutHousehold({ tx, sql }: Door, { personId }: Citizen) {
  const home = await tx.household.findFirst({ where: { members: { some: { personId, untilDay: null } } } })
  const household = { householdId: home?.id ?? '00000000-0000-0000-0000-000000000000' }
  const since = { fromDay: 'asc' } as const
  return {
    // The other adult's birth date opens their own account: it is not told here.
    members: await sql<DataRow>(
      `select p.given_name as "givenName", p.family_name as "familyName", m.role, m.from_day as "fromDay",
         m.until_day as "untilDay", case when m.role = 'child' or p.id = $1 then p.birth_date end as "birthDate"
       from household_member m join person p on p.id = m.person_id
       where p.id = $1 or m.household_id = viewer_household()
       order by m.from_day, m.role, p.birth_date, m.id`,
      [personId],
    ),
    addresses: await tx.householdAddress.findMany({ where: household, orderBy: since }),
    deposits: await sql<DataRow>(
      'select masked, since_month as "sinceMonth" from direct_deposit where household_id = viewer_household()',
    ),
    changes: await sql<DataRow>(
      `select c.kind, p.given_name as "givenName", c.address, c.masked, c.asked_at as "askedAt",
         c.takes_effect_month as "takesEffectMonth", c.cancelled_at as "cancelledAt"
       from account_change c left join person p on p.id = c.person_id
       where c.household_id = viewer_household() order by c.asked_at, c.id`,
    ),
    freezes: await tx.accountFreeze.findMany({ where: household, orderBy: { frozenAt: 'asc' } }),
    situations: await tx.householdSituation.findMany({ where: household, orderBy: { fromMonth: 'asc' } }),
    constraints: await sql<DataRow>(
      `select p.given_name as "givenName", c.kind, c.from_day as "fromDay", c.until_day as "untilDay"
       from adult_constraint c join person p on p.id = c.person_id
       where c.person_id = $1 or c.person_id in (
         select m.person_id from household_member m where m.household_id = viewer_household())
       order by c.from_day, c.id`,
      [personId],
    ),
    obligations: await tx.filingObligation.findMany({ where: household, orderBy: { month: 'asc' } }),
    extensions: await tx.filingExtension.findMany({
      where: { OR: [household, { householdId: null }] },
      orderBy: [{ month: 'asc' }, { decidedAt: 'asc' }],
    }),
    // Those of the other adult are between them and the office.
    reviews: await sql<DataRow>(
      `select r.receipt_number as "receiptNumber", d.number as decision, r.words, r.late, r.until_day as "untilDay",
         r.late_reason as "lateReason", r.late_words as "lateWords", r.language, r.channel, r.begun_at as "begunAt",
         r.asked_at as "askedAt", r.due_at as "dueAt", r.withdrawn_at as "withdrawnAt", r.followed_at as "followedAt"
       from review_request r left join decision d on d.id = r.decision_id
       where r.person_id = $1 and r.household_id = viewer_household() order by r.begun_at, r.id`,
      [personId],
    ),
    closings: await sql<DataRow>(
      `select asked_at as "askedAt", month, given_name as "givenName", by_office as "byOffice", words,
         withdrawn_at as "withdrawnAt", pending from closings_of_viewer order by asked_at, id`,
    ),
    drafts: await draftsBy(tx, personId),
  }
}

/** What was typed and not sent. An identifier that is not of someone at home says nothing to a reader: it is left out. */
async function draftsBy(tx: Door['tx'], personId: string) {
  const members = await tx.householdMember.findMany({ select: { personId: true } })
  const known = new Set([personId, ...members.map((member) => member.personId)])
  const drafts = await tx.statementDraft.findMany({ where: { personId }, orderBy: { month: 'asc' } })
  return drafts.map((draft) => ({
    ...draft,
    fields: JSON.parse(
      JSON.stringify(draft.fields).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (id) =>
        known.has(id) ? id : '…',
      ),
    ) as object,
  }))
}

async function aboutFilings({ tx, sql }: Door, viewer: Citizen) {
  const filings = await tx.filing.findMany({
    where: visibleTo.filings(viewer),
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  })
  const ids = filings.map(({ id }) => id)
  return {
    filings,
    // What the other adult told the office of their answer is between them and it.
    confirmations: await sql<DataRow>(
      `select f.receipt_number as "receiptNumber", p.given_name as "givenName", c.answer,
         case when c.person_id = $2 then c.note end as note, c.at
       from filing_confirmation c join filing f on f.id = c.filing_id left join person p on p.id = c.person_id
       where f.id = any ($1::uuid[]) order by c.at, c.id`,
      [ids, viewer.personId],
    ),
    payments: await sql<DataRow>(
      `select e.month, f.receipt_number as "receiptNumber", e.total_cents as "totalCents", e.benefit,
         e.computed_at as "computedAt"
       from expected_payment e left join filing f on f.id = e.filing_id
       where e.filing_id = any ($1::uuid[]) or (e.filing_id is null and e.household_id = viewer_household())
       order by e.month, e.computed_at, e.id`,
      [ids],
    ),
    ...(await aboutDecisions({ sql })),
  }
}

/** The wall bounds them: what has left, of the time one lived there. Of the copies, one's own alone. */
async function aboutDecisions({ sql }: Pick<Door, 'sql'>) {
  return {
    decisions: await sql<DataRow>(
      `select d.number, d.kind, d.outcome, d.month, d.from_month as "fromMonth", d.reasons, d.items, d.benefit, d.words,
         d.language, d.wording_version as "wordingVersion", d.decided_at as "decidedAt", d.seconded_at as "secondedAt",
         d.leaves_at as "leavesAt", (select r.number from decision r where r.id = d.replaces) as replaces
       from decision d where d.undone_at is null and (d.person_id is null or d.person_id = viewer_person())
       order by d.leaves_at, d.id`,
    ),
    decisionNotices: await sql<DataRow>(
      `select d.number, n.name, n.language, n.delivery, encode(n.digest, 'hex') as digest, n.bytes, n.left_at as "leftAt",
         n.printed_at as "printedAt"
       from decision_notice n join decision d on d.id = n.decision_id where n.person_id = viewer_person()
       order by n.left_at, n.id`,
    ),
  }
}
