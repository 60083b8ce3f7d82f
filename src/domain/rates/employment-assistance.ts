import type { RateTable } from './table'

/*
 * Employment-assistance allowances, per week (ADEL 226265). The subject read bears no date: the amounts are used for
 * every month, uncertain.
 */

/** General training, or preparation for employment. */
export const generalTrainingWeeklyCents: RateTable = [
  { from: '2016-01', value: 370_00, source: 'adel226265', confidence: 'uncertain' },
]

/** Training that qualifies for a trade. */
export const qualifyingTrainingWeeklyCents: RateTable = [
  { from: '2016-01', value: 475_00, source: 'adel226265', confidence: 'uncertain' },
]

/** Added for a single parent. */
export const singleParentWeeklyCents: RateTable = [
  { from: '2016-01', value: 30_00, source: 'adel226265', confidence: 'uncertain' },
]

/** Added for each adult child in full-time general secondary studies. */
export const adultStudentChildWeeklyCents: RateTable = [
  { from: '2016-01', value: 30_00, source: 'adel226265', confidence: 'uncertain' },
]

/**
 * The most the participation allowance of Aim for Employment paid in 2020, by the press. What each person receives
 * depends on their integration plan and was not found. The programme began in 2018-04.
 */
export const participationMaximumCents: RateTable = [
  { from: '2021-01', value: 165_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2020-01', value: 165_00, source: 'press2020', confidence: 'uncertain' },
  { from: '2018-04', value: 165_00, source: 'firstKnown', confidence: 'uncertain' },
]
