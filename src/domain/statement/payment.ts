import { addDays, addMonths, endOfDay, firstDay } from '../calendar'
import type { Day, Instant, Month } from '../calendar'
import { businessDayOnOrBefore, businessDaysBefore } from './holidays'
import { policyFor } from './policy'
import type { FilingPolicy } from './policy'

/** The payment a statement leads to, and the run it enters when received at a given instant. */
export type StatementPayment = {
  /** The month paid: the one after the statement's (prior-month rule, ADEL 42317). */
  readonly month: Month
  readonly paidOn: Day
  /** Received up to this instant, inclusive, a statement counts in the regular run. */
  readonly regularUntil: Instant
  /** What is received later is not lost: it enters a supplementary run. */
  readonly run: PaymentRun
}
export type PaymentRun = 'regular' | 'supplementary'

/** The day the benefit of a month is paid: its first day, or the business day before (leaflet A-814). */
export function paymentDay(monthPaid: Month): Day {
  return businessDayOnOrBefore(firstDay(monthPaid))
}

/** The last day that counts in the regular run of a month paid, under the policy in force in that month. */
export function cutOffDay(monthPaid: Month, policies: readonly FilingPolicy[]): Day {
  return businessDaysBefore(paymentDay(monthPaid), policyFor(monthPaid, policies).paymentCutOffBusinessDays)
}

/** The run a statement of `month` enters when received at an instant. */
export function paymentRun(
  receivedAt: Instant,
  month: Month,
  policies: readonly FilingPolicy[],
): StatementPayment {
  const monthPaid = addMonths(month, 1)
  const regularUntil = endOfDay(cutOffDay(monthPaid, policies))
  const run = receivedAt <= regularUntil ? 'regular' : 'supplementary'
  return { month: monthPaid, paidOn: paymentDay(monthPaid), regularUntil, run }
}

/**
 * The first month paid that a missing statement may change, once an agent has given the notice the law requires
 * (ten calendar days, ADEL 43223). Its end must come before a cut-off: for notice given the day after the limit,
 * with the 15th as due day, that is never M+1. Nothing is reduced or stopped by the machine.
 */
export function firstPaymentAtRisk(month: Month, noticeOn: Day, policies: readonly FilingPolicy[]): Month {
  const noticeEnds = addDays(noticeOn, policyFor(month, policies).noticeDays)
  let monthPaid = addMonths(month, 1)
  while (cutOffDay(monthPaid, policies) < noticeEnds) monthPaid = addMonths(monthPaid, 1)
  return monthPaid
}
