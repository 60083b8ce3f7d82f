import type { RateTable } from './table'

/*
 * Property: what is left out of its value, and what the rest counts for. Indexed every January 1 to the value of
 * single-family homes, but each figure was read in one undated copy or two: between them the earlier one stays.
 */

/**
 * All listed property, residence included, for Social Assistance (RAPF 147). The copy that gives 266 824 $ does not
 * say of which year; it speaks of the moratorium of 2025.
 */
export const socialAssistanceExclusionCents: RateTable = [
  { from: '2026-01', value: 266_824_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2025-01', value: 266_824_00, source: 'adel43006', confidence: 'confirmed' },
  { from: '2016-01', value: 226_122_00, source: 'adel43104', confidence: 'uncertain' },
]

/**
 * All property and some liquid assets, for Social Solidarity (RAPF 164). The parallel regime has 269 092 $, without a
 * date: it lies between the two read here, and is not used for want of a month to begin in.
 */
export const socialSolidarityExclusionCents: RateTable = [
  { from: '2026-01', value: 381_924_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2025-01', value: 381_924_00, source: 'adel43006', confidence: 'confirmed' },
  { from: '2021-01', value: 221_716_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2020-01', value: 221_716_00, source: 'rapf164', confidence: 'confirmed' },
  { from: '2016-01', value: 221_716_00, source: 'firstKnown', confidence: 'uncertain' },
]

/** All property, for Basic Income (RAPF 177.90). */
export const basicIncomeExclusionCents: RateTable = [
  { from: '2024-01', value: 500_000_00, source: 'lastKnown', confidence: 'uncertain' },
  { from: '2023-01', value: 500_000_00, source: 'rapf177_90', confidence: 'confirmed' },
]

/**
 * The share of the main residence's value that counts towards the exclusion. A moratorium on that value began on
 * 2025-01-01; its terms were not read: it is taken to leave the whole residence out.
 */
export const residenceCountedBasisPoints: RateTable = [
  { from: '2025-01', value: 0, source: 'adel43006', confidence: 'uncertain' },
  { from: '2016-01', value: 10_000, source: 'adel43104', confidence: 'confirmed' },
]

/** A residence left for health or insalubrity stays left out this long. */
export const residenceLeftYears: RateTable = [
  { from: '2016-01', value: 2, source: 'adel43104', confidence: 'confirmed' },
]

/** One car or motorcycle, up to this market value. An adapted vehicle is left out whole. */
export const vehicleExclusionCents: RateTable = [
  { from: '2016-01', value: 10_000_00, source: 'adel43090', confidence: 'confirmed' },
]

/** What the value above the exclusion counts for, each month. */
export const countedBasisPoints: RateTable = [
  { from: '2016-01', value: 200, source: 'adel43010', confidence: 'confirmed' },
]

/** What the value of a thing given away or squandered loses each month, before or on assistance. */
export const givenAwayReductionCents: RateTable = [
  { from: '2016-01', value: 1_500_00, source: 'adel42589', confidence: 'confirmed' },
]

/** How long it stays on file at most. */
export const givenAwayMonths: RateTable = [
  { from: '2016-01', value: 24, source: 'adel42589', confidence: 'confirmed' },
]
