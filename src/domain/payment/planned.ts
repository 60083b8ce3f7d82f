import { computeBenefit } from '../benefit/compute'
import type { Benefit, BenefitResult } from '../benefit/line'
import {
  benefitSituation,
  dutyFrom,
  reportsInForce,
  situationAt,
  type FilingFacts,
  type HouseholdFacts,
} from '../benefit/of-household'
import type { BenefitSituation } from '../benefit/situation'
import { addMonths, type Instant, type Month } from '../calendar'
import { closedBy, stillStanding } from '../decision/closing'
import type { Outcome } from '../decision/outcomes'
import { isInFavour } from '../decision/review'
import type { TaskKind } from '../decision/task'
import { knownIncome } from '../statement/known-income'
import type { IndividualDecision } from '../statement/obligation'
import { policyFor, type FilingPolicy } from '../statement/policy'

/*
 * The payment of a household for one month, from what was filed and what was decided (prior-month rule, ADEL 42317). A
 * run computes it for everyone (`src/jobs/payments.ts`), as of one instant: the caller gives what had been received and
 * had left by then, and nothing else.
 */

/** A decision that has left, and stands: not undone, not replaced by another that has left. */
export type DecisionFacts = {
  readonly id: string
  readonly kind: TaskKind
  readonly outcome: Outcome
  /** What was filed, when it is about that; of a review, what the first decision was about. */
  readonly filingId: string | null
  /** Of a review, the decision it looked at again. */
  readonly reviewOf: string | null
  readonly decidedAt: Instant
  readonly leftAt: Instant
  readonly fromMonth: Month | null
  /** The payments it gives, as decided. */
  readonly benefits: readonly Benefit[]
  /** Of a hold: its day has not come, and nobody resumed it. */
  readonly onHold: boolean
}

export type PaymentFacts = HouseholdFacts & {
  readonly filings: readonly (FilingFacts & { readonly id: string })[]
  readonly decisions: readonly DecisionFacts[]
  /** The payments planned when its application was admitted: they count what a file does not hold. */
  readonly admitted: { readonly at: Instant; readonly benefits: readonly Benefit[] } | null
  /** What a person decided of the duty to file the statement of the month before the one paid. */
  readonly duty: IndividualDecision | null
}

/**
 * What becomes of a payment. `held` and `ended` are decisions of a person; `notComputed` is a month whose amounts are not
 * known, for which no run may be released.
 */
export const paymentStates = ['paid', 'held', 'ended', 'notComputed'] as const
export type PaymentState = (typeof paymentStates)[number]

export type PlannedPayment = {
  readonly state: PaymentState
  /** The benefit of the month, its withholding within its caps (ADEL 43347); also of a payment that is held. */
  readonly benefit: BenefitResult
  /** The statement of the month before was due and is not there: the last confirmed facts carry forward. */
  readonly carriedForward: boolean
  /** The decision that holds it, ends it, or sets its amount. */
  readonly decisionId: string | null
  /** The statement of the month before that is in force. */
  readonly filingId: string | null
}

/**
 * The payment of `monthPaid`. What an agent refused is not counted, even when another amount had been planned; a missing
 * statement changes nothing; nothing is held or ended but by a person (LAPF 36; trust: nothing adverse by the machine).
 * @param benefitFor computes a benefit; `benefitsOnce` for many households
 */
export function plannedPayment(
  facts: PaymentFacts,
  monthPaid: Month,
  policies: readonly FilingPolicy[],
  benefitFor: (situation: BenefitSituation) => BenefitResult = computeBenefit,
): PlannedPayment {
  const month = addMonths(monthPaid, -1)
  const decisions = inOrder(facts.decisions)
  const closed = closedBy(decisions)
  const household = { ...facts, closing: closed === null ? null : { fromMonth: closed } }
  const reports = reportsInForce(facts.filings.filter(({ id }) => !isRefused(decisions, id)))
  const statement = reports.find((report) => report.kind === 'statement' && report.month === month) ?? null
  const isOnAssistance = situationAt(facts, month).onAssistanceSince <= month
  const isDue =
    statement === null &&
    isOnAssistance &&
    dutyFrom(household, month, policyFor(month, policies), facts.duty).files === 'always'
  const given = amountGiven(facts, decisions, monthPaid, (since) =>
    reports.some((report) => report.month === month && report.receivedAt > since),
  )
  const stop = decisions.find(
    ({ outcome, onHold, fromMonth }) =>
      (outcome === 'ended' || (outcome === 'held' && onHold)) && fromMonth !== null && fromMonth <= monthPaid,
  )
  const benefit =
    given?.benefit ?? benefitFor(benefitSituation(facts, monthPaid, knownIncome(reports, month)))
  return {
    state: stop ? (stop.outcome === 'held' ? 'held' : 'ended') : benefit.computed ? 'paid' : 'notComputed',
    benefit,
    carriedForward: isDue,
    decisionId: stop?.id ?? given?.decisionId ?? null,
    filingId: statement?.id ?? null,
  }
}

/** Decisions in the order they left, without those a review changed. */
function inOrder(decisions: readonly DecisionFacts[]): DecisionFacts[] {
  return [...stillStanding(decisions)].sort((one, other) =>
    one.leftAt < other.leftAt ? -1 : one.leftAt > other.leftAt ? 1 : 0,
  )
}

/** Whether what was filed was refused. The refusal of a review says only that the first decision stands. */
function isRefused(decisions: readonly DecisionFacts[], filingId: string): boolean {
  return decisions.some(
    (one) =>
      one.filingId === filingId &&
      one.outcome === 'refused' &&
      (one.kind === 'statement' || one.kind === 'change'),
  )
}

/**
 * The amount a person set for the month, or the one planned with an admission. What was filed for the month since is
 * computed as any other (`decisions/the-amount-a-decision-gives.md`).
 */
function amountGiven(
  { admitted }: PaymentFacts,
  decisions: readonly DecisionFacts[],
  monthPaid: Month,
  filedSince: (since: Instant) => boolean,
): { readonly benefit: Benefit; readonly decisionId: string | null } | null {
  for (const { id, outcome, decidedAt, benefits } of decisions.toReversed()) {
    const set = benefits.find((one) => one.month === monthPaid && one.setMonthlyCents !== undefined)
    if (set && isInFavour(outcome) && !filedSince(decidedAt)) return { benefit: set, decisionId: id }
  }
  const planned = admitted?.benefits.find((one) => one.month === monthPaid)
  return admitted && planned && !filedSince(admitted.at) ? { benefit: planned, decisionId: null } : null
}
