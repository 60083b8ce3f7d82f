import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Day, Instant } from '@/domain/calendar'
import { instantOf } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import { isReason, type ReasonCode } from '@/domain/decision/reasons'
import type { TaskKind, TaskState } from '@/domain/decision/task'
import { move as moveOf, verbs, verbsFor, type Refusal, type Verb } from '@/domain/decision/transitions'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import { isId } from '@/server/ids'
import { moversOf, readTask, type FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { aroundOf, namesOf, type Around, type Colleague } from './around'
import { findTyped } from './drafts'
import { readMoveName } from './move-name'
import type { TypedFields } from './typed'

/** Something that happened to a task. */
export type TaskEvent = {
  readonly id: string
  readonly at: Instant
  readonly verb: string
  readonly to: TaskState
  /** Who of the office; null for the person or the machine. */
  readonly by: string | null
  readonly reasons: readonly ReasonCode[]
  readonly words: string | null
  readonly note: string | null
}
export type StandingDecision = {
  readonly id: string
  readonly number: string
  readonly outcome: Outcome
  readonly by: string
  readonly leavesAt: Instant | null
  readonly hasLeft: boolean
  readonly waitsForSecond: boolean
}

/** A task as its panel shows it: where it stands, what can be done with it, what was done. */
export type TaskPanelData = {
  readonly id: string
  readonly kind: TaskKind
  readonly state: TaskState
  readonly version: number
  readonly month: string | null
  readonly subjectId: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly fileNumber: string | null
  readonly until: Day | null
  readonly dueAt: Instant | null
  readonly holder: { readonly name: string; readonly mine: boolean } | null
  readonly verbs: readonly Verb[]
  readonly decision: StandingDecision | null
  readonly events: readonly TaskEvent[]
  /** The move whose form was refused and waits to be put right, with what was typed in it. */
  readonly unfinished: { readonly verb: Verb; readonly fields: TypedFields } | null
  /** Drawn for the forms of the panel. */
  readonly key: string
}

/** What the person moves themselves, and what the machine does. */
const notOffered: readonly Verb[] = ['withdraw', 'receive']

/** The panel of what a page is about, or of a task; null when it opened no task, or not for this office. */
export async function findTaskPanel(
  viewer: Staff,
  about: { readonly subjectId: string } | { readonly id: string },
): Promise<TaskPanelData | null> {
  if (!isId('id' in about ? about.id : about.subjectId)) return null
  return withViewer(viewer, async (door) => {
    const task = await readTask(door, viewer, about)
    return task && panelOf(door, viewer, task, await namesOf(door, task))
  })
}

/** A task on a page of its own, and the look is written in the trail. Null when it is not this office's. */
export async function findTaskPage(viewer: Staff, id: string): Promise<TaskPanelData | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const task = await readTask(door, viewer, { id })
    if (!task) return null
    await look(door, viewer, task)
    return panelOf(door, viewer, task, await namesOf(door, task))
  })
}

export type MovePage = {
  readonly task: TaskPanelData
  readonly verb: Verb
  readonly around: Around
  /** What was typed last and refused; null on a fresh form. */
  readonly typed: TypedFields | null
}

/** The form of a move; null when there is no such task here, `gone` when the move is not possible, and why. */
export async function findMovePage(
  viewer: Staff,
  name: string,
): Promise<MovePage | { readonly gone: TaskPanelData; readonly why: Refusal } | null> {
  const { taskId: id, verb: asked } = readMoveName(name)
  const verb = verbs.find((one) => one === asked)
  if (!isId(id) || !verb) return null
  return withViewer(viewer, async (door) => {
    const task = await readTask(door, viewer, { id })
    if (!task) return null
    await look(door, viewer, task)
    const around = await aroundOf(door, task, verb)
    const panel = await panelOf(door, viewer, task, around.names)
    if (!panel.verbs.includes(verb)) return { gone: panel, why: whyNot(viewer, task, verb) }
    const kept = await findTyped(door, viewer, id)
    return { task: panel, verb, around, typed: kept?.verb === verb ? kept.fields : null }
  })
}

