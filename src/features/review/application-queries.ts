import 'server-only'
import type { Adult } from '@/domain/application/adult'
import { agencyClock, type AgencyClock } from '@/domain/application/agency-clock'
import type { ApplicationEvent, DocumentAnswer } from '@/domain/application/events'
import { readRoute, type Route } from '@/domain/application/routing'
import { missingFor, timelineFor, type Missing, type TimelineLine } from '@/domain/application/timeline'
import { dayOf, instantOf, type Day, type Instant } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { withOpened } from '@/server/application-drafts'
import { readEvents } from '@/server/application-events'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import { readDesk, type FileDesk } from '@/server/file-desk'
import { isId } from '@/server/ids'
import { readMailboxes, type OfficeMailbox } from '@/server/office-mailboxes'
import { officeValues, ofOffice } from '@/server/office-scope'
import type { Staff } from '@/server/viewer'

/** The answers as sent, exactly as typed: the applicant's version, and what the spouse answered themselves. */
export type SentAnswers = {
  readonly applicant: Draft
  /** Null while the spouse did not speak. */
  readonly spouse: Draft | null
}
/** A file that was given. */
export type GivenFile = {
  readonly id: string
  readonly requirement: string
  readonly adult: Adult
  readonly type: string
  readonly pages: number
  readonly scan: 'notScanned' | 'waiting' | 'clean' | 'infected'
  readonly at: Instant
}
/** How one answered a document that is asked for. */
export type AnsweredDocument = {
  readonly requirement: string
  readonly adult: Adult
  readonly answer: DocumentAnswer
  readonly substitute: string | null
  readonly note: string | null
  readonly at: Instant
}

/** One application as the agent reads it. */
export type OfficeApplication = {
  readonly id: string
  readonly receiptNumber: string
  readonly version: number
  readonly signedName: string
  readonly receivedAt: Instant
  readonly sentAt: Instant
  /** The day of the version shown, by which its answers are read. */
  readonly sentOn: Day
  readonly startedAt: Instant
  readonly language: 'fr' | 'en'
  readonly correctionReason: string | null
  readonly urgentNeeds: readonly string[]
  readonly route: Route
  readonly answers: SentAnswers
  readonly clock: AgencyClock
  readonly missing: Missing
  readonly files: readonly GivenFile[]
  readonly answered: readonly AnsweredDocument[]
  readonly timeline: readonly TimelineLine[]
  readonly mailboxes: readonly OfficeMailbox[]
  /** The spouse says that something is not so; only they and the office know. */
  readonly disagreement: { readonly note: string | null; readonly at: Instant } | null
  /** The papers its answers ask for, or that the office asked. */
  readonly asked: readonly string[]
  /** What stands beside it: its tasks, what was verified, the notes, who looked. */
  readonly desk: FileDesk
}

type Row = {
  sent_at: Date
  started_at: Date
  language: 'fr' | 'en'
  urgent: string[]
  routing: unknown
  version_id: string
  receipt_number: string
  version: number
  signed_name: string
  received_at: Date
  correction_reason: string | null
}

/** Opens one application, and writes the look in the trail. Null when it is not this office's. */
export async function findApplication(viewer: Staff, id: string): Promise<OfficeApplication | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<Row>(
      `select a.sent_at, a.started_at, a.language, a.urgent, a.routing, v.id as version_id, v.receipt_number, v.version,
         v.signed_name, v.received_at, v.correction_reason
       from application a join lateral (select * from application_version where application_id = a.id
         order by version desc limit 1) v on true
       where a.id = $3 and ${ofOffice} and a.sent_at is not null`,
      [...officeValues(viewer), id],
    )
    if (!row) return null
    // Before one's own look is among those it shows.
    const desk = await readDesk(door, { applicationId: id })
    await record(door, viewer, { act: 'looked', subjectKind: 'application', subjectId: id })
    const events = await readEvents(door, id)
    return {
      id,
      receiptNumber: row.receipt_number,
      version: row.version,
      signedName: row.signed_name,
      receivedAt: instantOf(row.received_at),
      sentAt: instantOf(row.sent_at),
      sentOn: dayOf(instantOf(row.received_at)),
      startedAt: instantOf(row.started_at),
      language: row.language,
      correctionReason: row.correction_reason,
      urgentNeeds: row.urgent,
      route: readRoute(row.routing),
      answers: await readAnswers(door, id, row.version_id),
      clock: agencyClock(events, door.now),
      missing: missingFor(events, 'office', door.now),
      ...(await readPapers(door, id)),
      timeline: timelineFor(events, 'office'),
      mailboxes: await readMailboxes(door, viewer, { applicationId: id }),
      disagreement: await readDisagreement(door, id),
      asked: askedIn(events),
      desk,
    }
  })
}

/** Every paper that was asked for, by the answers or by a person. */
const askedIn = (events: readonly ApplicationEvent[]): string[] => [
  ...new Set(
    events.flatMap(({ kind, subject, required = [] }) =>
      kind === 'required' ? required : kind === 'documentAsked' ? [subject] : [],
    ),
  ),
]

async function readAnswers({ tx }: Door, applicationId: string, versionId: string): Promise<SentAnswers> {
  const parts = await tx.applicationVersionPart.findMany({ where: { versionId } })
  const word = await tx.applicationConfirmation.findFirst({
    where: { applicationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { answers: true, sealed: true },
  })
  const opened = (of: { readonly answers: unknown; readonly sealed: Uint8Array | null }): Draft =>
    withOpened(of.answers as Draft, of.sealed)
  const applicant = Object.assign({}, ...parts.map(opened)) as Draft
  return { applicant, spouse: word && { ...applicant, ...opened(word) } }
}

async function readPapers({ tx }: Door, applicationId: string) {
  const files = await tx.document.findMany({
    where: { applicationId, messageId: null, removedAt: null },
    select: {
      id: true,
      requirement: true,
      adult: true,
      type: true,
      pages: true,
      scan: true,
      receivedAt: true,
    },
    orderBy: { receivedAt: 'asc' },
  })
  const answered = await tx.documentAnswer.findMany({
    where: { applicationId },
    orderBy: { requirement: 'asc' },
  })
  return {
    files: files.map(
      ({ receivedAt, ...file }) => ({ ...file, at: instantOf(receivedAt) }) as unknown as GivenFile,
    ),
    answered: answered.map(
      ({ requirement, adult, answer, substitute, note, updatedAt }) =>
        ({ requirement, adult, answer, substitute, note, at: instantOf(updatedAt) }) as AnsweredDocument,
    ),
  }
}

async function readDisagreement({ tx }: Door, applicationId: string) {
  const latest = await tx.applicationConfirmation.findFirst({
    where: { applicationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { answer: true, note: true, at: true },
  })
  return latest?.answer === 'disagrees' ? { note: latest.note, at: instantOf(latest.at) } : null
}
