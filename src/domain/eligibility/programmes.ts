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
  if (hasSevereConstraint(household)) return hasHadItLong(household) ? 'basicIncome' : 'socialSolidarity'
  return isFirstApplication(household) ? 'aimForEmployment' : 'socialAssistance'
}

/** The verdict of every programme, income left aside. */
export type Verdicts = { readonly [programme in Programme]: Verdict }

/** What the criteria of each programme say of a household, all but the income test. `applies` is `programmeOf` it. */
export function verdictsOf(household: HouseholdCase, applies: Programme): Verdicts {
  const twoFiles = household.adults.length === 2 && applies === 'basicIncome'
  const person = both(adults(household), moneyKnown(household))
  const common = twoFiles ? both(person, callForSpouse) : person
  const facts: Facts = {
    household,
    severe: hasSevereConstraint(household),
    first: isFirstApplication(household),
    // In a couple, only the office can tell which adult goes where.
    moves: applies === 'basicIncome' && !twoFiles,
    twoFiles,
  }
  const assistance = both(
    both(common, ofSocialAssistance(facts)),
    both(parents(household), liquidAssetsAtApplication(household)),
  )
  return {
    socialAssistance: assistance,
    socialSolidarity: both(common, ofSocialSolidarity(facts)),
    basicIncome: both(common, ofBasicIncome(facts)),
    // Those who apply for the first time are presumed eligible for Social Assistance: its criteria, and one more.
    aimForEmployment: both(assistance, ofAimForEmployment(facts)),
  }
}

/**
 * In a couple with an adult in the Basic Income Program, each has a file with their own needs and resources (RAPF 3.1):
 * a case has one of everything, so it cannot tell them apart.
 */
const callForSpouse = missing('spouseOnBasicIncome')

/** What the programmes ask of a household, worked out once. */
type Facts = {
  readonly household: HouseholdCase
  readonly severe: boolean
  readonly first: boolean
  readonly moves: boolean
  readonly twoFiles: boolean
}

const severeConstraint = notMet('hasSevereConstraint')
const noSevereConstraint = notMet('noSevereConstraint')
const firstApplication = reserve('firstApplication')

/** A household already in a programme is taken at its word: the office has settled the constraint. */
function ofSocialAssistance({ household: { programme }, severe, first, twoFiles }: Facts): Verdict {
  if (programme === 'socialAssistance' || programme === 'aimForEmployment') return met
  if (severe && !twoFiles) return severeConstraint
  return first ? firstApplication : met
}

const toBasicIncome = notMet('goesToBasicIncome')

function ofSocialSolidarity({ household: { programme }, severe, moves }: Facts): Verdict {
  if (programme === 'socialSolidarity') return met
  if (!severe) return noSevereConstraint
  return moves ? toBasicIncome : met
}

const tooShort = notMet('severeForTooShort')
const basicIncomeNotYet = notMet('basicIncomeNotYet')
const neverSevere = both(noSevereConstraint, tooShort)
const neverSevereNotYet = both(noSevereConstraint, basicIncomeNotYet)

/** Admission is automatic: nobody applies. */
function ofBasicIncome({ household, severe }: Facts): Verdict {
  const isIn = household.programme === 'basicIncome'
  if (!hasBasicIncomeBegun(household.month)) return severe || isIn ? basicIncomeNotYet : neverSevereNotYet
  if (isIn) return met
  if (!severe) return neverSevere
  return hasHadItLong(household) ? met : tooShort
}

const aimNotYet = notMet('aimForEmploymentNotYet')
const notFirst = notMet('notFirstApplication')
const askFirst = missing('hasHadAssistance')

function ofAimForEmployment({ household, first }: Facts): Verdict {
  if (household.month < aimForEmploymentFrom) return aimNotYet
  if (first || household.programme === 'aimForEmployment') return met
  // A household on assistance has had it.
  if (household.programme !== null || household.monthsOnAssistance > 0) return notFirst
  for (const adult of household.adults) if (adult.hasHadAssistance === null) return askFirst
  return notFirst
}

/** One adult at least has never had assistance. Whether both of a couple must be first was not read. */
function isFirstApplication(household: HouseholdCase): boolean {
  if (household.month < aimForEmploymentFrom) return false
  for (const adult of household.adults) if (adult.hasHadAssistance === false) return true
  return false
}
