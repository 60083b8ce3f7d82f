import { addDays, dayOf, endOfDay, later, type Instant } from '../calendar'
import { businessDayOnOrAfter } from './holidays'

/** A time during which people could not file (`portal`), or could not sign in to do it (`signIn`). */
export type Interruption = {
  readonly kind: 'portal' | 'signIn'
  readonly from: Instant
  /** Exclusive: at this instant it was over. */
  readonly until: Instant
}

/** An interruption this long, in the last day before a limit, gives everyone more time. Minutes, all of them together. */
export const LONG_MINUTES = 30
const LAST_DAY_MINUTES = 24 * 60
/** In the last hours, any interruption does: whoever came then may have had no other moment. */
const LAST_HOURS_MINUTES = 2 * 60

const minutes = (count: number) => count * 60_000

/**
 * The limit everyone has after the interruptions that came before it: the end of the next business day after the day it
 * was on, or after the day the service came back when that is later. Null when the limit stands.
 *
 * Thirty minutes or more in the last 24 hours before the limit, or any in the last two. Being unable to sign in counts as
 * being unable to file, and two at once count once. Decision of the project: the law knows only that whoever could not
 * file in time is not to blame (rules.md, reasonable cause).
 *
 * @param limit inclusive; the regular one, or the one given to everyone already: it may be lost in its turn
 */
export function limitAfter(limit: Instant, interruptions: readonly Interruption[]): Instant | null {
  const end = Date.parse(limit)
  const before = interruptions.filter(({ from }) => Date.parse(from) <= end)
  const lastDay = lengthWithin(before, end - minutes(LAST_DAY_MINUTES), end)
  const lastHours = lengthWithin(before, end - minutes(LAST_HOURS_MINUTES), end)
  if (lastDay < minutes(LONG_MINUTES) && lastHours === 0) return null
  const back = before.reduce<Instant>((last, { until }) => later(last, until), limit)
  return endOfDay(businessDayOnOrAfter(addDays(dayOf(back), 1)))
}

/** How long people could not file between two moments, in milliseconds. */
function lengthWithin(interruptions: readonly Interruption[], from: number, until: number): number {
  const parts = interruptions
    .map((one) => ({
      from: Math.max(from, Date.parse(one.from)),
      until: Math.min(until, Date.parse(one.until)),
    }))
    .filter((part) => part.until > part.from)
    .sort((one, other) => one.from - other.from)
  let [length, reached] = [0, from]
  for (const part of parts) {
    length += Math.max(0, part.until - Math.max(part.from, reached))
    reached = Math.max(reached, part.until)
  }
  return length
}
