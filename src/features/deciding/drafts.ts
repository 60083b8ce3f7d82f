import 'server-only'
import { verbs, type Verb } from '@/domain/decision/transitions'
import type { Door } from '@/server/db'
import type { FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import type { TypedFields } from './typed'

/* The form of a move that was refused, as it was typed: one for each task and member of staff, theirs alone. */

export async function keepTyped(
  { sql }: Door,
  { staffId }: Staff,
  { id }: FoundTask,
  verb: Verb,
  fields: TypedFields,
): Promise<void> {
  await sql(
    `insert into task_draft (task_id, staff_id, verb, fields) values ($1, $2, $3, $4)
     on conflict (task_id, staff_id) do update set verb = excluded.verb, fields = excluded.fields, updated_at = app_now()`,
    [id, staffId, verb, JSON.stringify(fields)],
  )
}

export async function findTyped(
  { sql }: Door,
  { staffId }: Staff,
  taskId: string,
): Promise<{ readonly verb: Verb; readonly fields: TypedFields } | null> {
  const [kept] = await sql<{ verb: string; fields: TypedFields }>(
    'select verb, fields from task_draft where task_id = $1 and staff_id = $2',
    [taskId, staffId],
  )
  const verb = verbs.find((one) => one === kept?.verb)
  return kept && verb ? { verb, fields: kept.fields } : null
}

export async function forgetTyped({ sql }: Door, { staffId }: Staff, { id }: FoundTask): Promise<void> {
  await sql('delete from task_draft where task_id = $1 and staff_id = $2', [id, staffId])
}
