import { estimate } from '../../src/domain/estimate/estimate'
import type { HouseholdCase } from '../../src/domain/estimate/case'
import { cents } from '../../src/domain/money'
import type { OracleCase } from './cases'

/** What the comparison of one case found. `cents` is ours less theirs, a month. */
export type Verdict = {
  readonly one: OracleCase
  readonly ours: number
  readonly cents: number
  /** Where the calculator leaves the Regulation and thereby reaches its figure; empty when equal or unexplained. */
  readonly because: readonly string[]
  readonly outcome: 'equal' | 'explained' | 'unexplained'
}

/**
 * One cent a month is allowed: their net income and their results are a year's, divided by twelve and rounded.
 */
const ROUNDING_CENTS = 1

/**
 * Compares one case with ours. A difference is explained only when doing what the calculator does, where it is known to
 * leave the Regulation, gives its figure to the cent: a tag alone explains nothing.
 */
export function judge(one: OracleCase): Verdict {
  const ours = monthly(one.household)
  const verdict = { one, ours, cents: ours - one.expected.monthlyCents }
  if (isEqual(ours, one)) return { ...verdict, because: [], outcome: 'equal' }
  const known = departures.filter((departure) => departure.appliesTo(one))
  for (const chosen of subsets(known)) {
    const theirs = chosen.reduce((given, { change }) => change(given, one), start(one))
    const amount = theirs.refused ? 0 : Math.max(0, monthly(theirs.household) + theirs.addedCents)
    if (isEqual(amount, one)) {
      return { ...verdict, because: chosen.map(({ tag }) => tag), outcome: 'explained' }
    }
  }
  return { ...verdict, because: [], outcome: 'unexplained' }
}

function isEqual(amount: number, one: OracleCase): boolean {
  return Math.abs(amount - one.expected.monthlyCents) <= ROUNDING_CENTS
}

/** What is paid: nothing when there is no benefit. */
function monthly(household: HouseholdCase): number {
  const { benefit } = estimate(household)
  if (benefit && !benefit.computed) throw new Error(`No amount for ${household.month}: ${benefit.reason}`)
  return benefit?.totalCents ?? 0
}

/** The case as a calculator sees it. */
type Changed = { readonly household: HouseholdCase; readonly addedCents: number; readonly refused: boolean }
const start = ({ household }: OracleCase): Changed => ({ household, addedCents: 0, refused: false })

/** A place where a calculator leaves the Regulation (described with the sample). `change` does as it does. */
type Departure = {
  readonly tag: string
  readonly appliesTo: (one: OracleCase) => boolean
  readonly change: (given: Changed, one: OracleCase) => Changed
}

const tagged = (tag: string) => (one: OracleCase) => one.simplifications.includes(tag)

const childrenOf = (given: Changed, age: (age: number) => number): Changed => ({
  ...given,
  household: {
    ...given.household,
    children: given.household.children.map((child) => ({ ...child, age: age(child.age) })),
  },
})

const isAdolescent = (age: number) => age >= 12 && age <= 17

/** The child adjustments srd adds for sections 68 to 70, beside those of section 73. A month's cents. */
function childGap(one: OracleCase): number {
  const all = Math.round((one.expected.breakdownAnnualCents?.childAdjustments ?? 0) / 12)
  const adolescents = one.childrenAges.filter(isAdolescent).length
  return all - (adolescents <= 2 ? adolescents * 858 : 0)
}

const departures: readonly Departure[] = [
  {
    // srd takes the exclusion for work off every income; QPIP has it too, and no supplement.
    tag: 'EXEMPTION_APPLIED_TO_OTHER_INCOME',
    appliesTo: tagged('EXEMPTION_APPLIED_TO_OTHER_INCOME'),
    change: (given) => ({
      ...given,
      household: {
        ...given.household,
        adults: given.household.adults.map((adult) => ({
          ...adult,
          otherIncome: adult.otherIncome.map((income) => ({ ...income, kind: 'parentalInsurance' as const })),
        })),
      },
    }),
  },
  {
    // srd refuses above a limit that is not raised by children, and counts nothing below it.
    tag: 'ASSET_CLIFF',
    appliesTo: tagged('ASSET_CLIFF'),
    change: (given, one) => {
      const held = given.household.liquidAssetsCents ?? 0
      const limit = one.adults.length === 2 ? 2_500_00 : 1_500_00
      return {
        ...given,
        refused: held > limit,
        household: { ...given.household, liquidAssetsCents: cents(0) },
      }
    },
  },
  {
    tag: 'ART73_ZERO_IF_3PLUS',
    appliesTo: tagged('ART73_ZERO_IF_3PLUS'),
    change: (given) => childrenOf(given, (age) => (isAdolescent(age) ? 11 : age)),
  },
  {
    tag: 'CHILD_ADJ_ART68_70_NONZERO',
    appliesTo: tagged('CHILD_ADJ_ART68_70_NONZERO'),
    change: (given, one) => ({ ...given, addedCents: given.addedCents + childGap(one) }),
  },
  {
    // At 5, on either side of September 30: srd takes the child for older, the finance ministry for younger.
    tag: 'CHILD_AGE_5_BOUNDARY',
    appliesTo: tagged('CHILD_AGE_5_BOUNDARY'),
    change: (given, one) => childrenOf(given, (age) => (age === 5 ? (one.oracle === 'srd' ? 6 : 4) : age)),
  },
  {
    tag: 'NO_APS_AT_50_PLUS',
    appliesTo: tagged('NO_APS_AT_50_PLUS'),
    change: (given) => ({ ...given, household: { ...given.household, monthsOnAssistance: 0 } }),
  },
  {
    tag: 'NO_ART73_CHILD_12_17',
    appliesTo: tagged('NO_ART73_CHILD_12_17'),
    change: (given) => childrenOf(given, (age) => (isAdolescent(age) ? 11 : age)),
  },
]

/** Every choice of some of them, the smallest first: what explains a difference with the least. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  const all = items.reduce<Item[][]>(
    (chosen, item) => [...chosen, ...chosen.map((one) => [...one, item])],
    [[]],
  )
  return all.filter((chosen) => chosen.length > 0).sort((one, other) => one.length - other.length)
}
