import 'server-only'
import { instantOf, type Day, type Instant, type Month } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import type { GivenReason } from '@/domain/decision/reasons'
import type { TaskKind } from '@/domain/decision/task'
import { withViewer, type Door } from '@/server/db'
import { isId } from '@/server/ids'
import type { Applicant, Citizen } from '@/server/viewer'
import { contestUntil } from './blocks'
import type { NoticeData } from './notice'
import { noticeData, type Source } from './source'

/** A decision in a list. */
export type DecisionLine = {
  readonly id: string
  readonly number: string
  readonly kind: TaskKind
  readonly outcome: Outcome
  readonly month: Month | null
  readonly leftAt: Instant
  readonly contestUntil: Day
}

/** A decision as its page shows it. */
export type DecisionPage = {
  readonly id: string
  readonly data: NoticeData
  /** The decision that replaces it. */
  readonly newer: string | null
}

type Row = {
  id: string
  number: string
  kind: TaskKind
  outcome: Outcome
  month: Month | null
  leaves_at: Date
  reasons: readonly GivenReason[]
}

/** More than anyone receives in years. */
const MOST = 200

/**
 * Own condition, beside the wall: what has left, of the time the person lived there, and what was told in private to
 * its author alone. A representative reads none of the latter. `$1`: memberships, `$2`: the person, or null.
 */
const ofCitizen = `d.undone_at is null and d.leaves_at <= app_now() and (d.person_id is null or d.person_id = $2::uuid)
  and exists (
    select from jsonb_to_recordset($1::jsonb) as m ("householdId" uuid, "fromDay" text, "untilDay" text)
    where m."householdId" = d.household_id
      and to_char(d.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m."fromDay"
      and (m."untilDay" is null or to_char(d.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m."untilDay"))`
const citizenValues = ({ memberships, personId, role }: Citizen) => [
  JSON.stringify(memberships),
  role === 'citizen' ? personId : null,
]
const ofApplicant = `d.undone_at is null and d.leaves_at <= app_now() and d.application_id = $1`

const lineColumns = 'd.id, d.number, d.kind, d.outcome, d.month, d.leaves_at, d.reasons'
const lineOf = ({ leaves_at, reasons, ...row }: Row): DecisionLine => {
  const leftAt = instantOf(leaves_at)
  return { ...row, leftAt, contestUntil: contestUntil({ kind: row.kind, leftAt, reasons }) }
}

/** The decisions about this person's household, the latest first. */
export async function listDecisions(viewer: Citizen): Promise<DecisionLine[]> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Row>(
      `select ${lineColumns} from decision d where ${ofCitizen} order by d.leaves_at desc, d.id desc limit ${MOST}`,
      citizenValues(viewer),
    )
    return rows.map(lineOf)
  })
}

/** The decisions about this application, the latest first. */
export async function listApplicationDecisions(viewer: Applicant): Promise<DecisionLine[]> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Row>(
      `select ${lineColumns} from decision d where ${ofApplicant} order by d.leaves_at desc, d.id desc limit ${MOST}`,
      [viewer.applicationId],
    )
    return rows.map(lineOf)
  })
}

const pageColumns = `d.id, d.number, d.kind, d.outcome, d.month, d.from_month as "fromMonth", d.reasons, d.items, d.benefit,
  d.words, d.leaves_at as "leavesAt", d.wording_version as wording,
  (select r.number from decision r where r.id = d.replaces) as replaces,
  (select r.id from decision r where r.replaces = d.id and r.undone_at is null and r.leaves_at <= app_now()) as newer`
const officeOf = `case when o.id is not null then
  jsonb_build_object('nameFr', o.name_fr, 'nameEn', o.name_en, 'phone', o.phone, 'tollFree', o.toll_free) end as office`

/** A decision by its id, for this person; null when it is not theirs, or has not left. */
export async function findDecision(viewer: Citizen, id: string): Promise<DecisionPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, (door) => readDecision(door, viewer, id))
}

/** The same, in a transaction that is open. */
export async function readDecision({ sql }: Door, viewer: Citizen, id: string): Promise<DecisionPage | null> {
  const [row] = await sql<Source & { newer: string | null }>(
    `select ${pageColumns}, h.file_number as "fileNumber", null as "receiptNumber", ${officeOf}
     from decision d left join household h on h.id = d.household_id left join office o on o.id = h.office_id
     where d.id = $3 and ${ofCitizen}`,
    [...citizenValues(viewer), id],
  )
  return row ? pageOf(row, viewer.name) : null
}

/** A decision by its id, for this adult of the application; null when it is not theirs, or has not left. */
export async function findApplicationDecision(viewer: Applicant, id: string): Promise<DecisionPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, (door) => readApplicationDecision(door, viewer, id))
}

/** The same, in a transaction that is open. */
export async function readApplicationDecision(
  { sql }: Door,
  { applicationId }: Applicant,
  id: string,
): Promise<DecisionPage | null> {
  const [row] = await sql<Source & { newer: string | null }>(
    `select ${pageColumns}, null as "fileNumber", v.receipt_number as "receiptNumber", ${officeOf}
     from decision d join application a on a.id = d.application_id left join office o on o.id = a.office_id
     left join lateral (select receipt_number from application_version where application_id = a.id
       order by version desc limit 1) v on true
     where d.id = $2 and ${ofApplicant}`,
    [applicationId, id],
  )
  return row ? pageOf(row, null) : null
}

function pageOf({ newer, ...source }: Source & { newer: string | null }, name: string | null): DecisionPage {
  return { id: source.id, data: noticeData(source, name), newer }
}
