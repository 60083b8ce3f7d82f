import { addDays, atTime, dayOf, daysBetween, type Day, type Instant } from '../calendar'
import type { Channel, NotifyBy } from './way'

/*
 * When someone is reminded of a statement that did not come, and by which way. Product decision (10, 5 and 1 days before
 * the limit, on the day, and once after), not law.
 */

export const moments = ['letter', 'tenDays', 'fiveDays', 'oneDay', 'today', 'after', 'extended'] as const
export type Moment = (typeof moments)[number]

/** How many days before the limit each reminder begins; each lasts until the next one. */
const begins: readonly (readonly [Moment, number])[] = [
  ['tenDays', 10],
  ['fiveDays', 5],
  ['oneDay', 1],
  ['today', 0],
]
/** A reminder after the limit is sent in these days, or not at all. */
const DAYS_AFTER = 5

/** The reminder a day calls for, by the day of the limit; null when it is too early, or too late. */
export function momentOn(today: Day, dueDay: Day): Moment | null {
  const left = daysBetween(today, dueDay)
  if (left < 0) return -left <= DAYS_AFTER ? 'after' : null
  return begins.findLast(([, days]) => left <= days)?.[0] ?? null
}

/** A letter takes days to arrive: it is written from so many days before the limit, and no more once so few are left. */
const LETTER_DAYS = { first: 14, last: 6 }

/** Whether a letter may still be of use, by the day of the limit. Decision of the project. */
export function isDayForLetters(today: Day, dueDay: Day): boolean {
  const left = daysBetween(today, dueDay)
  return left <= LETTER_DAYS.first && left >= LETTER_DAYS.last
}

/** Whether someone is reminded by mail: it is their wish, or nothing else reached them. */
export const isRemindedByMail = (notifyBy: NotifyBy, isUnreached: boolean): boolean =>
  notifyBy === 'letter' || (notifyBy !== 'none' && isUnreached)

/** Nobody is woken up: minutes of the day between which a reminder may leave, in Québec's time. */
const FROM = 8 * 60
const UNTIL = 20 * 60

/** The first moment from now on at which a reminder may leave. */
export function humaneFrom(now: Instant): Instant {
  const today = dayOf(now)
  if (now < atTime(today, FROM)) return atTime(today, FROM)
  return now < atTime(today, UNTIL) ? now : atTime(addDays(today, 1), FROM)
}

/** The time someone has to read a reminder before it counts as unread. Decision of the project. */
const HOURS_TO_READ = 12

/**
 * By which of the ways known someone is reminded: their own; and the other as well, when a reminder of this month was sent
 * in time and they did not come since. Whoever chose letters has none of them.
 */
export function remindedBy(
  known: readonly Channel[],
  notifyBy: NotifyBy,
  lastReminder: Instant | null,
  lastSeen: Instant | null,
  now: Instant,
): Channel[] {
  if (notifyBy === 'letter') return []
  const isUnread =
    lastReminder !== null &&
    Date.parse(now) - Date.parse(lastReminder) >= HOURS_TO_READ * 3_600_000 &&
    (lastSeen === null || lastSeen < lastReminder)
  return known.filter((channel) => channel === notifyBy || isUnread)
}
