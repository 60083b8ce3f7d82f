import type { RouteNote, RouteReason } from '../../../src/domain/application/routing'
import type { Programme } from '../../../src/domain/benefit/situation'
import type { Day } from '../../../src/domain/calendar'

/** Every applicant applies on the tenth of November 2026, the day a town begins on: 21 of the 30 days are left. */
export const today = '2026-11-10' as Day

/**
 * What is answered on one page, by the names of its fields without whose they are or which entry: `employer` for
 * `spouse.jobs.0.employer`. A date is one value, `2019-02-14`; several choices are parted by spaces; what is left empty
 * is said too, so that nothing is asked that nobody thought of. A tick given instead, `rentUnknown`, is there when ticked.
 */
export type PageAnswers = Readonly<Record<string, string>>

/** The pages someone is asked, in order, and what they answer. A page that is not here must not be asked. */
export type Answers = Readonly<Record<string, PageAnswers>>

/** Someone who does not exist, from their first answer to their receipt. */
export type Applicant = {
  readonly name: string
  readonly answers: Answers
  /** Of a spouse who answers with a code of their own. */
  readonly spouse?: { readonly signs: string; readonly answers: Answers; readonly questions: number }
  readonly signs: string
  /** As the ministry counts: a date or an address is one. */
  readonly questions: number
  /** The papers asked for, by their requirement: those the decision waits for, and the others. */
  readonly required: readonly string[]
  readonly useful: readonly string[]
  readonly office: {
    readonly code: string
    readonly reason: RouteReason
    readonly notes?: readonly RouteNote[]
  }
  /** Worked out by hand from the tables of `domain/rates`; `spouse` when the spouse answers apart. */
  readonly estimate:
    | 'spouse'
    | {
        readonly programme: Programme
        /** Of November, from the day of application on, and of the whole of December. */
        readonly firstCents: number
        readonly wholeCents: number
        /** What the office must still find out. */
        readonly questions: readonly string[]
      }
  /** Typed first, refused with this problem, and then left empty. */
  readonly refused?: {
    readonly page: string
    readonly field: string
    readonly typed: string
    readonly problem: string
  }
}
