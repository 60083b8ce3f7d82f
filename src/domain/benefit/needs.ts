import { cents } from '../money'
import type { RateEntry } from '../rates/table'
import { writeChildNeeds } from './child-needs'
import { write } from './sheet'
import type { Sheet } from './sheet'
import { writeTemporaryAllowance } from './temporary-allowance'

/** What the household needs in the month (LAPF 48). False when an amount of that month is not known. */
export function writeNeeds(sheet: Sheet): boolean {
  const known =
    sheet.situation.programme === 'socialSolidarity' ? writeSolidarity(sheet) : writeAssistance(sheet)
  if (!known) return false
  writeClaimantAdjustment(sheet)
  writeChildNeeds(sheet)
  return sheet.situation.programme !== 'aimForEmployment' || writeParticipation(sheet)
}

/**
 * Social Solidarity covers the whole household as soon as one adult has a severe constraint: a mixed couple
 * has the couple's amount, without temporary allowance, single-adult adjustment or reduction for living
 * with a parent, none of which was read for this programme.
 */
function writeSolidarity(sheet: Sheet): boolean {
  const { amounts, household, situation } = sheet
  if (writeSheltered(sheet)) return household.sheltered >= household.adults || writeOneSolidarity(sheet)
  if (household.adults === 1) return writeOneSolidarity(sheet)
  const total = amounts.solidarityTwoAdults
  if (!total) return false
  write(sheet, 'basicBenefit', total.value, 'ADEL 42418', total, solidarityDetails[2])
  const adjustment = amounts.adjustment6672TwoAdults
  if (adjustment.value === 0 || !situation.adults.some(isLongSevere)) return true
  write(sheet, 'adjustment6672', adjustment.value, 'Québec.ca', adjustment, solidarityDetails[2])
  return true
}

/** Of the last 72 months, those with a severe constraint that give the adjustment. */
const longSevereMonths = 66
const isLongSevere = (adult: Sheet['situation']['adults'][number]): boolean =>
  (adult.severeMonthsOfLast72 ?? 0) >= longSevereMonths

function writeOneSolidarity(sheet: Sheet): boolean {
  const { amounts, situation } = sheet
  const basic = situation.spouseOfStudent ? amounts.solidaritySpouseOfStudent : amounts.solidarityOneAdult
  const adjustment = amounts.solidarityAdjustment
  if (!basic || !adjustment) return false
  const detail = solidarityDetails[1]
  write(sheet, 'basicBenefit', basic.value, 'ADEL 42418', basic, detail)
  const long = amounts.adjustment6672
  // The adjustment of 66 months stands in place of the ordinary one: 1 035 and 365 are the published 1 400 of 2022.
  if (long.value > 0 && situation.adults.some(isLongSevere)) {
    write(sheet, 'adjustment6672', long.value, 'Québec.ca', long, detail)
  } else write(sheet, 'basicBenefitAdjustment', adjustment.value, 'ADEL 42418', adjustment, detail)
  return true
}

function writeAssistance(sheet: Sheet): boolean {
  const { amounts, household, situation } = sheet
  const someSheltered = writeSheltered(sheet)
  if (someSheltered && household.sheltered >= household.adults) return true
  const adults = someSheltered ? 1 : household.adults
  const basic = situation.spouseOfStudent
    ? amounts.assistanceSpouseOfStudent
    : adults === 2
      ? amounts.assistanceTwoAdults
      : amounts.assistanceOneAdult
  if (!basic) return false
  const detail = assistanceDetails[adults]
  write(sheet, 'basicBenefit', basic.value, 'ADEL 42418', basic, detail)
  const adjustment = amounts.assistanceAdjustment
  if (adjustment.value > 0) {
    write(sheet, 'basicBenefitAdjustment', adjustment.value, 'ADEL 42418', adjustment, detail)
  }
  // A student's spouse has a lower amount already; no further reduction was read for it.
  if (situation.livesWithParents && !situation.spouseOfStudent) {
    const reduction = amounts.livingWithParents
    write(sheet, 'livingWithParents', -reduction.value, 'RAPF 57', reduction, adultDetails[adults])
  }
  if (!writeTemporaryAllowance(sheet)) writeSingleAdultAdjustment(sheet)
  return true
}

