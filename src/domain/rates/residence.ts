import type { RateTable } from './table'

/*
 * Days away from Québec that end residence, for the month after (ADEL 42329; since 2015-05). The day of departure and
 * the day of return are not counted.
 */

/** More days in a row than this. */
export const absenceInARowDays: RateTable = [
  { from: '2016-01', value: 7, source: 'adel42329', confidence: 'confirmed' },
]

/** More days in one month than this, all stays together. */
export const absenceInAMonthDays: RateTable = [
  { from: '2016-01', value: 15, source: 'adel42329', confidence: 'confirmed' },
]

/** A dependent child ceases to reside after this many whole calendar months. */
export const childAbsenceMonths: RateTable = [
  { from: '2016-01', value: 1, source: 'adel42329', confidence: 'confirmed' },
]

/** The longest stay excused for the care of a relative, or by force majeure. */
export const excusedAbsenceMonths: RateTable = [
  { from: '2016-01', value: 6, source: 'adel42329', confidence: 'confirmed' },
]

/** The share of the time from which a child in shared custody is dependent; acquired rights from before 2007-07. */
export const custodyBasisPoints: RateTable = [
  { from: '2016-01', value: 4_000, source: 'adel42284', confidence: 'confirmed' },
]

/** Months of severe constraint, of the last 72, that open Basic Income. */
export const basicIncomeSevereMonths: RateTable = [
  { from: '2023-01', value: 66, source: 'oc1140_2022', confidence: 'confirmed' },
]

/** An adult who supported themselves elsewhere this long, outside full-time studies, no longer depends on parents. */
export const selfSupportYears: RateTable = [
  { from: '2016-01', value: 2, source: 'adel43036', confidence: 'confirmed' },
]
