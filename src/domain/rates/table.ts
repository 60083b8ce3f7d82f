import type { Month } from '../calendar'
import type { SourceId } from './sources'

/**
 * How sure an amount or a rule is, surest first.
 * - confirmed: read in the law, the regulation, the ministry's manual or pages, or in parameters citing them;
 * - secondary: two sources that are not the ministry agree, or one that cites it closely;
 * - uncertain: derived, one source only, sources in conflict, or general knowledge.
 */
export const confidences = ['confirmed', 'secondary', 'uncertain'] as const
export type Confidence = (typeof confidences)[number]

/**
 * One value and the first month it is in force. `value` is a whole number; its unit ends the table's name
 * (`Cents` a month unless said otherwise, `BasisPoints`, `Days`, `Weeks`, `Months`, `Years`, `Children`).
 */
export type RateEntry = {
  readonly from: `${number}-${number}`
  readonly value: number
  readonly source: SourceId
  readonly confidence: Confidence
}

/** Newest first. An entry is added, never edited: an old month always gives its old result. */
export type RateTable = readonly RateEntry[]

/** The entry in force in a month; `provisional` when the month is past everything that was verified. */
export type Rate = RateEntry & { readonly provisional: boolean }

/** The last month whose amounts were looked for. Amounts are indexed every January 1. */
export const lastVerifiedMonth = '2026-12' as Month

/** No amount is known that early. Carries the month asked and the first month of the table. */
export class NoRateForMonth extends Error {
  override readonly name = 'NoRateForMonth'
  readonly month: Month
  readonly firstMonth: string | undefined

  constructor(month: Month, firstMonth: string | undefined) {
    super(`No amount is known for ${month}; the table begins in ${firstMonth ?? 'no month'}`)
    this.month = month
    this.firstMonth = firstMonth
  }
}

/** True when amounts of that month may still change: the last ones verified stay in force meanwhile. */
export function isProvisional(month: Month): boolean {
  return month > lastVerifiedMonth
}

/** The entry in force in a month, or null before the first of the table. */
export function entryFor(table: RateTable, month: Month): RateEntry | null {
  for (const entry of table) if (entry.from <= month) return entry
  return null
}

/** The rate in force in a month. Throws `NoRateForMonth` before the first entry of the table. */
export function rateFor(table: RateTable, month: Month): Rate {
  const entry = entryFor(table, month)
  if (!entry) throw new NoRateForMonth(month, table.at(-1)?.from)
  return { ...entry, provisional: isProvisional(month) }
}

/** The least sure of several marks; `confirmed` when there is none. */
export function leastSure(marks: readonly Confidence[]): Confidence {
  const rank = Math.max(0, ...marks.map((mark) => confidences.indexOf(mark)))
  return confidences[rank] ?? 'uncertain'
}

/**
 * Works something out once for each month, and keeps it: amounts depend on nothing else. Months are few, because only
 * real ones are asked for.
 */
export function perMonth<Result>(resolve: (month: Month) => Result): (month: Month) => Result {
  const known = new Map<Month, Result>()
  return (month) => {
    const found = known.get(month)
    if (found !== undefined) return found
    const result = resolve(month)
    known.set(month, result)
    return result
  }
}
