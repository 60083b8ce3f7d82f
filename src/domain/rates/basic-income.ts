import type { RateTable } from './table'

/*
 * Basic Income Program, per month unless said otherwise. It began on 2023-01-01. Only its first amounts were found:
 * they stay in force, uncertain, though they are indexed every January 1 like the others. The 1 138 $ announced in 2022
 * was replaced by 1 211 $ before anybody was paid.
 */

export const basicCents: RateTable = [
  { from: '2024-01', value: 1_211_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 1_211_00, source: 'basicIncome2023', confidence: 'confirmed' },
]

/** Added for an adult without a spouse (total 1 548 $). */
export const singlePersonCents: RateTable = [
  { from: '2024-01', value: 337_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 337_00, source: 'basicIncome2023', confidence: 'confirmed' },
]

/** Added for each dependent child under 18. */
export const minorChildCents: RateTable = [
  { from: '2024-01', value: 20_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 20_00, source: 'rapf177_74', confidence: 'confirmed' },
]

/** Added for each dependent child of 18 or more in vocational or post-secondary studies. */
export const adultStudentChildCents: RateTable = [
  { from: '2024-01', value: 345_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 345_00, source: 'rapf177_74', confidence: 'confirmed' },
]

/** Work income of a year that lowers nothing: twelve times the basic benefit. */
export const yearlyWorkExclusionCents: RateTable = [
  { from: '2024-01', value: 14_532_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 14_532_00, source: 'basicIncome2023', confidence: 'confirmed' },
]

/** What each dollar above it takes off, the year after, from the tax return. */
export const yearlyReductionBasisPoints: RateTable = [
  { from: '2023-01', value: 5_500, source: 'basicIncome2023', confidence: 'confirmed' },
]

/** Liquid assets the adult may hold. */
export const liquidAssetsCents: RateTable = [
  { from: '2024-01', value: 20_000_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 20_000_00, source: 'press2023', confidence: 'confirmed' },
]

/** Liquid assets left out for a spouse who has no assistance (RAPF 177.100). */
export const spouseLiquidAssetsCents: RateTable = [
  { from: '2024-01', value: 50_000_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 50_000_00, source: 'rapf177_100', confidence: 'confirmed' },
]
