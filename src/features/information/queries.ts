import 'server-only'
import { cache } from 'react'
import { instantOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { withViewer } from '@/server/db'
import { searchSite } from './site-search'

/** What a receipt number proves, without naming anyone. */
export type CheckedReceipt = {
  readonly number: string
  readonly kind: 'statement' | 'change'
  readonly month: Month
  readonly version: number
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
}

/** The receipt behind a number as a person copied it; null when we never gave that number. */
export async function checkReceipt(typed: string): Promise<CheckedReceipt | null> {
  const number = parseReceiptNumber(typed)
  if (!number) return null
  const [row] = await withViewer({ role: 'anonymous' }, ({ sql }) =>
    sql<{
      kind: 'statement' | 'change'
      month: Month
      version: number
      received_at: Date
      due_at: Date | null
    }>('select * from receipt_check($1)', [number]),
  )
  if (!row) return null
  const { kind, month, version } = row
  return {
    number,
    kind,
    month,
    version,
    receivedAt: instantOf(row.received_at),
    dueAt: row.due_at && instantOf(row.due_at),
  }
}

/** What the site says about some words, found once for the title and the page. It asks nothing of the database. */
export const readSiteSearch = cache(searchSite)
