import type { Day } from '../calendar'
import { computeBenefit } from './compute'
import type { BenefitResult } from './line'
import type { BenefitSituation } from './situation'

/** The common situations come first and stay; the others are not worth their memory. */
const MOST_KNOWN = 20_000

/**
 * Computes benefits by the domain's own rules, once for all the households in the same situation: most of a province has
 * no income, and differs by age and family only. The same situation gives the same object.
 */
export function benefitsOnce(): (situation: BenefitSituation) => BenefitResult {
  const known = new Map<string, BenefitResult>()
  return (situation) => {
    const same = sameFor(situation)
    const key = JSON.stringify(same)
    const found = known.get(key)
    if (found !== undefined) return found
    const benefit = computeBenefit(same)
    if (known.size < MOST_KNOWN) known.set(key, benefit)
    return benefit
  }
}

/**
 * The same situation without what no rule looks at: on which day of their month, after how many years, for whom. Who of
 * two adults receives an income matters (`other-income.ts`): adults are told apart by their place.
 */
function sameFor(situation: BenefitSituation): BenefitSituation {
  const inMonth = ({ birthDate }: { readonly birthDate: Day }) => `${birthDate.slice(0, 7)}-01` as Day
  const places = situation.adults.map(({ id }) => id)
  const placeOf = (adultId: string) => {
    const place = places.indexOf(adultId)
    return String(place < 0 ? places.push(adultId) - 1 : place)
  }
  const { income } = situation
  return {
    ...situation,
    adults: situation.adults.map((adult, index) => ({
      ...adult,
      id: String(index),
      birthDate: inMonth(adult),
    })),
    children: situation.children.map((child) => ({ ...child, birthDate: inMonth(child) })),
    monthsOnAssistance: Math.min(situation.monthsOnAssistance, 24),
    income: {
      work: income.work.map(({ netCents, ended, lastedMonths, declaredInTime }) => ({
        netCents,
        ended,
        ...(lastedMonths !== undefined && { lastedMonths }),
        ...(declaredInTime !== undefined && { declaredInTime }),
      })),
      selfEmployment: income.selfEmployment.map(({ netCents }) => ({ netCents })),
      other: income.other.map(({ adultId, monthlyCents, kind }) => ({
        adultId: placeOf(adultId),
        monthlyCents,
        kind,
      })),
    },
  }
}
