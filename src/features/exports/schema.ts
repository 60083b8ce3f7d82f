import { z } from 'zod'
import { parseDay, type Day } from '@/domain/calendar'
import { isId } from '@/server/ids'

export type ExportKind = 'tasks' | 'trail'

/** The kind of file each role may make: the tasks of the office, or the trail. */
export const kindOf = (role: string): ExportKind | null =>
  role === 'supervisor' ? 'tasks' : role === 'auditor' ? 'trail' : null

const typed = z.string().max(60).optional().catch(undefined)
/** A file to make; for the trail, what was searched. */
export const exportSchema = z.object({
  key: typed,
  household: typed,
  staff: typed,
  from: typed,
  until: typed,
})
export type ExportForm = z.infer<typeof exportSchema>

/** What the lines of a file of the trail are bounded by. */
export type AskedTrail = {
  readonly householdId?: string
  readonly staffId?: string
  readonly from?: Day
  readonly until?: Day
}

export function askedOf(form: ExportForm): AskedTrail {
  const [from, until] = [parseDay(form.from ?? ''), parseDay(form.until ?? '')]
  return {
    ...(form.household && isId(form.household) ? { householdId: form.household } : {}),
    ...(form.staff && isId(form.staff) ? { staffId: form.staff } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }
}

export const exportNotes = ['asked', 'gone', 'no-key'] as const
export type ExportNote = (typeof exportNotes)[number]
