import 'server-only'
import { createHash } from 'node:crypto'
import type { Benefit } from '@/domain/benefit/line'
import type { Instant, Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import type { ControlTotals, PaymentItem } from '@/domain/payment/item'
import { paymentDay } from '@/domain/statement/payment'
import { CSV_START, csvLine } from './csv'
import type { Door } from './db'

/*
 * The export of a run for the agency's own payment system (src/decisions/payment-export.md): a header, one line a
 * household in the order of their identifiers, then the control record. The same run gives the same bytes. It holds no
 * name, no address, no social insurance number and no account: the agency's system knows them by the file number.
 */

export const EXPORT_FORMAT = 'quinze-payments/1'
export const exportKinds = ['ndjson', 'csv'] as const
export type ExportKind = (typeof exportKinds)[number]

export type ExportedRun = {
  readonly month: Month
  readonly number: number
  readonly cutOff: Instant
}

/** One item as it is kept and exported. `lines`: what its benefit is made of, the code of each line and its cents. */
export type ExportedItem = PaymentItem & {
  readonly householdId: string
  readonly fileNumber: string
  readonly carriedForward: boolean
  readonly deposit: boolean
  readonly decisionId: string | null
  readonly lines: readonly (readonly [string, number])[]
}

/** The line of a household, as the digest of a run is made of: its fields in this order, always. */
export function exportLine(item: ExportedItem): string {
  return JSON.stringify({
    ...{ record: 'payment', household: item.householdId, file: item.fileNumber, state: item.state },
    ...{ payCents: item.payCents, totalCents: item.totalCents, recoveryCents: item.recoveryCents },
    ...{ carriedForward: item.carriedForward, deposit: item.deposit, decision: item.decisionId },
    lines: item.lines,
  })
}

/** The digest of the lines up to this one, from that of those before it: SHA-256 of both, in hexadecimal. */
export const nextDigest = (digest: string, line: string): string =>
  createHash('sha256').update(digest).update(line).digest('hex')

/** The first record of the file. */
export function exportHeader({ month, number, cutOff }: ExportedRun): Readonly<Record<string, string>> {
  return {
    ...{ record: 'header', format: EXPORT_FORMAT, run: `${month}-${number}` },
    ...{ kind: number === 0 ? 'regular' : 'supplementary', month, paymentDay: paymentDay(month), cutOff },
  }
}

const columns = [
  ...['record', 'household', 'file', 'state', 'payCents', 'totalCents', 'recoveryCents'],
  ...['carriedForward', 'deposit', 'decision', 'lines'],
]

/** The pieces of a file: what begins it, what an item is in it, and the control record that ends it. */
export function writerOf(kind: ExportKind, run: ExportedRun) {
  const header = exportHeader(run)
  if (kind === 'ndjson')
    return {
      start: `${JSON.stringify(header)}\n`,
      line: (_item: ExportedItem, line: string) => `${line}\n`,
      end: (totals: ControlTotals) => `${JSON.stringify({ record: 'control', ...totals })}\n`,
    }
  return {
    start: CSV_START + csvLine(Object.values(header)) + csvLine(columns),
    line: (item: ExportedItem) =>
      csvLine([
        ...['payment', item.householdId, item.fileNumber, item.state],
        ...[item.payCents, item.totalCents, item.recoveryCents],
        ...[item.carriedForward ? 'yes' : 'no', item.deposit ? 'yes' : 'no', item.decisionId ?? ''],
        item.lines.map(([code, amount]) => `${code}=${amount}`).join(' '),
      ]),
    end: ({ households, payCents, digest }: ControlTotals) =>
      csvLine(['control', households, payCents, digest ?? '']),
  }
}

/** What a benefit is made of, as exported. */
export const linesOf = (benefit: Pick<Benefit, 'lines'>): [string, number][] =>
  benefit.lines.map(({ code, cents: amount }) => [code, amount])

/** Kept benefits, by their digest: read once while a run is gone through. */
export function keptBenefits() {
  const known = new Map<string, Benefit>()
  /** Makes these known, and gives how to find them. */
  return async ({ sql }: Pick<Door, 'sql'>, digests: readonly (string | null)[]) => {
    const wanted = [...new Set(digests)].filter((one): one is string => one !== null && !known.has(one))
    // What does not repeat is not worth its memory.
    if (known.size + wanted.length > 50_000) known.clear()
    const missing = [...new Set(digests)].filter((one): one is string => one !== null && !known.has(one))
    if (missing.length > 0)
      for (const row of await sql<{ digest: string; benefit: Benefit }>(
        'select digest, benefit from payment_benefit where digest = any ($1)',
        [missing],
      ))
        known.set(row.digest, row.benefit)
    return (digest: string | null) => (digest === null ? null : (known.get(digest) ?? null))
  }
}

/** The next items of a run after a household, in the order of their identifiers, as they are kept. */
export async function nextItems(
  door: Pick<Door, 'sql'>,
  runId: string,
  after: string | null,
  most: number,
  benefits: ReturnType<typeof keptBenefits>,
): Promise<ExportedItem[]> {
  const rows = await door.sql<Omit<ExportedItem, 'lines' | 'why'> & { benefit: string | null; why: null }>(
    `select household_id as "householdId", file_number as "fileNumber", state, total_cents as "totalCents",
       pay_cents as "payCents", recovery_cents as "recoveryCents", before_cents as "beforeCents",
       carried_forward as "carriedForward", deposit, decision_id as "decisionId", benefit, why
     from payment_item where run_id = $1 and ($2::uuid is null or household_id > $2) order by household_id limit $3`,
    [runId, after, most],
  )
  const benefitOf = await benefits(
    door,
    rows.map(({ benefit }) => benefit),
  )
  return rows.map(({ benefit, why, ...item }) => {
    const kept = benefitOf(benefit)
    return { ...item, why: why ?? [], lines: kept ? linesOf(kept) : [] }
  })
}

/** Adds lines to the countings of an export, one after the other. */
export function counting(from: ControlTotals = { households: 0, payCents: 0, digest: '' }) {
  let { households, payCents, digest } = from
  return {
    add: (item: ExportedItem): string => {
      const line = exportLine(item)
      households += 1
      payCents += item.payCents
      digest = nextDigest(digest ?? '', line)
      return line
    },
    totals: (): ControlTotals & { readonly digest: string } => ({
      households,
      payCents: cents(payCents),
      digest: digest ?? '',
    }),
  }
}
