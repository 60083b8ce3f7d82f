import type { HouseholdCase } from '../estimate/case'
import { both, met, missing } from './verdict'
import type { Verdict } from './verdict'

const liquidAssets = missing('liquidAssets')
const property = missing('property')

/**
 * Money and property must be known. While on assistance they refuse nobody: what is over the exclusions, vehicles
 * included, is a resource and lowers the benefit (ADEL 43010, 43090).
 */
export function moneyKnown(household: HouseholdCase): Verdict {
  return both(
    household.liquidAssetsCents === null ? liquidAssets : met,
    household.property === null ? property : met,
  )
}
