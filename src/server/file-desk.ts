import 'server-only'
import type { Instant, Month } from '@/domain/calendar'
import type { Verified, VerificationOutcome } from '@/domain/decision/items'
import type { TaskKind, TaskState } from '@/domain/decision/task'
import type { Verb } from '@/domain/decision/transitions'
import type { Door } from './db'
import type { StaffRole } from './permissions'

/*
 * What stands beside a file on the agent's screen, whatever the page: its tasks with what happened to them and what was
 * verified, what the staff noted, who looked. One statement; row-level security bounds every part of it to the office.
 */

export type DeskTask = {
  readonly id: string
  readonly kind: TaskKind
  readonly subjectId: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly month: Month | null
  readonly state: TaskState
  readonly version: number
  readonly urgency: number
  readonly assignedTo: string | null
  /** The name of who has it. */
  readonly agent: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant | null
  readonly untilDay: string | null
  readonly isOver: boolean
  /** The last word on each item. */
  readonly verified: readonly TaskVerification[]
}
export type TaskVerification = Verified & {
  readonly outcome: VerificationOutcome
  readonly note: string | null
  readonly by: string | null
  readonly at: Instant
}
/** Something that happened to a task. `by` is null when the machine did it. */
export type DeskEvent = {
  readonly id: string
  readonly taskId: string
  readonly at: Instant
  readonly verb: Verb
  readonly to: TaskState
  readonly by: string | null
  readonly words: string | null
  readonly privateNote: string | null
}
export type DeskDecision = {
  readonly id: string
  readonly number: string
  readonly taskId: string
  readonly outcome: string
  readonly at: Instant
  readonly by: string | null
  readonly undone: boolean
  /** Null while it waits for a second person. */
  readonly leavesAt: Instant | null
}
export type DeskNote = {
  readonly id: string
  readonly at: Instant
  readonly by: string | null
  readonly text: string
}
export type DeskLook = {
  readonly id: string
  readonly at: Instant
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  readonly officeFr: string | null
  readonly officeEn: string | null
  readonly subjectKind: string
  readonly subjectId: string | null
}
export type FileDesk = {
  readonly tasks: readonly DeskTask[]
  readonly events: readonly DeskEvent[]
  readonly decisions: readonly DeskDecision[]
  readonly notes: readonly DeskNote[]
  readonly looks: readonly DeskLook[]
}

/** How far each list goes: what is older is found by the trail. */
const MOST = { tasks: 100, events: 200, decisions: 100, notes: 200, looks: 50 }

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const list = (fields: string, from: string) =>
  `(select coalesce(json_agg(json_build_object(${fields}) order by x.place), '[]') from (${from}) x)`

const question = `
with tasks as materialized (
  select t.*, row_number() over (order by t.ended_at desc nulls first, t.urgency, t.opened_at desc, t.id) as place
  from task t where t.household_id = $1 or t.application_id = $2
  order by place limit ${MOST.tasks})
select
  ${list(
    `'id', x.id, 'kind', x.kind, 'subjectId', x.subject_id, 'householdId', x.household_id,
     'applicationId', x.application_id, 'month', x.month, 'state', x.state, 'version', x.version,
     'urgency', x.urgency, 'assignedTo', x.assigned_to, 'agent', name_of_staff(x.assigned_to),
     'openedAt', ${instant('x.opened_at')}, 'dueAt', ${instant('x.due_at')}, 'untilDay', x.until_day,
     'isOver', x.ended_at is not null, 'verified', (select coalesce(json_agg(json_build_object('item', v.item,
       'outcome', v.outcome, 'note', v.note, 'by', name_of_staff(v.staff_id), 'at', ${instant('v.at')})
       order by v.item), '[]') from (select distinct on (item) * from verification where task_id = x.id
         order by item, at desc, id desc) v)`,
    'select * from tasks',
  )} as tasks,
  ${list(
    `'id', x.id, 'taskId', x.task_id, 'at', ${instant('x.at')}, 'verb', x.verb, 'to', x.to_state,
     'by', name_of_staff(x.staff_id), 'words', x.words, 'privateNote', x.private_note`,
    `select e.*, row_number() over (order by e.at desc, e.id desc) as place from task_event e
       where e.task_id in (select id from tasks) order by place limit ${MOST.events}`,
  )} as events,
  ${list(
    `'id', x.id, 'number', x.number, 'taskId', x.task_id, 'outcome', x.outcome, 'at', ${instant('x.decided_at')},
     'by', name_of_staff(x.decided_by), 'undone', x.undone_at is not null, 'leavesAt', ${instant('x.leaves_at')}`,
    `select d.*, row_number() over (order by d.decided_at desc, d.id desc) as place from decision d
       where d.household_id = $1 or d.application_id = $2 order by place limit ${MOST.decisions}`,
  )} as decisions,
  ${list(
    `'id', x.id, 'at', ${instant('x.at')}, 'by', name_of_staff(x.staff_id), 'text', x.text`,
    `select n.*, row_number() over (order by n.at desc, n.id desc) as place from note n
       where n.household_id = $1 or n.application_id = $2 order by place limit ${MOST.notes}`,
  )} as notes,
  ${list(
    `'id', x.id, 'at', ${instant('x.at')}, 'staffId', x.staff_id, 'name', x.name, 'role', x.role,
     'officeFr', x.office_fr, 'officeEn', x.office_en, 'subjectKind', x.subject_kind, 'subjectId', x.subject_id`,
    `select l.*, row_number() over (order by l.at desc, l.id desc) as place
       from looks_at_file($1, $2, ${MOST.looks}) l`,
  )} as looks`

/** What stands beside a household's file, or an application. The caller has checked that the viewer may read it. */
export async function readDesk(
  { sql }: Door,
  of: { readonly householdId: string } | { readonly applicationId: string },
): Promise<FileDesk> {
  const householdId = 'householdId' in of ? of.householdId : null
  const applicationId = 'applicationId' in of ? of.applicationId : null
  const [desk] = await sql<FileDesk>(question, [householdId, applicationId])
  return desk!
}

/** Only what belongs to one subject: the tasks about it, and what happened to them. */
export function deskOf(desk: FileDesk, subjectId: string): FileDesk {
  const tasks = desk.tasks.filter((task) => task.subjectId === subjectId)
  const ids = new Set(tasks.map(({ id }) => id))
  return {
    ...desk,
    tasks,
    events: desk.events.filter(({ taskId }) => ids.has(taskId)),
    decisions: desk.decisions.filter(({ taskId }) => ids.has(taskId)),
  }
}
