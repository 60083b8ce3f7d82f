import 'server-only'
import type { Instant } from '@/domain/calendar'

/**
 * The only place that asks the time. The database's clock decides; this room keeps its last reading and adds the
 * monotonic time since, so that an arrival can be stamped before the database is reached.
 */
const OLDEST_READING_MS = 10_000

type Reading = { database: number; monotonic: number }
/** One for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzeReading?: Reading | undefined }

/** Keeps a fresh reading of the database's clock. Called at every opening of the door. */
export function noteDatabaseTime(now: Instant): void {
  shared.quinzeReading = { database: Date.parse(now), monotonic: performance.now() }
}

/** The instant a request arrived, or null when the last reading is too old: then ask the database. */
export function arrivalFromReading(): Instant | null {
  const reading = shared.quinzeReading
  if (!reading) return null
  const since = performance.now() - reading.monotonic
  return since > OLDEST_READING_MS ? null : (new Date(reading.database + since).toISOString() as Instant)
}

/** Forgets the reading: the demo's clock was moved. */
export function forgetReading(): void {
  shared.quinzeReading = undefined
}

/** The host's time, for what has no database to ask: the build, and public pages while it is away. Decides nothing. */
export function hostTime(): Instant {
  return new Date().toISOString() as Instant
}

/** Milliseconds of this process's life: for ages, which no change of the host's time may touch. */
export function monotonic(): number {
  return performance.now()
}
