import type { BenefitSituation } from './situation'

/** Who the amounts are for, in the Regulation's terms. */
export type Household = {
  /** A student's spouse counts as one adult: the student has no aid. */
  readonly adults: 1 | 2
  readonly children: number
  /** "Independent adult": no spouse and no dependent child (RAPF 3.1). */
  readonly independent: boolean
  readonly singleParent: boolean
}

/** The household of a situation. Throws on no adult or more than two: a defect of the caller. */
export function householdOf(situation: BenefitSituation): Household {
  const { length } = situation.adults
  if (length !== 1 && length !== 2) throw new RangeError(`A household has one or two adults, not ${length}`)
  const children = situation.children.length
  const alone = length === 1 && !situation.spouseOfStudent
  return {
    adults: situation.spouseOfStudent ? 1 : length,
    children,
    independent: alone && children === 0,
    singleParent: alone && children > 0,
  }
}
