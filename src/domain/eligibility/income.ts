import type { Benefit, BenefitResult } from '../benefit/line'
import type { Confidence } from '../rates/table'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const aboveNeeds: { readonly [mark in Confidence]: Verdict } = {
  confirmed: notMet('incomeAboveNeeds', 'confirmed'),
  secondary: notMet('incomeAboveNeeds', 'secondary'),
  uncertain: notMet('incomeAboveNeeds', 'uncertain'),
}
const aboveDaysLeft: { readonly [mark in Confidence]: Verdict } = {
  confirmed: notMet('incomeAboveDaysLeft', 'confirmed'),
  secondary: notMet('incomeAboveDaysLeft', 'secondary'),
  uncertain: notMet('incomeAboveDaysLeft', 'uncertain'),
}

/**
 * The deficit test (LAPF 48): needs less resources must leave something. Half of it is always paid whatever is
 * withheld, so nothing paid means nothing left. As sure as the amounts it rests on; silent when none is known.
 *
 * In the month of application the needs are those of the days left: resources above them, but not above a whole month's,
 * refuse that month only, and applying early in the next one is what to do.
 */
export function income(benefit: BenefitResult): Verdict {
  if (!benefit.computed || benefit.totalCents !== 0) return met
  const refusals = isForDaysLeftOnly(benefit) ? aboveDaysLeft : aboveNeeds
  return refusals[benefit.confidence]
}

/** A whole month's needs would leave something. */
function isForDaysLeftOnly({ lines }: Benefit): boolean {
  let daysGone = 0
  let excess = 0
  for (const { code, cents } of lines) {
    if (code === 'applicationDays') daysGone -= cents
    if (code === 'notBelowZero') excess += cents
  }
  return daysGone > excess
}
