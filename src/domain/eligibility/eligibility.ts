import type { Programme } from '../benefit/situation'
import type { Confidence } from '../rates/table'
import type { SourceId } from '../rates/sources'
import type { QuestionCode, ReasonCode } from './codes'

export type Outcome = 'eligible' | 'ineligible' | 'incomplete'

/** Why a household may not receive aid, or may with a reserve. Sentences: `eligibility.reason.<code>`. */
export type Reason = {
  readonly code: ReasonCode
  readonly source: SourceId
  readonly confidence: Confidence
}

/** What is asked next. Sentences: `eligibility.question.<code>`. */
export type Question = { readonly code: QuestionCode; readonly source: SourceId }

/**
 * The answer for one programme. Eligible: `reasons` are reserves. Ineligible: `reasons` are all the refusals.
 * Incomplete: `questions` are all that is missing, and `reasons` what is known of one adult of two.
 */
export type ProgrammeOutcome = {
  readonly programme: Programme
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
}

/** For every programme: eligible, not with all reasons, or what to ask next; and for the household as a whole. */
export type Eligibility = {
  /** Of the programme that applies, as are `reasons` and `questions`. */
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
  readonly programmes: readonly ProgrammeOutcome[]
}
