import type { RateTable } from './table'

/*
 * Social Solidarity Program, per month. Read: 2022 and 2023 (one adult), 2026 totals (one and two adults).
 *
 * One adult, 2024 and 2025: not read. Both programmes are indexed by the same notices every January 1, so
 * the basic benefit follows the Social Assistance one: 1102 x 762/725 = 1158, x 784/762 = 1191, and the next
 * step, x 800/784 = 1215, is exactly the published total of 2026 less the adjustment. Because it closes on
 * an amount that was read, the derivation is kept, marked `uncertain`.
 * Before 2022, and for couples before 2026, nothing was found: those months have no rate.
 */

export const basicOneAdultCents: RateTable = [
  { from: '2026-01', value: 1_215_00, source: 'argentQc2026', confidence: 'uncertain' },
  { from: '2025-01', value: 1_191_00, source: 'indexedAlike', confidence: 'uncertain' },
  { from: '2024-01', value: 1_158_00, source: 'indexedAlike', confidence: 'uncertain' },
  { from: '2023-01', value: 1_102_00, source: 'quebecCa2023', confidence: 'confirmed' },
  { from: '2022-01', value: 1_035_00, source: 'quebecCa2022', confidence: 'confirmed' },
]

/** The total of a couple, adjustment included: the two parts were never read apart. */
export const totalTwoAdultsCents: RateTable = [
  { from: '2026-01', value: 1_934_00, source: 'argentQc2026', confidence: 'uncertain' },
]

export const basicSpouseOfStudentCents: RateTable = [
  // Not found after 2022, and no later amount to close a derivation on: the one known stays in force.
  { from: '2023-01', value: 524_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2022-01', value: 524_00, source: 'quebecCa2022', confidence: 'confirmed' },
]

/** Added to the basic benefit of one adult and of a student's spouse. Not indexed between 2022 and 2023. */
export const adjustmentCents: RateTable = [
  { from: '2024-01', value: 103_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 103_00, source: 'quebecCa2023', confidence: 'confirmed' },
  { from: '2022-01', value: 103_00, source: 'quebecCa2022', confidence: 'confirmed' },
  // Social Assistance had 35 $ and 45 $ in these two years; nothing was read for this programme.
  { from: '2020-01', value: 25_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2019-01', value: 25_00, source: 'quebecCa2019', confidence: 'confirmed' },
]

/**
 * Instead of that adjustment, for an adult with a severe constraint in 66 of the last 72 months: 1 035 $ and 365 $ are
 * the published 1 400 $ of 2022. It began in 2018-02; Basic Income replaces it since 2023-01.
 */
export const adjustment6672Cents: RateTable = [
  { from: '2023-01', value: 0, source: 'oc1140_2022', confidence: 'confirmed' },
  { from: '2022-01', value: 365_00, source: 'quebecCa2022', confidence: 'confirmed' },
  { from: '2020-01', value: 145_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2019-01', value: 145_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2018-02', value: 73_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 0, source: 'quebecCa2019', confidence: 'uncertain' },
]

/** The same for a couple. Its amount of 2022 was not found. */
export const adjustment6672TwoAdultsCents: RateTable = [
  { from: '2023-01', value: 0, source: 'oc1140_2022', confidence: 'confirmed' },
  { from: '2020-01', value: 130_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2019-01', value: 130_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2018-02', value: 88_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 0, source: 'quebecCa2019', confidence: 'uncertain' },
]
