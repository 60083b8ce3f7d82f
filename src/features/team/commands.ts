import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { findTask, moveTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { chosenTasks, NOBODY, type Reassignment, type TeamNote } from './schema'

/**
 * Gives tasks of the office to one of its members, all at once. One that someone moved meanwhile stays as it is, and
 * is counted apart.
 */
export async function reassign({ viewer, input, locale }: Call<Staff, Reassignment>): Promise<Answer> {
  const from = input.from ?? NOBODY
  const page = paths.teamMember(locale, from)
  const not = (note: TeamNote, status: number): Answer => ({
    to: `${page}?note=${note}`,
    status,
    data: { code: note },
  })
  const tasks = chosenTasks(input.task)
  if (tasks.length === 0) return not('none', 422)
  if (!input.to) return not('nobody-chosen', 422)
  return withViewer(viewer, async (door) => {
    const [colleague] = await door.sql<{ id: string }>(
      'select id from office_colleagues() where id::text = $1',
      [input.to],
    )
    if (!colleague) return not('no-such-colleague', 422)
    let moved = 0
    for (const { id, version } of tasks) {
      const task = await findTask(door, id)
      if (!task || task.officeId !== viewer.officeId || task.assignedTo === colleague.id) continue
      const done = await moveTask(door, viewer, task, 'assign', {
        version,
        given: ['assignee'],
        assignTo: colleague.id,
        details: { to: colleague.id },
      })
      if ('refusal' in done) continue
      moved += 1
      await record(door, viewer, {
        act: 'assigned',
        subjectKind: 'task',
        subjectId: id,
        ...(task.householdId ? { householdId: task.householdId } : {}),
        details: { to: colleague.id },
      })
    }
    const left = tasks.length - moved
    return { to: `${page}?note=moved&moved=${moved}&left=${left}`, data: { code: 'moved', moved, left } }
  })
}
