import type { Change, Snapshot } from './probe-rows'
import type { Asker } from './probe-world'

/*
 * Whether a viewer may have caused a change at the agents' desk. What arrives opens, ends and brings back tasks of the
 * file it is about, in nobody's name; a member of staff moves the tasks of their office, decides, notes and verifies in
 * their own. Nothing is ever removed, and what was written of a task is never changed.
 */

type Row = Readonly<Record<string, unknown>>

const tables = ['task', 'task_event', 'decision', 'note', 'verification']
export const isOfDesk = (table: string): boolean => tables.includes(table)

/** The tasks of a snapshot, by their identifier. */
export const tasksIn = (snapshot: Snapshot): ReadonlyMap<unknown, Row> =>
  new Map([...snapshot].filter(([key]) => /^(public\.)?task /.test(key)).map(([, row]) => [row['id'], row]))

/** What the machine itself does with a task, when something arrives. */
const ofTheMachine = ['receive', 'close', 'withdraw', 'release']
/** What never changes of a task. */
const fixed = ['id', 'kind', 'household_id', 'application_id', 'subject_id', 'month', 'opened_at']

export function mayHaveMoved(
  asker: Asker,
  route: string,
  { table, before, after }: Change,
  tasks: ReadonlyMap<unknown, Row>,
): boolean {
  if (after === null) return false
  const task = table === 'task' ? after : tasks.get(after['task_id'])
  // A note is of a file: the household's, or the application's, of which there is a task.
  const ofApplication = [...tasks.values()].find((one) => one['application_id'] === after['application_id'])
  const file = table === 'note' && after['application_id'] === null ? after : (task ?? ofApplication)
  if (!file) return false
  // Its moment come, a decision leaves by itself.
  const leaves = table === 'decision' && before !== null && before['left_at'] === null
  if (leaves && String(after['leaves_at']) <= String(after['left_at']))
    return isSame(before, after, ['left_at', 'planned_at', 'notice_again_at'])
  if (table !== 'task' && before !== null) {
    // A decision is seconded or undone; the rest is told once.
    const changes = ['seconded_by', 'seconded_at', 'leaves_at', 'undone_at', 'undone_by']
    return table === 'decision' && isOfOffice(asker, file) && isSame(before, after, changes)
  }
  if (table === 'task' && before !== null && fixed.some((column) => before[column] !== after[column]))
    return false
  // As time goes by, whoever moves the demo's clock.
  if (route === '/api/demo/clock') return file['kind'] === 'missing' && !after['staff_id']
  if (asker.realm === 'staff') {
    const by = after[table === 'decision' ? 'decided_by' : 'staff_id']
    // What they file in a person's place, or ask of a file, opens a task as what the person files.
    const opens = /^\/api\/assisted\/|\/closing$/.test(route) && isByTheMachine(table, after)
    return isOfOffice(asker, file) && (table === 'task' || by === asker.staffId || opens)
  }
  const own = asker.visit
    ? file['application_id'] === asker.visit.applicationId
    : asker.realm === 'citizen' && asker.homes.includes(String(file['household_id']))
  if (table === 'task') return own
  return own && isByTheMachine(table, after)
}

const isByTheMachine = (table: string, after: Row): boolean =>
  table === 'task_event' && after['staff_id'] === null && ofTheMachine.includes(String(after['verb']))

const isOfOffice = (asker: Asker, file: Row): boolean =>
  asker.realm === 'staff' &&
  ['agent', 'supervisor', 'otherAgent'].includes(asker.name) &&
  (file['office_id'] === asker.officeId || asker.homes.includes(String(file['household_id'])))

function isSame(before: Row, after: Row, but: readonly string[]): boolean {
  const kept = (row: Row) =>
    JSON.stringify({ ...row, ...Object.fromEntries(but.map((column) => [column, null])) })
  return kept(before) === kept(after)
}
