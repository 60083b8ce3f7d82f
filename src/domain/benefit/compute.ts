import { cents, sum } from '../money'
import type { Cents } from '../money'
import { withholdingCapBasisPoints } from '../rates/recovery'
import { isProvisional, leastSure, NoRateForMonth, rateFor } from '../rates/table'
import { line } from './line'
import type { Benefit, BenefitResult, Line } from './line'
import { liquidAssetLines } from './liquid-assets'
import { needLines } from './needs'
import { otherIncomeLines } from './other-income'
import type { BenefitSituation } from './situation'
import { supplementLines, workIncome } from './work-income'

/**
 * The payment of one month, line by line (LAPF 48; ADEL 42317, 228445):
 * needs of the month, less resources of the month before; if anything is left, the work-income supplement;
 * then the withholding for a debt. A refusal, not an error, for Basic Income (its rules are others) and for
 * a month before the first amount known. Not for the month of application, whose rule differs.
 */
export function computeBenefit(situation: BenefitSituation): BenefitResult {
  const { month } = situation
  if (situation.programme === 'basicIncome') return { computed: false, month, reason: 'basicIncome' }
  try {
    return compute(situation)
  } catch (error) {
    if (error instanceof NoRateForMonth) return { computed: false, month, reason: 'noRate' }
    throw error
  }
}

function compute(situation: BenefitSituation): Benefit {
  const work = workIncome(situation)
  const deficitLines = [
    ...needLines(situation),
    ...work.lines,
    ...otherIncomeLines(situation),
    ...liquidAssetLines(situation),
  ]
  const deficit = total(deficitLines)
  const payable = cents(Math.max(0, deficit))
  const supplement = supplementLines(situation, work.supplementedCents, payable)
  const beforeRecovery = sum([payable, total(supplement)])

  const lines = [
    ...deficitLines,
    ...floorLines(deficit),
    ...supplement,
    ...recoveryLines(situation, beforeRecovery),
  ]
  return {
    computed: true,
    month: situation.month,
    programme: situation.programme,
    lines,
    totalCents: total(lines),
    provisional: isProvisional(situation.month),
    confidence: leastSure(lines.map((one) => one.confidence)),
  }
}

function total(lines: readonly Line[]): Cents {
  return sum(lines.map((one) => one.cents))
}

/** Resources above needs give no negative benefit: the rest is set back to zero, visibly. */
function floorLines(deficit: Cents): readonly Line[] {
  if (deficit >= 0) return []
  return [line('notBelowZero', -deficit, 'LAPF 48', { source: 'lapf48', confidence: 'confirmed' })]
}

/** The withholding agreed or ordered, at most half of the benefit, half a cent in the person's favour. */
function recoveryLines(situation: BenefitSituation, benefit: Cents): readonly Line[] {
  const cap = rateFor(withholdingCapBasisPoints, situation.month)
  const limit = cents(Math.floor((benefit * cap.value) / 10_000))
  const asked = situation.recoveryWithholdingCents
  const withheld = Math.min(asked, limit)
  if (withheld === 0) return []
  const detail = { askedCents: asked, limitCents: limit }
  return [line('recovery', -withheld, 'ADEL 43347', cap, detail)]
}
