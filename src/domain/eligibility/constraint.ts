import type { CaseAdult, HouseholdCase } from '../estimate/case'
import type { Month } from '../calendar'
import { basicIncomeSevereMonths } from '../rates/residence'
import { perMonth, rateFor } from '../rates/table'

/** An adult who may receive aid has a severe constraint: a student has none to give the household a programme. */
export function hasSevereConstraint({ adults }: HouseholdCase): boolean {
  for (const adult of adults) if (gives(adult, adults.length)) return true
  return false
}

const basicIncomeBegins = basicIncomeSevereMonths.at(-1)!.from

/** True once the Basic Income Program exists. */
export function hasBasicIncomeBegun(month: Month): boolean {
  return month >= basicIncomeBegins
}

const monthsNeeded = perMonth((month) => rateFor(basicIncomeSevereMonths, month).value)

/** Such an adult has had it, of the last 72 months, for as many as open the Basic Income Program (O.C. 1140-2022). */
export function hasHadItLong({ adults, month }: HouseholdCase): boolean {
  for (const adult of adults) {
    if (!gives(adult, adults.length) || !hasBasicIncomeBegun(month)) continue
    if (adult.severeMonthsOfLast72 >= monthsNeeded(month)) return true
  }
  return false
}

function gives(adult: CaseAdult, adults: number): boolean {
  return adult.constraint === 'severe' && (adults === 1 || adult.student !== true)
}
