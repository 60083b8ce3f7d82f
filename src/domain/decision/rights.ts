import { addDays, addMonths, dayOf, firstDay, monthOf, type Day, type Instant, type Month } from '../calendar'
import { businessDayOnOrAfter } from '../statement/holidays'

/*
 * What a person may do against a decision, and until when. Act respecting individual and family assistance,
 * ss. 107, 108, 112, 118; ADEL 43363, 43364, 43368, 43371.
 */

/** A decision sent is considered received after so many days, unless proven otherwise (ADEL 43368). */
export const receivedAfterDays = 7
/** To ask for a review, from the day one is informed (s. 107). */
export const reviewDays = 90
/** To apply to the Administrative Tribunal, from the decision on review (s. 112). */
export const tribunalDays = 60
/** The same, when the review was refused because it came too late (s. 118). */
export const tribunalDaysWhenLate = 15
/** To react before aid is reduced or stopped on what others said (ADEL 43223). */
export const noticeDays = 10

/** The last day to ask for a review of a decision that left at this instant. */
export function reviewUntil(leftAt: Instant): Day {
  return businessDayOnOrAfter(addDays(dayOf(leftAt), receivedAfterDays + reviewDays))
}

/** The last day to apply to the Tribunal after a review decided at this instant. */
export function tribunalUntil(leftAt: Instant, refusedAsLate = false): Day {
  const days = refusedAsLate ? tribunalDaysWhenLate : tribunalDays
  return businessDayOnOrAfter(addDays(dayOf(leftAt), receivedAfterDays + days))
}

/** The first day on which aid may be reduced or stopped, after a notice that left at this instant. */
export function effectAfterNotice(leftAt: Instant): Day {
  return addDays(dayOf(leftAt), receivedAfterDays + noticeDays + 1)
}

/** The first month that begins once the notice is over: a payment is for a whole month, and is made on its first day. */
export function firstMonthAfterNotice(leavesAt: Instant): Month {
  const effect = effectAfterNotice(leavesAt)
  return firstDay(monthOf(effect)) === effect ? monthOf(effect) : addMonths(monthOf(effect), 1)
}
