import { createHash } from 'node:crypto'
import type { Benefit } from '@/domain/benefit/line'
import { situationAt } from '@/domain/benefit/of-household'
import { benefitsOnce } from '@/domain/benefit/once'
import { addMonths, instantOf, type Instant, type Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { isInSupplementary, itemOf, type ControlTotals } from '@/domain/payment/item'
import { plannedPayment } from '@/domain/payment/planned'
import { reporting } from '@/domain/payment/report'
import { runsToBegin } from '@/domain/payment/runs'
import { defaultPolicies, type FilingPolicy } from '@/domain/statement/policy'
import { withViewer } from '@/server/db'
import {
  counting,
  keptBenefits,
  linesOf,
  nextItems,
  noLines,
  type ExportedItem,
  type ExportedLines,
} from '@/server/payment-export'
import { nextCases, type PaymentCase } from '@/server/payment-facts'

/*
 * The payments of a month, by the machine up to where people decide: a run is begun once its cut-off is past, computed
 * household after household, its export counted and compared. Two supervisors release it; then it is shown. Killed
 * anywhere, it goes on after the last batch that was kept; by two processes at once, each batch is written once.
 */

/** Households computed, read or shown at a time, each time in a transaction of their own. */
const BATCH = 1_000
/** Benefits whose text is held in memory: as many as are computed once for several. */
const MOST_KEPT = 25_000

type Run = {
  readonly id: string
  readonly month: Month
  readonly number: number
  readonly cutOff: Instant
  readonly state: 'preparing' | 'checking' | 'rehearsed' | 'released' | 'done' | 'nothing'
  readonly progress: string | null
  readonly totals: ControlTotals & { readonly digest: string }
}

export type PaymentOptions = {
  readonly policies?: readonly FilingPolicy[]
  readonly batch?: number
}

/** Begins the runs whose cut-off is past, and goes on with those that are not whole. As often as one likes. */
export async function runPayments({ policies = defaultPolicies, batch = BATCH }: PaymentOptions = {}) {
  await beginRuns(policies)
  for (const run of await runsIn('preparing')) await prepare(run, policies, batch)
  for (const run of await runsIn('checking')) await check(run, batch)
  for (const { id } of await runsIn('released')) await show(id, batch)
}

async function beginRuns(policies: readonly FilingPolicy[]): Promise<void> {
  await withViewer({ role: 'worker' }, async ({ sql, now }) => {
    const known = await sql<{ month: Month; number: number; isOver: boolean }>(
      `select month, number, state in ('done', 'nothing') as "isOver" from payment_run`,
    )
    for (const { month, number, cutOff } of runsToBegin(now, known, policies))
      await sql(
        'insert into payment_run (month, number, cut_off) values ($1, $2, $3) on conflict do nothing',
        [month, number, cutOff],
      )
  })
}

async function runsIn(state: Run['state']): Promise<Run[]> {
  const rows = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<Omit<Run, 'totals' | 'cutOff'> & { cut_off: Date; households: number; pay: string; digest: string }>(
      `select id, month, number, cut_off, state, progress, households, pay_cents as pay, digest
       from payment_run where state = $1 order by month, number`,
      [state],
    ),
  )
  return rows.map(({ cut_off: cutOff, households, pay, digest, ...run }) => ({
    ...run,
    cutOff: instantOf(cutOff),
    totals: { households, payCents: Number(pay), digest },
  }))
}

/**
 * Writes the items of a run. While a batch is computed, the next one is read and the one before is kept: what is read is of
 * the cut-off, so it does not matter when.
 */
async function prepare(run: Run, policies: readonly FilingPolicy[], batch: number): Promise<void> {
  const benefits = keptBenefits()
  const read = (after: string | null) =>
    quietly(withViewer({ role: 'worker' }, (door) => nextCases(door, run, after, batch, benefits)))
  const compute = computing(run, policies)
  const known = new Set<string>()
  let { progress, totals } = run
  let next = read(progress)
  let kept = Promise.resolve(true)
  for (;;) {
    const cases = await next
    const last = cases.at(-1)?.id ?? progress
    const isLast = cases.length < batch
    if (!isLast) next = read(last)
    const counted = counting(totals)
    const items = cases.flatMap((one) => compute(one) ?? [])
    for (const { item } of items) counted.add(item)
    if (!(await kept)) return
    const after = counted.totals()
    kept = quietly(keep(run, { from: progress, to: last, totals: after, items, isLast }, known))
    progress = last
    totals = after
    if (isLast) break
  }
  await kept
}

/** Its failure is told to whoever awaits it, and is no other failure while nobody does yet. */
function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}

/** A benefit as it is kept, and as it is exported. */
type Kept = { readonly digest: string; readonly text: string; readonly lines: ExportedLines }
type Computed = {
  readonly item: ExportedItem
  readonly filingId: string | null
  readonly benefit: Kept | null
}

