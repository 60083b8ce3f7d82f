import 'server-only'
import { minutesBeforeLeaving } from '@/domain/decision/leaving'
import { firstMonth } from '@/domain/decision/taking'
import type { Month } from '@/domain/calendar'
import { readClosingFacts } from '@/server/closings'
import type { Door } from '@/server/db'
import type { FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'

/*
 * What becomes of a decision after it was taken: agreed with by a second person, or taken back while nothing has left.
 * Each is a conditional update: whoever comes second changes nothing and is told so.
 */

/** A second person agrees: it leaves after the delay in which it can still be taken back. */
export async function secondDecision({ sql }: Door, viewer: Staff, task: FoundTask): Promise<boolean> {
  const rows = await sql(
    `update decision set seconded_by = $2, seconded_at = one.now,
       leaves_at = one.now + make_interval(mins => $3)
     from (select app_now() as now) one
     where id = $1 and needs_second and seconded_at is null and undone_at is null and decided_by <> $2
     returning id`,
    [task.decisionId, viewer.staffId, minutesBeforeLeaving],
  )
  return rows.length === 1
}

/**
 * Whether a closing waited so long for a second person that its month begins before the notice is over (ADEL 43223): it is
 * sent back, and decided anew.
 */
export async function isNoticeShort(door: Door, task: FoundTask): Promise<boolean> {
  const closing = task.kind === 'closing' ? await readClosingFacts(door, task.subjectId) : null
  if (!closing) return false
  const [decided] = await door.sql<{ fromMonth: Month | null }>(
    'select from_month as "fromMonth" from decision where id = $1',
    [task.decisionId],
  )
  const first = firstMonth('closing', 'ended', { month: null, now: door.now, closing })
  return Boolean(decided?.fromMonth && first && decided.fromMonth < first)
}

/** Takes back a decision of which nothing has left. False when it has: only another decision changes it. */
export async function takeBackDecision({ sql }: Door, viewer: Staff, task: FoundTask): Promise<boolean> {
  const rows = await sql(
    `update decision set undone_at = app_now(), undone_by = $2
     where id = $1 and undone_at is null and (leaves_at is null or leaves_at > app_now()) returning id`,
    [task.decisionId, viewer.staffId],
  )
  return rows.length === 1
}
