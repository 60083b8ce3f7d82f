import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import { agencyClock, type AgencyClock } from '@/domain/application/agency-clock'
import { readRoute, type Route } from '@/domain/application/routing'
import {
  missingFor,
  statusOf,
  timelineFor,
  type ApplicationStatus,
  type Missing,
  type TimelineLine,
} from '@/domain/application/timeline'
import { instantOf, type Instant } from '@/domain/calendar'
import type { Office } from '@/domain/offices/office'
import { readEvents, readOtherAdultEvents } from '@/server/application-events'
import { withViewer, type Door } from '@/server/db'
import { officeDirectory } from '@/server/offices'
import type { Applicant } from '@/server/viewer'

/** A message between this adult and the office. */
export type Message = {
  readonly id: string
  readonly fromOffice: boolean
  readonly text: string
  readonly at: Instant
  /** It is read now for the first time. */
  readonly isNew: boolean
}

/** Where an application stands, as one of its adults may know it. */
export type ProgressPage = {
  readonly now: Instant
  readonly adult: Adult
  readonly status: ApplicationStatus
  /** Says for how much it waits, never for what: that is `missing`, which leaves out what concerns the other adult. */
  readonly clock: ClockShown
  readonly missing: Missing
  /** Null before it is sent. */
  readonly sent: {
    readonly version: number
    readonly receiptNumber: string
    readonly office: Office | null
    readonly route: Route
  } | null
  readonly startedAt: Instant
  /** There is another adult, or an invitation for one. */
  readonly couple: boolean
  /** The applicant opened what was sent again, and has not sent it yet. */
  readonly correcting: boolean
  readonly timeline: readonly TimelineLine[]
  readonly messages: readonly Message[]
  /** Drawn for the forms of the page. */
  readonly key: string
}
export type ClockShown = AgencyClock extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'waitsFor'>
    : never
  : never

type Row = {
  started_at: Date
  office_code: string | null
  routing: unknown
  version: number | null
  receipt_number: string | null
  corrects: string | null
  couple: boolean
}

/** Everything of the page where one follows an application. Messages of the office are read by being shown. */
export async function readProgress(viewer: Applicant): Promise<ProgressPage | null> {
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<Row>(
      `select a.started_at, o.code as office_code, a.routing, v.version, v.receipt_number,
         (select d.fields ->> 'corrects' from application_draft d
           where d.application_id = a.id and d.part = 'applicant') as corrects,
         exists (select from application_adult s where s.application_id = a.id and s.adult = 'spouse') as couple
       from application a left join office o on o.id = a.office_id
       left join lateral (select version, receipt_number from application_version where application_id = a.id
         order by version desc limit 1) v on true
       where a.id = $1`,
      [viewer.applicationId],
    )
    if (!row) return null
    const own = await readEvents(door, viewer.applicationId)
    const all = [...own, ...(await readOtherAdultEvents(door))]
    return {
      now: door.now,
      adult: viewer.adult,
      status: statusOf(all, viewer.adult),
      clock: withoutNames(agencyClock(all, door.now)),
      missing: missingFor(all, viewer.adult, door.now),
      sent: sentIn(row),
      startedAt: instantOf(row.started_at),
      couple: row.couple,
      correcting: row.version !== null && row.corrects === String(row.version),
      // Of what happened, only what this adult may read: never what the clock alone was given.
      timeline: timelineFor(own, viewer.adult),
      messages: await readMessages(door, viewer),
      key: randomUUID(),
    }
  })
}

function withoutNames(clock: AgencyClock): ClockShown {
  if (!('waitsFor' in clock)) return clock
  const { waitsFor: _names, ...shown } = clock
  return shown
}

function sentIn({ version, receipt_number, office_code, routing }: Row): ProgressPage['sent'] {
  if (version === null || receipt_number === null) return null
  const office = officeDirectory().offices.find(({ code }) => code === office_code) ?? null
  return { version, receiptNumber: receipt_number, office, route: readRoute(routing) }
}

type MessageRow = { id: string; from_staff: string | null; text: string; at: Date; read_at: Date | null }

/** The messages of this adult, the latest first; those of the office are marked as read. */
async function readMessages({ sql }: Door, { applicationId, adult }: Applicant): Promise<Message[]> {
  const rows = await sql<MessageRow>(
    `with read as (
       update application_message set read_at = app_now()
       where application_id = $1 and adult = $2 and from_staff is not null and read_at is null)
     select id, from_staff, text, at, read_at from application_message
     where application_id = $1 and adult = $2 order by at desc, id desc limit ${MOST_MESSAGES}`,
    [applicationId, adult],
  )
  return rows.map(({ id, from_staff, text, at, read_at }) => ({
    ...{ id, text, at: instantOf(at), fromOffice: from_staff !== null },
    isNew: from_staff !== null && read_at === null,
  }))
}

/** More than anyone exchanges about one application. */
const MOST_MESSAGES = 200
