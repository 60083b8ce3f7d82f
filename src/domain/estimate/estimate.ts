import type { BenefitResult } from '../benefit/line'
import type { Programme } from '../benefit/situation'
import type { Eligibility } from '../eligibility/eligibility'
import type { Month } from '../calendar'

/** What a household is told: whether it may receive aid, under which programme, and how much. */
export type Estimate = {
  readonly month: Month
  /** The programme the benefit is of; null when nothing can be paid or too little is known. */
  readonly programme: Programme | null
  readonly eligibility: Eligibility
  /** Null when the household is not eligible. */
  readonly benefit: BenefitResult | null
  /** The month is past the last one whose amounts were verified. */
  readonly provisional: boolean
}
