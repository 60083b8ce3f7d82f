import { cents, sum } from '../money'
import * as assets from '../rates/assets'
import { rateFor } from '../rates/table'
import type { RateTable } from '../rates/table'
import { householdOf } from './household'
import { line } from './line'
import type { Line } from './line'
import type { BenefitSituation } from './situation'

/**
 * What the household held on the last day of the month before, above what it may hold, dollar for dollar.
 *
 * A lump sum (inheritance, tax refund, lottery) is not income but liquid assets from that month. The balance
 * normally contains it. When the balance known is lower than the sum received, it was probably taken before
 * the sum came: the sum is then counted, so that it is never counted twice and never forgotten.
 */
export function liquidAssetLines(situation: BenefitSituation): readonly Line[] {
  const received = sum(
    situation.income.other.filter((entry) => entry.kind === 'lumpSum').map((entry) => entry.monthlyCents),
  )
  const held = cents(Math.max(situation.liquidAssetsCents, received))
  if (held === 0) return []

  const { adults, children } = householdOf(situation)
  const limit = rateFor(limitTable(situation), situation.month)
  const counted = cents(Math.max(0, held - limit.value))
  const counts = counted === 0 ? 'none' : counted < held ? 'part' : 'all'
  const limitCents = cents(limit.value)
  const detail = { adults, children, heldCents: held, countedCents: counted, limitCents, counts } as const
  // That the excess counts dollar for dollar is general knowledge, as is a sum above the balance known.
  const lines = [
    line('liquidAssets', -counted, 'ADEL 42317', limit, detail, counted > 0 ? 'uncertain' : 'confirmed'),
  ]
  if (received === 0) return lines
  const source = { source: 'parallelRegime', confidence: 'uncertain' } as const
  return [line('lumpSum', 0, 'RAPF 128', source, { receivedCents: received }), ...lines]
}

/** A student's spouse without a child has the limit of an adult alone. */
function limitTable(situation: BenefitSituation): RateTable {
  const { adults, children } = householdOf(situation)
  const family = adults === 2 || children > 0
  if (situation.programme === 'socialSolidarity') {
    return family ? assets.socialSolidarityFamilyCents : assets.socialSolidarityAloneCents
  }
  return family ? assets.socialAssistanceFamilyCents : assets.socialAssistanceAloneCents
}
