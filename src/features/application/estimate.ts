import { answersForSpouse, hasSpouse } from '@/domain/application/facts'
import { caseOf, caseOfNextMonth } from '@/domain/application/household-case'
import { journeyOf, statusOf } from '@/domain/application/journey'
import type { BenefitResult } from '@/domain/benefit/line'
import type { Programme } from '@/domain/benefit/situation'
import type { Day, Month } from '@/domain/calendar'
import type { Outcome, Question, Reason } from '@/domain/eligibility/eligibility'
import type { HouseholdCase } from '@/domain/estimate/case'
import { estimate } from '@/domain/estimate/estimate'
import { unknownAsNothing } from '@/domain/estimate/settled'
import type { Draft } from '@/domain/draft'

/** An amount of a month, and how it was reached; null when none can be given. */
export type Payment = {
  readonly month: Month
  readonly programme: Programme | null
  readonly benefit: BenefitResult | null
}

/**
 * What the answers may lead to. An estimate and no decision: only an office decides. None while an answer is missing
 * (`missing`), or while the spouse is to give theirs (`spouse`).
 */
export type ApplicationEstimate =
  | { readonly known: false; readonly why: 'missing' | 'spouse' }
  | {
      readonly known: true
      readonly outcome: Outcome
      readonly reasons: readonly Reason[]
      /** What is not known, and decides. */
      readonly questions: readonly Question[]
      /** The month of application, from the day it is sent. */
      readonly first: Payment
      /** A whole month: the next one. */
      readonly whole: Payment
    }

/** What a household could receive, applying on this day. */
export function estimateOf(draft: Draft, today: Day): ApplicationEstimate {
  if (hasSpouse(draft) && !answersForSpouse(draft)) return { known: false, why: 'spouse' }
  const isMissing = journeyOf(draft, 'applicant', today).some((ref) => statusOf(ref, draft, today) !== 'done')
  if (isMissing) return { known: false, why: 'missing' }
  const now = caseOf(draft, today)
  const { eligibility } = estimate(now)
  return {
    known: true,
    outcome: eligibility.outcome,
    reasons: eligibility.reasons,
    questions: eligibility.questions,
    first: paymentOf(now),
    whole: paymentOf(caseOfNextMonth(draft, today)),
  }
}

/** Of what is not known, nothing is counted against the person. */
function paymentOf(household: HouseholdCase): Payment {
  const sure = estimate(household)
  const found = sure.eligibility.outcome === 'incomplete' ? estimate(unknownAsNothing(household)) : sure
  const { month, programme, benefit } = found
  return { month, programme, benefit }
}
