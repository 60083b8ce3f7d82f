import type { CaseAdult, HouseholdCase } from '../estimate/case'
import type { Month } from '../calendar'
import { basicIncomeSevereMonths } from '../rates/residence'
import { perMonth, rateFor } from '../rates/table'

/** An adult who may receive aid has a severe constraint: a student has none to give the household a programme. */
export function hasSevereConstraint({ adults }: HouseholdCase): boolean {
  for (const adult of adults) if (gives(adult, adults.length)) return true
  return false
}

/** True once the Basic Income Program exists. */
export function hasBasicIncomeBegun(month: Month): boolean {
  return monthsNeeded(month) !== 'notYet'
}

/** Such an adult has had it, of the last 72 months, for as many as open the Basic Income Program (O.C. 1140-2022). */
export function hasHadItLong({ adults, month }: HouseholdCase): boolean {
  const needed = monthsNeeded(month)
  if (needed === 'notYet') return false
  for (const adult of adults) {
    if (gives(adult, adults.length) && adult.severeMonthsOfLast72 >= needed) return true
  }
  return false
}

const begins = basicIncomeSevereMonths.at(-1)!.from
const monthsNeeded = perMonth((month) =>
  month < begins ? 'notYet' : rateFor(basicIncomeSevereMonths, month).value,
)

function gives(adult: CaseAdult, adults: number): boolean {
  return adult.constraint === 'severe' && (adults === 1 || adult.student !== true)
}
