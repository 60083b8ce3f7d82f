import {
  isOver,
  taskKinds,
  taskStates,
  taskUrgencies,
  type TaskKind,
  type TaskState,
  type TaskUrgency,
} from '@/domain/decision/task'
import type { FileProgramme } from '@/domain/benefit/situation'

/** What is asked of the worklist, and how: all of it stands in the address, so that it can be kept and passed on. */
export type Asked = {
  readonly kind: TaskKind | null
  readonly state: TaskState | null
  readonly whose: Whose
  readonly why: TaskUrgency | null
  readonly due: Due | null
  readonly programme: FileProgramme | null
  readonly sort: Sort
  readonly columns: readonly Column[]
  /** The last line of the page before; null on the first page. */
  readonly after: Cursor | null
}

export const whoses = ['all', 'mine', 'nobody'] as const
export type Whose = (typeof whoses)[number]
/** Past its term, or about to be. */
export const dues = ['late', 'soon'] as const
export type Due = (typeof dues)[number]
/** Urgency, then term, then age; or age alone; or the term first. */
export const sorts = ['order', 'age', 'term'] as const
export type Sort = (typeof sorts)[number]
export const columns = ['file', 'programme', 'received', 'due', 'state', 'holder'] as const
export type Column = (typeof columns)[number]
const usual: readonly Column[] = ['file', 'received', 'due', 'state']

/** Where a page ends: what the order depends on. `due` is `infinity` when nothing is due. */
export type Cursor = {
  readonly urgency: number
  readonly due: string
  readonly opened: string
  readonly id: string
}

export const programmes = [
  'socialAssistance',
  'socialSolidarity',
  'basicIncome',
] as const satisfies readonly FileProgramme[]
export const livingStates = taskStates.filter((state) => !isOver(state))

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an address asks; what it says that we do not know is not asked. */
export function askedIn(query: Query): Asked {
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(query, name) ? query[name] : undefined
    return typeof value === 'string' ? [value] : (value ?? [])
  }
  const one = <Known extends string>(name: string, known: readonly Known[]): Known | null =>
    known.find((value) => value === all(name)[0]) ?? null
  const chosen = columns.filter((column) => all('col').includes(column))
  return {
    kind: one('kind', taskKinds),
    state: one('state', livingStates),
    whose: one('whose', whoses) ?? 'all',
    why: one('why', taskUrgencies),
    due: one('due', dues),
    programme: one('programme', programmes),
    sort: one('sort', sorts) ?? 'order',
    columns: chosen.length > 0 ? chosen : usual,
    after: cursorIn(all('after')[0] ?? ''),
  }
}

/** The same as fields of an address; what goes without saying is left out. */
export function fieldsOf(asked: Asked): Record<string, string | readonly string[]> {
  const said = (value: string | null, unless: string | null = null) => (value === unless ? '' : (value ?? ''))
  const isUsual = asked.columns.join() === usual.join()
  return {
    kind: said(asked.kind),
    state: said(asked.state),
    whose: said(asked.whose, 'all'),
    why: said(asked.why),
    due: said(asked.due),
    programme: said(asked.programme),
    sort: said(asked.sort, 'order'),
    col: isUsual ? [] : asked.columns,
    after: asked.after ? cursorText(asked.after) : '',
  }
}

/** Whether anything is sorted out: an empty list then says so. */
export const isNarrowed = ({ kind, state, whose, why, due, programme }: Asked): boolean =>
  [kind, state, why, due, programme].some((one) => one !== null) || whose !== 'all'

const instants = String.raw`20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const cursors = new RegExp(
  `^(\\d)_(infinity|${instants})_(${instants})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
)

const cursorText = ({ urgency, due, opened, id }: Cursor): string => `${urgency}_${due}_${opened}_${id}`

function cursorIn(text: string): Cursor | null {
  const found = cursors.exec(text)
  if (!found) return null
  const [, urgency, due, opened, id] = found as unknown as [string, string, string, string, string]
  // The 30th of February is in March: the database would refuse to read it.
  const moment = (of: string) => (Number.isNaN(Date.parse(of)) ? null : new Date(of).toISOString())
  const [dueAt, openedAt] = [due === 'infinity' ? due : moment(due), moment(opened)]
  return dueAt && openedAt ? { urgency: Number(urgency), due: dueAt, opened: openedAt, id } : null
}
