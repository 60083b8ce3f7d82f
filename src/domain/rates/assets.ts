import type { RateTable } from './table'

/*
 * Liquid assets a household may hold on the last day of a month while on assistance. Not the limit at the
 * date of application, which is lower and refuses the file. "Alone": an adult without a dependent child.
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
