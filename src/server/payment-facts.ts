import 'server-only'
import type { Benefit } from '@/domain/benefit/line'
import { situationAt, type PersonFacts, type SituationFacts } from '@/domain/benefit/of-household'
import { addMonths, type Instant, type Month } from '@/domain/calendar'
import type { PaymentFacts, PaymentState } from '@/domain/payment/planned'
import type { Door } from './db'
import type { keptBenefits } from './payment-export'

/** A household of a run: its facts as of the cut-off, and what earlier runs came to. */
export type PaymentCase = {
  readonly id: string
  readonly fileNumber: string
  readonly deposit: boolean
  /** Null when nobody is aided there in the month paid. */
  readonly facts: PaymentFacts | null
  /** The month before, as its last released run had it, with no benefit when it had none; null when no run says. */
  readonly before: { readonly benefit: Benefit | null } | null
  /** The same month, as the runs before this one came to; null when they had nothing of it. */
  readonly earlier: {
    readonly state: PaymentState
    readonly totalCents: number
    readonly paidCents: number
  } | null
}

type Row = {
  readonly id: string
  readonly file_number: string
  readonly deposit: boolean
  readonly people: readonly PersonFacts[] | null
  readonly situations: readonly SituationFacts[] | null
  readonly filings: PaymentFacts['filings']
  readonly decisions: PaymentFacts['decisions']
  readonly admitted: PaymentFacts['admitted']
  readonly duty: PaymentFacts['duty']
}

type Earlier = {
  readonly household: string
  readonly month: Month
  readonly state: PaymentState
  readonly total: number
  readonly paid: string
  readonly benefit: string | null
}

/** Whom a run computes next, after a household, in the order of their identifiers. As the worker alone. */
export async function nextCases(
  door: Pick<Door, 'sql'>,
  run: { readonly month: Month; readonly cutOff: Instant },
  after: string | null,
  most: number,
  benefits: ReturnType<typeof keptBenefits>,
): Promise<PaymentCase[]> {
  const rows = await door.sql<Row>(
    `select id, file_number, deposit, people, situations, filings, decisions, admitted, duty
     from payment_facts($1, $2, $3, $4)`,
    [run.month, run.cutOff, after ?? '00000000-0000-0000-0000-000000000000', most],
  )
  // The last run of each month says the total; all of them, what was paid.
  const found = await door.sql<Earlier>(
    `select distinct on (i.household_id, r.month) i.household_id as household, r.month, i.state, i.total_cents as total,
       sum(i.pay_cents) over (partition by i.household_id, r.month) as paid, i.benefit
     from payment_item i join payment_run r on r.id = i.run_id
     where i.household_id = any ($1) and r.month in ($2, $3) and r.state in ('released', 'done')
     order by i.household_id, r.month, r.number desc`,
    [rows.map(({ id }) => id), run.month, addMonths(run.month, -1)],
  )
  const [ran] = await door.sql<{ before: boolean }>(
    `select exists (select from payment_run where month = $1 and state in ('released', 'done')) as before`,
    [addMonths(run.month, -1)],
  )
  const benefitOf = await benefits(
    door,
    found.map(({ benefit }) => benefit),
  )
  const of = new Map(found.map((one) => [`${one.household} ${one.month}`, one]))
  return rows.map((row): PaymentCase => {
    const before = of.get(`${row.id} ${addMonths(run.month, -1)}`)
    const earlier = of.get(`${row.id} ${run.month}`)
    return {
      ...{ id: row.id, fileNumber: row.file_number, deposit: row.deposit, facts: factsOf(row, run) },
      before: ran!.before
        ? {
            benefit: before?.state === 'ended' ? null : (benefitOf(before?.benefit ?? null)?.benefit ?? null),
          }
        : null,
      earlier: earlier
        ? { state: earlier.state, totalCents: earlier.total, paidCents: Number(earlier.paid) }
        : null,
    }
  })
}

/** Nobody is aided without an adult, before the first month of aid, or before the admission that made the household. */
function factsOf(
  row: Row,
  { month, cutOff }: { readonly month: Month; readonly cutOff: Instant },
): PaymentFacts | null {
  const { people, situations, filings, decisions, admitted, duty } = row
  if (!people?.some(({ role }) => role === 'adult') || !situations) return null
  if (situationAt({ situations }, month).onAssistanceSince > month) return null
  return admitted && admitted.at > cutOff ? null : { people, situations, filings, decisions, admitted, duty }
}
