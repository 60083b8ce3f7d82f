import type { RateTable } from './table'

/*
 * What is left out of income, per month, and the supplement.
 */

/** Work income left out for a household of one adult (RAPF 114), except in Social Solidarity before 2019. */
export const workExclusionOneAdultCents: RateTable = [
  { from: '2016-01', value: 200_00, source: 'rapf114', confidence: 'confirmed' },
]

/** The same for two adults together. */
export const workExclusionTwoAdultsCents: RateTable = [
  { from: '2016-01', value: 300_00, source: 'rapf114', confidence: 'confirmed' },
]

/** Social Solidarity left out 100 $ of work, whatever the household, until 2018-12. */
export const solidarityWorkExclusionOneAdultCents: RateTable = [
  { from: '2019-01', value: 200_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 100_00, source: 'quebecCa2019', confidence: 'confirmed' },
]

export const solidarityWorkExclusionTwoAdultsCents: RateTable = [
  { from: '2019-01', value: 300_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 100_00, source: 'quebecCa2019', confidence: 'confirmed' },
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

/** Counted for each other person of the same household in a room. */
export const roomAdditionalPersonCents: RateTable = [
  { from: '2016-01', value: 50_00, source: 'adel42440', confidence: 'confirmed' },
]

/** Income that ceased is ignored the month after when it had lasted this long (RAPF 111; ADEL 42629). */
export const ceasedIncomeLastedMonths: RateTable = [
  { from: '2016-01', value: 3, source: 'adel42629', confidence: 'confirmed' },
]

/** "With diligence": declared by the end of this many months after the one it began in. */
export const declaredWithinMonths: RateTable = [
  { from: '2016-01', value: 1, source: 'adel42606', confidence: 'confirmed' },
]
