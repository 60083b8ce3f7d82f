import 'server-only'
import type { Instant } from '@/domain/calendar'
import { hostTime, monotonic } from './clock'
import { withViewer } from './db'
import { isBuilding } from './env'
import { logError } from './log'

/** What every public page tells all its readers alike. */
export type PublicState = { readonly now: Instant }

/** Every public page is made again each minute: together they ask once in so many milliseconds. */
const KEPT_MS = 5_000

let last: { readonly state: PublicState; readonly readAt: number } | undefined

/**
 * What a public page needs from the database, with its time. The build has none, so it takes the host's time. A
 * database away leaves the last state known: information must outlive it.
 */
export async function publicState(): Promise<PublicState> {
  if (isBuilding()) return { now: hostTime() }
  if (last && monotonic() - last.readAt < KEPT_MS) return last.state
  try {
    const state = await withViewer({ role: 'anonymous' }, async ({ now }) => ({ now }))
    last = { state, readAt: monotonic() }
    return state
  } catch (error) {
    logError('public state', error)
    return last?.state ?? { now: hostTime() }
  }
}
