import { computeBenefit } from '@/domain/benefit/compute'
import { explainDifference, type LineDifference } from '@/domain/benefit/compare'
import type { BenefitResult } from '@/domain/benefit/line'
import {
  benefitSituation,
  dutyFrom,
  paymentFrom,
  reportsInForce,
  situationAt,
} from '@/domain/benefit/of-household'
import { addMonths, type Instant, type Month } from '@/domain/calendar'
import { type Estimate, estimatesOf, type FiledAnswers } from '@/domain/statement/confirmation'
import { type IncomeReport, type KnownIncome, knownIncome } from '@/domain/statement/known-income'
import type { Obligation } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { type Draft, valueOf } from './draft'
import type { Filing, Household, KeptDraft, StatementKind } from './household'
import type { FormContext } from './schema'

/*
 * What follows from the facts of a household. Nothing here knows who is looking or asks the server anything: the demo
 * data is computed by it too.
 */

export { situationAt }

/** The filing policies in force. One place, so that they may come from the database one day. */
export const policies = defaultPolicies

/** Whether the household files the statement of a month, and why. */
export function dutyOf(household: Household, month: Month): Obligation {
  const decision = household.decisions.find((one) => one.month === month) ?? null
  return dutyFrom(household, month, policyFor(month, policies), decision)
}

/** Every version of a month's statement, oldest first: a paper may be received before what it corrects. */
export function versionsOf(household: Household, month: Month): Filing[] {
  return household.filings
    .filter((filing) => filing.kind === 'statement' && filing.month === month)
    .sort((one, other) => one.version - other.version)
}

/** The viewer's draft: of a month's statement, or the latest one of a change report. */
export function draftFor(household: Household, kind: StatementKind, month: Month): KeptDraft | null {
  return (
    household.drafts.find((draft) => draft.kind === kind && (kind === 'change' || draft.month === month)) ??
    null
  )
}

/**
 * What the answers of a month are read against. A draft that says which version it corrects is a correction of
 * it; any other draft of a month already filed is a second answer, to be compared with the first.
 */
export function formContext(
  household: Household,
  kind: StatementKind,
  month: Month,
  draft: Draft,
): FormContext {
  const adultIds = household.people.filter((person) => person.role === 'adult').map((adult) => adult.id)
  const corrects = Number(valueOf(draft, 'corrects'))
  const latest = versionsOf(household, month).at(-1)?.version ?? 0
  const correcting = kind === 'statement' && corrects > 0 && corrects <= latest ? corrects : null
  const estimates = kind === 'statement' ? estimatesBefore(household, month) : []
  return { kind, month, adultIds, estimates, correcting }
}

/**
 * The income of a month before these answers are counted: what the questions are filled with. A statement stands
 * in place of its earlier versions; a change is told on top of the statement.
 */
export function incomeBefore(household: Household, kind: StatementKind, month: Month): KnownIncome {
  return knownIncome(reportsBefore(household, kind, month), month)
}

/** The next payment these answers lead to, the one before it, and why they differ. */
export type Preview = {
  readonly before: BenefitResult
  readonly after: BenefitResult
  readonly differences: readonly LineDifference[]
}

/** Computes the payment of M+1 with these answers for M, beside the payment of M as it was due. */
export function previewOf(
  household: Household,
  kind: StatementKind,
  month: Month,
  answers: FiledAnswers,
  now: Instant,
): Preview {
  const reports = reportsBefore(household, kind, month)
  const told = knownIncome([...reports, { month, receivedAt: now, answers }], month)
  const earlier = knownIncome(
    reports.filter((report) => report.month < month),
    addMonths(month, -1),
  )
  const before = computeBenefit(benefitSituation(household, month, earlier))
  const after = computeBenefit(benefitSituation(household, addMonths(month, 1), told))
  const differences = before.computed && after.computed ? explainDifference(before, after) : []
  return { before, after, differences }
}

/** The payment of a month from everything in force today. */
export function paymentOf(household: Household, monthPaid: Month): BenefitResult {
  return paymentFrom(household, household.filings, monthPaid)
}

function reportsBefore(household: Household, kind: StatementKind, month: Month): IncomeReport[] {
  const replaced = kind === 'statement' ? versionsOf(household, month) : []
  return reportsInForce(household.filings).filter((report) => !replaced.some((filing) => filing === report))
}

/** The amounts still estimated for the month before, as told up to then. */
function estimatesBefore(household: Household, month: Month): Estimate[] {
  const earlier = reportsInForce(household.filings).filter((report) => report.month < month)
  return estimatesOf(knownIncome(earlier, addMonths(month, -1)))
}
