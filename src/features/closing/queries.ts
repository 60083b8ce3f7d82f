import 'server-only'
import { closingMonths, readClosing, type ClosingProblem } from '@/domain/decision/closing'
import { reviewUntil } from '@/domain/decision/rights'
import type { Day, Instant, Month } from '@/domain/calendar'
import { findRefused } from '@/server/account-forms'
import { findPendingClosing, type PendingClosing } from '@/server/closings'
import { withViewer } from '@/server/db'
import type { Closing } from '@/server/household-sql'
import type { Citizen } from '@/server/viewer'
import { ownClosingSchema, type OwnClosingForm } from './schema'
import { ownTyped } from './typed'

/** What the page shows on which one asks to close one's own file. */
export type ClosingPage = {
  readonly now: Instant
  /** Whether they belong to a household today. */
  readonly atHome: boolean
  readonly couple: boolean
  /** What was asked and waits for its decision. */
  readonly pending: PendingClosing | null
  readonly closed: { readonly closing: Closing; readonly reviewUntil: Day } | null
  readonly months: readonly Month[]
  readonly typed: OwnClosingForm
  readonly problems: readonly ClosingProblem[]
}

/** The closing of one's own file: what was asked, what stands, and what was typed and refused. */
export async function findClosing(viewer: Citizen): Promise<ClosingPage> {
  return withViewer(viewer, async (door) => {
    const { now } = door
    const [home] = await door.sql<{ closing: Closing | null; adults: number }>(
      `select closing_of(h.id) as closing, (select count(*)::integer from household_member m
         where m.household_id = h.id and m.role = 'adult' and m.until_day is null) as adults
       from household h where h.id = viewer_household()`,
    )
    const kept = await findRefused(door, viewer, 'closing')
    const typed = ownClosingSchema.parse(kept ?? {})
    const read = kept && readClosing(ownTyped(typed), now)
    return {
      now,
      atHome: home !== undefined,
      couple: (home?.adults ?? 0) > 1,
      pending: await findPendingClosing(door),
      closed: home?.closing ? { closing: home.closing, reviewUntil: reviewUntil(home.closing.leftAt) } : null,
      months: closingMonths(now),
      typed,
      problems: read && 'problems' in read ? read.problems : [],
    }
  })
}
