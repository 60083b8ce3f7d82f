import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import type { PrintedReminders } from './schema'

/** Reminders were printed: each leaves the list once, and those of another office stay where they are. */
export async function noteRemindersPrinted(call: Call<Staff, PrintedReminders>): Promise<Answer> {
  const { viewer, input, locale } = call
  const letters = (input.letters ?? '').split(' ').filter(isId)
  const printed = await withViewer(viewer, async (door) => {
    const rows = await door.sql<{ id: string; household_id: string }>(
      'select id, household_id from reminder_letters_printed($1::uuid[])',
      [letters],
    )
    for (const { id, household_id: householdId } of rows)
      await record(door, viewer, { act: 'printed', subjectKind: 'letter', subjectId: id, householdId })
    return rows.length
  })
  const note = printed > 0 ? 'printed' : 'gone'
  const to = `${paths.officeReminderLetters(locale)}?note=${note}`
  return { to, status: printed > 0 ? 200 : 404, data: { code: note, printed } }
}
