import { addDays, addMonths, dayOf, endOfDay, lastDay, monthOf } from '../calendar'
import type { Day, Instant, Month } from '../calendar'
import { businessDayOnOrBefore, businessDaysBefore } from '../statement/holidays'
import { cutOffDay, paymentDay } from '../statement/payment'
import type { FilingPolicy } from '../statement/policy'

/** One run of a month paid: number 0 is the regular one, those after it are supplementary. */
export type RunDates = {
  readonly month: Month
  readonly number: number
  /** What was received and decided up to this instant, inclusive, is in it. */
  readonly cutOff: Instant
}

/**
 * The runs of a month paid, in order: the regular one at the cut-off of the policy, then what came later, on the business
 * day before the payment and each seven days while the month lasts. Decision of the project; the agency sets its own.
 */
export function runsOf(monthPaid: Month, policies: readonly FilingPolicy[]): readonly RunDates[] {
  const regular = cutOffDay(monthPaid, policies)
  const later: Day[] = []
  let next = businessDaysBefore(paymentDay(monthPaid), 1)
  while (next <= lastDay(monthPaid)) {
    later.push(businessDayOnOrBefore(next))
    next = addDays(next, 7)
  }
  const days = [regular, ...new Set(later.filter((day) => day > regular))]
  return days.map((day, number) => ({ month: monthPaid, number, cutOff: endOfDay(day) }))
}

/** What is known of a run that was begun. `isOver`: it was paid, or there was nothing to pay. */
export type KnownRun = Pick<RunDates, 'month' | 'number'> & { readonly isOver: boolean }

/**
 * The runs to begin at an instant: of the month that is paid and of the next one, the last whose cut-off is past. A
 * supplementary run compares with what was released: it waits for the runs before it, and takes the place of those that
 * were not begun in time.
 */
export function runsToBegin(
  now: Instant,
  known: readonly KnownRun[],
  policies: readonly FilingPolicy[],
): readonly RunDates[] {
  const current = monthOf(dayOf(now))
  return [current, addMonths(current, 1)].flatMap((month) => {
    const begun = known.filter((run) => run.month === month)
    const past = runsOf(month, policies).filter(({ cutOff }) => cutOff < now)
    const [regular] = past
    if (!regular) return []
    if (begun.length === 0) return [regular]
    const last = past.at(-1)!
    const waits = begun.some(({ isOver, number }) => !isOver || number >= last.number)
    return waits ? [] : [last]
  })
}
