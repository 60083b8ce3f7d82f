import { endOfDay, type Instant, type Month } from '../calendar'
import { cutOffDay } from '../statement/payment'
import { defaultPolicies } from '../statement/policy'

/** The closing of a file, as far as its payments depend on it. */
export type PaymentsEnd = { readonly fromMonth: Month; readonly leftAt: Instant }

/**
 * Whether the payment of a month is not to be made, since the file is closed. One that was ready when the decision left is
 * made all the same: no run takes it back, and nobody is told otherwise (`runs.ts`).
 */
export function isEnded(closing: PaymentsEnd | null, monthPaid: Month): boolean {
  if (closing === null || monthPaid < closing.fromMonth) return false
  return closing.leftAt <= endOfDay(cutOffDay(monthPaid, defaultPolicies))
}
