import 'server-only'
import type { Door } from './db'
import { isCitizen, type Viewer } from './viewer'

/** What is done, by the codes the trail keeps. Those that only the database writes stand in its migrations. */
export const auditActs = [
  'looked',
  'filed',
  'confirmed',
  'restored',
  'ended',
  'assisted',
  'printed',
  'renewed',
  'changed',
  'downloaded',
  'frozen',
  'lifted',
  'proved',
  'published',
  'sent',
  'attached',
  'withdrawn',
  'moved',
  'prepared',
  'wrote',
  'noted',
  'verified',
  'sought',
  'assigned',
  'asked',
  'granted',
  'refused',
  'extended',
  'answered',
  'recorded',
] as const
/** What it is done to. */
export const auditSubjects = [
  'filing',
  'household',
  'parked',
  'mandate',
  'person',
  'letter',
  'accessCode',
  'contact',
  'notice',
  'application',
  'document',
  'task',
  'review',
  'message',
  'assisted',
  'scan',
  'trail',
  'export',
  'proposal',
  'privacyRequest',
  'incident',
] as const

/** What is written in the trail. Details are codes and identifiers: never an answer, a name or an amount. */
export type AuditEntry = {
  readonly act: (typeof auditActs)[number]
  readonly subjectKind: (typeof auditSubjects)[number]
  readonly subjectId?: string
  readonly householdId?: string
  readonly details?: Record<string, string | number>
}

/** Who acts, as the trail names them. */
export function actorOf(viewer: Viewer): {
  actorKind: 'applicant' | 'citizen' | 'representative' | 'staff' | 'machine'
  actorId: string | null
} {
  if (isCitizen(viewer) && viewer.assisted) return { actorKind: 'staff', actorId: viewer.assisted.staffId }
  if (isCitizen(viewer)) {
    return {
      actorKind: viewer.role === 'representative' ? 'representative' : 'citizen',
      actorId: viewer.actorId,
    }
  }
  if (viewer.role === 'applicant') return { actorKind: 'applicant', actorId: viewer.applicationId }
  if ('staffId' in viewer) return { actorKind: 'staff', actorId: viewer.staffId }
  return { actorKind: 'machine', actorId: null }
}

/**
 * Adds a line to the trail, in the transaction of what it tells. The table is insert-only: nothing is read back. Plain
 * SQL: every page of a file writes a line, and Prisma took longer over it than over the page.
 */
export async function record({ sql }: Pick<Door, 'sql'>, viewer: Viewer, entry: AuditEntry): Promise<void> {
  const { actorKind, actorId } = actorOf(viewer)
  const { act, subjectKind, subjectId = null, householdId = null, details = {} } = entry
  await sql(
    `insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [actorKind, actorId, act, subjectKind, subjectId, householdId, JSON.stringify(details)],
  )
}
