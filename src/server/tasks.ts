import 'server-only'
import type { Outcome } from '@/domain/decision/outcomes'
import type { TaskKind, TaskState } from '@/domain/decision/task'
import { move, type Mover, type Need, type Refusal, type Verb } from '@/domain/decision/transitions'
import { isOver } from '@/domain/decision/task'
import type { Day } from '@/domain/calendar'
import { mayAnswerReview, type Deciders } from '@/domain/decision/review'
import type { Door } from './db'
import type { Staff } from './viewer'

/** A task as a command finds it. */
export type FoundTask = {
  readonly id: string
  readonly kind: TaskKind
  readonly state: TaskState
  readonly version: number
  readonly officeId: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly subjectId: string
  readonly month: string | null
  readonly assignedTo: string | null
  /** Until when it waits, or is held. */
  readonly until: Day | null
  /** Who took the decision that stands, if one does; what it comes to; and whether it has left. */
  readonly decisionId: string | null
  readonly decidedBy: string | null
  readonly outcome: Outcome | null
  readonly hasLeft: boolean
  /** Of a review: who took the decision it is about, and who agreed to it. They never answer it. */
  readonly reviewed?: Deciders | null
}

/** What goes with a move. */
export type MoveDetails = {
  /** The version that was on the screen: another one means that someone moved it meanwhile. */
  readonly version: number
  readonly given?: readonly Need[]
  readonly needsSecond?: boolean
  readonly assignTo?: string | null
  readonly until?: Day
  readonly reasons?: readonly string[]
  readonly words?: string
  readonly privateNote?: string
  readonly details?: Readonly<Record<string, unknown>>
  /** The key of the form it came with: sent twice, it is one move. */
  readonly key?: string
}

export type Moved =
  | { readonly to: TaskState; readonly version: number; readonly tells: 'nobody' | 'message' | 'decision' }
  | { readonly refusal: Refusal }

const columns = `
  t.id, t.kind, t.state, t.version, t.office_id as "officeId", t.household_id as "householdId",
  t.application_id as "applicationId", t.subject_id as "subjectId", t.month, t.assigned_to as "assignedTo",
  t.until_day as until, d.id as "decisionId", d.decided_by as "decidedBy", d.outcome,
  coalesce(d.leaves_at <= app_now(), false) as "hasLeft",
  (select json_build_object('decidedBy', d.decided_by, 'secondedBy', d.seconded_by)
    from review_request r join decision d on d.id = r.decision_id
    where t.kind = 'review' and r.id = t.subject_id) as reviewed
  from task t left join lateral (select d.* from decision d where d.task_id = t.id and d.undone_at is null
    and not exists (select from decision r where r.replaces = d.id and r.undone_at is null)
    order by d.decided_at desc limit 1) d on true`

/** The task, locked for this transaction; null when it is not this viewer's to see. */
export async function findTask({ sql }: Door, id: string): Promise<FoundTask | null> {
  const [row] = await sql<FoundTask>(`select ${columns} where t.id = $1 for update of t`, [id])
  return row ?? null
}

/**
 * The task by its own identifier, or the latest by what it is about, to be shown: nothing is locked. Null when it is not
 * this viewer's to see.
 */
export async function readTask(
  { sql }: Door,
  { officeId, role }: Staff,
  about: { readonly id: string } | { readonly subjectId: string },
): Promise<FoundTask | null> {
  const [row] = await sql<FoundTask>(
    `select ${columns} where ${'id' in about ? 't.id' : 't.subject_id'} = $1 and (t.office_id = $2
       or ($3 and t.office_id in (select o.id from office o where o.kind = 'contactCentre')))
     order by t.ended_at is not null, t.opened_at desc limit 1`,
    ['id' in about ? about.id : about.subjectId, officeId, role === 'supervisor'],
  )
  return row ?? null
}

/** Whom this member of staff is to the task (`domain/decision/transitions.ts`). */
export function moversOf(
  viewer: Staff,
  task: Pick<FoundTask, 'assignedTo' | 'decidedBy' | 'reviewed'>,
): Mover[] {
  if (viewer.role !== 'agent' && viewer.role !== 'supervisor') return []
  const isSupervisor = viewer.role === 'supervisor'
  // Who decided does nothing with its review, were it a supervisor: anyone else of the office may claim it.
  if (task.reviewed && !mayAnswerReview(viewer.staffId, task.reviewed)) return []
  const movers: Mover[] = ['agent']
  if (task.assignedTo === null || task.assignedTo === viewer.staffId) movers.push('holder')
  if (isSupervisor) movers.push('supervisor')
  if (task.decidedBy !== null && task.decidedBy !== viewer.staffId) movers.push('second')
  if (isSupervisor || task.decidedBy === viewer.staffId) movers.push('author')
  return movers
}

/**
 * Moves a task by a named transition, in the caller's transaction: a conditional update where the version is still the
 * one that was seen, and the event that tells it. A move made meanwhile by another refuses this one.
 */
export async function moveTask(
  { sql }: Door,
  viewer: Staff,
  task: FoundTask,
  verb: Verb,
  with_: MoveDetails,
): Promise<Moved> {
  if (task.version !== with_.version) return { refusal: 'alreadyMoved' }
  const moved = move(task, {
    verb,
    movers: moversOf(viewer, task),
    given: with_.given ?? [],
    proposed: task.outcome,
    ...(with_.needsSecond === undefined ? {} : { needsSecond: with_.needsSecond }),
  })
  if ('refusal' in moved) return moved
  if (with_.assignTo && task.reviewed && !mayAnswerReview(with_.assignTo, task.reviewed)) {
    return { refusal: 'notYours' }
  }
  const assigned =
    verb === 'release'
      ? null
      : (with_.assignTo ?? (moved.to === 'received' ? null : (task.assignedTo ?? viewer.staffId)))
  const [written] = await sql<{ version: number }>(
    `with moved as (
       update task set state = $3, version = version + 1, assigned_to = $4, until_day = $5, changed_at = app_now(),
         ended_at = case when $6 then app_now() end
       where id = $1 and version = $2 returning id, version),
     told as (
       insert into task_event (task_id, verb, from_state, to_state, staff_id, reasons, details, words, private_note, key)
       select id, $7, $8, $3, $9, $10, $11, $12, $13, $14 from moved)
     select version from moved`,
    [
      task.id,
      task.version,
      moved.to,
      verb === 'claim' ? viewer.staffId : assigned,
      // Given to another, what waits goes on waiting.
      with_.until ?? (moved.to === task.state ? task.until : null),
      isOver(moved.to),
      verb,
      task.state,
      viewer.staffId,
      [...(with_.reasons ?? [])],
      JSON.stringify(with_.details ?? {}),
      with_.words ?? null,
      with_.privateNote ?? null,
      with_.key ?? null,
    ],
  )
  if (!written) return { refusal: 'alreadyMoved' }
  return { to: moved.to, version: written.version, tells: moved.row.tells }
}
