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
  const owned = property.residenceCents + property.otherCents
  const held = owned + vehicleValue(sheet)
  if (held === 0) return

  const exclusion = exclusionOf(sheet)
  const residence = share(property.residenceCents, amounts.residenceCounted.value)
  const above = Math.max(0, residence + property.otherCents - exclusion.value) + vehiclesCounted(sheet)
  const counted = share(cents(above), amounts.propertyCounted.value)
  const detail = {
    programme: situation.programme,
    heldCents: cents(held),
    excludedCents: cents(held - above),
    countedCents: cents(above),
    percent: amounts.propertyCounted.value / 100,
    counts: above === 0 ? 'none' : 'part',
  } as const
  const moratorium = residence < property.residenceCents ? amounts.residenceCounted.confidence : 'confirmed'
  const sure = lessSure(moratorium, situation.programme === 'basicIncome' ? 'uncertain' : 'confirmed')
  write(sheet, 'property', -counted, 'ADEL 43010', owned > 0 ? exclusion : amounts.vehicle, detail, sure)
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

function vehicleValue({ situation }: Sheet): number {
  let all = 0
  for (const { valueCents } of situation.property?.vehicles ?? []) all += valueCents
  return all
}
