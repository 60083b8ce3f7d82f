import { withDatabase } from '../../src/setup/database.mjs'
import type { Statement } from './world'

/** What may go wrong, each judged apart. */
export type FaultKind =
  /** A receipt was told, and the database does not hold that filing with that key and those answers. */
  | 'lost'
  /** A statement sent with one key became several versions. */
  | 'doubled'
  /** A filing without exactly one payment, one trace and one piece of news; or one of these without its filing. */
  | 'halfWritten'
  /** Another receipt was told at another try. */
  | 'retold'
  /** Refused, or never acknowledged however often it was sent. */
  | 'unanswered'

/** `kind` → the statements or rows concerned. */
export type Faults = Record<FaultKind, Set<string>>

export const noFaults = (): Faults => ({
  lost: new Set(),
  doubled: new Set(),
  halfWritten: new Set(),
  retold: new Set(),
  unanswered: new Set(),
})

/*
 * Read as the owner, past row-level security. Payments, traces and news are counted by the filing they name, and
 * a full join shows those that name none.
 */
const everyFiling = `
with filings as (select * from filing where household_id = any($1)),
parts as (
  select filing_id::text as filing, 'payment' as part from expected_payment where household_id = any($1)
  union all
  select subject_id::text, 'trace' from audit where household_id = any($1) and act = 'filed'
  union all
  select payload ->> 'filingId', 'news' from outbox
  where kind = 'receipt' and person_id in (select person_id from household_member where household_id = any($1))
),
counted as (
  select coalesce(filing, 'none') as filing, count(*) filter (where part = 'payment') as payments,
    count(*) filter (where part = 'trace') as traces, count(*) filter (where part = 'news') as news
  from parts group by 1
)
select filings.household_id as "householdId", filings.month, filings.key, filings.receipt_number as "receiptNumber",
  (filings.answers #>> '{work,0,netCents}')::int as "netCents",
  counted.filing as "partsOf", counted.payments = 1 and counted.traces = 1 and counted.news = 1 as whole
from filings full join counted on counted.filing = filings.id::text`

type Row = {
  householdId: string | null
  month: string
  key: string
  receiptNumber: string
  netCents: number
  partsOf: string | null
  whole: boolean | null
}

/**
 * Compares what the clients were told with what the database holds of their households, and adds to `faults`.
 * `statements` must be all that these households ever sent.
 */
export async function examine(
  ownerUrl: string,
  statements: readonly Statement[],
  faults: Faults,
): Promise<void> {
  const households = [...new Set(statements.map((statement) => statement.householdId))]
  const rows = await withDatabase(
    ownerUrl,
    async (client) => (await client.query<Row>(everyFiling, [households])).rows,
  )
  const filings = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.householdId === null)
      faults.halfWritten.add(`parts of a filing that is not there: ${row.partsOf}`)
    else {
      const name = `${row.householdId} ${row.month}`
      filings.set(name, [...(filings.get(name) ?? []), row])
      if (row.whole !== true) faults.halfWritten.add(row.receiptNumber)
    }
  }
  for (const statement of statements) {
    const name = `${statement.householdId} ${statement.month}`
    const kept = filings.get(name) ?? []
    if (kept.length > 1) faults.doubled.add(name)
    const isKept = (receiptNumber: string) =>
      kept.some(
        (row) =>
          row.receiptNumber === receiptNumber &&
          row.key === statement.key &&
          row.netCents === statement.netCents,
      )
    if (!statement.told.every(isKept)) faults.lost.add(name)
    if (new Set(statement.told).size > 1) faults.retold.add(name)
    if (statement.told.length === 0) faults.unanswered.add(`${name}: ${statement.refusal ?? 'no answer'}`)
  }
}
