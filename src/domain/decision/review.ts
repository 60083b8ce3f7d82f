import { addDays, dayOf, endOfDay, type Day, type Instant } from '../calendar'
import type { Outcome } from './outcomes'
import { reviewUntil } from './rights'
import type { Verb } from './transitions'

/*
 * A request for review: who may ask for it, until when, who answers it, and what the answer is. Act respecting
 * individual and family assistance, ss. 107 to 112; ADEL 43363, 43364, 43368, 43371.
 */

/** An answer is expected after so many days; from the next one, the Tribunal is open without it (ADEL 43371). */
export const answerDays = 90

/** What made it impossible to ask sooner (s. 108). Each has a sentence in both languages. */
export const lateReasons = [
  'illness',
  'noticeLate',
  'notUnderstood',
  'wrongInformation',
  'event',
  'other',
] as const
export type LateReason = (typeof lateReasons)[number]

/** Why a request cannot be sent as it is, by field. */
export type ReviewError = {
  readonly field: 'words' | 'lateReason' | 'lateWords'
  readonly problem: 'missing' | 'tooLong'
}

/** The longest reasons, in characters: two pages. */
export const longestWords = 4_000

export type ReviewAsked = {
  readonly words: string
  readonly lateReason: string
  readonly lateWords: string
}

/** What stands of the right to a review of a decision, at an instant. */
export type ReviewRight = {
  readonly until: Day
  /** After the last day a request says what made it impossible to ask sooner; it is received all the same. */
  readonly late: boolean
}

/** The right to a review of a decision that left at an instant. */
export function reviewRight(leftAt: Instant, now: Instant): ReviewRight {
  const until = reviewUntil(leftAt)
  return { until, late: dayOf(now) > until }
}

/** Until when an answer to a request is expected, the last instant of its day. */
export function answerDue(receivedAt: Instant): Instant {
  return endOfDay(addDays(dayOf(receivedAt), answerDays))
}

/** The first day the Tribunal may be seized without an answer. */
export const tribunalWithoutAnswer = (receivedAt: Instant): Day => addDays(dayOf(receivedAt), answerDays + 1)

/** What must be put right before a request is sent. Late, it says why; a reason of one's own is told in words. */
export function errorsOfReview(asked: ReviewAsked, late: boolean): ReviewError[] {
  const errors: ReviewError[] = []
  const words = asked.words.trim()
  if (words === '') errors.push({ field: 'words', problem: 'missing' })
  if (words.length > longestWords) errors.push({ field: 'words', problem: 'tooLong' })
  if (!late) return errors
  const isKnown = (lateReasons as readonly string[]).includes(asked.lateReason)
  if (!isKnown) errors.push({ field: 'lateReason', problem: 'missing' })
  const why = asked.lateWords.trim()
  if (asked.lateReason === 'other' && why === '') errors.push({ field: 'lateWords', problem: 'missing' })
  if (why.length > longestWords) errors.push({ field: 'lateWords', problem: 'tooLong' })
  return errors
}

/** Who took a decision, and who agreed to it. */
export type Deciders = { readonly decidedBy: string; readonly secondedBy: string | null }

/** Whether this member of staff may answer a review of the decision: never who took it, nor who agreed to it. */
export const mayAnswerReview = (staffId: string, reviewed: Deciders): boolean =>
  staffId !== reviewed.decidedBy && staffId !== reviewed.secondedBy

/**
 * What a review comes to. Accepted, the decision changes, or what was held is released; refused, it stands. `late`: it
 * is refused because it came too late and nothing made it impossible to ask sooner, which the Tribunal hears within
 * fifteen days.
 */
export function reviewOutcome(verb: Verb, reviewed: Outcome, late = false): Outcome | null {
  switch (verb) {
    case 'accept':
      return reviewed === 'held' ? 'released' : 'changed'
    case 'partlyAccept':
      return 'changed'
    case 'refuse':
      return late ? 'refused' : 'maintained'
    default:
      return null
  }
}

/** Whether the answer to a review is for the person, in whole or in part: then what it gives is written. */
export const isInFavour = (outcome: Outcome): boolean =>
  outcome === 'changed' || outcome === 'released' || outcome === 'accepted' || outcome === 'partlyAccepted'
