import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { cache } from 'react'
import { addMonths, dayOf, instantOf, monthOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import { dueDay, dueInstant } from '@/domain/statement/deadline'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { withViewer } from './db'
import { isBuilding } from './env'
import { logError } from './log'

/** A count as it is published: rounded to ten, 0 when there is none, null from one to nine. */
export type Count = number | null

export const channels = ['web', 'telephone', 'counter', 'paper'] as const
export const arrivals = ['weekBefore', 'daysBefore', 'eve', 'lastDay', 'weekAfter', 'later'] as const

/** The statements of a month, among the households that were asked for one. */
export type MonthFigures = {
  readonly asked: Count
  readonly onTime: Count
  readonly late: Count
  readonly missing: Count
  /** Households that began theirs online and have not sent it, asked or not. */
  readonly begun: Count
  readonly channels: Readonly<Record<(typeof channels)[number], Count>>
  /** When they came: days before the limit, on its day, days after. */
  readonly times: Readonly<Record<(typeof arrivals)[number], Count>>
}
export type PublishedMonth = {
  readonly month: Month
  readonly figures: MonthFigures
  readonly computedAt: Instant
}

/** How many months are published: those whose limit has passed. */
const MONTHS = 12
/** The latest two months still move; the others barely. */
const MOVING = 2
const HOUR = 3_600_000
/** A page does not wait longer than this for figures to be counted; the counting goes on without it. */
const LONGEST_WAIT_MS = 1_000

/** One for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzeCounting?: Promise<void> | undefined }

/**
 * The published figures of the last twelve months whose limit has passed, newest first; a month that nobody has counted
 * yet is left out. Figures that are too old are counted again, by one process at a time. Null at build, and while the
 * database is away. Asked once for each page.
 */
export const publishedFigures = cache(async (): Promise<readonly PublishedMonth[] | null> => {
  if (isBuilding()) return null
  try {
    const { published, old } = await read()
    if (old.length === 0) return published
    shared.quinzeCounting ??= count(old).finally(() => (shared.quinzeCounting = undefined))
    await Promise.race([shared.quinzeCounting, sleep(LONGEST_WAIT_MS, undefined, { ref: false })])
    return (await read()).published
  } catch (error) {
    logError('published figures', error)
    return null
  }
})

async function read(): Promise<{
  readonly published: readonly PublishedMonth[]
  readonly old: readonly OldMonth[]
}> {
  return withViewer({ role: 'anonymous' }, async ({ sql, now }) => {
    const months = monthsAt(now)
    const rows = await sql<{ month: Month; figures: MonthFigures; computed_at: Date }>(
      'select month, figures, computed_at from published_figures where month = any ($1) order by month desc',
      [months],
    )
    const published = rows.map(({ month, figures, computed_at }) => ({
      month,
      figures,
      computedAt: instantOf(computed_at),
    }))
    const old = months.flatMap((month, index) => {
      const hours = index < MOVING ? 1 : 24
      const known = published.find((one) => one.month === month)
      const age = known ? Date.parse(now) - Date.parse(known.computedAt) : Infinity
      return age < 0 || age > hours * HOUR ? { month, hours } : []
    })
    return { published, old }
  })
}

/** A month to count again, unless another process has within these hours. */
type OldMonth = { readonly month: Month; readonly hours: number }

/** Counts months anew, each in its own transaction. A failure is logged: the figures known stay. */
async function count(months: readonly OldMonth[]): Promise<void> {
  try {
    for (const { month, hours } of months) {
      const policy = policyFor(month, defaultPolicies)
      await withViewer({ role: 'worker' }, async ({ sql }) => {
        // No page waits for it to the end, and a province takes seconds.
        await sql(`set local statement_timeout = '1min'`)
        await sql('select refresh_figures($1, $2, $3, make_interval(hours => $4))', [
          month,
          dueDay(month, policy),
          JSON.stringify(policy.whoFiles),
          hours,
        ])
      })
    }
  } catch (error) {
    logError('counting of figures', error)
  }
}

/** The last twelve months whose regular limit has passed, newest first. */
function monthsAt(now: Instant): Month[] {
  const month = monthOf(dayOf(now))
  const passed = dueInstant(month, policyFor(month, defaultPolicies)) < now
  return Array.from({ length: MONTHS }, (_, index) => addMonths(month, -index - (passed ? 0 : 1)))
}
