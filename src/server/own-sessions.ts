import 'server-only'
import { instantOf, type Instant } from '@/domain/calendar'
import { hashOf } from './secrets'
import { anonymousPool, idleMinutes } from './viewer'

/** A living session, as its person recognizes it. */
export type OwnSession = {
  readonly id: string
  /** The families of browser and system; empty when the browser did not say. */
  readonly device: string
  readonly shared: boolean
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly isThis: boolean
}

/** Every living session of whoever holds this one, this one first. */
export async function listOwnSessions(token: string): Promise<OwnSession[]> {
  const { rows } = await anonymousPool().query<{
    id: string
    device: string
    shared: boolean
    started_at: Date
    seen_at: Date
    is_this: boolean
  }>('select * from auth.sessions_of($1, make_interval(mins => $2), make_interval(mins => $3))', [
    hashOf(token),
    idleMinutes.own,
    idleMinutes.shared,
  ])
  return rows.map(({ id, device, shared, started_at, seen_at, is_this }) => ({
    id,
    device,
    shared,
    startedAt: instantOf(started_at),
    seenAt: instantOf(seen_at),
    isThis: is_this,
  }))
}

/** Ends one of the others (null: all of them), and leaves a trace. Says how many ended. */
export async function endOtherSessions(token: string, id: string | null): Promise<number> {
  const { rows } = await anonymousPool().query<{ ended: number }>(
    'select auth.end_session($1, $2) as ended',
    [hashOf(token), id],
  )
  return rows[0]!.ended
}
