import type { RateTable } from './table'

/*
 * Withholding for a debt (ADEL 43347, 43310). The first months of these amounts were not read.
 */

/** The largest share of a month's benefit that may be withheld for a debt. Read in the parallel regime. */
export const withholdingCapBasisPoints: RateTable = [
  { from: '2016-01', value: 5_000, source: 'parallelRegime', confidence: 'secondary' },
]

export const ordinaryCents: RateTable = [
  { from: '2016-01', value: 56_00, source: 'adel43347', confidence: 'confirmed' },
]

/** After a false declaration. */
export const falseDeclarationCents: RateTable = [
  { from: '2016-01', value: 112_00, source: 'adel43347', confidence: 'confirmed' },
]

/** After another false declaration. */
export const repeatedFalseDeclarationCents: RateTable = [
  { from: '2016-01', value: 224_00, source: 'adel43347', confidence: 'confirmed' },
]

/** From a sheltered adult, whatever the debt. */
export const shelteredCents: RateTable = [
  { from: '2016-01', value: 22_00, source: 'adel43347', confidence: 'confirmed' },
]

/** From a weekly allowance: ordinary, after a false declaration, after another. */
export const weeklyOrdinaryCents: RateTable = [
  { from: '2016-01', value: 13_00, source: 'adel43310', confidence: 'confirmed' },
]

export const weeklyFalseDeclarationCents: RateTable = [
  { from: '2016-01', value: 26_00, source: 'adel43310', confidence: 'confirmed' },
]

export const weeklyRepeatedFalseDeclarationCents: RateTable = [
  { from: '2016-01', value: 52_00, source: 'adel43310', confidence: 'confirmed' },
]

/** The debt of someone who left assistance is repaid within this time. */
export const afterAssistanceMonths: RateTable = [
  { from: '2016-01', value: 36, source: 'adel43347', confidence: 'confirmed' },
]
