import type { BenefitResult } from '../benefit/line'
import type { Confidence } from '../rates/table'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const aboveNeeds: { readonly [mark in Confidence]: Verdict } = {
  confirmed: notMet('incomeAboveNeeds', 'confirmed'),
  secondary: notMet('incomeAboveNeeds', 'secondary'),
  uncertain: notMet('incomeAboveNeeds', 'uncertain'),
}

/**
 * The deficit test (LAPF 48): needs less resources must leave something. Half of it is always paid whatever is
 * withheld, so nothing paid means nothing left. As sure as the amounts it rests on; silent when none is known.
 */
export function income(benefit: BenefitResult): Verdict {
  return benefit.computed && benefit.totalCents === 0 ? aboveNeeds[benefit.confidence] : met
}
