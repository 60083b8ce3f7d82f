import type { Programme } from '../benefit/situation'
import type { Confidence } from '../rates/table'
import type { SourceId } from '../rates/sources'

export type Outcome = 'eligible' | 'ineligible' | 'incomplete'

/** Why a household may not receive aid, or may with a reserve. Sentences: `eligibility.reason.<code>`. */
export type Reason = {
  readonly code: string
  readonly source: SourceId
  readonly confidence: Confidence
}

/** What is asked next. Sentences: `eligibility.question.<code>`. */
export type Question = { readonly code: string; readonly source: SourceId }

export type ProgrammeOutcome = {
  readonly programme: Programme
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
}

/** For every programme: eligible, not with all reasons, or what to ask next; and for the household as a whole. */
export type Eligibility = {
  readonly outcome: Outcome
  /** Of the programme that applies, or the reasons common to all when none does. */
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
  readonly programmes: readonly ProgrammeOutcome[]
}
