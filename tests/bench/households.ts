import { caseSchema } from '@/features/estimate/schema'
import type { HouseholdCase } from '@/domain/estimate/case'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import { casesOf, type CaseFile } from '../entitlements/cases'
import sample from '../entitlements/sample.json'

/*
 * Households to estimate: the 80 of the two calculators, and as many more as asked, each one of the 80 with its facts
 * changed by chance. The same seed gives the same households.
 */

/** A household as a program sends it. */
type Sent = {
  month: string
  adults: Record<string, unknown>[]
  children: Record<string, unknown>[]
  [fact: string]: unknown
}

const samples = casesOf(sample as CaseFile).map(({ household }) => household)

/** Numbers from 0 to 1, small and the same everywhere (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What matters of a household of the calculators, as a program would send it. */
const asSent = ({ month, adults, children, liquidAssetsCents }: HouseholdCase): Sent => ({
  month,
  adults: adults.map(({ age, constraint, netWorkIncomeMonthlyCents, otherIncome }) => ({
    age,
    constraint,
    netWorkIncomeMonthlyCents,
    otherIncome,
  })),
  children: children.map(({ age }) => ({ age })),
  liquidAssetsCents,
  monthsOnAssistance: 12,
})

/** So many households as programs send them: the 80 first, then the 80 with their facts changed. */
export function sentVariety(count: number, seed: number): Sent[] {
  const random = chance(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const sometimes = (share: number) => random() < share
  const changed = (sent: Sent): Sent => {
    const year = 2016 + below(11)
    sent.month = `${year}-${String(1 + below(12)).padStart(2, '0')}`
    sent['monthsOnAssistance'] = below(24)
    sent['subsidisedHousing'] = sometimes(0.2)
    if (sometimes(0.3)) sent['liquidAssetsCents'] = below(400_000)
    if (sometimes(0.1)) sent['recoveryWithholdingMonthlyCents'] = below(20_000)
    for (const adult of sent.adults) {
      if (sometimes(0.3)) adult['age'] = 18 + below(48)
      if (sometimes(0.15)) adult['constraint'] = 'temporary'
      else if (sometimes(0.1)) adult['constraint'] = 'severe'
      if (sometimes(0.5)) adult['netWorkIncomeMonthlyCents'] = below(180_000)
      if (sometimes(0.1)) adult['netSelfEmploymentMonthlyCents'] = below(60_000)
      if (sometimes(0.3)) {
        const kind = incomeKinds[below(incomeKinds.length)]!
        adult['otherIncome'] = [{ kind, monthlyCents: below(50_000) }]
      }
      if (sometimes(0.1)) adult['livesWithParent'] = true
      if (sometimes(0.03)) adult['student'] = true
      if (sometimes(0.02)) adult['status'] = 'temporaryResident'
      if (sometimes(0.02)) adult['livesInQuebec'] = null
    }
    if (sometimes(0.4)) sent.children = Array.from({ length: below(4) }, () => ({ age: below(18) }))
    return sent
  }
  return Array.from({ length: count }, (_, index) => {
    const sent = asSent(samples[index % samples.length]!)
    return index < samples.length ? sent : changed(sent)
  })
}

/** The same, as our functions take them. */
export function variety(count: number, seed: number): HouseholdCase[] {
  return sentVariety(count, seed).map((sent) => caseSchema.parse(sent))
}
