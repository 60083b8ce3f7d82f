import 'server-only'
import { agencyClock } from '@/domain/application/agency-clock'
import { awaitedAfter } from '@/domain/application/waiting'
import { endOfDay } from '@/domain/calendar'
import { readEvents, readOtherAdultEvents } from './application-events'
import type { Door } from './db'
import { isApplicant, type Applicant, type Staff } from './viewer'

/**
 * Keeps the day the agency promised for an application with its task, as the clock says after an event. To be called in
 * the transaction of whoever writes an event of a sent application, after it. While the clock is stopped nothing is
 * promised. When those who apply have given all that was awaited, the task that waited for them comes back.
 */
export async function keepPromise(
  door: Door,
  viewer: Applicant | Staff,
  applicationId: string,
): Promise<void> {
  const own = await readEvents(door, applicationId)
  const events = isApplicant(viewer) ? [...own, ...(await readOtherAdultEvents(door))] : own
  const clock = agencyClock(events, door.now)
  const promised = clock.state === 'running' || clock.state === 'overdue' ? endOfDay(clock.promisedDay) : null
  await door.sql('select set_task_promise($1, $2)', [applicationId, promised])
  if (isApplicant(viewer) && awaitedAfter(events).length === 0)
    await door.sql('select resume_own_application()')
}
