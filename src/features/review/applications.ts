import 'server-only'
import { agencyClock, type AgencyClock } from '@/domain/application/agency-clock'
import { byPromise } from '@/domain/application/received'
import { readRoute, type Route } from '@/domain/application/routing'
import { awaitedAfter } from '@/domain/application/waiting'
import { instantOf, type Instant } from '@/domain/calendar'
import { eventsOf, type EventRow } from '@/server/application-events'
import type { Door } from '@/server/db'
import type { Staff } from '@/server/viewer'

/** An application the office received, as its list shows it. */
export type ReceivedApplication = {
  readonly id: string
  readonly receiptNumber: string
  readonly version: number
  /** As signed on the latest version. */
  readonly signedName: string
  readonly sentAt: Instant
  /** The needs that cannot wait, as they were told. */
  readonly urgentNeeds: readonly string[]
  readonly urgent: boolean
  readonly route: Route
  /** How many documents required are not there. */
  readonly missing: number
  readonly clock: AgencyClock
}

type Row = {
  id: string
  sent_at: Date
  urgent: string[]
  routing: unknown
  receipt_number: string
  version: number
  signed_name: string
  events: EventRow[]
}

const LIST_LENGTH = 200

/** The events of an application as JSON, their moments as the domain writes them. */
const eventsJson = `
(select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
   'kind', e.kind, 'adult', e.adult, 'by', e."by", 'details', e.details) order by e.at, e.id)
 from application_event e where e.application_id = a.id)`

/**
 * Whose an application is to read, as a condition of our own before the wall's: the office's; and for a supervisor those
 * that wait, at the contact centre, for a person to choose their office. `$1` and `$2` are of `officeValues`.
 */
export const ofOffice = `(a.office_id = $1
  or ($2 and a.office_id in (select o.id from office o where o.kind = 'contactCentre')))`
export const officeValues = ({ officeId, role }: Staff) => [officeId, role === 'supervisor'] as const

/**
 * The applications of the office that are not decided, urgent ones first; one taken back stays a week. One statement,
 * with its own condition on the office.
 */
export async function listApplications(
  { sql, now }: Door,
  viewer: Staff,
): Promise<{ readonly lines: readonly ReceivedApplication[]; readonly more: boolean }> {
  const rows = await sql<Row>(
    `select a.id, a.sent_at, a.urgent, a.routing, v.receipt_number, v.version, v.signed_name, ${eventsJson} as events
     from application a join lateral (select receipt_number, version, signed_name from application_version
       where application_id = a.id order by version desc limit 1) v on true
     where ${ofOffice} and a.sent_at is not null
       and (a.withdrawn_at is null or a.withdrawn_at > app_now() - interval '7 days')
       and not exists (select 1 from application_event d where d.application_id = a.id and d.kind = 'decided')
     order by (a.withdrawn_at is null) desc, (a.urgent <> '{}') desc, a.sent_at limit ${LIST_LENGTH + 1}`,
    officeValues(viewer),
  )
  const lines = rows.slice(0, LIST_LENGTH).map((row): ReceivedApplication => {
    const events = eventsOf(row.events)
    return {
      id: row.id,
      receiptNumber: row.receipt_number,
      version: row.version,
      signedName: row.signed_name,
      sentAt: instantOf(row.sent_at),
      urgentNeeds: row.urgent,
      urgent: row.urgent.length > 0,
      route: readRoute(row.routing),
      missing: awaitedAfter(events).filter(({ kind }) => kind === 'document').length,
      clock: agencyClock(events, now),
    }
  })
  return { lines: lines.sort(byPromise), more: rows.length > LIST_LENGTH }
}
