import { addDays, addMonths, dayOf, later, monthOf, type Day, type Instant, type Month } from '../calendar'
import { readDate, type TypedDate } from '../typed'
import type { Outcome } from './outcomes'
import { isInFavour } from './review'
import { firstMonthAfterNotice } from './rights'
import type { TaskKind } from './task'

/*
 * Closing a file: why, what must be known of it, and the first month without a benefit. A person decides it. A month that
 * was paid already is not taken back by the machine: a claim is for a person to decide (`payment/planned.ts`).
 */

/** Why a file is closed: every adult of it died, they left Québec for good, or the person wants no more assistance. */
export const closingCauses = ['death', 'leftQuebec', 'ownRequest'] as const
export type ClosingCause = (typeof closingCauses)[number]

/** Who told it: the person, the office that found it, or someone else. */
export const closingTellers = ['person', 'office', 'others'] as const
export type ClosingTeller = (typeof closingTellers)[number]

/** What is known of a closing. One's own request names a month; what happened, a day. */
export type ClosingFacts = {
  readonly cause: ClosingCause
  /** The day it happened; null of one's own request. */
  readonly day: Day | null
  /** The month from which no assistance is wanted; null of what happened. */
  readonly month: Month | null
  readonly toldBy: ClosingTeller
  readonly askedAt: Instant
}

/** The longest words beside a closing, in characters. */
export const longestClosingWords = 2000
/** How many months ahead one may end one's own assistance. Decision of the project; no source fixes one. */
const monthsAhead = 6
/** How long ago, in days, what closes a file may have happened: before that, the office looks at the file whole. */
const daysBack = 3 * 366

/**
 * The first month without a benefit: the one after what happened, whatever its day, since a benefit is for a whole month
 * (ADEL 42329, 44258); of one's own request, the one after it, or the later month that was asked for. An absence that the
 * person did not tell never ends a month that begins before the ten days of the notice are over (ADEL 43223). A death, or
 * the person's own word, needs no such notice.
 * @param leavesAt when the decision leaves, or would: the notice is counted from there
 */
export function closedFrom(facts: ClosingFacts, leavesAt: Instant): Month {
  const { cause, day, month, toldBy, askedAt } = facts
  const after = addMonths(monthOf(day ?? dayOf(askedAt)), 1)
  if (cause === 'ownRequest') return later(after, month ?? after)
  return cause === 'leftQuebec' && toldBy !== 'person' ? later(after, firstMonthAfterNotice(leavesAt)) : after
}

/** The months one may ask to end one's assistance from, the next one first. */
export function closingMonths(now: Instant): readonly Month[] {
  const current = monthOf(dayOf(now))
  return Array.from({ length: monthsAhead }, (_, index) => addMonths(current, index + 1))
}

/** A closing as typed: by the person, who names a month and may add words; or by the office. */
export type TypedClosing = {
  readonly cause: string
  readonly toldBy: string
  readonly day: TypedDate
  readonly month: string
  readonly words: string
}
export type ClosingField = 'cause' | 'toldBy' | 'day' | 'month' | 'words'
export type ClosingProblem = { readonly field: ClosingField; readonly problem: string }
export type GivenClosing = Omit<ClosingFacts, 'askedAt'> & { readonly words: string | null }

/** Reads a closing; or tells, field by field, what to put right. What one's own request says is the person's own word. */
export function readClosing(
  typed: TypedClosing,
  now: Instant,
): { readonly given: GivenClosing } | { readonly problems: readonly ClosingProblem[] } {
  const problems: ClosingProblem[] = []
  const wrong = (field: ClosingField, problem: string): null => {
    problems.push({ field, problem })
    return null
  }
  const cause = closingCauses.find((one) => one === typed.cause) ?? wrong('cause', 'required')
  const isOwn = cause === 'ownRequest'
  const today = dayOf(now)
  const read = cause && !isOwn ? readDate(typed.day, addDays(today, -daysBack), today) : null
  const day = read && (read.value ?? wrong('day', read.problem!))
  const month = isOwn
    ? (closingMonths(now).find((one) => one === typed.month) ?? wrong('month', 'required'))
    : null
  const teller = isOwn ? 'person' : closingTellers.find((one) => one === typed.toldBy)
  const toldBy = teller ?? wrong('toldBy', 'required')
  // Nobody tells their own death; and of a file whose adults all died, nobody is left to tell.
  if (cause === 'death' && toldBy === 'person') wrong('toldBy', 'notThem')
  const words = typed.words.trim()
  if (words.length > longestClosingWords) wrong('words', 'tooLong')
  if (problems.length > 0 || !cause || !toldBy) return { problems }
  return { given: { cause, day, month, toldBy, words: words === '' ? null : words } }
}

/** A decision that has left and stands, as far as a closing depends on it. */
type Standing = {
  readonly id: string
  readonly kind: TaskKind
  readonly outcome: Outcome
  readonly reviewOf: string | null
  readonly fromMonth: Month | null
}

/**
 * Decisions without those a review changed in the person's favour: the answer to the review stands in their place. What
 * such a review gives back, a closing included, is as though it had never been taken away.
 */
export function stillStanding<Decision extends Standing>(
  decisions: readonly Decision[],
): readonly Decision[] {
  const changed = decisions
    .filter(({ kind, outcome }) => kind === 'review' && isInFavour(outcome))
    .map(({ reviewOf }) => reviewOf)
  return changed.length === 0 ? decisions : decisions.filter(({ id }) => !changed.includes(id))
}

/** The month from which a file is closed, by the decisions that have left and stand; null while it is open. */
export function closedBy(decisions: readonly Standing[]): Month | null {
  return stillStanding(decisions)
    .filter(({ outcome }) => outcome === 'ended')
    .reduce<Month | null>(
      (first, { fromMonth }) =>
        first === null || (fromMonth !== null && fromMonth < first) ? fromMonth : first,
      null,
    )
}
