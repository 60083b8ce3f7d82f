import type { CaseAdult, HouseholdCase } from '../estimate/case'
import { absence } from './absence'
import { age } from './age'
import { custody } from './custody'
import { religiousCommunity } from './religious-community'
import { residence } from './residence'
import { status } from './status'
import { studies } from './studies'
import { both, missing, reserve } from './verdict'
import type { Verdict } from './verdict'

const spouseIsStudent = reserve('spouseIsStudent')
const otherAdultRefused = missing('otherAdultRefused')

/**
 * The adults together. All refused: the household is. One of two refused: a student's spouse has amounts of their own
 * (RAPF); for the other grounds no rule was read, and only the office can say what the second adult receives.
 */
export function adults(household: HouseholdCase): Verdict {
  const [first, second] = household.adults
  if (!first) throw new RangeError('A household has one or two adults, not 0')
  const one = ofAdult(first, household)
  const oneStudies = studies(first)
  if (!second) return both(one, oneStudies)
  const other = ofAdult(second, household)
  const otherStudies = studies(second)

  const oneRefused = one.is === 'notMet' || oneStudies.is === 'notMet'
  const otherRefused = other.is === 'notMet' || otherStudies.is === 'notMet'
  if (oneRefused === otherRefused) return both(both(one, oneStudies), both(other, otherStudies))
  return oneRefused
    ? both(oneOfTwo(one), both(other, otherStudies))
    : both(oneOfTwo(other), both(one, oneStudies))
}

/** What the refusal of one adult leaves to the other; `grounds` are without the studies. */
function oneOfTwo(grounds: Verdict): Verdict {
  if (grounds.is !== 'notMet') return both(spouseIsStudent, grounds)
  return { ...otherAdultRefused, reasons: grounds.reasons }
}

/** What is asked of each adult, whatever the programme. Studies are apart: they leave the spouse an amount. */
function ofAdult(adult: CaseAdult, household: HouseholdCase): Verdict {
  const here = both(residence(adult), absence(adult, household))
  const person = both(status(adult, household), age(adult, household))
  return both(both(here, person), both(custody(adult), religiousCommunity(adult)))
}