/** Why a move that is not offered cannot be made. */
function whyNot(viewer: Staff, task: FoundTask, verb: Verb): Refusal {
  if (verb === 'undo' && task.hasLeft) return 'alreadyLeft'
  const possible = moveOf(task, { verb, movers: moversOf(viewer, task), given: [] })
  return 'refusal' in possible ? possible.refusal : 'notPossible'
}

async function look(door: Door, viewer: Staff, { id, householdId, applicationId }: FoundTask): Promise<void> {
  await record(door, viewer, {
    act: 'looked',
    ...(applicationId === null
      ? { subjectKind: 'task', subjectId: id }
      : { subjectKind: 'application', subjectId: applicationId }),
    ...(householdId !== null && { householdId }),
  })
}

async function panelOf(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  names: readonly Colleague[],
): Promise<TaskPanelData> {
  const nameOf = (id: string | null) => names.find((one) => one.id === id)?.name ?? null
  const [rest] = await door.sql<Rest>(restOfPanel, [
    task.id,
    task.decisionId,
    task.householdId,
    viewer.staffId,
  ])
  const { decision } = rest!
  return {
    ...{ id: task.id, kind: task.kind, state: task.state, version: task.version, month: task.month },
    ...{ subjectId: task.subjectId, householdId: task.householdId, applicationId: task.applicationId },
    fileNumber: rest!.file_number,
    until: task.until,
    dueAt: rest!.due_at && instantOf(rest!.due_at),
    holder:
      task.assignedTo === null
        ? null
        : { name: nameOf(task.assignedTo) ?? '', mine: task.assignedTo === viewer.staffId },
    verbs: verbsFor(task.kind, task.state, moversOf(viewer, task)).filter(
      (verb) => !notOffered.includes(verb) && !(verb === 'undo' && task.hasLeft),
    ),
    decision: decision && {
      id: task.decisionId!,
      number: decision.number,
      outcome: decision.outcome,
      by: nameOf(decision.decidedBy) ?? '',
      leavesAt: decision.leavesAt === null ? null : instantOf(new Date(decision.leavesAt)),
      hasLeft: task.hasLeft,
      waitsForSecond: decision.needsSecond && decision.secondedBy === null,
    },
    events: rest!.events.map(({ staffId, reasons, at, ...event }) => ({
      ...event,
      at: instantOf(new Date(at)),
      by: nameOf(staffId),
      reasons: reasons.filter(isReason),
    })),
    unfinished: unfinishedIn(rest!),
    key: randomUUID(),
  }
}

function unfinishedIn({ unfinished }: Rest): TaskPanelData['unfinished'] {
  const verb = verbs.find((one) => one === unfinished?.verb)
  return unfinished && verb ? { verb, fields: unfinished.fields } : null
}

type Rest = {
  file_number: string | null
  due_at: Date | null
  unfinished: { verb: string; fields: TypedFields } | null
  decision: {
    number: string
    outcome: Outcome
    decidedBy: string
    needsSecond: boolean
    secondedBy: string | null
    leavesAt: string | null
  } | null
  events: readonly (Omit<TaskEvent, 'by' | 'reasons' | 'at'> & {
    readonly at: string
    readonly staffId: string | null
    readonly reasons: readonly string[]
  })[]
}

/** What stands beside the task on its panel, in one statement. */
const restOfPanel = `
  select t.due_at,
    (select h.file_number from household h where h.id = $3) as file_number,
    (select jsonb_build_object('verb', f.verb, 'fields', f.fields) from task_draft f where f.task_id = t.id and f.staff_id = $4) as unfinished,
    (select jsonb_build_object('number', d.number, 'outcome', d.outcome, 'decidedBy', d.decided_by,
      'needsSecond', d.needs_second, 'secondedBy', d.seconded_by, 'leavesAt', d.leaves_at)
     from decision d where d.id = $2) as decision,
    (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'at', e.at, 'verb', e.verb, 'to', e.to_state,
      'staffId', e.staff_id, 'reasons', e.reasons, 'words', e.words, 'note', e.private_note)
      order by e.at desc, e.id desc), '[]')
     from (select * from task_event where task_id = t.id order by at desc, id desc limit 100) e) as events
  from task t where t.id = $1`
