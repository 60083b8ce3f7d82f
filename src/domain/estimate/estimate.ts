import { computeBenefit } from '../benefit/compute'
import type { BenefitResult } from '../benefit/line'
import type { Programme } from '../benefit/situation'
import { eligibilityOf } from '../eligibility/decide'
import type { Eligibility } from '../eligibility/eligibility'
import { programmeOf } from '../eligibility/programmes'
import type { Month } from '../calendar'
import { isProvisional } from '../rates/table'
import type { HouseholdCase } from './case'
import { benefitSituationOf } from './situation'

/** What a household is told: whether it may receive aid, under which programme, and how much. */
export type Estimate = {
  readonly month: Month
  /** The programme the benefit is of; null when nothing can be paid or too little is known. */
  readonly programme: Programme | null
  readonly eligibility: Eligibility
  /**
   * Null when the household is refused or too little is known. Refused for its income alone, it still has the
   * calculation, which comes to zero: its lines are the explanation.
   */
  readonly benefit: BenefitResult | null
  /** The month is past the last one whose amounts were verified. */
  readonly provisional: boolean
}

/**
 * Whether a household may receive aid, and how much. Throws RangeError without an adult or with more than two, and may
 * throw `NoRateForMonth` before the first month of the tables: whoever takes the month from outside bounds it.
 */
export function estimate(household: HouseholdCase): Estimate {
  const { month } = household
  const applies = programmeOf(household)
  const benefit = benefitOf(household, applies)
  const eligibility = eligibilityOf(household, applies, benefit, benefitOf)
  const shown = eligibility.outcome === 'eligible' || isRefusedForIncomeAlone(eligibility)
  return {
    month,
    programme: shown ? applies : null,
    eligibility,
    benefit: shown ? benefit : null,
    provisional: isProvisional(month),
  }
}

function benefitOf(household: HouseholdCase, programme: Programme): BenefitResult {
  return computeBenefit(benefitSituationOf(household, programme))
}

function isRefusedForIncomeAlone({ outcome, reasons }: Eligibility): boolean {
  return (
    outcome === 'ineligible' &&
    reasons.every(({ code }) => code === 'incomeAboveNeeds' || code === 'incomeAboveDaysLeft')
  )
}
