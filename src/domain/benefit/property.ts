import { cents, share } from '../money'
import type { RateEntry } from '../rates/table'
import { lessSure, write } from './sheet'
import type { Sheet } from './sheet'

/**
 * Property above its exclusion counts for 2 % of its value each month (ADEL 43010). One vehicle has an exclusion of its
 * own, and an adapted one counts for nothing (ADEL 43090). Since the moratorium of 2025 the main residence is left out;
 * its terms were not read.
 */
export function writeProperty(sheet: Sheet): void {
  const { situation, amounts } = sheet
  const { property } = situation
  if (!property) return
  const residence = share(property.residenceCents, amounts.residenceCounted.value)
  const held = residence + property.otherCents
  const vehicles = vehiclesCounted(sheet)
  if (held + vehicles === 0) return

  const exclusion = exclusionOf(sheet)
  const above = Math.max(0, held - exclusion.value) + vehicles
  const counted = share(cents(above), amounts.propertyCounted.value)
  const counts = above === 0 ? 'none' : 'part'
  const detail = {
    programme: situation.programme,
    heldCents: cents(held + vehicles),
    excludedCents: cents(held + vehicles - above),
    limitCents: cents(exclusion.value),
    countedCents: cents(above),
    percent: amounts.propertyCounted.value / 100,
    counts,
  } as const
  const moratorium = property.residenceCents > residence ? amounts.residenceCounted.confidence : 'confirmed'
  const sure = lessSure(moratorium, situation.programme === 'basicIncome' ? 'uncertain' : 'confirmed')
  write(sheet, 'property', -counted, 'ADEL 43010', exclusion, detail, sure)
}

function exclusionOf({ situation, amounts }: Sheet): RateEntry {
  if (situation.programme === 'basicIncome' && amounts.basicIncomeProperty) return amounts.basicIncomeProperty
  return situation.programme === 'socialSolidarity' ? amounts.solidarityProperty : amounts.assistanceProperty
}

/** The value of vehicles less the exclusion, which the dearest one takes; an adapted one is left out. */
function vehiclesCounted({ situation, amounts }: Sheet): number {
  let all = 0
  let dearest = 0
  for (const { valueCents, adapted } of situation.property?.vehicles ?? []) {
    if (adapted) continue
    all += valueCents
    dearest = Math.max(dearest, valueCents)
  }
  return all - Math.min(dearest, amounts.vehicle.value)
}
