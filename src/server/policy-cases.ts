import 'server-only'
import { benefitSituation, filingSituation, reportsInForce } from '@/domain/benefit/of-household'
import type { FilingFacts, PersonFacts, SituationFacts } from '@/domain/benefit/of-household'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { addMonths, type Instant, type Month } from '@/domain/calendar'
import { knownIncome } from '@/domain/statement/known-income'
import type { FilingSituation } from '@/domain/statement/obligation'
import { withViewer } from './db'

/** The most households drawn for one trial, about: enough to tell a share to within two points, and a second to read. */
const MOST_DRAWN = 3_000

/** What the payment of a month depends on, for households drawn at random; and how many there are in all. */
export type PolicyCases = {
  readonly files: number
  readonly situations: readonly BenefitSituation[]
  /** What the duty of each to file the month before depends on. */
  readonly duties: readonly FilingSituation[]
  /** When the first statement of the month before came, of those who sent one. */
  readonly received: readonly Instant[]
}

/**
 * The households of a month paid, as the calculation sees them. They are read as the worker, counted and forgotten: who
 * asks for a trial sees none of them.
 */
export async function drawPolicyCases(monthPaid: Month): Promise<PolicyCases> {
  const rows = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<Row>('select files, people, situations, filings from policy_cases($1, $2)', [monthPaid, MOST_DRAWN]),
  )
  const month = addMonths(monthPaid, -1)
  return {
    received: rows.flatMap(({ filings }) =>
      filings
        .filter((filing) => filing.kind === 'statement' && filing.month === month && filing.version === 1)
        .map(({ receivedAt }) => receivedAt),
    ),
    files: Number(rows[0]?.files ?? 0),
    duties: rows.map((household) => filingSituation(household, month)),
    situations: rows.map((household) => {
      const income = knownIncome(reportsInForce(household.filings), month)
      return benefitSituation(household, monthPaid, income)
    }),
  }
}

type Row = {
  readonly files: string
  readonly people: readonly PersonFacts[]
  readonly situations: readonly SituationFacts[]
  readonly filings: readonly FilingFacts[]
}
