import { hasDependentChild } from '../estimate/dependent-child'
import type { CaseAdult, HouseholdCase } from '../estimate/case'
import { met, missing, notMet, reserve } from './verdict'
import type { Verdict } from './verdict'

const majority = 18
const oldAge = 65

const unknown = missing('emancipated')
const tooYoung = notMet('minorNotEmancipated')
const pensionFirst = reserve('oldAgeSecurityFirst')

/**
 * 18 or over; or a minor who was married, is a parent of a dependent child, or is fully emancipated (ADEL 42404). No
 * age is too old, but other rights come first (LAPF 63): from 65, the Old Age Security pension.
 */
export function age(adult: CaseAdult, household: HouseholdCase): Verdict {
  if (adult.age >= oldAge) return pensionFirst
  if (adult.age >= majority || adult.emancipated === true) return met
  if (hasDependentChild(household)) return met
  return adult.emancipated === null ? unknown : tooYoung
}
