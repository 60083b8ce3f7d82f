import type { BenefitResult } from '../benefit/line'
import { programmes as shownOrder } from '../benefit/situation'
import type { Programme } from '../benefit/situation'
import type { HouseholdCase } from '../estimate/case'
import type { Eligibility, Outcome, ProgrammeOutcome } from './eligibility'
import { income } from './income'
import { verdictsOf } from './programmes'
import { both, met } from './verdict'
import type { Verdict } from './verdict'

/** Gives the benefit a household would have in a programme. */
export type BenefitOf = (household: HouseholdCase, programme: Programme) => BenefitResult

/**
 * Whether a household may receive aid, from each programme. `benefit` is that of the programme that applies;
 * `benefitOf` is asked only for another one that nothing else refuses, which is rare.
 */
export function eligibilityOf(
  household: HouseholdCase,
  applies: Programme,
  benefit: BenefitResult,
  benefitOf: BenefitOf,
): Eligibility {
  const verdicts = verdictsOf(household, applies)
  const ofApplying = income(benefit)
  const programmes: ProgrammeOutcome[] = []
  let applying: ProgrammeOutcome | null = null
  for (const programme of shownOrder) {
    const verdict = verdicts[programme]
    let test = met
    if (isTelling(verdict)) {
      if (haveSameNeeds(programme, applies)) test = ofApplying
      else if (verdict.is !== 'notMet') test = income(benefitOf(household, programme))
    }
    const { is, reasons, questions } = both(verdict, test)
    const outcome: ProgrammeOutcome = { programme, outcome: outcomes[is], reasons, questions }
    if (programme === applies) applying = outcome
    programmes.push(outcome)
  }
  const { outcome, reasons, questions } = applying!
  return { outcome, reasons, questions, programmes }
}

/**
 * What is not said counts for no money, so a benefit of nothing refuses even then: knowing more would not raise it. But
 * not when it is unknown whose needs they are, or whether a claimant's amounts are added to them.
 */
function isTelling({ questions }: Verdict): boolean {
  for (const { code } of questions) {
    if (code === 'status' || code === 'otherAdultRefused' || code === 'spouseOnBasicIncome') return false
  }
  return true
}

/** Aim for Employment pays the needs of Social Assistance. */
function haveSameNeeds(one: Programme, other: Programme): boolean {
  return one === other || (isAssistance(one) && isAssistance(other))
}

function isAssistance(programme: Programme): boolean {
  return programme === 'socialAssistance' || programme === 'aimForEmployment'
}

const outcomes: { readonly [is in Verdict['is']]: Outcome } = {
  met: 'eligible',
  missing: 'incomplete',
  notMet: 'ineligible',
}
