import type { BenefitResult } from '../benefit/line'
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
  const verdicts = verdictsOf(household)
  const ofApplying = income(benefit)
  const outcomeOf = (programme: Programme): ProgrammeOutcome => {
    const verdict = verdicts[programme]
    if (haveSameNeeds(programme, applies)) return answer(programme, both(verdict, ofApplying))
    const test = verdict.is === 'met' ? income(benefitOf(household, programme)) : met
    return answer(programme, both(verdict, test))
  }
  const programmes = [
    outcomeOf('socialAssistance'),
    outcomeOf('socialSolidarity'),
    outcomeOf('basicIncome'),
    outcomeOf('aimForEmployment'),
  ]
  const { outcome, reasons, questions } =
    programmes.find((one) => one.programme === applies) ?? programmes[0]!
  return { outcome, reasons, questions, programmes }
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

function answer(programme: Programme, { is, reasons, questions }: Verdict): ProgrammeOutcome {
  return { programme, outcome: outcomes[is], reasons, questions }
}
