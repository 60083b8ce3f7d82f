import { addMinutes, addMonths, dayOf, monthOf, type Instant, type Month } from '../calendar'
import {
  drawOf,
  fourEyes,
  needsSecond as policyNeedsSecond,
  type FourEyesPolicy,
  type Watched,
} from './four-eyes'
import { closedFrom, type ClosingFacts } from './closing'
import { minutesBeforeLeaving } from './leaving'
import type { Outcome } from './outcomes'
import { reasonsFor, type ReasonCode } from './reasons'
import { reviewOutcome } from './review'
import { firstMonthAfterNotice } from './rights'
import type { TaskKind } from './task'
import type { Verb } from './transitions'

/* From the verb an agent presses to the decision it makes. */

/** What a review is about: the decision asked to be looked at again, and whether it was asked too late. */
export type UnderReview = { readonly outcome: Outcome; readonly late: boolean }

/** What a verb decides of a task; null when it decides nothing. */
export function outcomeOf(kind: TaskKind, verb: Verb, reviewed: UnderReview | null = null): Outcome | null {
  if (kind === 'document') return null
  if (kind === 'review') return reviewed && reviewOutcome(verb, reviewed.outcome)
  // To accept the closing of a file is to end its assistance; to refuse it leaves the file open.
  if (kind === 'closing' && verb === 'accept') return 'ended'
  if (verb === 'hold') return 'held'
  if (verb === 'accept') return 'accepted'
  if (verb === 'partlyAccept') return 'partlyAccepted'
  return verb === 'refuse' ? 'refused' : null
}

/**
 * The outcomes a verb may lead to, by the reasons that are given: a review asked too late may be refused for that alone,
 * which the Tribunal hears sooner.
 */
export function outcomesFor(kind: TaskKind, verb: Verb, reviewed: UnderReview | null): readonly Outcome[] {
  const outcome = outcomeOf(kind, verb, reviewed)
  if (outcome === null) return []
  const late = kind === 'review' && reviewed?.late ? reviewOutcome(verb, reviewed.outcome, true) : null
  return late === null || late === outcome ? [outcome] : [outcome, late]
}

/** The outcome these reasons are lawful for; null when they do not go together. */
export function outcomeBy(
  kind: TaskKind,
  outcomes: readonly Outcome[],
  codes: readonly ReasonCode[],
): Outcome | null {
  return outcomes.find((one) => codes.every((code) => reasonsFor(kind, one).includes(code))) ?? null
}

/** What must be watched of a decision: it may need a second person. */
export function watchedIn(outcome: Outcome, replacesAmount: boolean): readonly Watched[] {
  return [
    ...(outcome === 'held' ? (['hold'] as const) : []),
    ...(replacesAmount ? (['override'] as const) : []),
    ...(outcome === 'refused' || outcome === 'ended' ? (['refusal'] as const) : []),
  ]
}

/** Whether a decision waits for a second person, by the policy in force on its day. */
export function waitsForSecond(
  taskId: string,
  outcome: Outcome,
  around: {
    readonly now: Instant
    readonly replacesAmount: boolean
    readonly fourEyes?: readonly FourEyesPolicy[]
  },
): boolean {
  return watchedIn(outcome, around.replacesAmount).some((what) =>
    policyNeedsSecond(what, dayOf(around.now), drawOf(taskId), around.fourEyes ?? fourEyes),
  )
}

/**
 * The first month a decision changes: the one a statement is paid in, the month of application, that of a hold, the first
 * that a closed file is not paid.
 */
export function firstMonth(
  kind: TaskKind,
  outcome: Outcome,
  {
    month,
    now,
    closing = null,
  }: { readonly month: Month | null; readonly now: Instant; readonly closing?: ClosingFacts | null },
): Month | null {
  const leavesAt = addMinutes(now, minutesBeforeLeaving)
  if (kind === 'closing') return outcome === 'ended' && closing ? closedFrom(closing, leavesAt) : null
  // A payment made before the notice is over is not held.
  if (outcome === 'held') return firstMonthAfterNotice(leavesAt)
  if (kind === 'application') return monthOf(dayOf(now))
  return month === null ? null : addMonths(month, 1)
}
