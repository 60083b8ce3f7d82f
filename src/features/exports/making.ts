import 'server-only'
import { instantOf } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { CSV_START, csvLine } from '@/server/csv'
import { withViewer } from '@/server/db'
import { logError } from '@/server/log'
import type { Staff } from '@/server/viewer'
import { columnsOf, nextLines } from './lines'
import type { AskedTrail, ExportKind } from './schema'

/** How many lines are written at once: each piece is its own short transaction, and is counted when it is kept. */
const PIECE_LENGTH = 500

/** Makes a file to its end, piece by piece, after the page has answered. A file left half made goes on where it was. */
export function makeInBackground(viewer: Staff, id: string): void {
  const whole = async () => {
    while ((await makePiece(viewer, id)) === 'more');
  }
  whole().catch((error: unknown) => logError('export', error))
}

type Row = {
  kind: ExportKind
  asked: AskedTrail
  language: Locale
  rows_done: number
  cursor: string | null
  asked_at: Date
}

/** Adds the next piece. `done` when there is none left, or when another is making it now. */
export async function makePiece(viewer: Staff, id: string): Promise<'more' | 'done'> {
  return withViewer(viewer, async (door) => {
    const [file] = await door.sql<Row>(
      `select kind, asked, language, rows_done, cursor, asked_at from export
       where id = $1 and staff_id = $2 and ended_at is null for update skip locked`,
      [id, viewer.staffId],
    )
    if (!file) return 'done'
    const { kind, asked, language, cursor, rows_done: before } = file
    const askedAt = instantOf(file.asked_at)
    const lines = await nextLines(door, viewer, { kind, asked, askedAt, cursor }, language, PIECE_LENGTH)
    const head = before === 0 ? CSV_START + csvLine(columnsOf(kind, language)) : ''
    const text = head + lines.map(({ cells }) => csvLine(cells)).join('')
    const more = lines.length === PIECE_LENGTH
    if (text !== '')
      await door.sql('insert into export_piece (export_id, place, text) values ($1, $2, $3)', [
        id,
        before,
        text,
      ])
    await door.sql(
      `update export set rows_done = rows_done + $2, cursor = coalesce($3, cursor),
         ended_at = case when $4 then null else app_now() end where id = $1 and staff_id = $5`,
      [id, lines.length, lines.at(-1)?.id ?? null, more, viewer.staffId],
    )
    return more ? 'more' : 'done'
  })
}
