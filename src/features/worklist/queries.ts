import 'server-only'
import { awaitedAfter } from '@/domain/application/waiting'
import { dayOf, endOfDay, type Instant } from '@/domain/calendar'
import { taskUrgencies, type TaskKind } from '@/domain/decision/task'
import { businessDaysAfter } from '@/domain/statement/holidays'
import { eventsOf } from '@/server/application-events'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import type { Asked, Cursor } from './asked'
import { handOverStatement, type HandOverRow } from './hand-over'
import type { Colleague, Line, LineRow, OfficeName } from './line'
import { COUNT_LIMIT, PAGE_LENGTH, pageStatement } from './statement'

export type Worklist = {
  readonly now: Instant
  readonly office: OfficeName | null
  readonly lines: readonly Line[]
  /** Where the next page begins; null on the last one. */
  readonly next: Cursor | null
  readonly counts: Counts
  readonly colleagues: readonly Colleague[]
}

/** How many tasks there are; one of more than the limit is said to be more. */
export type Counts = {
  readonly kinds: Readonly<Record<TaskKind, Count>>
  readonly mine: Count
  readonly nobody: Count
  readonly late: Count
  readonly danger: Count
}
export type Count = { readonly count: number; readonly more: boolean }

type PageRow = {
  readonly lines: LineRow[]
  readonly kinds: Record<TaskKind, number>
  readonly mine: number
  readonly nobody: number
  readonly late: number
  readonly danger: number
  readonly office: OfficeName | null
  readonly colleagues: Colleague[]
}

/** Terms that end within this many business days are about to. */
const SOON_BUSINESS_DAYS = 2

/** A page of the tasks one may work on: one statement, with its own condition on the office. */
export async function listTasks(viewer: Staff, asked: Asked): Promise<Worklist> {
  return withViewer(viewer, async ({ sql, now }) => {
    const soon = endOfDay(businessDaysAfter(dayOf(now), SOON_BUSINESS_DAYS))
    const { text, values } = pageStatement(asked, ofStaff(viewer), { now, soon })
    const [row] = await sql<PageRow>(text, values)
    const { lines, kinds, mine, nobody, late, danger, office, colleagues } = row!
    const last = lines.length > PAGE_LENGTH ? lines[PAGE_LENGTH - 1]! : null
    return {
      now,
      office,
      lines: lines.slice(0, PAGE_LENGTH).map(lineOf),
      next: last && { urgency: last.urgency, due: last.due ?? 'infinity', opened: last.opened, id: last.id },
      counts: {
        kinds: Object.fromEntries(
          Object.entries(kinds).map(([kind, count]) => [kind, countOf(count)]),
        ) as Counts['kinds'],
        ...{ mine: countOf(mine), nobody: countOf(nobody), late: countOf(late), danger: countOf(danger) },
      },
      colleagues,
    }
  })
}

/** What someone of the office holds, to be passed on. */
export type HandOver = {
  readonly now: Instant
  readonly who: Colleague
  readonly lines: readonly (Line & { readonly lastAt: Instant | null; readonly lastWords: string | null })[]
  readonly more: boolean
  readonly colleagues: readonly Colleague[]
}

/**
 * What the viewer holds, or what a colleague does, for supervisors and for whoever takes over: what is to do, what waits
 * for whom, until when. Null when nobody of the office is called so.
 */
export async function getHandOver(viewer: Staff, of: string | null): Promise<HandOver | null> {
  const staffId = of ?? viewer.staffId
  if (!isId(staffId)) return null
  return withViewer(viewer, async ({ sql, now }) => {
    const [row] = await sql<HandOverRow>(handOverStatement, [viewer.officeId, staffId])
    const who = row!.colleagues.find(({ id }) => id === staffId)
    if (!who) return null
    return {
      now,
      who,
      lines: row!.lines
        .slice(0, PAGE_LENGTH * 4)
        .map((line) => ({ ...lineOf(line), lastAt: line.lastAt, lastWords: line.lastWords })),
      more: row!.lines.length > PAGE_LENGTH * 4,
      colleagues: row!.colleagues,
    }
  })
}

/** A member of staff without an office has no task: the identifier is nobody's. */
const ofStaff = ({ staffId, officeId, role }: Staff) => ({
  staffId,
  officeId: officeId ?? '00000000-0000-0000-0000-000000000000',
  supervises: role === 'supervisor',
})

const countOf = (found: number): Count => ({ count: Math.min(found, COUNT_LIMIT), more: found > COUNT_LIMIT })

function lineOf(row: LineRow): Line {
  const { urgency, assignedTo, holder, filingKind, filingVersion, urgent, events, ...line } = row
  return {
    ...line,
    urgency: taskUrgencies[urgency]!,
    holder: assignedTo === null ? null : { id: assignedTo, name: holder ?? '' },
    filing: filingKind === null ? null : { kind: filingKind, version: filingVersion ?? 1 },
    urgentNeeds: urgent ?? [],
    awaited: events === null ? 0 : awaitedAfter(eventsOf(events)).length,
  }
}
