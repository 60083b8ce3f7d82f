import 'server-only'
import { closedFrom, closingMonths, readClosing, type ClosingProblem } from '@/domain/decision/closing'
import type { Month } from '@/domain/calendar'
import { record } from '@/server/audit'
import { readClosingFacts, type ToldClosing } from '@/server/closings'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import { findStaffForm } from '@/server/staff-forms'
import type { Staff } from '@/server/viewer'
import { officeClosingSchema, type OfficeClosingForm } from './schema'
import { officeTyped } from './typed'

/** The form that opens the task which closes a file. */
export type OfficeClosingPage = {
  readonly id: string
  readonly fileNumber: string
  readonly state: 'open' | 'asked' | 'closed'
  readonly months: readonly Month[]
  readonly typed: OfficeClosingForm
  readonly problems: readonly ClosingProblem[]
}

/** The page that closes a file of the viewer's office, and a look in the trail. Null of another's. */
export async function findOfficeClosing(viewer: Staff, id: string): Promise<OfficeClosingPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [file] = await door.sql<{ fileNumber: string; state: OfficeClosingPage['state'] }>(
      `select file_number as "fileNumber", closing_state(id) as state from household where id = $1 and office_id = $2`,
      [id, viewer.officeId],
    )
    if (!file) return null
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'household', subjectId: id, householdId: id },
    })
    const kept = await findStaffForm(door, viewer, 'closing', id)
    const typed = officeClosingSchema.parse(kept ?? {})
    const read = kept && readClosing(officeTyped(typed), door.now)
    return {
      ...{ id, ...file, months: closingMonths(door.now) },
      typed,
      problems: read && 'problems' in read ? read.problems : [],
    }
  })
}

/** What was told of a closing, and the first month without assistance were it decided now. */
export type ClosingAbout = ToldClosing & { readonly first: Month }

/** What the task of a closing is about; null when it is not this viewer's to see. */
export async function findClosingAbout(viewer: Staff, subjectId: string): Promise<ClosingAbout | null> {
  return withViewer(viewer, async (door) => {
    const told = await readClosingFacts(door, subjectId)
    return told && { ...told, first: closedFrom(told, door.now) }
  })
}
