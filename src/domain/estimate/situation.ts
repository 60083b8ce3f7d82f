import type {
  AdultSituation,
  BenefitSituation,
  ChildSituation,
  JobIncome,
  MonthIncome,
  Programme,
  ReceivedIncome,
} from '../benefit/situation'
import type { Day, Month } from '../calendar'
import { cents } from '../money'
import type { Cents } from '../money'
import { perMonth } from '../rates/table'
import type { CaseAdult, CaseChild, HouseholdCase } from './case'
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
  const born = birthDays(month)
  const student = studentOf(household.adults)
  const adults: AdultSituation[] = []
  for (let index = 0; index < household.adults.length; index += 1) {
    const adult = household.adults[index]
    // The student has no aid: the amounts are those of the spouse.
    if (adult && index !== student) adults.push(adultSituation(adult, index, born))
  }
  const children: ChildSituation[] = []
  for (const child of household.children) {
    if (isDependentChild(child, month)) children.push(childSituation(child, born))
  }
  return {
    month,
    programme,
    adults,
    children,
    livesWithParents: livesWithParents(household.adults, children.length),
    spouseOfStudent: student !== null,
    subsidisedDwelling: household.subsidisedHousing,
    // A month of application follows none with aid.
    monthsOnAssistance: household.applicationDay === null ? household.monthsOnAssistance : 0,
    income: incomeOf(household),
    liquidAssetsCents: household.liquidAssetsCents ?? cents(0),
    recoveryWithholdingCents: household.recoveryWithholdingMonthlyCents,
    applicationDay: household.applicationDay ?? undefined,
    fromOtherProgramme: household.comesFromOtherProgramme,
    sharesDwelling: household.sharesDwelling,
    shelterAllowanceCents: household.shelterAllowanceMonthlyCents,
    parentalContributionCents: parentalContribution(household.adults),
    property: household.property ?? undefined,
    givenAway: household.givenAway,
  }
}

/** The place of the one student of two adults, whose spouse has the amounts; null when there is no such couple. */
function studentOf(adults: readonly CaseAdult[]): number | null {
  const first = adults[0]
  const second = adults[1]
  if (!first || !second || (first.student === true) === (second.student === true)) return null
  return first.student === true ? 0 : 1
}

function adultSituation(adult: CaseAdult, index: number, born: BirthDays): AdultSituation {
  return {
    id: idOf(index),
    birthDate: born(adult.age),
    constraint: adult.constraint,
    sheltered: adult.sheltered,
    pregnantWeeks: adult.pregnantWeeks,
    refugeeClaimant: adult.status === 'refugeeClaimant',
    severeMonthsOfLast72: adult.severeMonthsOfLast72,
  }
}

function childSituation(child: CaseChild, born: BirthDays): ChildSituation {
  return {
    birthDate: born(child.age),
    handicapSupplement: child.handicapSupplement,
    familyAllowanceCents: child.familyAllowanceMonthlyCents,
    canadaChildBenefitCents: child.canadaChildBenefitMonthlyCents,
  }
}

function idOf(index: number): string {
  return adultIds[index] ?? String(index)
}

/** A single parent in a parent's home keeps the whole basic benefit (RAPF 57). */
function livesWithParents(adults: readonly CaseAdult[], children: number): boolean {
  if (adults.length === 1 && children > 0) return false
  for (const adult of adults) if (adult.livesWithParent === true) return true
  return false
}

/** Of an adult alone who is not known to be free of their parents. */
function parentalContribution(adults: readonly CaseAdult[]): Cents {
  const adult = adults[0]
  if (!adult || adult.dependsOnParents === false) return cents(0)
  return adult.parentalContributionMonthlyCents ?? cents(0)
}

const noIncome: MonthIncome = { work: [], selfEmployment: [], other: [] }

const hasIncome = (adult: CaseAdult): boolean =>
  adult.netWorkIncomeMonthlyCents + adult.netSelfEmploymentMonthlyCents > 0 || adult.otherIncome.length > 0

function incomeOf({ adults, month }: HouseholdCase): MonthIncome {
  if (!adults.some(hasIncome)) return noIncome
  const work: JobIncome[] = []
  const selfEmployment: { netCents: Cents }[] = []
  const other: ReceivedIncome[] = []
  for (let index = 0; index < adults.length; index += 1) {
    const adult = adults[index]
    if (!adult) continue
    const { endedWork } = adult
    const ended = endedWork ? Math.min(endedWork.netMonthlyCents, adult.netWorkIncomeMonthlyCents) : 0
    const goesOn = adult.netWorkIncomeMonthlyCents - ended
    if (goesOn > 0) work.push({ netCents: cents(goesOn), ended: null })
    if (endedWork && ended > 0) {
      const { lastedMonths, declaredInTime } = endedWork
      work.push({ netCents: cents(ended), ended: lastWorked(month), lastedMonths, declaredInTime })
    }
    if (adult.netSelfEmploymentMonthlyCents > 0) {
      selfEmployment.push({ netCents: adult.netSelfEmploymentMonthlyCents })
    }
    for (const { kind, monthlyCents } of adult.otherIncome) {
      other.push({ adultId: idOf(index), kind, monthlyCents })
    }
  }
  return { work, selfEmployment, other }
}

/** A day for a job that ended: that it ended is what matters. */
const lastWorked = (month: Month): Day => `${month}-01` as Day

type BirthDays = (age: number) => Day

/** The birth day of an age, for one month. Few months and few ages are ever asked about: each day is made once. */
const birthDays = perMonth((month): BirthDays => {
  const schoolYear = Number(month.slice(0, 4)) - (month.slice(5) >= '10' ? 0 : 1)
  const days: Day[] = []
  return (age) => (days[age] ??= `${schoolYear - age}-09-30` as Day)
})
