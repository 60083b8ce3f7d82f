import type { BenefitResult } from '../benefit/line'
import type { Programme } from '../benefit/situation'
import type { HouseholdCase } from '../estimate/case'
import type { Eligibility, ProgrammeOutcome } from './eligibility'
import { income } from './income'
import { verdictsOf } from './programmes'
import { both } from './verdict'
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
  const outcomeOf = (programme: Programme, verdict: Verdict): ProgrammeOutcome => {
    if (!isTelling(verdict)) return answer(programme, verdict)
    if (haveSameNeeds(programme, applies)) return answer(programme, both(verdict, ofApplying))
    if (verdict.is === 'notMet') return answer(programme, verdict)
    return answer(programme, both(verdict, income(benefitOf(household, programme))))
  }
  const socialAssistance = outcomeOf('socialAssistance', verdicts.socialAssistance)
  const socialSolidarity = outcomeOf('socialSolidarity', verdicts.socialSolidarity)
  const basicIncome = outcomeOf('basicIncome', verdicts.basicIncome)
  const aimForEmployment = outcomeOf('aimForEmployment', verdicts.aimForEmployment)
  const byProgramme = { socialAssistance, socialSolidarity, basicIncome, aimForEmployment }
  const { outcome, reasons, questions } = byProgramme[applies]
  const programmes = [socialAssistance, socialSolidarity, basicIncome, aimForEmployment]
  return { outcome, reasons, questions, programmes }
}

function answer(programme: Programme, { is, reasons, questions }: Verdict): ProgrammeOutcome {
  const outcome = is === 'met' ? 'eligible' : is === 'missing' ? 'incomplete' : 'ineligible'
  return { programme, outcome, reasons, questions }
}

/**
 * What is not said counts for no money, so a benefit of nothing refuses even then: knowing more would not raise it. But
 * not when it is unknown whose needs they are, or whether a claimant's amounts are added to them.
 */
function isTelling({ is, questions }: Verdict): boolean {
  if (is !== 'missing') return true
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
