import { addDays, addMonths, dayOf, endOfDay, monthOf, type Day, type Instant, type Month } from '../calendar'
import { readDate, type Reading, type TypedDate } from '../typed'
import { dueDay } from './deadline'
import { defaultPolicies, policyFor } from './policy'

/** The furthest a limit may be put back, in days after the usual one. */
const MOST_DAYS = 60

/** The months whose limit may be put back now: that of today, the one before and the one after. */
export function extendableMonths(now: Instant): readonly Month[] {
  const month = monthOf(dayOf(now))
  return [addMonths(month, -1), month, addMonths(month, 1)]
}

/** A new limit as typed: a day after the usual one, sixty days later at most. It stands until the end of that day. */
export function readNewLimit(typed: TypedDate, month: Month): Reading<Instant> {
  const due: Day = dueDay(month, policyFor(month, defaultPolicies))
  const { value, problem } = readDate(typed, addDays(due, 1), addDays(due, MOST_DAYS))
  return value === undefined ? { problem } : { value: endOfDay(value) }
}

/**
 * Why the limit of one household is put back. Each has a sentence in both languages: both adults read it, so it says
 * nothing of either.
 */
export const extensionReasons = ['closing', 'disaster', 'portal', 'mail', 'illness', 'accepted'] as const
export type ExtensionReason = (typeof extensionReasons)[number]
