import 'server-only'
import { readAdmission, type PreparedAdmission } from '@/server/prepared-admission'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'

/** What an application would make of a household; the look is written. Null when it is not this viewer's to see. */
export async function findAdmission(viewer: Staff, applicationId: string): Promise<PreparedAdmission | null> {
  if (!isId(applicationId)) return null
  return withViewer(viewer, async (door) => {
    const admission = await readAdmission(door, applicationId)
    if (admission) {
      await record(door, viewer, { act: 'looked', subjectKind: 'application', subjectId: applicationId })
    }
    return admission
  })
}
