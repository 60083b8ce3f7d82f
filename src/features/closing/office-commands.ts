import 'server-only'
import { readClosing } from '@/domain/decision/closing'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import { forgetStaffForm, keepStaffForm } from '@/server/staff-forms'
import { findTask, moveTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import type { OfficeClosingForm } from './schema'
import { officeTyped } from './typed'

/**
 * Opens the task that closes a file, in the hands of who asks: it is decided there, as any other. A file whose closing was
 * asked already, or that is closed, has no second one. What was typed is kept until it is good.
 */
export async function openClosing(call: Call<Staff, OfficeClosingForm>): Promise<Answer> {
  const { viewer, params, input, locale } = call
  const id = params['id'] ?? ''
  return withViewer(viewer, async (door) => {
    const found = isId(id)
      ? await door.tx.household.findFirst({
          where: { AND: [{ id }, visibleTo.households(viewer)] },
          select: { id: true },
        })
      : null
    if (!found)
      return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
    const to = paths.officeClosing(locale, id)
    const read = readClosing(officeTyped(input), door.now)
    if ('problems' in read) {
      await keepStaffForm(door, viewer, 'closing', id, input)
      return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    }
    const [row] = await door.sql<{ state: string | null }>('select closing_state($1) as state', [id])
    if (row?.state !== 'open') {
      await keepStaffForm(door, viewer, 'closing', id, input)
      return { to, status: 409, data: { code: row?.state ?? 'not-allowed' } }
    }
    const { cause, day, month, toldBy, words } = read.given
    await door.sql(
      `insert into closing_request (household_id, cause, day, month, told_by, words, staff_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, cause, day, month, toldBy, words, viewer.staffId],
    )
    const taskId = await claimed(door, viewer, id)
    await forgetStaffForm(door, viewer, 'closing', id)
    await record(door, viewer, {
      ...{ act: 'asked', subjectKind: 'household', subjectId: id, householdId: id },
      details: { what: 'closing', cause },
    })
    return { to: paths.officeTask(locale, taskId), status: 201, data: { code: 'asked', task: taskId } }
  })
}

/** The task that was just opened by the database, claimed. */
async function claimed(door: Door, viewer: Staff, household: string): Promise<string> {
  const [opened] = await door.sql<{ id: string }>(
    `select id from task where kind = 'closing' and household_id = $1 and ended_at is null
     order by opened_at desc, id desc limit 1`,
    [household],
  )
  const task = opened && (await findTask(door, opened.id))
  if (!task) throw new Error('What closes a file opens a task')
  const moved = await moveTask(door, viewer, task, 'claim', { version: task.version })
  if ('refusal' in moved) throw new Error(`A task that was just opened was refused: ${moved.refusal}`)
  return task.id
}
