import 'server-only'
import type { Door } from './db'
import { isCitizen, type Viewer } from './viewer'

/** What is written in the trail. Details are codes and identifiers: never an answer, a name or an amount. */
export type AuditEntry = {
  readonly act:
    | 'looked'
    | 'filed'
    | 'confirmed'
    | 'restored'
    | 'ended'
    | 'assisted'
    | 'printed'
    | 'renewed'
    | 'changed'
    | 'downloaded'
    | 'frozen'
    | 'lifted'
    | 'proved'
    | 'published'
    | 'sent'
    | 'attached'
    | 'withdrawn'
  readonly subjectKind:
    | 'filing'
    | 'household'
    | 'parked'
    | 'mandate'
    | 'person'
    | 'letter'
    | 'accessCode'
    | 'contact'
    | 'notice'
    | 'application'
    | 'document'
  readonly subjectId?: string
  readonly householdId?: string
  readonly details?: Record<string, string | number>
}

/** Who acts, as the trail names them. */
export function actorOf(viewer: Viewer): {
  actorKind: 'applicant' | 'citizen' | 'representative' | 'staff' | 'machine'
  actorId: string | null
} {
  if (isCitizen(viewer)) return { actorKind: viewer.role, actorId: viewer.actorId }
  if (viewer.role === 'applicant') return { actorKind: 'applicant', actorId: viewer.applicationId }
  if ('staffId' in viewer) return { actorKind: 'staff', actorId: viewer.staffId }
  return { actorKind: 'machine', actorId: null }
}

/** Adds a line to the trail, in the transaction of what it tells. The table is insert-only: nothing is read back. */
export async function record({ tx }: Door, viewer: Viewer, entry: AuditEntry): Promise<void> {
  await tx.audit.createMany({ data: [{ ...actorOf(viewer), ...entry }] })
}
