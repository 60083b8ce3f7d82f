import { type Day, type Instant, startOfDay } from '../calendar'

/*
 * A paper counts from the day it was handed in, not from the day someone types it: what waits on a desk is never the
 * person's delay.
 */

/** How long ago a paper may have been handed in, in days. Older ones are a matter for a supervisor. */
export const oldestPaperDays = 92

/**
 * When a paper handed in on this day is received: at its first instant, so that a limit within that day is kept
 * whatever the hour at which the desk took it.
 */
export function paperReceivedAt(day: Day): Instant {
  return startOfDay(day)
}
