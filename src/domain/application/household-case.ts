import { addMonths, type Day, monthOf, yearOf } from '../calendar'
import { type Draft, tickedIn, valueOf } from '../draft'
import type { CaseChild, HouseholdCase } from '../estimate/case'
import { type Cents, cents } from '../money'
import { benefitIn, receivedBy } from './earnings'
import { adultsOf, ageOn, childName, childrenOf, dayIn, sharesHome } from './facts'
import { prune } from './journey'
import { adultOf } from './person'
import { numberIn } from './reading'
import { givenAwayOf, liquidAssetsOf, propertyOf } from './possessions'

const MAJORITY = 18
/** A child of this age had another on the last September 30, which is the one that counts. */
const SCHOOL_AGE = 5
const DAYS_OF_CUSTODY = 14

/**
 * The household an application describes, applying on a day. What is not answered yet, or not known, is null where the
 * estimate can say so, and otherwise counts for nothing.
 */
export function caseOf(typed: Draft, day: Day): HouseholdCase {
  const draft = prune(typed, day)
  const adults = adultsOf(draft)
  return {
    month: monthOf(day),
    applicationDay: day,
    programme: null,
    adults: adults.map((adult) => adultOf(draft, adult, day)),
    children: childrenOf(draft).flatMap((index) => childOf(draft, index, day) ?? []),
    liquidAssetsCents: liquidAssetsOf(draft, adults),
    property: propertyOf(draft, adults),
    givenAway: givenAwayOf(draft, adults, day),
    // Who applies has no month of assistance just behind them.
    monthsOnAssistance: 0,
    // The office knows who leaves Aim for Employment or holds a claim slip: nobody is asked.
    comesFromOtherProgramme: false,
    subsidisedHousing: valueOf(draft, 'dwelling') === 'subsidised',
    sharesDwelling: sharesHome(draft),
    shelterAllowanceMonthlyCents: adults
      .filter((adult) => receivedBy(draft, adult).includes('shelterAllowance'))
      .reduce<Cents>(
        (sum, adult) => cents(sum + (benefitIn(draft, adult, 'shelterAllowance') ?? 0)),
        cents(0),
      ),
    // Set by a decision of the office.
    recoveryWithholdingMonthlyCents: cents(0),
  }
}

/** The last pay of a job that ended, and a benefit that does not go on. */
const ends = /^(?:spouse\.)?(?:jobs\.\d+\.lastPay|(incomes\.\w+)\.amount)$/

/**
 * The same household in the whole month that follows: without what has ended, which counts in the month of application
 * and not in the next (ADEL 42623).
 */
export function caseOfNextMonth(typed: Draft, day: Day): HouseholdCase {
  const goesOn = (name: string): boolean => {
    const found = ends.exec(name)
    if (!found) return true
    const [, income] = found
    return income !== undefined && valueOf(typed, name.replace(/amount$/, 'goesOn')) !== 'no'
  }
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => goesOn(name)))
  return { ...caseOf(kept, day), month: addMonths(monthOf(day), 1), applicationDay: null }
}

/** A child as the estimate takes them. One whose birth date is not said yet is left out until it is: null. */
export function childOf(draft: Draft, index: number, day: Day): CaseChild | null {
  const value = (name: string): string => valueOf(draft, childName(index, name))
  const age = childAge(dayIn(draft, childName(index, 'birthDate')), day)
  if (age === null) return null
  return {
    age,
    emancipated:
      tickedIn(draft, childName(index, 'childIs'), ['married', 'parent', 'emancipated']).length > 0,
    student: age < MAJORITY || value('inSchool') === 'yes',
    custodyPercent: custodyPercent(value('lives'), numberIn(draft, childName(index, 'custodyDays'))),
    handicapSupplement: value('handicap') === 'yes',
    // The family allowance and the Canada child benefit need not be declared (RAPF 111): taken as received in full.
    familyAllowanceMonthlyCents: null,
    canadaChildBenefitMonthlyCents: null,
  }
}

/** Whole years; of a child of 5, those of the last September 30. A child to be born is none. */
function childAge(birth: Day | null, day: Day): number | null {
  const age = ageOn(birth, day)
  if (age !== SCHOOL_AGE) return age
  const year = day.slice(5) >= '09-30' ? yearOf(day) : yearOf(day) - 1
  return ageOn(birth, `${year}-09-30` as Day)
}

/** Days of two weeks, in percent. A child placed without a return has left; one away for a time has not. */
function custodyPercent(lives: string, days: number | null): number {
  if (lives === 'placedForGood') return 0
  // Shared, and not said how: as if here all the time, until it is.
  if (lives !== 'sharedCustody' || days === null) return 100
  return Math.min(100, Math.round((days / DAYS_OF_CUSTODY) * 100))
}
