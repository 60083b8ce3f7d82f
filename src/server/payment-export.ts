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

/** What a benefit is made of, the code of each line and its cents, as the two files write it. */
export type ExportedLines = { readonly json: string; readonly csv: string }
/** One item as it is kept and exported. */
export type ExportedItem = PaymentItem & {
  readonly householdId: string
  readonly fileNumber: string
  readonly carriedForward: boolean
  readonly deposit: boolean
  readonly decisionId: string | null
  readonly lines: ExportedLines
}

/**
 * The line of a household, of which the digest of a run is made: JSON, its fields in this order, always. Written by hand,
 * three times as fast: only the number of the file is not ours to shape.
 */
export function exportLine(item: ExportedItem): string {
  const { householdId, fileNumber, state, payCents, totalCents, recoveryCents, decisionId } = item
  return `{"record":"payment","household":"${householdId}","file":${JSON.stringify(fileNumber)},"state":"${state}","payCents":${payCents},"totalCents":${totalCents},"recoveryCents":${recoveryCents},"carriedForward":${item.carriedForward},"deposit":${item.deposit},"decision":${decisionId === null ? 'null' : `"${decisionId}"`},"lines":${item.lines.json}}`
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

/** Benefits held in memory while a run is gone through. */
const MOST_KNOWN = 30_000

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
        item.lines.csv,
      ]),
    end: ({ households, payCents, digest }: ControlTotals) =>
      csvLine(['control', households, payCents, digest ?? '']),
  }
}

/** The lines of a benefit, as the two files write them. */
export const linesOf = (benefit: Pick<Benefit, 'lines'>): ExportedLines => ({
  json: JSON.stringify(benefit.lines.map(({ code, cents: amount }) => [code, amount])),
  csv: benefit.lines.map(({ code, cents: amount }) => `${code}=${amount}`).join(' '),
})

export const noLines: ExportedLines = { json: '[]', csv: '' }

/** A benefit that was kept, and its lines as exported. */
export type KeptBenefit = { readonly benefit: Benefit; readonly lines: ExportedLines }

/** Kept benefits, by their digest: read once while a run is gone through. */
export function keptBenefits() {
  const known = new Map<string, KeptBenefit>()
  const missingOf = (digests: readonly (string | null)[]) =>
    [...new Set(digests)].filter((one): one is string => one !== null && !known.has(one))
  /** Makes these known, and gives how to find them. */
  return async ({ sql }: Pick<Door, 'sql'>, digests: readonly (string | null)[]) => {
    // The common ones come back at once; the others are not worth their memory.
    if (known.size > MOST_KNOWN) known.clear()
    const missing = missingOf(digests)
    if (missing.length > 0)
      for (const { digest, benefit } of await sql<{ digest: string; benefit: Benefit }>(
        'select digest, benefit from payment_benefit where digest = any ($1)',
        [missing],
      ))
        known.set(digest, { benefit, lines: linesOf(benefit) })
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
    return { ...item, why: why ?? [], lines: benefitOf(benefit)?.lines ?? noLines }
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
