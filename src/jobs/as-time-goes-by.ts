import { dayOf, type Instant } from '@/domain/calendar'
import { openMissingStatements, type Ask, type Counted } from './missing-statements'

/** Tasks brought back at a time. */
const MOST = 1_000

/**
 * Brings back the tasks that waited until a day that went by, for a person of the office or for a hold to end. Gives how
 * many.
 */
export async function resumeWaiting(ask: Ask, now: Instant): Promise<number> {
  let resumed = 0
  for (;;) {
    const [row] = await ask<{ count: number }>('select resume_past($1, $2) as count', [dayOf(now), MOST])
    resumed += row!.count
    if (row!.count < MOST) return resumed
  }
}

/** What the machine does at the desk as time goes by. As often as one likes: what is done is not done again. */
export async function keepTheDesk(ask: Ask, now: Instant): Promise<Counted & { readonly resumed: number }> {
  const resumed = await resumeWaiting(ask, now)
  return { ...(await openMissingStatements(ask, now)), resumed }
}
