import 'server-only'
import { addMonths, instantOf, type Day, type Instant, type Month } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import type { ControlTotals, Why } from '@/domain/payment/item'
import type { PaymentState } from '@/domain/payment/planned'
import type { PaymentReport } from '@/domain/payment/report'
import { paymentDay } from '@/domain/statement/payment'
import { withViewer, type Sql } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import type { RunProblem } from './schema'

/** How many runs, and how many households of each list, a page shows. */
const MOST_RUNS = 40
const MOST_LISTED = 50

export type RunState = 'preparing' | 'checking' | 'rehearsed' | 'released' | 'done' | 'nothing'

/** A run in the list: what it is of, how far it is, what it comes to. */
export type RunLine = {
  readonly id: string
  readonly month: Month
  /** 0 is the regular run. */
  readonly number: number
  readonly paidOn: Day
  readonly cutOff: Instant
  readonly state: RunState
  readonly households: number
  readonly payCents: Cents
}

/** The runs, the newest first. */
export async function listRuns(viewer: Staff): Promise<RunLine[]> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<RunRow>(`${runs} order by month desc, number desc limit ${MOST_RUNS}`)
    return rows.map(lineOf)
  })
}

/** A household of a list of the report. Its file opens when it is of the viewer's office. */
export type ListedItem = {
  readonly householdId: string
  readonly fileNumber: string
  readonly isOwn: boolean
  readonly state: PaymentState
  readonly totalCents: Cents
  readonly beforeCents: Cents | null
  readonly why: readonly Why[]
}

export type RunPage = RunLine & {
  readonly report: PaymentReport | null
  /** By the batches, by the database over the items now, by the export; null when it is not written. */
  readonly totals: {
    readonly batches: ControlTotals
    readonly items: ControlTotals
    readonly export: ControlTotals | null
  }
  readonly problem: RunProblem | null
  /** The release that waits for a second word. */
  readonly proposal: { readonly id: string; readonly askedBy: string; readonly isMine: boolean } | null
  /** Who had a payment the month before, and is in no run of this one. */
  readonly gone: { readonly count: number; readonly cents: Cents } | null
  readonly largest: readonly ListedItem[]
  readonly held: readonly ListedItem[]
  readonly carried: readonly ListedItem[]
}

/** A run with its rehearsal; null when there is none by that name. */
export async function findRun(viewer: Staff, id: string): Promise<RunPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async ({ sql }) => {
    const [row] = await sql<
      RunRow & {
        report: PaymentReport | null
        digest: string
        export_households: number | null
        export_cents: string | null
        export_digest: string | null
        problem: RunProblem | null
      }
    >(
      `${runs.replace(
        'from',
        `, report, digest, export_households, export_cents, export_digest,
       payment_run_problem(id) as problem from`,
      )} where id = $1`,
      [id],
    )
    if (!row) return null
    const line = lineOf(row)
    const [items] = await sql<{ households: number; cents: string }>(
      `select count(*)::integer as households, coalesce(sum(pay_cents), 0) as cents from payment_item where run_id = $1`,
      [id],
    )
    const [waiting] = await sql<{ id: string; name: string; mine: boolean }>(
      `select p.id, s.name, p.asked_by = $2 as mine from proposal p join staff_names() s on s.id = p.asked_by
       where p.kind = 'payments' and p.run_id = $1 and p.decided_at is null`,
      [id, viewer.staffId],
    )
    return {
      ...line,
      report: row.report,
      totals: {
        batches: { households: line.households, payCents: line.payCents, digest: row.digest },
        items: { households: items!.households, payCents: Number(items!.cents), digest: null },
        export:
          row.export_households === null
            ? null
            : {
                ...{ households: row.export_households, payCents: Number(row.export_cents) },
                digest: row.export_digest,
              },
      },
      problem: row.problem,
      proposal: waiting ? { id: waiting.id, askedBy: waiting.name, isMine: waiting.mine } : null,
      gone: line.number === 0 && row.report ? await goneFrom(sql, line) : null,
      largest: await listed(
        sql,
        id,
        'i.before_cents <> i.total_cents',
        'abs(i.total_cents - i.before_cents) desc',
      ),
      held: await listed(sql, id, `i.state in ('held', 'ended', 'notComputed')`, 'i.state'),
      carried: await listed(sql, id, 'i.carried_forward', 'i.total_cents desc'),
    }
  })
}

type RunRow = Omit<RunLine, 'paidOn' | 'cutOff' | 'payCents'> & { cut_off: Date; pay_cents: string }
const runs = `select id, month, number, cut_off, state, households, pay_cents from payment_run`

function lineOf({ id, month, number, cut_off, state, households, pay_cents }: RunRow): RunLine {
  return {
    ...{ id, month, number, state, households },
    paidOn: paymentDay(month),
    cutOff: instantOf(cut_off),
    payCents: Number(pay_cents) as Cents,
  }
}

/** The wall shows a supervisor the households of their own office: for the others, the number alone. */
async function listed(sql: Sql, runId: string, where: string, order: string): Promise<ListedItem[]> {
  return sql<ListedItem>(
    `select i.household_id as "householdId", i.file_number as "fileNumber", h.id is not null as "isOwn", i.state,
       i.total_cents as "totalCents", i.before_cents as "beforeCents", coalesce(i.why, '[]') as why
     from (select * from payment_item i where i.run_id = $1 and ${where} order by ${order}, i.household_id
       limit ${MOST_LISTED}) i left join household h on h.id = i.household_id
     order by ${order}, i.household_id`,
    [runId],
  )
}

async function goneFrom(sql: Sql, { id, month }: RunLine): Promise<RunPage['gone']> {
  const [row] = await sql<{ count: number; cents: string }>(
    `select count(*)::integer as count, coalesce(sum(b.total_cents), 0) as cents
     from payment_item b join payment_run r on r.id = b.run_id
     where r.month = $2 and r.number = 0 and r.state in ('released', 'done') and b.total_cents > 0
       and not exists (select from payment_item i where i.run_id = $1 and i.household_id = b.household_id)`,
    [id, addMonths(month, -1)],
  )
  return { count: row!.count, cents: Number(row!.cents) as Cents }
}