/** Computes the item of a household; null when it has none in this run. What is the same is computed and told once. */
function computing(run: Run, policies: readonly FilingPolicy[]) {
  const benefitFor = benefitsOnce()
  let kept = new Map<Benefit, Kept>()
  const keptOf = (benefit: Benefit): Kept => {
    const known = kept.get(benefit)
    if (known) return known
    const text = JSON.stringify(benefit)
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 32)
    const made = { digest, text, lines: linesOf(benefit) }
    if (kept.size > MOST_KEPT) kept = new Map()
    kept.set(benefit, made)
    return made
  }
  return ({ id, fileNumber, deposit, facts, before, earlier }: PaymentCase): Computed | null => {
    if (!facts) return null
    const planned = plannedPayment(facts, run.month, policies, benefitFor)
    const monthBefore = addMonths(run.month, -1)
    // The first run has none before it: the month before is computed as it would have been.
    const ofBefore = () => {
      if (situationAt(facts, monthBefore).onAssistanceSince > monthBefore) return null
      const { benefit } = plannedPayment(facts, monthBefore, policies, benefitFor)
      return benefit.computed ? benefit : null
    }
    const item = itemOf(planned, before ? before.benefit : ofBefore(), cents(earlier?.paidCents ?? 0))
    if (run.number > 0 && !isInSupplementary(item, earlier)) return null
    const benefit = planned.benefit.computed ? keptOf(planned.benefit) : null
    const { carriedForward, decisionId, filingId } = planned
    return {
      item: {
        ...item,
        ...{ householdId: id, fileNumber, deposit, carriedForward, decisionId },
        lines: benefit?.lines ?? noLines,
      },
      ...{ filingId, benefit },
    }
  }
}

/** Households computed together: after which one, up to which, and the countings with them. */
type Batch = {
  readonly from: string | null
  readonly to: string | null
  readonly totals: ControlTotals
  readonly items: readonly Computed[]
  readonly isLast: boolean
}

/** Keeps a batch with its countings, all or nothing. False when another process kept it first. */
async function keep(
  run: Run,
  { from, to, totals, items, isLast }: Batch,
  known: Set<string>,
): Promise<boolean> {
  const fresh = new Map<string, string>()
  for (const { benefit } of items)
    if (benefit && !known.has(benefit.digest)) fresh.set(benefit.digest, benefit.text)
  const column = <Of>(of: (one: Computed) => Of) => items.map(of)
  const isKept = await withViewer({ role: 'worker' }, async ({ sql }) => {
    const [mine] = await sql(
      `select id from payment_run where id = $1 and state = 'preparing' and progress is not distinct from $2::uuid
       for update skip locked`,
      [run.id, from],
    )
    if (!mine) return false
    // Digests in one order, so that two runs never wait for each other.
    const digests = [...fresh.keys()].sort()
    await sql(
      `insert into payment_benefit (digest, benefit) select * from unnest($1::text[], $2::json[])
       on conflict do nothing`,
      [digests, digests.map((one) => fresh.get(one)!)],
    )
    await sql(insertItems, [
      run.id,
      column(({ item }) => item.householdId),
      column(({ item }) => item.fileNumber),
      column(({ item }) => item.state),
      column(({ item }) => item.totalCents),
      column(({ item }) => item.payCents),
      column(({ item }) => item.recoveryCents),
      column(({ item }) => item.beforeCents),
      column(({ item }) => item.carriedForward),
      column(({ item }) => item.deposit),
      column(({ item }) => item.decisionId),
      column(({ filingId }) => filingId),
      column(({ benefit }) => benefit?.digest ?? null),
      column(({ item }) => (item.why.length > 0 ? JSON.stringify(item.why) : null)),
    ])
    await sql(
      `update payment_run set progress = $2, households = $3, pay_cents = $4, digest = $5, state = $6 where id = $1`,
      [
        ...[run.id, to, totals.households, totals.payCents, totals.digest],
        isLast ? (run.number > 0 && totals.households === 0 ? 'nothing' : 'checking') : 'preparing',
      ],
    )
    return true
  })
  if (isKept) for (const digest of fresh.keys()) known.add(digest)
  return isKept
}

const insertItems = `
insert into payment_item (run_id, household_id, file_number, state, total_cents, pay_cents, recovery_cents, before_cents,
  carried_forward, deposit, decision_id, filing_id, benefit, why)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::bool[],
  $10::bool[], $11::uuid[], $12::uuid[], $13::text[], $14::jsonb[])`

/** Writes the export of a run to nobody, to count it, and reports on it. Begun again, it is done from the beginning. */
async function check(run: Run, batch: number): Promise<void> {
  const benefits = keptBenefits()
  const [counted, told] = [counting(), reporting()]
  const read = (after: string | null) =>
    quietly(withViewer({ role: 'worker' }, (door) => nextItems(door, run.id, after, batch, benefits)))
  let next = read(null)
  for (;;) {
    const items = await next
    const isLast = items.length < batch
    if (!isLast) next = read(items.at(-1)!.householdId)
    for (const item of items) {
      counted.add(item)
      told.add(item)
    }
    if (isLast) break
  }
  // Should they not agree, the database refuses the release, and the page says so.
  const totals = counted.totals()
  await withViewer({ role: 'worker' }, ({ sql }) =>
    sql(
      `update payment_run set state = 'rehearsed', export_households = $2, export_cents = $3, export_digest = $4, report = $5,
         rehearsed_at = app_now()
       where id = $1 and state = 'checking'`,
      [run.id, totals.households, totals.payCents, totals.digest, JSON.stringify(told.report())],
    ),
  )
}

/** Shows a released run to whom it pays, batch after batch. */
async function show(runId: string, batch: number): Promise<void> {
  for (;;) {
    const [row] = await withViewer({ role: 'worker' }, ({ sql }) =>
      sql<{ count: number }>('select show_payments($1, $2) as count', [runId, batch]),
    )
    if (row!.count < batch) return
  }
}
