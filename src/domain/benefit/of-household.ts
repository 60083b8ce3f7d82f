import { addMonths, firstDay, monthsBetween, type Day, type Month } from '../calendar'
import { cents } from '../money'
import { knownIncome, type IncomeReport, type KnownIncome } from '../statement/known-income'
import {
  closedObligation,
  obligationFor,
  type FilingSituation,
  type IndividualDecision,
  type Obligation,
} from '../statement/obligation'
import type { FilingPolicy } from '../statement/policy'
import { computeBenefit } from './compute'
import type { BenefitResult } from './line'
import type { BenefitSituation, Constraint, FileProgramme } from './situation'

/*
 * The benefit and the duty of a household, from the facts of its file. Whoever reads the file, the person or the office,
 * computes them here: both see the same amount.
 */

/** A member of the household. */
export type PersonFacts = {
  readonly id: string
  readonly birthDate: Day
  readonly role: 'adult' | 'child'
  readonly constraints: readonly {
    readonly kind: Exclude<Constraint, 'none'>
    readonly fromDay: Day
    readonly untilDay: Day | null
  }[]
}
/** What the office decided of the household, from a month on. */
export type SituationFacts = {
  readonly fromMonth: Month
  readonly programme: FileProgramme
  readonly livesWithParents: boolean
  readonly spouseOfStudent: boolean
  readonly subsidisedDwelling: boolean
  readonly fluctuatingIncome: boolean
  readonly onAssistanceSince: Month
  readonly recoveryCents: number
}
/** What was filed, one version. */
export type FilingFacts = IncomeReport & {
  readonly kind: 'statement' | 'change' | 'privateChange'
  readonly version: number
}
export type HouseholdFacts = {
  /** The members of today. */
  readonly people: readonly PersonFacts[]
  /** From the first month on. */
  readonly situations: readonly SituationFacts[]
}

/** The situation in force in a month; before the first one, the first. */
export function situationAt<Situation extends { readonly fromMonth: Month }>(
  household: { readonly situations: readonly Situation[] },
  month: Month,
): Situation {
  const [first] = household.situations
  if (!first) throw new Error('A household has a situation from its first day on assistance')
  return household.situations.findLast((situation) => situation.fromMonth <= month) ?? first
}

/** The latest version of each statement, and every change report. Of what only the office reads, nothing. */
export function reportsInForce<Filing extends FilingFacts>(filings: readonly Filing[]): Filing[] {
  const latest = new Map<Month, number>()
  for (const { kind, month, version } of filings) {
    if (kind === 'statement') latest.set(month, Math.max(version, latest.get(month) ?? 0))
  }
  return filings.filter(
    ({ kind, month, version }) =>
      kind === 'change' || (kind === 'statement' && version === latest.get(month)),
  )
}

/** The payment of a month from everything in force. */
export function paymentFrom(
  household: HouseholdFacts,
  filings: readonly FilingFacts[],
  monthPaid: Month,
): BenefitResult {
  const income = knownIncome(reportsInForce(filings), addMonths(monthPaid, -1))
  return computeBenefit(benefitSituation(household, monthPaid, income))
}

/** What the benefit of `monthPaid` depends on, with the income of the month before. */
export function benefitSituation(
  household: HouseholdFacts,
  monthPaid: Month,
  income: KnownIncome,
): BenefitSituation {
  const situation = situationAt(household, monthPaid)
  const adults = household.people.filter((person) => person.role === 'adult')
  return {
    month: monthPaid,
    programme: situation.programme,
    adults: adults.map((adult) => ({
      id: adult.id,
      birthDate: adult.birthDate,
      constraint: constraintOn(adult.constraints, firstDay(monthPaid)),
    })),
    children: household.people
      .filter((person) => person.role === 'child')
      .map(({ birthDate }) => ({ birthDate })),
    livesWithParents: situation.livesWithParents,
    spouseOfStudent: situation.spouseOfStudent,
    subsidisedDwelling: situation.subsidisedDwelling,
    monthsOnAssistance: Math.max(0, monthsBetween(situation.onAssistanceSince, monthPaid)),
    income: { work: income.work, selfEmployment: income.selfEmployment, other: income.otherIncome },
    liquidAssetsCents: income.liquidCents,
    recoveryWithholdingCents: cents(situation.recoveryCents),
  }
}

/** Whether the household files the statement of a month, and why. Nothing is asked of a file for after it is closed. */
export function dutyFrom(
  household: HouseholdFacts & { readonly closing: { readonly fromMonth: Month } | null },
  month: Month,
  policy: FilingPolicy,
  decision: IndividualDecision | null,
): Obligation {
  return (
    closedObligation(month, household.closing?.fromMonth ?? null) ??
    obligationFor(filingSituation(household, month), policy, decision)
  )
}

/** What the duty to file the statement of a month depends on. */
export function filingSituation(household: HouseholdFacts, month: Month): FilingSituation {
  const { programme, fluctuatingIncome } = situationAt(household, month)
  const adults = household.people.filter((person) => person.role === 'adult')
  const constraints = adults.map((adult) => constraintOn(adult.constraints, firstDay(month)))
  return { programme, fluctuatingIncome, constraints }
}

/** The constraint of an adult on a day, the most severe of those in force. */
export function constraintOn(constraints: PersonFacts['constraints'], day: Day): Constraint {
  const now = constraints.filter(
    ({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || day < untilDay),
  )
  if (now.some(({ kind }) => kind === 'severe')) return 'severe'
  return now.length > 0 ? 'temporary' : 'none'
}
