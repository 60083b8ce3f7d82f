import { cents } from '../money'
import { amountsOf } from './amounts'
import type { Amounts } from './amounts'
import { writeApplicationDays } from './application'
import { writeBasicIncome, writeYearlyIncome } from './basic-income'
import { householdOf } from './household'
import type { BenefitResult } from './line'
import { writeLiquidAssets } from './liquid-assets'
import { writeNeeds, writeSpecialBenefits } from './needs'
import { writeOtherIncome } from './other-income'
import { writeProperty } from './property'
import { write } from './sheet'
import type { Sheet } from './sheet'
import type { BenefitSituation } from './situation'
import { writeSupplement, writeWorkIncome } from './work-income'

const act48 = { source: 'lapf48', confidence: 'confirmed' } as const

/**
 * The payment of one month, line by line (LAPF 48; ADEL 42317, 228445): needs of the month, less resources of the month
 * before; if anything is left, the work-income supplement; then the withholding for a debt. In the month of application
 * the needs are those of the days left, and the resources those of that month (ADEL 43176).
 *
 * A refusal, not an error, for a month whose amounts are not known. `amounts` are those of the month, unless others are
 * tried on it (`policy-preview.ts`).
 */
export function computeBenefit(
  situation: BenefitSituation,
  amounts: Amounts | null = amountsOf(situation.month),
): BenefitResult {
  const { month, programme } = situation
  if (!amounts) return { computed: false, month, reason: 'noRate' }
  const household = householdOf(situation, amounts)
  const sheet: Sheet = { situation, household, amounts, lines: [], total: 0, confidence: 'confirmed' }

  const supplemented = programme === 'basicIncome' ? writeOfBasicIncome(sheet) : writeOfLastResort(sheet)
  if (supplemented === null) return { computed: false, month, reason: 'noRate' }

  // Resources above needs give no negative benefit: the rest is set back to zero, visibly.
  if (sheet.total < 0) write(sheet, 'notBelowZero', -sheet.total, 'LAPF 48', act48)
  writeSupplement(sheet, supplemented)
  writeRecovery(sheet)
  return {
    computed: true,
    month,
    programme,
    lines: sheet.lines,
    totalCents: cents(sheet.total),
    provisional: amounts.provisional,
    confidence: sheet.confidence,
  }
}

/** Needs less resources of last resort. Gives the work income the supplement is a share of; null without amounts. */
function writeOfLastResort(sheet: Sheet): number | null {
  if (!writeNeeds(sheet)) return null
  writeApplicationDays(sheet)
  writeSpecialBenefits(sheet)
  const supplemented = writeWorkIncome(sheet)
  writeOtherIncome(sheet)
  writeLiquidAssets(sheet)
  writeProperty(sheet)
  return supplemented
}

/** Basic Income has no work-income supplement: work lowers it the year after, from the tax return. */
function writeOfBasicIncome(sheet: Sheet): 0 | null {
  if (!writeBasicIncome(sheet)) return null
  writeApplicationDays(sheet)
  writeYearlyIncome(sheet)
  writeLiquidAssets(sheet)
  writeProperty(sheet)
  return 0
}

/**
 * The withholding agreed or ordered, at most half of the benefit, half a cent in the person's favour; for a sheltered
 * adult, at most the amount set for them.
 */
function writeRecovery(sheet: Sheet): void {
  const { situation, amounts, household } = sheet
  const asked = situation.recoveryWithholdingCents
  if (asked === 0) return
  const half = Math.floor((sheet.total * amounts.withholdingCap.value) / 10_000)
  const ofSheltered = amounts.withholdingSheltered.value
  const cap = household.sheltered >= household.adults && ofSheltered < half ? 'sheltered' : 'half'
  const limit = cap === 'sheltered' ? ofSheltered : half
  const withheld = Math.min(asked, limit)
  if (withheld === 0) return
  const detail = { askedCents: asked, limitCents: cents(limit), cap } as const
  write(sheet, 'recovery', -withheld, 'ADEL 43347', amounts.withholdingCap, detail)
}
