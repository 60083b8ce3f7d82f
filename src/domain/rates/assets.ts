import type { RateTable } from './table'

/*
 * Liquid assets a household may hold on the last day of a month while on assistance. Not the limit at the
 * date of application, which is lower and refuses the file. "Alone": an adult without a dependent child. Those of
 * Basic Income are with its other amounts. The first months were not read.
 */

export const socialAssistanceAloneCents: RateTable = [
  { from: '2016-01', value: 1_500_00, source: 'creei', confidence: 'confirmed' },
]

export const socialAssistanceFamilyCents: RateTable = [
  { from: '2016-01', value: 2_500_00, source: 'creei', confidence: 'confirmed' },
]

export const socialSolidarityAloneCents: RateTable = [
  { from: '2016-01', value: 2_500_00, source: 'rapf163', confidence: 'confirmed' },
]

export const socialSolidarityFamilyCents: RateTable = [
  { from: '2016-01', value: 5_000_00, source: 'rapf163', confidence: 'confirmed' },
]

/*
 * What Social Assistance leaves out besides (ADEL 43015, 42507; RAPF 141). The statement asks for a balance, not of
 * what it is made: these are told to people and to the office, and are not computed.
 */

/** Retirement savings, individual development accounts, and the like, all together. */
export const specialExclusionCents: RateTable = [
  { from: '2016-01', value: 60_000_00, source: 'adel43015', confidence: 'confirmed' },
]

/** Of which in individual development accounts, per adult. */
export const developmentAccountCents: RateTable = [
  { from: '2016-01', value: 5_000_00, source: 'adel43015', confidence: 'confirmed' },
]

/** A loan or a grant for a home or a business is left out when used within this time. */
export const homeLoanUsedMonths: RateTable = [
  { from: '2016-01', value: 6, source: 'adel43015', confidence: 'confirmed' },
]

/** Retirement capital is left out when invested again within this time. */
export const reinvestedDays: RateTable = [
  { from: '2016-01', value: 30, source: 'adel43015', confidence: 'confirmed' },
]

/** A loan for debts, furniture, a car, tools or a funeral, in an account of its own, when used within this time. */
export const loanUsedDays: RateTable = [
  { from: '2016-01', value: 30, source: 'adel42507', confidence: 'confirmed' },
]

/** The dearest car such a loan may buy. */
export const loanForCarCents: RateTable = [
  { from: '2016-01', value: 10_000_00, source: 'adel42507', confidence: 'confirmed' },
]
