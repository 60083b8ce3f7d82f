import 'server-only'
import { instantOf, type Day, type Instant, type Month } from '@/domain/calendar'
import type { ClosingCause, ClosingFacts, ClosingTeller } from '@/domain/decision/closing'
import type { Door } from './db'

/** What was told of a closing, as the office keeps it. */
export type ToldClosing = ClosingFacts & { readonly words: string | null; readonly byPerson: boolean }

/** The closing that a task is about, by its identifier; null when it is not this viewer's to see. */
export async function readClosingFacts({ sql }: Pick<Door, 'sql'>, id: string): Promise<ToldClosing | null> {
  const [row] = await sql<{
    cause: ClosingCause
    day: Day | null
    month: Month | null
    toldBy: ClosingTeller
    words: string | null
    byPerson: boolean
    at: Date
  }>(
    `select cause, day, month, told_by as "toldBy", words, person_id is not null as "byPerson", at
     from closing_request where id = $1`,
    [id],
  )
  if (!row) return null
  const { at, ...told } = row
  return { ...told, askedAt: instantOf(at) }
}

/** What someone of the viewer's household asked, which waits for its decision to leave. */
export type PendingClosing = {
  readonly askedAt: Instant
  readonly month: Month
  /** The given name of who asked; null when the office noted it for them. */
  readonly by: string | null
  /** The viewer's own words: those of the other adult are between them and the office. */
  readonly words: string | null
}

/** The request that waits, of the viewer's own household; null when there is none. */
export async function findPendingClosing({ sql }: Pick<Door, 'sql'>): Promise<PendingClosing | null> {
  const [row] = await sql<{ asked_at: Date; month: Month; given_name: string | null; words: string | null }>(
    'select asked_at, month, given_name, words from closings_of_viewer where pending order by asked_at desc limit 1',
  )
  return row
    ? { askedAt: instantOf(row.asked_at), month: row.month, by: row.given_name, words: row.words }
    : null
}
