import type { Programme } from '../benefit/situation'
import type { HouseholdCase } from '../estimate/case'
import { adults } from './adults'
import { hasBasicIncomeBegun, hasHadItLong, hasSevereConstraint } from './constraint'
import { liquidAssetsAtApplication } from './liquid-assets'
import { moneyKnown } from './money-known'
import { parents } from './parents'
import { both, met, missing, notMet, reserve } from './verdict'
import type { Verdict } from './verdict'

/** First month of the Aim for Employment Program (O.C. 1085-2017; the date is general knowledge). */
const aimForEmploymentFrom = '2018-04'

/** The programme a household is in, or the one its facts lead to. */
export function programmeOf(household: HouseholdCase): Programme {
  if (household.programme !== null) return household.programme
  if (hasSevereConstraint(household)) {
    return hasHadItLong(household) ? 'basicIncome' : 'socialSolidarity'
  }
  return isFirstApplication(household) ? 'aimForEmployment' : 'socialAssistance'
}

/** The verdict of every programme, income left aside. */
export type Verdicts = { readonly [programme in Programme]: Verdict }

/** What each programme's criteria say of a household, all but the income test. */
export function verdictsOf(household: HouseholdCase): Verdicts {
  const common = both(both(adults(household), moneyKnown(household)), individualised(household))
  const socialAssistance = both(
    both(both(common, parents(household)), liquidAssetsAtApplication(household)),
    ofSocialAssistance(household),
  )
  return {
    socialAssistance,
    socialSolidarity: both(common, ofSocialSolidarity(household)),
    basicIncome: both(common, ofBasicIncome(household)),
    // Those who apply for the first time are presumed eligible for Social Assistance: its criteria, and one more.
    aimForEmployment: both(socialAssistance, ofAimForEmployment(household)),
  }
}

const callForSpouse = missing('spouseOnBasicIncome')

/**
 * In a couple with an adult in the Basic Income Program, each has a file with their own needs and resources (RAPF 3.1):
 * a case has one of everything, so it cannot tell them apart.
 */
function individualised(household: HouseholdCase): Verdict {
  return household.adults.length === 2 && programmeOf(household) === 'basicIncome' ? callForSpouse : met
}

const severe = notMet('hasSevereConstraint')
const notSevere = notMet('noSevereConstraint')
const firstApplication = reserve('firstApplication')

/** A household already in a programme is taken at its word: the office has settled the constraint. */
function ofSocialAssistance(household: HouseholdCase): Verdict {
  if (household.programme === 'socialAssistance' || household.programme === 'aimForEmployment') return met
  if (hasSevereConstraint(household) && !isIndividualised(household)) return severe
  return isFirstApplication(household) ? firstApplication : met
}

const toBasicIncome = notMet('goesToBasicIncome')

function ofSocialSolidarity(household: HouseholdCase): Verdict {
  if (household.programme === 'socialSolidarity') return met
  if (!hasSevereConstraint(household)) return notSevere
  const moved = programmeOf(household) === 'basicIncome' && !isIndividualised(household)
  return moved ? toBasicIncome : met
}

function isIndividualised(household: HouseholdCase): boolean {
  return household.adults.length === 2 && programmeOf(household) === 'basicIncome'
}

const tooShort = notMet('severeForTooShort')
const basicIncomeNotYet = notMet('basicIncomeNotYet')
const neither = both(notSevere, tooShort)

/** Admission is automatic: nobody applies. */
function ofBasicIncome(household: HouseholdCase): Verdict {
  const isSevere = household.programme === 'basicIncome' || hasSevereConstraint(household)
  if (!hasBasicIncomeBegun(household.month)) {
    return isSevere ? basicIncomeNotYet : both(notSevere, basicIncomeNotYet)
  }
  if (!isSevere) return neither
  return household.programme === 'basicIncome' || hasHadItLong(household) ? met : tooShort
}

const aimNotYet = notMet('aimForEmploymentNotYet')
const notFirst = notMet('notFirstApplication')
const askFirst = missing('hasHadAssistance')

function ofAimForEmployment(household: HouseholdCase): Verdict {
  if (household.month < aimForEmploymentFrom) return aimNotYet
  if (household.programme === 'aimForEmployment' || isFirstApplication(household)) return met
  const onAssistance = household.programme !== null || household.monthsOnAssistance > 0
  if (onAssistance) return notFirst
  for (const adult of household.adults) if (adult.hasHadAssistance === null) return askFirst
  return notFirst
}

/** One adult at least has never had assistance. That both of a couple need not be first was not read. */
function isFirstApplication({ adults: both, month }: HouseholdCase): boolean {
  if (month < aimForEmploymentFrom) return false
  for (const adult of both) if (adult.hasHadAssistance === false) return true
  return false
}