/**
 * An adult in a CHSLD, a hospital or a rehabilitation centre has the amount for personal expenses instead of the rest;
 * the other adult of a couple, the amounts of one adult. Read for one adult only: uncertain.
 */
function writeSheltered(sheet: Sheet): boolean {
  const { amounts, household, situation } = sheet
  if (household.sheltered === 0) return false
  const adults = Math.min(household.sheltered, household.adults)
  const { programme } = situation
  write(
    sheet,
    'sheltered',
    amounts.sheltered.value * adults,
    'Québec.ca',
    amounts.sheltered,
    { adults, programme },
    'uncertain',
  )
  return true
}

/**
 * RAPF 67.3: an independent adult, six consecutive months of assistance, no temporary allowance, not in a
 * low-rental or subsidised dwelling, less the shelter allowance of the month before.
 */
function writeSingleAdultAdjustment(sheet: Sheet): void {
  const { amounts, household, situation } = sheet
  if (!household.independent || situation.subsidisedDwelling) return
  const wait = amounts.singleAdultWait.value
  if (situation.monthsOnAssistance < wait) return
  const shelter = situation.shelterAllowanceCents ?? 0
  const amount = amounts.singleAdult.value - shelter
  if (amount <= 0) return
  const detail = shelter > 0 ? { months: wait, excludedCents: cents(shelter) } : { months: wait }
  write(sheet, 'singleAdultAdjustment', amount, 'RAPF 67.3', amounts.singleAdult, detail)
}

/**
 * RAPF 67.1. Read for one adult, one who shares a dwelling or is sheltered, and two who both claim protection: a couple
 * with one claimant, or that shares a dwelling, is taken as one adult, uncertain.
 */
function writeClaimantAdjustment(sheet: Sheet): void {
  const { amounts, household, situation } = sheet
  if (household.claimants === 0) return
  const shares = situation.sharesDwelling === true || household.sheltered > 0
  const both = household.adults === 2 && household.claimants === 2
  const rate = shares ? amounts.claimantSharing : both ? amounts.claimants : amounts.claimant
  const sure = household.adults === 1 || (both && !shares)
  const detail = { adults: household.claimants, shares: shares ? 'yes' : 'no' } as const
  write(sheet, 'refugeeClaimant', rate.value, 'RAPF 67.1', rate, detail, sure ? 'confirmed' : 'uncertain')
}

/** The participation allowance is said, not counted: what each person receives was not found. */
function writeParticipation(sheet: Sheet): boolean {
  const maximum: RateEntry | null = sheet.amounts.participation
  if (!maximum) return false
  const detail = { limitCents: cents(maximum.value) }
  write(sheet, 'participationAllowance', 0, 'LAPF 83.5', maximum, detail)
  return true
}

/** The special benefits whose amount is known: for a pregnancy, none while sheltered. They are paid whole. */
export function writeSpecialBenefits(sheet: Sheet): void {
  const { amounts, situation } = sheet
  let adults = 0
  for (const adult of situation.adults) {
    if ((adult.pregnantWeeks ?? 0) > 0 && adult.sheltered !== true) adults += 1
  }
  if (adults === 0) return
  write(sheet, 'pregnancyBenefit', amounts.pregnancy.value * adults, 'Québec.ca', amounts.pregnancy, {
    adults,
  })
}

const adultDetails = { 1: { adults: 1 }, 2: { adults: 2 } } as const
const assistanceDetails = {
  1: { programme: 'socialAssistance', adults: 1 },
  2: { programme: 'socialAssistance', adults: 2 },
} as const
const solidarityDetails = {
  1: { programme: 'socialSolidarity', adults: 1 },
  2: { programme: 'socialSolidarity', adults: 2 },
} as const
