import type { RateTable } from './table'

/** The largest share of a month's benefit that may be withheld for a debt. Read in the parallel regime. */
export const withholdingCapBasisPoints: RateTable = [
  { from: '2016-01', value: 5_000, source: 'parallelRegime', confidence: 'secondary' },
]
