import type { RateTable } from './table'

/*
 * Special benefits whose amount or term was read. The others (diets, diabetes, moving, school, the stay in a shelter)
 * are in Schedules I to III of the Regulation, which were not found.
 */

/** For a pregnancy: from the month of the request to that of the birth, none in hospital. An old page only. */
export const pregnancyCents: RateTable = [
  { from: '2016-01', value: 55_00, source: 'oldPage', confidence: 'uncertain' },
]

/** From the purchase to the claim with its proof. */
export const claimDays: RateTable = [
  { from: '2016-01', value: 30, source: 'quebecCaSpecialBenefits', confidence: 'confirmed' },
]

/** Consecutive months of assistance before a free eye exam. */
export const eyeExamWaitMonths: RateTable = [
  { from: '2016-01', value: 12, source: 'quebecCaSpecialBenefits', confidence: 'confirmed' },
]

/** Months between two free eye exams. */
export const eyeExamEveryMonths: RateTable = [
  { from: '2016-01', value: 24, source: 'quebecCaSpecialBenefits', confidence: 'confirmed' },
]
