import type { CaseAdult, HouseholdCase } from '../../src/domain/estimate/case'
import { cents } from '../../src/domain/money'
import type { Month } from '../../src/domain/calendar'
import { caseAdult, caseChild, householdCase } from '../domain/estimate/build'

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
  const assets = row.adults.reduce((sum, adult) => sum + (adult.assetsCents ?? 0), 0)
  return householdCase({
    month: `${row.year}-12` as Month,
    programme: 'socialAssistance',
    // The exclusion is the household's: who earns changes nothing.
    adults: [
      { ...first!, netWorkIncomeMonthlyCents: cents(row.derived.netWorkIncomeMonthlyCents) },
      ...others,
    ],
    children: row.childrenAges.map((age) => caseChild({ age, student: age >= 18 })),
    liquidAssetsCents: cents(assets),
    monthsOnAssistance: 12,
    subsidisedHousing: false,
  })
}

function adultOf(adult: RowAdult): CaseAdult {
  const pension = Math.round((adult.pensionAnnualCents ?? 0) / 12) + (adult.otherIncomeMonthlyCents ?? 0)
  return caseAdult({
    age: adult.age,
    constraint: adult.temporaryConstraintFlag ? 'temporary' : 'none',
    otherIncome: pension > 0 ? [{ kind: 'pension', monthlyCents: cents(pension) }] : [],
  })
}
