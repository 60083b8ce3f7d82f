import { addMonths, monthOf } from '../calendar'
import type { Day, Month } from '../calendar'
import { dueDay } from './deadline'
import { paymentDay } from './payment'
import { policyFor } from './policy'
import type { FilingPolicy } from './policy'

/** What comes next for everyone: the limit of a statement and the payment of a month. Extensions are not in it. */
export type NextDates = {
  readonly statement: { readonly month: Month; readonly due: Day }
  readonly payment: { readonly month: Month; readonly on: Day }
}

/** The first limit and the first payment that are not past. A day of limit or of payment is still to come on that day. */
export function nextDates(today: Day, policies: readonly FilingPolicy[]): NextDates {
  const due = (month: Month) => dueDay(month, policyFor(month, policies))
  const month = firstMonth(today, (of) => due(of) >= today)
  // The payment of a month is made before it begins when its first day is off.
  const paid = firstMonth(today, (of) => paymentDay(of) >= today)
  return { statement: { month, due: due(month) }, payment: { month: paid, on: paymentDay(paid) } }
}

function firstMonth(today: Day, isToCome: (month: Month) => boolean): Month {
  let month = monthOf(today)
  while (!isToCome(month)) month = addMonths(month, 1)
  return month
}
