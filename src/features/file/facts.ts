import 'server-only'
import type { Day, Instant, Month } from '@/domain/calendar'
import type { PersonFacts, SituationFacts } from '@/domain/benefit/of-household'
import type { Extension } from '@/domain/statement/deadline'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import type { Files } from '@/domain/statement/policy'
import type { Door } from '@/server/db'
import {
  closing,
  type Closing,
  extensions,
  instantText,
  list,
  obligations,
  peopleNow,
  situations,
} from '@/server/household-sql'
import type { Staff } from '@/server/viewer'

export type Member = PersonFacts & {
  readonly name: string
  readonly language: 'fr' | 'en'
  /** The language they need an interpreter for; null for none. */
  readonly interpreter: string | null
  readonly fromDay: Day
}
/** A filing as the office reads it: the names of the adults are frozen with the answers. */
export type OfficeFiling = {
  readonly id: string
  readonly kind: 'statement' | 'change' | 'privateChange'
  readonly month: Month
  readonly version: number
  readonly receiptNumber: string
  readonly answers: FiledAnswers & { readonly adults?: readonly { id: string; name: string }[] }
  readonly filedByName: string
  readonly filedFor: string
  readonly channel: string
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly lateReason: string | null
  readonly disagrees: boolean
}
export type FilePayment = {
  readonly filingId: string | null
  readonly month: Month
  readonly totalCents: number
  readonly computedAt: Instant
}
export type FileDocument = {
  readonly id: string
  /** What was given, with an application or a message; or the scan of a paper that was filed. */
  readonly source: 'documents' | 'scans'
  /** Which paper it is: one that was asked for, what came with a `message`, or a `paper` that was filed. */
  readonly requirement: string
  readonly type: string
  /** Null when nobody counted them. */
  readonly pages: number | null
  readonly scan: 'notScanned' | 'waiting' | 'clean' | 'infected'
  readonly at: Instant
}

/** All the office's page knows of a household, read in one question to the database. */
export type OfficeHousehold = {
  readonly id: string
  readonly fileNumber: string
  readonly office: {
    readonly id: string
    readonly regionCode: string
    readonly nameFr: string
    readonly nameEn: string
  }
  readonly people: readonly Member[]
  /** Who was part of it and left. */
  readonly former: readonly { readonly name: string; readonly untilDay: Day }[]
  readonly situations: readonly SituationFacts[]
  /** Of a file that a person closed; null while it is open. */
  readonly closing: Closing | null
  readonly obligations: readonly { month: Month; files: Files; reason: string }[]
  readonly extensions: readonly Extension[]
  /** Every filing, oldest first. */
  readonly filings: readonly OfficeFiling[]
  readonly payments: readonly FilePayment[]
  /** The addresses the viewer may read, the latest first. */
  readonly addresses: readonly {
    readonly street: string
    readonly unit: string | null
    readonly city: string
    readonly postalCode: string
    readonly fromDay: Day
    readonly protected: boolean
  }[]
  /** The address in force is protected, whether the viewer may read it or not. */
  readonly addressProtected: boolean
  readonly frozen: boolean
  /** Applications of its members that this office has. */
  readonly applications: readonly {
    readonly id: string
    readonly receiptNumber: string
    readonly sentAt: Instant
  }[]
  readonly documents: readonly FileDocument[]
}

/** Applications of those who live there, at the viewer's office: a condition of our own before the wall's. */
const ofMembers = `application a where a.sent_at is not null and a.office_id = h.office_id and exists (
  select from application_adult d join household_member m on m.person_id = d.person_id
  where d.application_id = a.id and m.household_id = h.id and m.until_day is null)`

/** What its people gave, whatever way it came. What the office sent them stands with its messages. */
const givenFiles = `
  select d.id, 'documents' as source, d.requirement, d.type, d.pages, d.scan, d.received_at
    from document d left join message w on w.id = d.message_id
    where d.removed_at is null and w.from_staff is null
      and (d.household_id = h.id or d.application_id in (select a.id from ${ofMembers}))
  union all
  select c.id, 'scans', 'paper', c.type, null, c.scan, c.received_at
    from paper_scan c join assisted_session s on s.id = c.assisted_session_id where s.household_id = h.id`

const question = `
select h.id, h.file_number as "fileNumber",
  json_build_object('id', o.id, 'regionCode', o.region_code, 'nameFr', o.name_fr, 'nameEn', o.name_en) as office,
  ${peopleNow(`'name', p.given_name || ' ' || p.family_name, 'language', p.language, 'interpreter', p.interpreter, 'fromDay', m.from_day, `)} as people,
  ${list(
    `'name', p.given_name || ' ' || p.family_name, 'untilDay', m.until_day`,
    'household_member m join person p on p.id = m.person_id where m.household_id = h.id and m.until_day is not null',
    'm.until_day desc, p.id',
  )} as former,
  ${situations} as situations,
  ${closing},
  ${obligations} as obligations,
  ${extensions('e.month >= $3')} as extensions,
  ${list(
    `'id', f.id, 'kind', f.kind, 'month', f.month, 'version', f.version, 'receiptNumber', f.receipt_number,
     'answers', f.answers, 'filedByName', f.filed_by_name, 'filedFor', f.filed_for, 'channel', f.channel,
     'receivedAt', ${instantText('f.received_at')}, 'dueAt', ${instantText('f.due_at')},
     'lateReason', f.late_reason, 'disagrees', exists (select from filing_confirmation k where k.filing_id = f.id and k.answer = 'disagrees')`,
    'filing f where f.household_id = h.id',
    'f.received_at, f.version',
  )} as filings,
  ${list(
    `'filingId', p.filing_id, 'month', p.month, 'totalCents', p.total_cents, 'computedAt', ${instantText('p.computed_at')}`,
    'expected_payment p where p.household_id = h.id and p.month >= $3',
    'p.computed_at, p.id',
  )} as payments,
  ${list(
    `'street', a.street, 'unit', a.unit, 'city', a.city, 'postalCode', a.postal_code, 'fromDay', a.from_day,
     'protected', a.protected`,
    'household_address a where a.household_id = h.id',
    'a.from_day desc',
  )} as addresses,
  address_is_protected(h.id) as "addressProtected",
  is_frozen(h.id) as frozen,
  ${list(
    `'id', a.id, 'sentAt', ${instantText('a.sent_at')}, 'receiptNumber', (select v.receipt_number
       from application_version v where v.application_id = a.id order by v.version desc limit 1)`,
    ofMembers,
    'a.sent_at desc',
  )} as applications,
  ${list(
    `'id', d.id, 'source', d.source, 'requirement', d.requirement, 'type', d.type, 'pages', d.pages,
     'scan', d.scan, 'at', ${instantText('d.received_at')}`,
    `(${givenFiles}) d`,
    'd.received_at desc, d.id',
  )} as documents
from household h join office o on o.id = h.office_id
where h.id = $1 and h.office_id = $2`

/**
 * A household of the viewer's office with all its facts; null when it is another's. `since` is the month from which
 * payments and extensions are read: filings all are, since an income told long ago goes on until it is told otherwise.
 */
export async function readHousehold(
  { sql }: Door,
  viewer: Staff,
  id: string,
  since: Month,
): Promise<OfficeHousehold | null> {
  const [household] = await sql<OfficeHousehold>(question, [id, viewer.officeId, since])
  return household ?? null
}
