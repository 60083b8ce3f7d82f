import 'server-only'
import {
  addDays,
  dayOf,
  endOfDay,
  instantOf,
  parseDay,
  startOfDay,
  type Day,
  type Instant,
} from '@/domain/calendar'
import { record } from '@/server/audit'
import { withViewer, type Sql } from '@/server/db'
import type { StaffRole } from '@/server/permissions'
import type { Staff } from '@/server/viewer'
import type { TrailSearch } from './schema'

/** A line of the trail: who did or saw what, of which file. */
export type TrailLine = {
  readonly id: string
  readonly at: Instant
  readonly actorKind: string
  readonly staffName: string | null
  readonly staffRole: StaffRole | 'none' | null
  readonly officeFr: string | null
  readonly officeEn: string | null
  readonly act: string
  readonly subjectKind: string
  readonly fileNumber: string | null
  readonly details: Readonly<Record<string, string | number>>
}
export type StaffName = {
  readonly id: string
  readonly name: string
  readonly role: StaffRole | 'none'
  readonly officeFr: string | null
  readonly officeEn: string | null
}
export type TrailPage = {
  readonly lines: readonly TrailLine[]
  /** The last line shown, when there are more before it. */
  readonly more: string | null
  readonly staff: readonly StaffName[]
  /** The number of the file that was asked for. */
  readonly fileNumber: string | null
}

const PAGE_LENGTH = 50

/** The lines a search asks for, newest first. The search itself is written in the trail; a wrong one asks nothing. */
export async function searchLines(viewer: Staff, search: TrailSearch): Promise<TrailPage> {
  return withViewer(viewer, async (door) => {
    const staff = await door.sql<StaffName>(
      'select id, name, role, office_fr as "officeFr", office_en as "officeEn" from staff_names()',
    )
    if (!search.asked || search.problems.length > 0) return { lines: [], more: null, staff, fileNumber: null }
    const lines = await linesOf(door.sql, search, PAGE_LENGTH + 1)
    await record(door, viewer, {
      act: 'sought',
      subjectKind: 'trail',
      ...(search.householdId ? { householdId: search.householdId } : {}),
      ...(search.staffId ? { subjectId: search.staffId } : {}),
      details: {
        ...(search.from ? { from: search.from } : {}),
        ...(search.until ? { until: search.until } : {}),
      },
    })
    const shown = lines.slice(0, PAGE_LENGTH)
    const fileNumber = search.householdId ? (shown[0]?.fileNumber ?? null) : null
    return { lines: shown, more: lines.length > PAGE_LENGTH ? shown.at(-1)!.id : null, staff, fileNumber }
  })
}

/** The lines of a search, newest first: each condition that is asked for, and no other. */
export async function linesOf(sql: Sql, search: TrailSearch, most: number): Promise<TrailLine[]> {
  const values: unknown[] = []
  const where: string[] = ['true']
  const bound = (condition: (place: string) => string, value: unknown) => {
    values.push(value)
    where.push(condition(`$${values.length}`))
  }
  if (search.householdId) bound((place) => `household_id = ${place}`, search.householdId)
  if (search.staffId) bound((place) => `actor_kind = 'staff' and actor_id = ${place}`, search.staffId)
  if (search.from) bound((place) => `at >= ${place}`, startOfDay(search.from))
  if (search.until) bound((place) => `at <= ${place}`, endOfDay(search.until))
  if (search.before)
    bound((place) => `(at, id) < (select b.at, b.id from audit b where b.id = ${place})`, search.before)
  values.push(most)
  const rows = await sql<Omit<TrailLine, 'at'> & { at: Date }>(
    `select id, at, actor_kind as "actorKind", staff_name as "staffName", staff_role as "staffRole",
       office_fr as "officeFr", office_en as "officeEn", act, subject_kind as "subjectKind",
       file_number as "fileNumber", details
     from trail_line where ${where.join(' and ')} order by at desc, id desc limit $${values.length}`,
    values,
  )
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }))
}

/** Thirty days of a list, ending with the day asked for; with today, when that is none. */
export type Period = { readonly from: Day; readonly until: Day; readonly isLatest: boolean }

/** How many days, and how many lines, a list of looks shows. */
const PERIOD_DAYS = 30
const MOST_LINES = 200

export type CloseLook = {
  readonly id: string
  readonly at: Instant
  readonly staffId: string
  readonly staffName: string
  readonly officeFr: string | null
  readonly officeEn: string | null
  readonly fileNumber: string
  readonly looks: number
  readonly surname: boolean
  readonly address: boolean
}
export type Glass = Omit<CloseLook, 'surname' | 'address'> & {
  readonly reason: 'presentHere' | 'replacing' | 'urgent' | 'other'
  readonly words: string
  /** The state of the task of the file's office. */
  readonly explained: string
}
export type Listed<Line> = {
  readonly period: Period
  readonly lines: readonly Line[]
  readonly more: boolean
}

/** Looks at the file of someone of the same family name, or of the same dwelling. */
export const listCloseLooks = (viewer: Staff, until: string): Promise<Listed<CloseLook>> =>
  listOf<CloseLook>(
    viewer,
    until,
    `select id, at, staff_id as "staffId", staff_name as "staffName", office_fr as "officeFr", office_en as "officeEn",
       file_number as "fileNumber", looks, surname, address from alike_looks($1, $2, $3)`,
    'close',
  )

/** Files opened by breaking the glass, with the reasons given. */
export const listOpenings = (viewer: Staff, until: string): Promise<Listed<Glass>> =>
  listOf<Glass>(
    viewer,
    until,
    `select id, at, staff_id as "staffId", staff_name as "staffName", office_fr as "officeFr", office_en as "officeEn",
       file_number as "fileNumber", looks, reason, words, explained from glass_broken($1, $2, $3)`,
    'openings',
  )

async function listOf<Line extends { readonly at: Instant }>(
  viewer: Staff,
  typed: string,
  text: string,
  list: string,
): Promise<Listed<Line>> {
  return withViewer(viewer, async (door) => {
    const today = dayOf(door.now)
    const asked = parseDay(typed)
    const until = asked && asked < today ? asked : today
    const from = addDays(until, 1 - PERIOD_DAYS)
    const rows = await door.sql<Omit<Line, 'at'> & { at: Date }>(text, [
      startOfDay(from),
      startOfDay(addDays(until, 1)),
      MOST_LINES + 1,
    ])
    await record(door, viewer, { act: 'sought', subjectKind: 'trail', details: { list, from, until } })
    const lines = rows
      .slice(0, MOST_LINES)
      .map((row) => ({ ...row, at: instantOf(row.at) }) as unknown as Line)
    return { period: { from, until, isLatest: until === today }, lines, more: rows.length > MOST_LINES }
  })
}
