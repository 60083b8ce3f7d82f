import { ageBefore, ageOnLastSeptember30 } from './age'
import type { Amounts } from './amounts'
import type { BenefitSituation } from './situation'

/** Who the amounts are for, in the Regulation's terms. */
export type Household = {
  /** A student's spouse counts as one adult: the student has no aid. In Basic Income each adult has a file. */
  readonly adults: 1 | 2
  readonly children: number
  readonly minors: number
  readonly adolescents: number
  readonly hasYoungChild: boolean
  readonly hasHandicappedChild: boolean
  /** "Independent adult": no spouse and no dependent child (RAPF 3.1). */
  readonly independent: boolean
  readonly singleParent: boolean
  /** Of the adults, how many are sheltered, and how many claim refugee protection. */
  readonly sheltered: number
  readonly claimants: number
}

const adolescence = 12
/** Age at which a child is an adult. */
const majority = 18

/** The household of a situation. Throws on no adult or more than two: a defect of the caller. */
export function householdOf(situation: BenefitSituation, amounts: Amounts): Household {
  const { month, spouseOfStudent } = situation
  const { length } = situation.adults
  if (length !== 1 && length !== 2) throw new RangeError(`A household has one or two adults, not ${length}`)

  let minors = 0
  let adolescents = 0
  let hasYoungChild = false
  let hasHandicappedChild = false
  for (const child of situation.children) {
    const age = ageBefore(child.birthDate, month)
    if (age < majority) minors += 1
    if (age >= adolescence && age < majority) adolescents += 1
    hasYoungChild ||= ageOnLastSeptember30(child.birthDate, month) < amounts.temporaryChildUnder.value
    hasHandicappedChild ||= child.handicapSupplement === true
  }
  let sheltered = 0
  let claimants = 0
  for (const adult of situation.adults) {
    if (adult.sheltered === true) sheltered += 1
    if (adult.refugeeClaimant === true) claimants += 1
  }
  const children = situation.children.length
  const alone = length === 1 && !spouseOfStudent
  return {
    adults: spouseOfStudent || situation.programme === 'basicIncome' ? 1 : length,
    children,
    minors,
    adolescents,
    hasYoungChild,
    hasHandicappedChild,
    independent: alone && children === 0,
    singleParent: alone && children > 0,
    sheltered,
    claimants,
  }
}
