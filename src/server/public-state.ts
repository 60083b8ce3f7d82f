import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { instantOf } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import type { NoticeKind } from '@/domain/notices/notice'
import { hostTime, monotonic, noteDatabaseTime } from './clock'
import { isBuilding } from './env'
import { logError } from './log'
import { anonymousPool } from './viewer'

/** A notice that every page shows now. */
export type ShownNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly text: { readonly fr: string; readonly en: string }
  readonly shownUntil: Instant | null
}

/** What every page tells all its readers alike. */
export type PublicState = { readonly now: Instant; readonly notices: readonly ShownNotice[] }

/** All the pages of a process together ask once in so many milliseconds. */
const KEPT_MS = 5_000
/** A page does not wait longer than this for what all readers share. */
const LONGEST_WAIT_MS = 2_000

type Kept = {
  /** The last answer, and when it came on this process's own clock. */
  known?: { readonly state: PublicState; readonly at: number }
  triedAt: number
  asking?: Promise<void> | undefined
}
/** One for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzePublicState?: Kept }

/**
 * What a page needs of the database that is the same for everyone, with its time. The build has none, so it takes the
 * host's time and knows of no notice. A database away, or slow, leaves the last state known, as it has aged since:
 * information must outlive it.
 */
export async function publicState(): Promise<PublicState> {
  if (isBuilding()) return { now: hostTime(), notices: [] }
  const kept = (shared.quinzePublicState ??= { triedAt: -Infinity })
  if (monotonic() - kept.triedAt >= KEPT_MS) {
    kept.asking ??= ask(kept)
    await Promise.race([kept.asking, sleep(LONGEST_WAIT_MS, undefined, { ref: false })])
  }
  if (!kept.known) return { now: hostTime(), notices: [] }
  const { state, at } = kept.known
  const now = instantOf(new Date(Date.parse(state.now) + monotonic() - at))
  return { now, notices: state.notices.filter(({ shownUntil }) => !shownUntil || now < shownUntil) }
}

/** A notice was published or withdrawn by this process: its next page asks again. The others follow within seconds. */
export function askAnew(): void {
  if (shared.quinzePublicState) shared.quinzePublicState.triedAt = -Infinity
}

async function ask(kept: Kept): Promise<void> {
  try {
    kept.known = { state: await read(), at: monotonic() }
  } catch (error) {
    logError('public state', error)
  }
  kept.triedAt = monotonic()
  kept.asking = undefined
}

type Row = { now: Date } & (
  { id: string; kind: NoticeKind; text_fr: string; text_en: string; shown_until: Date | null } | { id: null }
)

async function read(): Promise<PublicState> {
  const { rows } = await anonymousPool().query<Row>({
    name: 'public_state',
    text: `select a.now, n.id, n.kind, n.text_fr, n.text_en, n.shown_until
      from (select app_now() as now) a
        left join service_notice n on n.withdrawn_at is null and n.shown_from <= a.now
          and (n.shown_until is null or n.shown_until > a.now)
      order by n.kind <> 'outage', n.shown_from desc, n.id`,
  })
  const now = instantOf(rows[0]!.now)
  noteDatabaseTime(now)
  const notices = rows.flatMap((row) =>
    row.id === null
      ? []
      : {
          id: row.id,
          kind: row.kind,
          text: { fr: row.text_fr, en: row.text_en },
          shownUntil: row.shown_until && instantOf(row.shown_until),
        },
  )
  return { now, notices }
}
