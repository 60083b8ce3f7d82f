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
import { promiseOf, type ReplyPromise } from '@/domain/messages/promise'
import type { Office } from '@/domain/offices/office'
import { readEvents, readOtherAdultEvents } from '@/server/application-events'
import { withViewer, type Door } from '@/server/db'
import { readMessages, type Message } from '@/server/mailbox'
import { markRead } from '@/server/messages'
import { officeDirectory } from '@/server/offices'
import type { Applicant } from '@/server/viewer'

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
  /** The answer the office promised to a message. */
  readonly promise: ReplyPromise
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
    const messages = await readOwnMessages(door, viewer)
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
      messages,
      promise: promiseOf(messages, door.now),
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

/** The messages of this adult, the latest first; those of the office are marked as read. */
async function readOwnMessages(door: Door, viewer: Applicant): Promise<Message[]> {
  const { applicationId, adult } = viewer
  const messages = await readMessages(door, { applicationId, adult })
  if (messages.some(({ isNew }) => isNew)) await markRead(door, viewer)
  return messages
}
