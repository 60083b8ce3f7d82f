import type { RateTable } from './table'

/*
 * What is left out of income, per month, and the supplement. Social Solidarity excluded only 100 $ of work
 * before 2019-01; none of its amounts is known that early, so one table serves both programmes.
 */

/** Work income left out for a household of one adult (RAPF 114). */
export const workExclusionOneAdultCents: RateTable = [
  { from: '2016-01', value: 200_00, source: 'rapf114', confidence: 'confirmed' },
]

/** The same for two adults together. */
export const workExclusionTwoAdultsCents: RateTable = [
  { from: '2016-01', value: 300_00, source: 'rapf114', confidence: 'confirmed' },
]

/** Share of counted work income added back to the benefit (RAPF 154.1). */
export const supplementBasisPoints: RateTable = [
  { from: '2025-01', value: 2_500, source: 'adel228445', confidence: 'confirmed' },
  { from: '2016-01', value: 0, source: 'adel228445', confidence: 'confirmed' },
]

/** The supplement needs at least this much benefit without it. */
export const supplementMinimumCents: RateTable = [
  { from: '2016-01', value: 1_00, source: 'adel228445', confidence: 'confirmed' },
]

/** Child support left out per dependent child. Known from the press only; the Regulation was not read. */
export const childSupportExclusionCents: RateTable = [
  { from: '2023-04', value: 500_00, source: 'press2022', confidence: 'uncertain' },
  { from: '2019-10', value: 350_00, source: 'press2019', confidence: 'uncertain' },
  { from: '2016-01', value: 100_00, source: 'press2019', confidence: 'uncertain' },
]

/** Gifts of money left out, for the household. Nothing was named before 2019. */
export const giftExclusionCents: RateTable = [
  { from: '2019-01', value: 100_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 0, source: 'quebecCa2019', confidence: 'uncertain' },
]

/** Employment-assistance allowance left out, per adult. */
export const trainingExclusionCents: RateTable = [
  { from: '2019-02', value: 222_00, source: 'adel42776', confidence: 'confirmed' },
  { from: '2016-01', value: 196_00, source: 'adel42776', confidence: 'confirmed' },
]

/** The same for a single parent. Its amount before 2019-02 was not read: that of every adult is used. */
export const trainingExclusionSingleParentCents: RateTable = [
  { from: '2019-02', value: 353_00, source: 'adel42776', confidence: 'confirmed' },
  { from: '2016-01', value: 196_00, source: 'adel42776', confidence: 'uncertain' },
]

/** Support allowance left out, per adult. Its first month was not read. */
export const supportExclusionCents: RateTable = [
  { from: '2019-02', value: 130_00, source: 'adel42776', confidence: 'confirmed' },
  { from: '2016-01', value: 130_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Income counted for one person in each room rented from the second, whatever is collected. */
export const roomCents: RateTable = [
  { from: '2016-01', value: 125_00, source: 'adel42440', confidence: 'confirmed' },
]
