import type { RateTable } from './table'

/*
 * The adjustment for a child aged 12 to 17 (RAPF 73). The other child adjustments (RAPF 68 to 70) only fill
 * a gap in Family Allowance or the Canada child benefit; the situation does not carry those two amounts, so
 * they are not computed here and stay the office's.
 */

/** Per child, per month. */
export const adolescentCents: RateTable = [
  { from: '2016-01', value: 8_58, source: 'creei', confidence: 'secondary' },
]

/** A third child adds nothing. One calculator gives nothing at all from the third; the maximum is followed. */
export const adolescentMaximumChildren: RateTable = [
  { from: '2016-01', value: 2, source: 'creei', confidence: 'secondary' },
]
