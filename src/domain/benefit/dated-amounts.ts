import type { Month } from '../calendar'
import { addMonths, yearOf } from '../calendar'
import { entryFor } from '../rates/table'
import type { RateEntry, RateTable } from '../rates/table'
import { amountTables, amountsIn } from './amounts'
import type { AmountName, Amounts, AmountTables } from './amounts'

/** What a whole number of a table counts. */
export type Unit = 'cents' | 'basisPoints' | 'months' | 'weeks' | 'years' | 'children'

const otherUnits: Partial<Record<AmountName, Unit>> = {
  singleAdultWait: 'months',
  ceasedLasted: 'months',
  givenAwayFor: 'months',
  temporaryPregnancy: 'weeks',
  temporaryFromAge: 'years',
  temporaryChildUnder: 'years',
  adolescentMaximum: 'children',
  supplement: 'basisPoints',
  basicIncomeReduction: 'basisPoints',
  residenceCounted: 'basisPoints',
  propertyCounted: 'basisPoints',
  withholdingCap: 'basisPoints',
}

/** What the amounts of a name count: money unless said otherwise. */
export const unitOf = (name: AmountName): Unit => otherUnits[name] ?? 'cents'

/** The groups in which amounts are read, each in the order of the law. */
export const amountGroups = {
  socialAssistance: [
    ...['assistanceOneAdult', 'assistanceTwoAdults', 'assistanceSpouseOfStudent', 'assistanceAdjustment'],
    ...['livingWithParents', 'singleAdult', 'singleAdultWait', 'sheltered'],
    ...['temporaryOneAdult', 'temporaryTwoAdults', 'temporaryFromAge', 'temporaryChildUnder'],
    ...['temporaryPregnancy', 'adjustment6672', 'adjustment6672TwoAdults', 'participation'],
  ],
  socialSolidarity: [
    ...['solidarityOneAdult', 'solidarityTwoAdults', 'solidaritySpouseOfStudent', 'solidarityAdjustment'],
  ],
  basicIncome: [
    ...['basicIncome', 'basicIncomeSingle', 'basicIncomeMinor', 'basicIncomeStudent'],
    ...['basicIncomeYearly', 'basicIncomeReduction', 'basicIncomeAssets', 'basicIncomeProperty'],
  ],
  family: [
    ...['familyAllowance', 'singleParent', 'firstChild', 'secondChild', 'eachMoreChild'],
    ...['adolescent', 'adolescentMaximum', 'pregnancy', 'claimant', 'claimantSharing', 'claimants'],
  ],
  income: [
    ...['workOneAdult', 'workTwoAdults', 'solidarityWorkOneAdult', 'solidarityWorkTwoAdults'],
    ...['supplement', 'supplementMinimum', 'ceasedLasted', 'childSupport', 'gift', 'training'],
    ...['trainingSingleParent', 'support', 'room'],
  ],
  assets: [
    ...['assistanceAssetsAlone', 'assistanceAssetsFamily', 'solidarityAssetsAlone', 'solidarityAssetsFamily'],
    ...['assistanceProperty', 'solidarityProperty', 'residenceCounted', 'propertyCounted', 'vehicle'],
    ...['givenAwayReduction', 'givenAwayFor'],
  ],
  recovery: ['withholdingCap', 'withholdingSheltered'],
} as Readonly<
  Record<
    'socialAssistance' | 'socialSolidarity' | 'basicIncome' | 'family' | 'income' | 'assets' | 'recovery',
    readonly AmountName[]
  >
>
export type AmountGroup = keyof typeof amountGroups

/** An amount as it stands in a month, and what is known to replace it, the soonest first. */
export type DatedAmount = {
  readonly name: AmountName
  readonly inForce: RateEntry | null
  readonly toCome: readonly RateEntry[]
}

/** Some amounts as they stand in a month. */
export function datedAmounts(
  names: readonly AmountName[],
  month: Month,
  tables: AmountTables = amountTables,
): DatedAmount[] {
  return names.map((name) => ({
    name,
    inForce: entryFor(tables[name], month),
    toCome: after(tables[name], month),
  }))
}

/** The months after this one in which some amount changes, the soonest first. */
export function changesAfter(month: Month, tables: AmountTables = amountTables): Month[] {
  const months = Object.values(tables).flatMap((table) =>
    after(table, month).map(({ from }) => from as Month),
  )
  return [...new Set(months)].sort()
}

/**
 * The amounts of a month if those that went up last January went up once more, by so many basis points, to the nearest
 * dollar as the Regulation's amounts are. A trial: what January brings is decided elsewhere.
 */
export function raisedAmounts(
  month: Month,
  basisPoints: number,
  tables: AmountTables = amountTables,
): Amounts | null {
  const raised = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => {
      const entry = entryFor(table, month)
      if (!entry || unitOf(name as AmountName) !== 'cents' || !roseIn(table, month)) return [name, table]
      const dollars = Math.round((entry.value * (10_000 + basisPoints)) / 1_000_000)
      return [name, [{ ...entry, from: month as RateEntry['from'], value: dollars * 100 }, ...table]]
    }),
  ) as AmountTables
  return amountsIn(raised, month)
}

const after = (table: RateTable, month: Month) => table.filter(({ from }) => from > month).reverse()

/** Whether an amount was raised in the January of a month's year, or of the year before when that one raised none. */
function roseIn(table: RateTable, month: Month): boolean {
  return [0, -1].some((back) => {
    const january = `${yearOf(month) + back}-01` as Month
    const entry = entryFor(table, january)
    const before = entryFor(table, addMonths(january, -1))
    return entry !== null && before !== null && entry.from === january && entry.value > before.value
  })
}
