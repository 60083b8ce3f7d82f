import type { RateTable } from './table'

/*
 * Social Assistance Program, per month (RAPF; indexed every January 1).
 *
 * 2016-2022: parameters of CREEi, whose annual figures are twelve times these. They give totals; the split
 * between the basic benefit and its adjustment follows the adjustment published by Québec.ca.
 * 2023 couples, 2024 and later: no scale of the ministry was read. The finance ministry's calculator (its
 * edition of 2023-12, and a transcription of that of 2025-12) and the source named beside each entry agree
 * on the totals of each year (770/1167, 807/1224, 829/1258, 845/1283), hence `secondary`. For 2026 the
 * totals are so supported but their split is not: both parts are `uncertain`, their sum is not in doubt.
 */

export const basicOneAdultCents: RateTable = [
  { from: '2026-01', value: 800_00, source: 'argentQc2026', confidence: 'uncertain' },
  { from: '2025-01', value: 784_00, source: 'note2025', confidence: 'secondary' },
  // RAPF 57 (2024) gives 662 $ with a parent, that is 100 $ less; the finance ministry's total is 807 $.
  { from: '2024-01', value: 762_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2023-01', value: 725_00, source: 'quebecCa2023', confidence: 'confirmed' },
  { from: '2022-01', value: 681_00, source: 'quebecCa2022', confidence: 'confirmed' },
  { from: '2021-01', value: 663_00, source: 'creei', confidence: 'confirmed' },
  { from: '2020-01', value: 655_00, source: 'creei', confidence: 'confirmed' },
  { from: '2019-01', value: 644_00, source: 'creei', confidence: 'confirmed' },
  { from: '2018-01', value: 633_00, source: 'creei', confidence: 'confirmed' },
  { from: '2017-01', value: 628_00, source: 'creei', confidence: 'confirmed' },
  { from: '2016-01', value: 623_00, source: 'creei', confidence: 'confirmed' },
]

export const basicTwoAdultsCents: RateTable = [
  { from: '2026-01', value: 1_238_00, source: 'argentQc2026', confidence: 'uncertain' },
  { from: '2025-01', value: 1_213_00, source: 'note2025', confidence: 'secondary' },
  { from: '2024-01', value: 1_179_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2023-01', value: 1_122_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2022-01', value: 1_054_00, source: 'creei', confidence: 'confirmed' },
  { from: '2021-01', value: 1_027_00, source: 'creei', confidence: 'confirmed' },
  { from: '2020-01', value: 1_014_00, source: 'creei', confidence: 'confirmed' },
  { from: '2019-01', value: 997_00, source: 'creei', confidence: 'confirmed' },
  { from: '2018-01', value: 980_00, source: 'creei', confidence: 'confirmed' },
  { from: '2017-01', value: 972_00, source: 'creei', confidence: 'confirmed' },
  { from: '2016-01', value: 965_00, source: 'creei', confidence: 'confirmed' },
]

export const basicSpouseOfStudentCents: RateTable = [
  // Not found after 2023. Indexing it would have nothing to close on, so the amount known stays in force.
  { from: '2024-01', value: 200_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 200_00, source: 'quebecCa2023', confidence: 'confirmed' },
  { from: '2022-01', value: 188_00, source: 'quebecCa2022', confidence: 'confirmed' },
]

/** Added to the basic benefit, whatever the household. It began on 2018-02-01. */
export const adjustmentCents: RateTable = [
  { from: '2026-01', value: 45_00, source: 'argentQc2026', confidence: 'uncertain' },
  { from: '2025-01', value: 45_00, source: 'note2025', confidence: 'secondary' },
  // Read in no scale of 2024; basic benefit and total of that year leave exactly this.
  { from: '2024-01', value: 45_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2022-01', value: 45_00, source: 'quebecCa2022', confidence: 'confirmed' },
  // Inferred from the totals of 2021 (708 and 1 072 $).
  { from: '2021-01', value: 45_00, source: 'creei', confidence: 'uncertain' },
  { from: '2020-01', value: 35_00, source: 'creei', confidence: 'confirmed' },
  { from: '2019-01', value: 25_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2018-02', value: 15_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 0, source: 'quebecCa2019', confidence: 'confirmed' },
]

/**
 * What living with a parent takes off the basic benefit (RAPF 57). The regulation states lowered amounts,
 * not a difference: 523/865 against 623/965 in 2016, 662/1079 against 762/1179 in 2024, 684/1113 against
 * 784/1213 in 2025. The difference is 100 $ in every year both were read, so it carries over to 2026.
 */
export const livingWithParentsCents: RateTable = [
  { from: '2026-01', value: 100_00, source: 'totalsCompared', confidence: 'uncertain' },
  { from: '2016-01', value: 100_00, source: 'totalsCompared', confidence: 'secondary' },
]

/**
 * Single-adult adjustment (RAPF 67.3). Sources conflict: the copy of the Regulation read shows the 20 $ of
 * its creation in 2014; three independent calculators use 40 $ in 2016 and 50 $ from 2017 to 2026. The
 * calculators are followed: they are newer than the text shown, and agree; the mark stays `uncertain`.
 */
export const singleAdultCents: RateTable = [
  { from: '2017-01', value: 50_00, source: 'creei', confidence: 'uncertain' },
  { from: '2016-01', value: 40_00, source: 'creei', confidence: 'uncertain' },
]

/** Consecutive months of assistance before the single-adult adjustment is paid (RAPF 67.3). */
export const singleAdultWaitMonths: RateTable = [
  { from: '2016-01', value: 6, source: 'rapf67_3', confidence: 'confirmed' },
]

/** Temporarily limited capacity allowance: one adult, or one of two (2026: 1014 less 845, 1452 less 1283). */
export const temporaryOneAdultCents: RateTable = [
  { from: '2026-01', value: 169_00, source: 'argentQc2026', confidence: 'secondary' },
  { from: '2025-01', value: 166_00, source: 'note2025', confidence: 'secondary' },
  { from: '2024-01', value: 161_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2023-01', value: 153_00, source: 'quebecCa2023', confidence: 'confirmed' },
  { from: '2022-01', value: 144_00, source: 'creei', confidence: 'confirmed' },
  { from: '2021-01', value: 140_00, source: 'creei', confidence: 'confirmed' },
  { from: '2020-01', value: 138_00, source: 'creei', confidence: 'confirmed' },
  { from: '2019-01', value: 136_00, source: 'creei', confidence: 'confirmed' },
  { from: '2018-01', value: 134_00, source: 'creei', confidence: 'confirmed' },
  { from: '2017-01', value: 133_00, source: 'creei', confidence: 'confirmed' },
  { from: '2016-01', value: 132_00, source: 'creei', confidence: 'confirmed' },
]

/** The same allowance when both adults of a couple have it. */
export const temporaryTwoAdultsCents: RateTable = [
  { from: '2026-01', value: 291_00, source: 'argentQc2026', confidence: 'secondary' },
  { from: '2025-01', value: 285_00, source: 'note2025', confidence: 'secondary' },
  { from: '2024-01', value: 277_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2023-01', value: 264_00, source: 'finances2023', confidence: 'secondary' },
  { from: '2022-01', value: 248_00, source: 'creei', confidence: 'confirmed' },
  { from: '2021-01', value: 242_00, source: 'creei', confidence: 'confirmed' },
  { from: '2020-01', value: 239_00, source: 'creei', confidence: 'confirmed' },
  { from: '2019-01', value: 235_00, source: 'creei', confidence: 'confirmed' },
  { from: '2018-01', value: 231_00, source: 'creei', confidence: 'confirmed' },
  { from: '2017-01', value: 229_00, source: 'creei', confidence: 'confirmed' },
  { from: '2016-01', value: 227_00, source: 'creei', confidence: 'confirmed' },
]

/** Age that gives the allowance by itself. The Act of 2024 withdraws this ground, on a date not found. */
export const temporaryFromAgeYears: RateTable = [
  { from: '2025-01', value: 58, source: 'act2024', confidence: 'uncertain' },
  { from: '2016-01', value: 58, source: 'quebecCaAllowances', confidence: 'confirmed' },
]

/**
 * A single parent has the allowance while a child was under this age on the last September 30. The same Act
 * withdraws this ground too.
 */
export const temporaryChildUnderYears: RateTable = [
  { from: '2025-01', value: 5, source: 'act2024', confidence: 'uncertain' },
  { from: '2016-01', value: 5, source: 'quebecCaAllowances', confidence: 'confirmed' },
]

/** A pregnant adult has the allowance from this week. The Act of 2024 keeps it, as a health constraint. */
export const temporaryPregnancyWeeks: RateTable = [
  { from: '2016-01', value: 20, source: 'quebecCaAllowances', confidence: 'confirmed' },
]

/**
 * Basic benefit of an adult in a CHSLD, a hospital or a rehabilitation centre, in both programmes. The page of 2019 had
 * 245 $; that of today refers to the RAMQ and gives none.
 */
export const shelteredCents: RateTable = [
  { from: '2020-01', value: 245_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2019-01', value: 245_00, source: 'quebecCa2019', confidence: 'uncertain' },
  { from: '2016-01', value: 245_00, source: 'firstKnown', confidence: 'uncertain' },
]
