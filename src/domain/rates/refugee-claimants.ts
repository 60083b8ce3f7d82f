import type { RateTable } from './table'

/*
 * Adjustment for adults who claim refugee protection (RAPF 67.1). Read in the Regulation as of 2023; its orders in
 * council date the amounts from 2011, and they did not change since. Not indexed. Nothing newer was read.
 */

export const oneAdultCents: RateTable = [
  { from: '2024-01', value: 25_08, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 25_08, source: 'rapf67_1', confidence: 'confirmed' },
]

/** One adult who shares a dwelling with someone outside the household, or is sheltered. */
export const oneAdultSharingCents: RateTable = [
  { from: '2024-01', value: 14_92, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 14_92, source: 'rapf67_1', confidence: 'confirmed' },
]

/** Two adults, both claimants. */
export const twoAdultsCents: RateTable = [
  { from: '2024-01', value: 29_83, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2016-01', value: 29_83, source: 'rapf67_1', confidence: 'confirmed' },
]
