import type { RateTable } from './table'

/*
 * Child adjustments, per child and per month (RAPF 68 to 73), in the parameters of CREEi for 2016 to 2022; the first
 * month was not read, and neither was anything later. They were the same in all seven years: not indexed. Those of
 * RAPF 68 to 70 fill a gap: what is received of Family Allowance or of the Canada child benefit comes off them.
 */

/** Per minor child, less Family Allowance (RAPF 68). */
export const familyAllowanceCents: RateTable = [
  { from: '2023-01', value: 52_08, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 52_08, source: 'creei', confidence: 'secondary' },
]

/**
 * The same, for a single parent besides (RAPF 69). Whether per child or per family was not read; the calculator that
 * has it counts it per child, and is followed.
 */
export const singleParentCents: RateTable = [
  { from: '2016-01', value: 108_33, source: 'creei', confidence: 'uncertain' },
]

/** First child, less Canada child benefit (RAPF 70). */
export const firstChildCents: RateTable = [
  { from: '2023-01', value: 107_75, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 107_75, source: 'creei', confidence: 'secondary' },
]

export const secondChildCents: RateTable = [
  { from: '2023-01', value: 90_58, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 90_58, source: 'creei', confidence: 'secondary' },
]

export const eachMoreChildCents: RateTable = [
  { from: '2023-01', value: 84_08, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 84_08, source: 'creei', confidence: 'secondary' },
]

/** Per child aged 12 to 17 (RAPF 73). */
export const adolescentCents: RateTable = [
  { from: '2016-01', value: 8_58, source: 'creei', confidence: 'secondary' },
]

/** A third child adds nothing. One calculator gives nothing at all from the third; the maximum is followed. */
export const adolescentMaximumChildren: RateTable = [
  { from: '2016-01', value: 2, source: 'creei', confidence: 'secondary' },
]

/**
 * Below this share of custody the adjustments are pro-rated (ADEL 42284). It concerns acquired rights only: a child is
 * dependent from 40 % of the time.
 */
export const proRataCustodyBasisPoints: RateTable = [
  { from: '2016-01', value: 2_000, source: 'adel42284', confidence: 'confirmed' },
]
