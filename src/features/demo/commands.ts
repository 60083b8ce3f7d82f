import 'server-only'
import { addDays, dayOf, dayOfMonth, monthOf, startOfDay } from '@/domain/calendar'
import type { Day, Instant } from '@/domain/calendar'
import { dueInstant } from '@/domain/statement/deadline'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { findPlace, paths } from '@/i18n/paths'
import { forgetReading } from '@/server/clock'
import { withViewer, type Sql } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { env } from '@/server/env'
import { anonymousPool, type Viewer } from '@/server/viewer'
import type { Moment, MoveClock } from './schema'

/** What the machine does by itself as time goes by, at an instant. */
type Obligations = (ask: Sql, now: Instant) => Promise<unknown>

/**
 * Moves the demo's clock to a moment of its current month, and does what the machine would have done by then. Outside
 * the demo there is nothing to move.
 */
export const moveDemoClock = (obligations: Obligations) => async (call: Call<Viewer, MoveClock>) => {
  const answer = await move(call)
  if (answer.status === undefined)
    await withViewer({ role: 'worker' }, ({ sql, now }) => obligations(sql, now))
  return answer
}

async function move({ input, arrival, locale }: Call<Viewer, MoveClock>): Promise<Answer> {
  if (!env().demo)
    return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  // The other processes are told by the database (demo-clock.ts); this one need not wait for it.
  const to = instantOfMoment(input.moment, arrival)
  await anonymousPool().query(`select demo_move_clock($1), pg_notify('demo_clock', '')`, [to])
  forgetReading()
  return { to: input.returnTo && findPlace(input.returnTo) ? input.returnTo : paths.file(locale) }
}

/** The instant of a moment in the month of `now`; null is the real time. */
export function instantOfMoment(moment: Moment, now: Instant): Instant | null {
  const month = monthOf(dayOf(now))
  const due = dueInstant(month, policyFor(month, defaultPolicies))
  const at = (day: Day, hour: number) =>
    new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString() as Instant
  switch (moment) {
    case 'opening':
      return at(dayOfMonth(month, 1), 9)
    case 'tenth':
      return at(dayOfMonth(month, 10), 10)
    case 'lastDay':
      return at(dayOf(due), 10)
    case 'lastMinutes':
      return new Date(Date.parse(due) - 5 * 60_000).toISOString() as Instant
    case 'dayAfter':
      return at(addDays(dayOf(due), 1), 9)
    case 'weekAfter':
      return at(addDays(dayOf(due), 7), 9)
    case 'now':
      return null
  }
}
