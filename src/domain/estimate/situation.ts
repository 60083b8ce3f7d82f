import type {
  AdultSituation,
  BenefitSituation,
  JobIncome,
  Programme,
  ReceivedIncome,
} from '../benefit/situation'
import type { Day, Month } from '../calendar'
import { cents } from '../money'
import type { CaseAdult, HouseholdCase } from './case'
import { isDependentChild } from './dependent-child'

/** Names of the two adults: a case has none. */
const adultIds = ['a', 'b'] as const

/**
 * The facts the benefit of a programme depends on. What was not said counts for nothing: no money, no property, no
 * studies. Whether the household may receive that programme at all is not asked here.
 *
 * An age means that age on the eve of the month, and on the last September 30: everybody is born on a September 30.
 */
export function benefitSituationOf(household: HouseholdCase, programme: Programme): BenefitSituation {
  const { month } = household
  const student = household.adults.findIndex((adult) => adult.student === true)
  const spouseOfStudent =
    household.adults.length === 2 && household.adults[1 - student]?.student !== true && student !== -1
  const children = household.children.filter((child) => isDependentChild(child, month))
  const born = birthDays(month)

  const adults: AdultSituation[] = []
  for (const [index, adult] of household.adults.entries()) {
    // The student has no aid: the amounts are those of the spouse.
    if (spouseOfStudent && index === student) continue
    adults.push({ id: idOf(index), birthDate: born(adult.age), constraint: adult.constraint })
  }
  return {
    month,
    programme,
    adults,
    children: children.map((child) => ({ birthDate: born(child.age) })),
    livesWithParents: livesWithParents(household.adults, children.length),
    spouseOfStudent,
    subsidisedDwelling: household.subsidisedHousing,
    monthsOnAssistance: household.monthsOnAssistance,
    income: incomeOf(household),
    liquidAssetsCents: household.liquidAssetsCents ?? cents(0),
    recoveryWithholdingCents: household.recoveryWithholdingMonthlyCents,
  }
}

function idOf(index: number): string {
  return adultIds[index] ?? String(index)
}

/** A single parent in a parent's home keeps the whole basic benefit (RAPF 57). */
function livesWithParents(adults: readonly CaseAdult[], children: number): boolean {
  if (adults.length === 1 && children > 0) return false
  return adults.some((adult) => adult.livesWithParent === true)
}

function incomeOf({ adults, month }: HouseholdCase): BenefitSituation['income'] {
  const work: JobIncome[] = []
  const selfEmployment: { netCents: CaseAdult['netSelfEmploymentMonthlyCents'] }[] = []
  const other: ReceivedIncome[] = []
  for (const [index, adult] of adults.entries()) {
    const ended = Math.min(adult.endedWork?.netMonthlyCents ?? 0, adult.netWorkIncomeMonthlyCents)
    const goesOn = adult.netWorkIncomeMonthlyCents - ended
    if (goesOn > 0) work.push({ netCents: cents(goesOn), ended: null })
    if (ended > 0) work.push({ netCents: cents(ended), ended: `${month}-01` as Day })
    if (adult.netSelfEmploymentMonthlyCents > 0) {
      selfEmployment.push({ netCents: adult.netSelfEmploymentMonthlyCents })
    }
    for (const { kind, monthlyCents } of adult.otherIncome) {
      other.push({ adultId: idOf(index), kind, monthlyCents })
    }
  }
  return { work, selfEmployment, other }
}

/** The birth day of an age, for one month. Few school years and few ages: each is made once. */
function birthDays(month: Month): (age: number) => Day {
  const year = Number(month.slice(0, 4)) - (month.slice(5) >= '10' ? 0 : 1)
  let known = birthDaysOfSchoolYear.get(year)
  if (!known) {
    known = new Map()
    birthDaysOfSchoolYear.set(year, known)
  }
  const days = known
  return (age) => {
    const found = days.get(age)
    if (found) return found
    const day = `${year - age}-09-30` as Day
    days.set(age, day)
    return day
  }
}

const birthDaysOfSchoolYear = new Map<number, Map<number, Day>>()
