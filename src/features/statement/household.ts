import 'server-only'
import type { Constraint, FileProgramme } from '@/domain/benefit/situation'
import { type Day, type Instant, parseMonth, startOfDay, type Month } from '@/domain/calendar'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import type { Extension } from '@/domain/statement/deadline'
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
import type { Citizen } from '@/server/viewer'
import type { Draft } from './draft'

/** What a person makes: the statement of a month, or a change reported any day. */
export type StatementKind = 'statement' | 'change'

/** What is kept: a change may be for the office alone. */
export type FilingKind = 'statement' | 'change' | 'privateChange'

/** A filing as kept: the answers, and the names of the adults they speak of, frozen with them. */
export type Filing = {
  readonly id: string
  readonly kind: FilingKind
  readonly month: Month
  readonly version: number
  readonly receiptNumber: string
  readonly answers: FiledAnswers & { readonly adults?: readonly { id: string; name: string }[] }
  readonly digest: string
  readonly key: string
  /** The adult who filed, or for whom their representative did. */
  readonly filedByPerson: string | null
  readonly filedByName: string
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly correctionReason: string | null
  /** Who confirmed it from their own account. */
  readonly confirmedBy: readonly { personId: string; answer: 'agrees' | 'disagrees' }[]
}

export type HouseholdPerson = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly birthDate: Day
  readonly role: 'adult' | 'child'
  readonly constraints: readonly {
    kind: Exclude<Constraint, 'none'>
    fromDay: Day
    untilDay: Day | null
  }[]
}

export type Situation = {
  readonly fromMonth: Month
  readonly programme: FileProgramme
  readonly livesWithParents: boolean
  readonly spouseOfStudent: boolean
  readonly subsidisedDwelling: boolean
  readonly fluctuatingIncome: boolean
  readonly onAssistanceSince: Month
  readonly recoveryCents: number
}

export type KeptDraft = {
  readonly kind: StatementKind
  readonly month: Month
  readonly fields: Draft
  /** Other answers of this person that came at the same moment and were not sent. */
  readonly setAside: readonly Draft[]
  readonly attempted: readonly string[]
  readonly updatedAt: Instant
  /** How many times it was written: what is on a screen says which it shows. */
  readonly version: number
  /** Who of the staff wrote last, with the person; null when it was the person. */
  readonly writtenBy: { readonly staffId: string; readonly name: string } | null
}

/** All a citizen's page knows of their household, read in one question to the database. */
export type Household = {
  readonly id: string
  readonly fileNumber: string
  readonly office: {
    readonly id: string
    readonly regionCode: string
    readonly nameFr: string
    readonly nameEn: string
    readonly phone: string | null
    readonly tollFree: string | null
  }
  readonly people: readonly HouseholdPerson[]
  readonly situations: readonly Situation[]
  /** Of a file that a person closed; null while it is open. */
  readonly closing: Closing | null
  readonly decisions: readonly { month: Month; files: Files; reason: string }[]
  readonly extensions: readonly Extension[]
  /** Every filing this viewer may see, oldest first. */
  readonly filings: readonly Filing[]
  /** The viewer's own drafts. */
  readonly drafts: readonly KeptDraft[]
  /** The other adults who have begun the statement of a month: a first name, never an answer. */
  readonly begunByOthers: readonly { month: Month; givenName: string; updatedAt: Instant }[]
}

/*
 * One statement instead of nine: what a page shows of a household belongs together, and each part is bounded by
 * the household's id here and by row-level security below.
 */
const question = `
select h.id, h.file_number as "fileNumber",
  json_build_object('id', o.id, 'regionCode', o.region_code, 'nameFr', o.name_fr, 'nameEn', o.name_en,
    'phone', o.phone, 'tollFree', o.toll_free) as office,
  ${peopleNow(`'givenName', p.given_name, 'name', p.given_name || ' ' || p.family_name, `)} as people,
  ${situations} as situations,
  ${closing},
  ${obligations} as decisions,
  ${extensions()} as extensions,
  ${list(
    `'id', f.id, 'kind', f.kind, 'month', f.month, 'version', f.version, 'receiptNumber', f.receipt_number,
     'answers', f.answers, 'digest', f.answers_digest, 'key', f.key, 'filedByPerson', coalesce(f.for_person, f.filed_by_person),
     'filedByName', f.filed_by_name, 'receivedAt', ${instantText('f.received_at')}, 'dueAt', ${instantText('f.due_at')},
     'correctionReason', f.correction_reason, 'confirmedBy', ${list(
       `'personId', k.person_id, 'answer', k.answer`,
       'filing_confirmation k where k.filing_id = f.id',
       'k.at',
     )}`,
    `filing f where f.household_id = h.id and f.received_at >= $4 and (f.kind <> 'privateChange'
       or coalesce(f.for_person, f.filed_by_person) = $5 and (f.filed_by_person = $2 or $2 = $5))`,
    'f.received_at, f.version',
  )} as filings,
  ${list(
    `'kind', t.kind, 'month', t.month, 'fields', t.fields - 'setAside',
     'setAside', coalesce(t.fields -> 'setAside', '[]'), 'attempted', t.attempted,
     'updatedAt', ${instantText('t.updated_at')}, 'version', t.version,
     'writtenBy', case when t.written_by_staff is not null then
       json_build_object('staffId', t.written_by_staff, 'name', t.written_by_name) end`,
    'statement_draft t where t.household_id = h.id and t.person_id = $2',
    't.updated_at desc',
  )} as drafts,
  ${list(
    `'month', b.month, 'givenName', b.given_name, 'updatedAt', ${instantText('b.updated_at')}`,
    `drafts_of_others b where b.kind = 'statement' and b.month = any ($3::text[])`,
    'b.updated_at',
  )} as "begunByOthers"
from household h join office o on o.id = h.office_id
where h.id = $1`

/**
 * The viewer's present household with all its facts, or null when they belong to none today. `months` are those
 * for which the page says whether another adult has begun.
 */
export async function findHousehold(
  door: Door,
  viewer: Citizen,
  months: readonly Month[],
): Promise<Household | null> {
  const home = viewer.memberships.find((membership) => membership.untilDay === null)
  if (!home) return null
  // What was filed here before the viewer came is not theirs to read.
  const since = startOfDay(home.fromDay)
  const [household] = await door.sql<Household>(question, [
    home.householdId,
    viewer.actorId,
    months,
    since,
    viewer.personId,
  ])
  return household ?? null
}

/** The month named in an address, or null when it names none. */
export function monthFrom(params: Readonly<Record<string, string | undefined>>): Month | null {
  return parseMonth(params.month ?? '')
}
