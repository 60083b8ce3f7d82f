import 'server-only'
import { agencyClock, type AgencyClock } from '@/domain/application/agency-clock'
import { ownerOf } from '@/domain/application/events'
import {
  maySee,
  missingFor,
  statusOf,
  timelineFor,
  type ApplicationStatus,
  type MissingThing,
  type TimelineLine,
} from '@/domain/application/timeline'
import { instantOf, type Instant } from '@/domain/calendar'
import { eventsOf, type EventRow } from '@/server/application-events'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'

/** An application held open to answer a call: where it stands, and no answer of it. */
export type OpenedApplication = {
  readonly id: string
  readonly receiptNumber: string
  readonly version: number
  readonly sentAt: Instant
  /** When the latest version came. */
  readonly receivedAt: Instant
  readonly officeFr: string
  readonly officeEn: string
  readonly officePhone: string | null
  readonly until: Instant
  readonly status: ApplicationStatus
  readonly clock: AgencyClock
  /** What is missing, of what both adults may know. */
  readonly missing: readonly MissingThing[]
  /** How much is missing that one adult of two alone may know: they see it on their own page. */
  readonly missingOfOne: number
  readonly timeline: readonly TimelineLine[]
}

type Row = {
  receipt_number: string
  version: number
  sent_at: Date
  received_at: Date
  couple: boolean
  office_fr: string
  office_en: string
  office_phone: string | null
  until: Date
  events: readonly EventRow[]
}

/**
 * Reads an application this member of staff holds open, and writes the look in the trail. Null when it is not, or no
 * longer. Whoever of two adults calls is told what both may know.
 */
export async function findOpenedApplication(viewer: Staff, id: string): Promise<OpenedApplication | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<Row>('select * from opened_application($1)', [id])
    if (!row) return null
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'application', subjectId: id, details: { opening: 'call' } },
    })
    const events = eventsOf(row.events)
    const readers = row.couple ? (['applicant', 'spouse'] as const) : (['applicant'] as const)
    const shown = events.filter((event) => readers.every((reader) => maySee(event, reader)))
    const missing = missingFor(events, 'office', door.now).own
    const isShown = ({ kind, subject, of }: MissingThing) =>
      !row.couple || (of === 'household' && (kind !== 'document' || ownerOf(subject) === 'household'))
    return {
      id,
      receiptNumber: row.receipt_number,
      version: row.version,
      sentAt: instantOf(row.sent_at),
      receivedAt: instantOf(row.received_at),
      officeFr: row.office_fr,
      officeEn: row.office_en,
      officePhone: row.office_phone,
      until: instantOf(row.until),
      status: statusOf(events, 'office'),
      clock: agencyClock(events, door.now),
      missing: missing.filter(isShown),
      missingOfOne: missing.filter((thing) => !isShown(thing)).length,
      timeline: timelineFor(shown, 'office'),
    }
  })
}
