import type { Benefit } from '@/domain/benefit/line'
import type { Month } from '@/domain/calendar'
import type { HouseholdCase } from '@/domain/estimate/case'
import { estimate } from '@/domain/estimate/estimate'
import { cents } from '@/domain/money'
import type { Cents } from '@/domain/money'

/** What the example earns, after deductions. */
export const examplePay = cents(600_00)
const payStep = 200_00
/** More than any amount of aid: the ladder has an end whatever the rates. */
const highestPay = 5_000_00

/** The aid of a month for an adult who lives alone, on assistance for three months, and was paid so much the month before. */
export function exampleBenefit(month: Month, netWorkMonthlyCents: Cents): Benefit {
  const { benefit } = estimate(householdOf(month, netWorkMonthlyCents))
  if (!benefit?.computed) throw new Error(`The example of work income has no benefit in ${month}`)
  return benefit
}

/** One pay, the aid it leaves, and both together. */
export type Kept = { readonly pay: Cents; readonly aid: Cents; readonly both: Cents }

/** What one keeps at each pay, from none to the first one that leaves no aid. */
export function ladderOf(month: Month): readonly Kept[] {
  const rungs: Kept[] = []
  for (let pay = 0; pay <= highestPay; pay += payStep) {
    const aid = exampleBenefit(month, cents(pay)).totalCents
    rungs.push({ pay: cents(pay), aid, both: cents(pay + aid) })
    if (aid === 0) break
  }
  return rungs
}

function householdOf(month: Month, netWorkIncomeMonthlyCents: Cents): HouseholdCase {
  const none = cents(0)
  return {
    month,
    applicationDay: null,
    programme: 'socialAssistance',
    adults: [
      {
        age: 36,
        constraint: 'none',
        status: 'citizen',
        livesInQuebec: true,
        student: false,
        livesWithParent: false,
        emancipated: null,
        inCustody: false,
        inReligiousCommunity: false,
        sheltered: false,
        pregnantWeeks: 0,
        severeMonthsOfLast72: 0,
        hasHadAssistance: true,
        absence: null,
        netWorkIncomeMonthlyCents,
        endedWork: null,
        netSelfEmploymentMonthlyCents: none,
        otherIncome: [],
        parentalContributionMonthlyCents: none,
        dependsOnParents: false,
      },
    ],
    children: [],
    liquidAssetsCents: none,
    property: { residenceCents: none, otherCents: none, vehicles: [] },
    givenAway: [],
    monthsOnAssistance: 3,
    comesFromOtherProgramme: false,
    subsidisedHousing: false,
    sharesDwelling: false,
    shelterAllowanceMonthlyCents: none,
    recoveryWithholdingMonthlyCents: none,
  }
}
