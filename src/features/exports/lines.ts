import 'server-only'
import { endOfDay, instantOf, startOfDay, type Instant } from '@/domain/calendar'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { Door } from '@/server/db'
import type { Staff } from '@/server/viewer'
import type { AskedTrail, ExportKind } from './schema'

/** What a file holds: its columns, and its lines after one, each with the id it goes on from. */
export type Piece = { readonly id: string; readonly cells: readonly (string | number)[] }
type Asked = {
  readonly kind: ExportKind
  readonly asked: AskedTrail
  readonly askedAt: Instant
  readonly cursor: string | null
}

export const columnsOf = (kind: ExportKind, locale: Locale): string[] => {
  const t = textsOf(locale, 'exports')
  return kind === 'tasks'
    ? (['file', 'kind', 'state', 'opened', 'due', 'agent'] as const).map((column) => t(`column.${column}`))
    : (['at', 'who', 'role', 'office', 'act', 'subject', 'file', 'details'] as const).map((column) =>
        t(`column.${column}`),
      )
}

/** How many lines a file will hold, as it is asked for. */
export async function countLines({ sql }: Door, viewer: Staff, kind: ExportKind, asked: AskedTrail) {
  const { where, values } =
    kind === 'tasks'
      ? { where: 'office_id = $1 and ended_at is null', values: [viewer.officeId] }
      : trailWhere(asked)
  const from = kind === 'tasks' ? 'task' : 'audit'
  const [row] = await sql<{ count: string }>(`select count(*) from ${from} where ${where}`, values)
  return Number(row!.count)
}

/** The next lines of a file, in the order of their identifiers. What came after it was asked for is not in it. */
export async function nextLines(
  door: Door,
  viewer: Staff,
  file: Asked,
  locale: Locale,
  most: number,
): Promise<Piece[]> {
  return file.kind === 'tasks'
    ? taskLines(door, viewer, file, locale, most)
    : trailLines(door, file, locale, most)
}

async function taskLines({ sql }: Door, viewer: Staff, file: Asked, locale: Locale, most: number) {
  const opening = textsOf(locale, 'opening')
  type Row = { id: string; kind: 'statement'; state: 'received'; number: string | null; agent: string | null }
  const rows = await sql<Row & { opened: Date; due: Date | null }>(
    `select t.id, t.kind, t.state, h.file_number as number, t.opened_at as opened, t.due_at as due, c.name as agent
     from task t left join household h on h.id = t.household_id left join office_colleagues() c on c.id = t.assigned_to
     where t.office_id = $1 and t.ended_at is null and t.opened_at <= $2 and ($3::uuid is null or t.id > $3)
     order by t.id limit $4`,
    [viewer.officeId, file.askedAt, file.cursor, most],
  )
  return rows.map(({ id, kind, state, number, agent, opened, due }) => ({
    id,
    cells: [
      number ?? '',
      opening(`kind.${kind}`),
      opening(`stateOf.${state}`),
      formatInstant(instantOf(opened), locale),
      due ? formatInstant(instantOf(due), locale) : '',
      agent ?? '',
    ],
  }))
}

async function trailLines({ sql }: Door, file: Asked, locale: Locale, most: number) {
  const { where, values } = trailWhere(file.asked)
  const place = values.length
  type Row = Record<'id' | 'act' | 'subject' | 'who', string> &
    Record<'role' | 'office' | 'number', string | null> & { at: Date; details: object }
  const rows = await sql<Row>(
    `select id, at, coalesce(staff_name, actor_kind) as who, staff_role as role, office_${locale} as office, act,
       subject_kind as subject, file_number as number, details
     from trail_line where ${where} and at <= $${place + 1} and ($${place + 2}::uuid is null or id > $${place + 2})
     order by id limit $${place + 3}`,
    [...values, file.askedAt, file.cursor, most],
  )
  return rows.map((row) => ({
    id: row.id,
    cells: [
      formatInstant(instantOf(row.at), locale),
      ...[row.who, row.role ?? '', row.office ?? '', row.act, row.subject, row.number ?? ''],
      Object.entries(row.details)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(', '),
    ],
  }))
}

function trailWhere(asked: AskedTrail): { where: string; values: unknown[] } {
  const values: unknown[] = []
  const where = ['true']
  const bound = (condition: string, value: unknown) =>
    where.push(condition.replace('?', `$${values.push(value)}`))
  if (asked.householdId) bound('household_id = ?', asked.householdId)
  if (asked.staffId) bound("actor_kind = 'staff' and actor_id = ?", asked.staffId)
  if (asked.from) bound('at >= ?', startOfDay(asked.from))
  if (asked.until) bound('at <= ?', endOfDay(asked.until))
  return { where: where.join(' and '), values }
}
