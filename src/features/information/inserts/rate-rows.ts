import { month as monthNamed, yearOf } from '@/domain/calendar'
import type { Month } from '@/domain/calendar'
import type { SourceId } from '@/domain/rates/sources'
import { isProvisional, lastVerifiedMonth, leastSure, rateFor } from '@/domain/rates/table'
import type { Confidence } from '@/domain/rates/table'
import type { Locale } from '@/i18n/locale'
import { inUnit, rateTableNamed } from './rate-text'
import { rowsNamed } from './rate-tables'

/** A year of a table, and the month its amounts are read in; null while they are not verified. */
export type RateYear = { readonly year: number; readonly month: Month | null }

/** The last year whose amounts are known, and the one after: this year and the next, once this one was verified. */
export function yearsShown(now: Month): {
  readonly known: RateYear & { month: Month }
  readonly next: RateYear
} {
  const current = yearOf(now)
  if (!isVerified(current)) {
    const known = { year: yearOf(lastVerifiedMonth), month: lastVerifiedMonth }
    return { known, next: { year: current, month: null } }
  }
  const next = current + 1
  return {
    known: { year: current, month: now },
    next: { year: next, month: isVerified(next) ? januaryOf(next) : null },
  }
}

const januaryOf = (year: number): Month => monthNamed(`${year}-01`)
const isVerified = (year: number): boolean => !isProvisional(januaryOf(year))

/** A row of a table of amounts; `next` is null while the year to come is not known. */
export type RateRow = {
  readonly key: string
  readonly known: string
  readonly next: string | null
  /** Of the known year: the mark of the least sure of its parts, and where each was read. */
  readonly confidence: Confidence
  readonly sources: readonly SourceId[]
}

/**
 * The rows of a table of amounts, as they stand in a month.
 * @throws when no table has the name, or an amount of the month is not known: the build stops there
 */
export function rateRows(of: string, now: Month, locale: Locale): readonly RateRow[] {
  const { known, next } = yearsShown(now)
  return rowsNamed(of).map(({ key, rates }) => {
    const parts = rates.map((rate) => partOf(rate, known.month).entry)
    return {
      key,
      known: sumText(rates, known.month, locale),
      next: next.month && sumText(rates, next.month, locale),
      confidence: leastSure(parts.map(({ confidence }) => confidence)),
      sources: [...new Set(parts.map(({ source }) => source))],
    }
  })
}

function sumText(rates: readonly string[], month: Month, locale: Locale): string {
  const sum = rates
    .map((rate) => partOf(rate, month))
    .reduce((so, { sign, entry }) => so + sign * entry.value, 0)
  return inUnit(rates[0]!, sum, locale)
}

/** A rate of a row: added, or taken off when its name follows a minus. */
function partOf(rate: string, month: Month) {
  const isOff = rate.startsWith('-')
  return { sign: isOff ? -1 : 1, entry: rateFor(rateTableNamed(isOff ? rate.slice(1) : rate), month) }
}
