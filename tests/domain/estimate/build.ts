import type { CaseAdult, CaseChild, HouseholdCase } from '@/domain/estimate/case'
import type { Month } from '@/domain/calendar'
import { cents } from '@/domain/money'

const none = cents(0)

/** A citizen of 36 who lives in Québec alone, without work: changed by overrides. */
export function caseAdult(overrides: Partial<CaseAdult> = {}): CaseAdult {
  return {
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
    netWorkIncomeMonthlyCents: none,
    endedWork: null,
    netSelfEmploymentMonthlyCents: none,
    otherIncome: [],
    parentalContributionMonthlyCents: none,
    dependsOnParents: false,
    ...overrides,
  }
}

export function caseChild(overrides: Partial<CaseChild> = {}): CaseChild {
  return {
    age: 8,
    emancipated: false,
    student: true,
    custodyPercent: 100,
    handicapSupplement: false,
    familyAllowanceMonthlyCents: null,
    canadaChildBenefitMonthlyCents: null,
    ...overrides,
  }
}

/** One adult, November 2026, long on assistance, in a subsidised dwelling, nothing owned: changed by overrides. */
export function householdCase(overrides: Partial<HouseholdCase> = {}): HouseholdCase {
  return {
    month: '2026-11' as Month,
    applicationDay: null,
    programme: 'socialAssistance',
    adults: [caseAdult()],
    children: [],
    liquidAssetsCents: none,
    property: { residenceCents: none, otherCents: none, vehicles: [] },
    givenAway: [],
    monthsOnAssistance: 12,
    comesFromOtherProgramme: false,
    subsidisedHousing: true,
    sharesDwelling: false,
    shelterAllowanceMonthlyCents: none,
    recoveryWithholdingMonthlyCents: none,
    ...overrides,
  }
}
