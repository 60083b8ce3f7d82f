import { computeBenefit } from '../../src/domain/benefit/compute'
import type { Benefit } from '../../src/domain/benefit/line'
import type { BenefitSituation } from '../../src/domain/benefit/situation'
import { addMonths, type Day, type Month, monthsBetween } from '../../src/domain/calendar'
import { cents } from '../../src/domain/money'
import { type IncomeReport, knownIncome } from '../../src/domain/statement/known-income'
import { constraintIn, type MadeHousehold, situationIn } from './households'

/** What the payment of `month` depends on, from everything reported up to now. */
export function benefitSituation(
  household: MadeHousehold,
  month: Month,
  reports: readonly IncomeReport[],
): BenefitSituation {
  const situation = situationIn(household, month)
  const income = knownIncome(reports, addMonths(month, -1))
  return {
    month,
    programme: situation.programme,
    adults: household.adults.map((adult) => ({
      id: adult.id,
      birthDate: adult.birthDate,
      constraint: constraintIn(adult, month),
    })),
    children: household.children.map(({ birthDate }) => ({ birthDate })),
    livesWithParents: situation.livesWithParents,
    spouseOfStudent: situation.spouseOfStudent,
    subsidisedDwelling: situation.subsidisedDwelling,
    monthsOnAssistance: Math.max(0, monthsBetween(situation.onAssistanceSince, month)),
    income: { work: income.work, selfEmployment: income.selfEmployment, other: income.otherIncome },
    liquidAssetsCents: income.liquidCents,
    recoveryWithholdingCents: cents(situation.recoveryCents),
  }
}

/** A benefit, and its text as the database keeps it. */
export type Payment = { readonly benefit: Benefit; readonly text: string }

/**
 * Computes payments by the domain's own rules, once for all the households in the same situation: most of a province
 * has no income, and differs by age and family only.
 */
export function paymentsOnce(): (situation: BenefitSituation) => Payment | null {
  const known = new Map<string, Payment | null>()
  return (situation) => {
    const same = sameFor(situation)
    const key = JSON.stringify(same)
    const found = known.get(key)
    if (found !== undefined) return found
    const benefit = computeBenefit(same)
    const payment = benefit.computed ? { benefit, text: JSON.stringify(benefit) } : null
    // The common situations come first and stay; the others are not worth their memory.
    if (known.size < 20_000) known.set(key, payment)
    return payment
  }
}

/** The same situation without what no rule looks at: who, on which day of their month, after how many years. */
function sameFor(situation: BenefitSituation): BenefitSituation {
  const inMonth = ({ birthDate }: { readonly birthDate: Day }) => `${birthDate.slice(0, 7)}-01` as Day
  const { income } = situation
  return {
    ...situation,
    adults: situation.adults.map((adult) => ({ ...adult, id: '', birthDate: inMonth(adult) })),
    children: situation.children.map((child) => ({ birthDate: inMonth(child) })),
    monthsOnAssistance: Math.min(situation.monthsOnAssistance, 24),
    income: {
      work: income.work.map((job) => ({ ...job, adultId: '', employer: '' })),
      selfEmployment: income.selfEmployment.map((one) => ({ ...one, adultId: '', activity: '' })),
      other: income.other.map((one) => ({ ...one, adultId: '' })),
    },
  }
}
