import { benefitsOnce } from '../../src/domain/benefit/once'
import type { Benefit } from '../../src/domain/benefit/line'
import type { BenefitSituation } from '../../src/domain/benefit/situation'
import { addMonths, type Month, monthsBetween } from '../../src/domain/calendar'
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

/** Computes payments once for all the households in the same situation (`benefitsOnce`), and keeps the text of each. */
export function paymentsOnce(): (situation: BenefitSituation) => Payment | null {
  const benefitFor = benefitsOnce()
  const texts = new WeakMap<Benefit, string>()
  return (situation) => {
    const benefit = benefitFor(situation)
    if (!benefit.computed) return null
    const text = texts.get(benefit) ?? JSON.stringify(benefit)
    texts.set(benefit, text)
    return { benefit, text }
  }
}
