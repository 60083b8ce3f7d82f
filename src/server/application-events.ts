import 'server-only'
import type { Adult } from '@/domain/application/adult'
import {
  documentAnswers,
  eventKinds,
  type ApplicationEvent,
  type DocumentAnswer,
  type EventKind,
} from '@/domain/application/events'
import { instant, instantOf } from '@/domain/calendar'
import type { Door } from './db'

/** An event as the database keeps it; `at` is text when it comes within JSON. */
export type EventRow = {
  readonly at: Date | string
  readonly kind: string
  readonly adult: string | null
  readonly by: string
  readonly details: {
    readonly subject?: unknown
    readonly answer?: unknown
    readonly required?: unknown
    readonly spouseConfirms?: unknown
  }
}

/** An event as the domain reads it. A kind it does not know is left out: an older server may meet a newer one's. */
export function eventsOf(rows: readonly EventRow[]): ApplicationEvent[] {
  return rows.flatMap(({ at, kind, adult, by, details }) => {
    if (!eventKinds.includes(kind as EventKind)) return []
    const { subject, answer, required, spouseConfirms } = details
    return [
      {
        at: typeof at === 'string' ? instant(at) : instantOf(at),
        kind: kind as EventKind,
        by: by === 'staff' ? ('office' as const) : (by as Adult | 'machine'),
        about: (adult as Adult | null) ?? 'household',
        subject: typeof subject === 'string' ? subject : '',
        ...(documentAnswers.includes(answer as DocumentAnswer) ? { answer: answer as DocumentAnswer } : {}),
        ...(Array.isArray(required) ? { required: required.map(String) } : {}),
        ...(typeof spouseConfirms === 'boolean' ? { spouseConfirms } : {}),
      },
    ]
  })
}

/** What a viewer may read of what happened to an application, in order. */
export async function readEvents({ sql }: Door, applicationId: string): Promise<ApplicationEvent[]> {
  return eventsOf(
    await sql<EventRow>(
      `select at, kind, adult, "by", details from application_history where application_id = $1 order by at, id`,
      [applicationId],
    ),
  )
}

/**
 * What the clock needs of the other adult's events: without it, each adult would see another clock. What is theirs alone
 * has a name that says nothing, and is for the clock only.
 */
export async function readOtherAdultEvents({ sql }: Door): Promise<ApplicationEvent[]> {
  const rows = await sql<Omit<EventRow, 'details'> & EventRow['details']>(
    'select at, kind, adult, "by", subject, answer, required from other_adult_events()',
  )
  return eventsOf(
    rows.map(({ subject, answer, required, ...row }) => ({ ...row, details: { subject, answer, required } })),
  )
}
