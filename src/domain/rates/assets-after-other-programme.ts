import type { RateTable } from './table'

/*
 * The higher limits of those who leave Aim for Employment or a specific programme, or held a claim slip without a
 * benefit, and apply during that period or the month after (RAPF 48, 53). Read in the Regulation as it stood on
 * 2024-11-19; the first month is approximate, and nothing older or newer was read.
 */

export const oneAdultCents: RateTable = [
  { from: '2025-01', value: 2_500_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 2_500_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 2_500_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const oneAdultOneChildCents: RateTable = [
  { from: '2025-01', value: 5_517_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 5_517_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 5_517_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const oneAdultTwoChildrenCents: RateTable = [
  { from: '2025-01', value: 5_830_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 5_830_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 5_830_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsCents: RateTable = [
  { from: '2025-01', value: 5_000_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 5_000_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 5_000_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsOneChildCents: RateTable = [
  { from: '2025-01', value: 5_343_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 5_343_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 5_343_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const twoAdultsTwoChildrenCents: RateTable = [
  { from: '2025-01', value: 5_656_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 5_656_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 5_656_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child from the third. */
export const eachMoreChildCents: RateTable = [
  { from: '2025-01', value: 313_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 313_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 313_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child with the supplement for a handicapped child. */
export const eachHandicappedChildCents: RateTable = [
  { from: '2025-01', value: 229_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 229_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 229_00, source: 'firstKnown', confidence: 'uncertain' },
]

export const spouseOfStudentCents: RateTable = [
  { from: '2025-01', value: 2_500_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 2_500_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 2_500_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added to the limit of a student's spouse for the first child. */
export const spouseOfStudentFirstChildCents: RateTable = [
  { from: '2025-01', value: 343_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 343_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 343_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** Added for each child after the first. */
export const spouseOfStudentEachMoreChildCents: RateTable = [
  { from: '2025-01', value: 313_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 313_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 313_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** A minor who is sheltered with a dependent child. */
export const shelteredMinorWithChildCents: RateTable = [
  { from: '2025-01', value: 2_500_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2024-01', value: 2_500_00, source: 'rapf53', confidence: 'confirmed' },
  { from: '2016-01', value: 2_500_00, source: 'firstKnown', confidence: 'uncertain' },
]
