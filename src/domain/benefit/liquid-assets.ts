import { cents } from '../money'
import type { RateEntry } from '../rates/table'
import { write } from './sheet'
import type { Sheet } from './sheet'

const lumpSums = { source: 'parallelRegime', confidence: 'uncertain' } as const

/**
 * What the household held on the last day of the month before, above what it may hold, dollar for dollar; in the month
 * of application, on the day of application (ADEL 43176).
 *
 * A lump sum (inheritance, tax refund, lottery) is not income but liquid assets from that month. The balance
 * normally contains it. When the balance known is lower than the sum received, it was probably taken before
 * the sum came: the sum is then counted, so that it is never counted twice and never forgotten.
 */
export function writeLiquidAssets(sheet: Sheet): void {
  const { situation, household } = sheet
  let received = 0
  for (const entry of situation.income.other) if (entry.kind === 'lumpSum') received += entry.monthlyCents
  if (received > 0) write(sheet, 'lumpSum', 0, 'RAPF 128', lumpSums, { receivedCents: cents(received) })
  const held = Math.max(situation.liquidAssetsCents, received) + writeGivenAway(sheet)
  if (held === 0) return

  const limit = limitOf(sheet)
  const counted = Math.max(0, held - limit.value)
  const counts = counted === 0 ? 'none' : counted < held ? 'part' : 'all'
  const { adults, children } = household
  const detail = {
    programme: situation.programme,
    adults,
    children,
    heldCents: cents(held),
    countedCents: cents(counted),
    limitCents: cents(limit.value),
    counts,
    on: situation.applicationDay === undefined ? 'lastDay' : 'application',
  } as const
  // That the excess counts dollar for dollar is general knowledge, as is a sum above the balance known.
  write(sheet, 'liquidAssets', -counted, 'ADEL 42317', limit, detail, counted > 0 ? 'uncertain' : 'confirmed')
}

/**
 * What was given away or squandered is still held, less an amount for each month since, for 24 months at most
 * (ADEL 42589, 43010). Whether it was money or property is not asked: it counts as money, uncertain.
 */
function writeGivenAway(sheet: Sheet): number {
  const { situation, amounts } = sheet
  if (!situation.givenAway) return 0
  let value = 0
  let left = 0
  for (const { valueCents, monthsAgo } of situation.givenAway) {
    if (monthsAgo >= amounts.givenAwayFor.value) continue
    value += valueCents
    left += Math.max(0, valueCents - amounts.givenAwayReduction.value * monthsAgo)
  }
  if (left === 0) return 0
  const detail = { receivedCents: cents(value), heldCents: cents(left) }
  write(sheet, 'givenAway', 0, 'ADEL 43010', amounts.givenAwayReduction, detail, 'uncertain')
  return left
}

/** A student's spouse without a child has the limit of an adult alone. */
function limitOf({ situation, household, amounts }: Sheet): RateEntry {
  const family = household.adults === 2 || household.children > 0
  if (situation.programme === 'basicIncome' && amounts.basicIncomeAssets) return amounts.basicIncomeAssets
  if (situation.programme === 'socialSolidarity') {
    return family ? amounts.solidarityAssetsFamily : amounts.solidarityAssetsAlone
  }
  return family ? amounts.assistanceAssetsFamily : amounts.assistanceAssetsAlone
}
