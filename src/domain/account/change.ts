import { addMonths, dayOf, monthOf } from '../calendar'
import type { Day, Instant, Month } from '../calendar'
import { paymentDay } from '../statement/payment'

/*
 * A change of where money or letters go waits until after the next payment, so that whoever is robbed of a session
 * has the time to read the notice and stop it. Nothing moves by itself: what is in force is derived.
 */
export type Change = {
  readonly askedAt: Instant
  readonly takesEffectMonth: Month
  readonly cancelledAt: Instant | null
}

/** The month of the next payment: the first whose day has not passed. On the day itself, still that one. */
export function nextPaymentMonth(today: Day): Month {
  let month = monthOf(today)
  while (paymentDay(month) < today) month = addMonths(month, 1)
  return month
}

/** The first month paid under a change asked at an instant: the one after the next payment. */
export function takesEffect(askedAt: Instant): Month {
  return addMonths(nextPaymentMonth(dayOf(askedAt)), 1)
}

/** Whether a change can still be stopped: the payment before its month has not been made. */
export function isWaiting(change: Change, today: Day): boolean {
  return change.cancelledAt === null && change.takesEffectMonth > nextPaymentMonth(today)
}

/** The change in force for a month paid, of those of one kind; null when what stood before still does. */
export function inForce<C extends Change>(changes: readonly C[], month: Month): C | null {
  return changes
    .filter((change) => change.cancelledAt === null && change.takesEffectMonth <= month)
    .reduce<C | null>((last, change) => (last && last.askedAt >= change.askedAt ? last : change), null)
}
