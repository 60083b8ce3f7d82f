import { addMonths, dayOfMonth, endOfDay, lastDay, later, startOfDay } from '../calendar'
import type { Day, Instant, Month } from '../calendar'
import { businessDayOnOrAfter } from './holidays'
import type { FilingPolicy } from './policy'

/** A later limit granted for one month: by the portal after an outage, or by a person, with a reason. */
export type Extension = {
  readonly id: string
  readonly scope: ExtensionScope
  readonly month: Month
  /** The new limit, inclusive like every due moment. */
  readonly newInstant: Instant
  readonly reason: { readonly fr: string; readonly en: string }
  readonly decidedAt: Instant
}

export type ExtensionScope =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'region'; readonly regionCode: string }
  | { readonly kind: 'office'; readonly officeId: string }
  | { readonly kind: 'household'; readonly householdId: string }

/** Where a household stands among the scopes of an extension. */
export type HouseholdPlace = {
  readonly householdId: string
  readonly officeId: string
  readonly regionCode: string
}

/** The limit a statement is judged against, and what moved it. */
export type EffectiveDue = {
  /** Inclusive: received at this millisecond is on time. */
  readonly at: Instant
  /** The limit without any extension. */
  readonly regularAt: Instant
  /** The extension that gives `at`; null when the regular limit stands. */
  readonly extension: Extension | null
}

/** The day the statement of a month opens, at midnight in Québec. */
export function opensOn(month: Month, policy: FilingPolicy): Day {
  return dayOfMonth(month, policy.openingDay)
}

/** The first instant at which the statement of a month may be filed. */
export function opensAt(month: Month, policy: FilingPolicy): Instant {
  return startOfDay(opensOn(month, policy))
}

/** The day the statement of a month is due, put off to a business day when the policy says so (I-16, s. 52). */
export function dueDay(month: Month, policy: FilingPolicy): Day {
  const day = dayOfMonth(month, policy.dueDay)
  return policy.dueDayShift === 'nextBusinessDay' ? businessDayOnOrAfter(day) : day
}

/** The regular limit: the last millisecond of the due day in Québec, inclusive. */
export function dueInstant(month: Month, policy: FilingPolicy): Instant {
  return endOfDay(dueDay(month, policy))
}

/**
 * The limit for one household. Of the extensions that concern it, the latest limit wins, whenever it was decided:
 * a promise made is not taken back by another. The limit is never earlier than the regular one.
 */
export function effectiveDueInstant(
  month: Month,
  policy: FilingPolicy,
  extensions: readonly Extension[],
  place: HouseholdPlace,
): EffectiveDue {
  const regularAt = dueInstant(month, policy)
  const longest = extensions
    .filter((extension) => extension.month === month && concerns(extension.scope, place))
    .reduce<Extension | null>(
      (best, extension) => (best && isAsLong(best, extension) ? best : extension),
      null,
    )
  return longest && longest.newInstant > regularAt
    ? { at: longest.newInstant, regularAt, extension: longest }
    : { at: regularAt, regularAt, extension: null }
}

/** Lateness is always this comparison, never a stored mark: an extension granted afterwards heals it. */
export function isLate(receivedAt: Instant, dueAt: Instant): boolean {
  return receivedAt > dueAt
}

/**
 * The last instant at which the statement of a month can be filed or corrected online; afterwards the office is
 * called. Never before the limit itself.
 */
export function closesAt(month: Month, policy: FilingPolicy, dueAt: Instant): Instant {
  return later(endOfDay(lastDay(addMonths(month, policy.closesAfterMonths))), dueAt)
}

function concerns(scope: ExtensionScope, place: HouseholdPlace): boolean {
  switch (scope.kind) {
    case 'everyone':
      return true
    case 'region':
      return scope.regionCode === place.regionCode
    case 'office':
      return scope.officeId === place.officeId
    case 'household':
      return scope.householdId === place.householdId
  }
}

/** Between equal limits the one decided first is named, so that a page never changes its reason. */
function isAsLong(best: Extension, other: Extension): boolean {
  if (best.newInstant !== other.newInstant) return best.newInstant > other.newInstant
  return best.decidedAt <= other.decidedAt
}
