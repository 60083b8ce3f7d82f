import type { RateTable } from './table'

/*
 * Liquid assets a household may hold on the day of application to Social Assistance (LAPF 48). Above, it is not
 * admitted until the month's end. The test does not apply to Social Solidarity.
 *
 * Two versions of the ministry's page were read, of about 2019 and about 2021; their first month is approximate. They
 * agree, except on the third child and each one more: 254 $, then 280 $. Nothing was read for before 2019 or after 2023,
 * but the note of 2025, which repeats 887 $ for one adult and gives 1 340 $ for two where the pages had 1 319 $. The
 * note is followed from 2025 for the couple without a child: it is newer, it cites the ministry, and too high a limit
 * sends nobody away. It says nothing of couples with children: the pages stay in force for them.
 */

export const oneAdultCents: RateTable = [
  { from: '2025-01', value: 887_00, source: 'note2025', confidence: 'secondary' },
  { from: '2024-01', value: 887_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 887_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 887_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 887_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const oneAdultOneChildCents: RateTable = [
  { from: '2024-01', value: 1_268_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_268_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 1_268_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_268_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const oneAdultTwoChildrenCents: RateTable = [
  { from: '2024-01', value: 1_502_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_502_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 1_502_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_502_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const oneAdultThreeChildrenCents: RateTable = [
  { from: '2024-01', value: 1_782_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_782_00, source: 'quebecCa2021', confidence: 'confirmed' },
  // 1 502 $ and 254 $.
  { from: '2019-01', value: 1_756_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_756_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsCents: RateTable = [
  { from: '2025-01', value: 1_340_00, source: 'note2025', confidence: 'uncertain' },
  { from: '2024-01', value: 1_319_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_319_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 1_319_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_319_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsOneChildCents: RateTable = [
  { from: '2024-01', value: 1_573_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_573_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 1_573_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_573_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsTwoChildrenCents: RateTable = [
  { from: '2024-01', value: 1_807_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 1_807_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 1_807_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 1_807_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsThreeChildrenCents: RateTable = [
  { from: '2024-01', value: 2_087_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 2_087_00, source: 'quebecCa2021', confidence: 'confirmed' },
  // 1 807 $ and 254 $.
  { from: '2019-01', value: 2_061_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 2_061_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child from the fourth, whatever the number of adults. */
export const eachMoreChildCents: RateTable = [
  { from: '2024-01', value: 280_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 280_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 254_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 254_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child with the supplement for a handicapped child. Only the later page names it. */
export const eachHandicappedChildCents: RateTable = [
  { from: '2024-01', value: 205_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 205_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2016-01', value: 205_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const spouseOfStudentCents: RateTable = [
  { from: '2024-01', value: 887_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 887_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 887_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 887_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added to the limit of a student's spouse for the first child. */
export const spouseOfStudentFirstChildCents: RateTable = [
  { from: '2024-01', value: 277_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 277_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 277_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 277_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child after the first. */
export const spouseOfStudentEachMoreChildCents: RateTable = [
  { from: '2024-01', value: 254_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2021-01', value: 254_00, source: 'quebecCa2021', confidence: 'confirmed' },
  { from: '2019-01', value: 254_00, source: 'quebecCa2019', confidence: 'confirmed' },
  { from: '2016-01', value: 254_00, source: 'firstKnown', confidence: 'uncertain' },
]
