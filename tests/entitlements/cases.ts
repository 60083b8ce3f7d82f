import type { CaseAdult, CaseIncome, HouseholdCase } from '../../src/domain/estimate/case'
import { cents } from '../../src/domain/money'
import type { Month } from '../../src/domain/calendar'

/*
 * Case files of calculators nobody here wrote: CREEi's simulator srd (`cases`), and the finance ministry's
 * disposable-income calculator (`mfqCases`: its own code for 2023 and 2024, a transcription of it from 2025). Money is
 * whole cents, rounded half up; a month is a twelfth of a year.
 */
export type CaseFile = { readonly cases?: readonly Row[]; readonly mfqCases?: readonly Row[] }

/** One household as a file has it, and what the calculator answers. */
type Row = {
  readonly id: string
  readonly year: number
  readonly householdType: string
  readonly adults: readonly RowAdult[]
  readonly childrenAges: readonly number[]
  readonly expected: {
    readonly monthlyCents: number
    readonly breakdownAnnualCents?: { readonly childAdjustments: number }
  }
  readonly simplifications: readonly string[]
  readonly comparability: 'direct' | 'assumption' | 'suspect'
  readonly derived: { readonly netWorkIncomeMonthlyCents: number }
}
type RowAdult = {
  readonly age: number
  readonly temporaryConstraintFlag?: boolean
  readonly otherIncomeMonthlyCents?: number
  readonly pensionAnnualCents?: number
  readonly assetsCents?: number
}

export type Oracle = 'srd' | 'mfq official' | 'mfq transcribed'

/** A household to compute, what was answered, and where the answer is known to leave the Regulation. */
export type OracleCase = Row & { readonly oracle: Oracle; readonly household: HouseholdCase }

/** Every case of a file. Throws on a file that has none. */
export function casesOf(file: CaseFile): OracleCase[] {
  const rows = [
    ...(file.cases ?? []).map((row) => ({ row, oracle: 'srd' as const })),
    ...(file.mfqCases ?? []).map((row) => ({
      row,
      oracle: row.year < 2025 ? ('mfq official' as const) : ('mfq transcribed' as const),
    })),
  ]
  if (rows.length === 0) throw new Error('No case: the file needs `cases` or `mfqCases`')
  return rows.map(({ row, oracle }) => ({ ...row, oracle, household: householdOf(row) }))
}

/**
 * The facts the calculators assume are given: December, so that the adjustment of 2018 has begun; six months of
 * assistance; a dwelling that is not subsidised; the same net income all year; nobody new to aid.
 */
function householdOf(row: Row): HouseholdCase {
  const [first, ...others] = row.adults.map(adultOf)
  const work = cents(row.derived.netWorkIncomeMonthlyCents)
  const assets = row.adults.reduce((sum, adult) => sum + (adult.assetsCents ?? 0), 0)
  return {
    month: `${row.year}-12` as Month,
    applicationDay: null,
    programme: 'socialAssistance',
    // The exclusion is the household's: who earns changes nothing.
    adults: [{ ...first!, netWorkIncomeMonthlyCents: work }, ...others],
    children: row.childrenAges.map((age) => ({
      age,
      emancipated: false,
      student: age >= 18,
      custodyPercent: 100,
      handicapSupplement: false,
      familyAllowanceMonthlyCents: null,
      canadaChildBenefitMonthlyCents: null,
    })),
    liquidAssetsCents: cents(assets),
    property: { residenceCents: cents(0), otherCents: cents(0), vehicles: [] },
    givenAway: [],
    monthsOnAssistance: 12,
    comesFromOtherProgramme: false,
    subsidisedHousing: false,
    sharesDwelling: false,
    shelterAllowanceMonthlyCents: cents(0),
    recoveryWithholdingMonthlyCents: cents(0),
  }
}

function adultOf(adult: RowAdult): CaseAdult {
  const pension = Math.round((adult.pensionAnnualCents ?? 0) / 12)
  const otherIncome: CaseIncome[] = []
  if (pension > 0) otherIncome.push({ kind: 'pension', monthlyCents: cents(pension) })
  if (adult.otherIncomeMonthlyCents)
    otherIncome.push({ kind: 'pension', monthlyCents: cents(adult.otherIncomeMonthlyCents) })
  return {
    age: adult.age,
    constraint: adult.temporaryConstraintFlag ? 'temporary' : 'none',
    status: 'citizen',
    livesInQuebec: true,
    student: false,
    livesWithParent: false,
    emancipated: false,
    inCustody: false,
    inReligiousCommunity: false,
    sheltered: false,
    pregnantWeeks: 0,
    severeMonthsOfLast72: 0,
    hasHadAssistance: true,
    absence: null,
    netWorkIncomeMonthlyCents: cents(0),
    endedWork: null,
    netSelfEmploymentMonthlyCents: cents(0),
    otherIncome,
    parentalContributionMonthlyCents: cents(0),
    dependsOnParents: false,
  }
}
