import { addDays, addMonths, dayOfMonth, firstDay, month } from '../calendar'
import type { Day, Month } from '../calendar'
import { dueDay, opensOn } from './deadline'
import { offFor } from './holidays'
import type { Off } from './holidays'
import { paymentDay } from './payment'
import { policyFor } from './policy'
import type { FilingPolicy } from './policy'

/** A day as the rule names it, and the business day it is moved to, the same one when nothing is in the way. */
export type MovedDay = {
  readonly regular: Day
  readonly on: Day
  /** Each day off it passes over, beginning with its own; empty when it stands. */
  readonly over: readonly { readonly day: Day; readonly off: Off }[]
}

/** What everyone can know of a month's statement. Extensions are not in it: they are granted later. */
export type StatementDates = {
  readonly month: Month
  readonly opensOn: Day
  readonly due: MovedDay
  /** The month whose payment the statement leads to (prior-month rule, ADEL 42317). */
  readonly paidMonth: Month
  readonly paid: MovedDay
}

/** The dates of one month's statement, under the policy in force that month. */
export function statementDates(of: Month, policies: readonly FilingPolicy[]): StatementDates {
  const policy = policyFor(of, policies)
  const paidMonth = addMonths(of, 1)
  return {
    month: of,
    opensOn: opensOn(of, policy),
    due: moved(dayOfMonth(of, policy.dueDay), dueDay(of, policy)),
    paidMonth,
    paid: moved(firstDay(paidMonth), paymentDay(paidMonth)),
  }
}

/** The dates of the twelve statements of a year. */
export function statementDatesOf(year: number, policies: readonly FilingPolicy[]): readonly StatementDates[] {
  const january = month(`${year}-01`)
  return Array.from({ length: 12 }, (_, count) => statementDates(addMonths(january, count), policies))
}

function moved(regular: Day, on: Day): MovedDay {
  const over: { day: Day; off: Off }[] = []
  const step = regular < on ? 1 : -1
  for (let day = regular; day !== on; day = addDays(day, step)) {
    const off = offFor(day)
    if (off) over.push({ day, off })
  }
  return { regular, on, over }
}
