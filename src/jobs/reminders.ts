import { addMonths, dayOf, instantOf, monthOf, type Instant, type Month } from '@/domain/calendar'
import {
  humaneFrom,
  isDayForLetters,
  isRemindedByMail,
  momentOn,
  remindedBy,
  type Moment,
} from '@/domain/sending/reminder'
import type { Channel, NotifyBy } from '@/domain/sending/way'
import { withViewer } from '@/server/db'
import { pagesOfMissing, type Ask, type Unfiled } from './missing-statements'

/** An extension is told of for this long: later, the reminders do. */
const HOURS_TOLD = 72

type Reader = {
  readonly household_id: string
  readonly person_id: string
  readonly notify_by: NotifyBy
  readonly has_email: boolean
  readonly has_mobile: boolean
  readonly reminded_at: Date | null
  readonly seen_at: Date | null
  /** Nothing sent this month could reach them. */
  readonly unreached: boolean
}

/**
 * Reminds whoever must still file the statement of this month, or of the one before while its limit may have moved: each
 * person once for each moment, by their own ways. Gives how many reminders are new. As often as one likes.
 */
export async function remindOfStatements(): Promise<number> {
  const { now } = await withViewer({ role: 'worker' }, async ({ now }) => ({ now }))
  if (humaneFrom(now) > now) return 0
  // Each page in its own transaction: nobody waits for the whole province.
  const ask: Ask = (text, values) => withViewer({ role: 'worker' }, ({ sql }) => sql(text, values))
  const current = monthOf(dayOf(now))
  return (await remindOf(ask, addMonths(current, -1), now)) + (await remindOf(ask, current, now))
}

async function remindOf(ask: Ask, month: Month, now: Instant): Promise<number> {
  let reminded = 0
  for await (const page of pagesOfMissing(ask, month)) {
    const groups = new Map<string, { moment: Moment; until: Instant; households: string[] }>()
    for (const household of page.filter(({ mustFile }) => mustFile))
      for (const moment of momentsOf(household, now)) {
        const key = `${moment} ${household.due.at}`
        const group = groups.get(key) ?? { moment, until: household.due.at, households: [] }
        group.households.push(household.household_id)
        groups.set(key, group)
      }
    for (const { moment, until, households } of groups.values())
      reminded += await remindHouseholds(ask, { month, moment, until, now }, households)
  }
  return reminded
}

/** What there is to tell a household now. */
function momentsOf({ due }: Unfiled, now: Instant): Moment[] {
  const [today, dueDay] = [dayOf(now), dayOf(due.at)]
  const moment = momentOn(today, dueDay)
  const since = due.extension && Date.parse(now) - Date.parse(due.extension.decidedAt)
  const isNew = since !== null && since >= 0 && since < HOURS_TOLD * 3_600_000 && now <= due.at
  return [
    ...(isDayForLetters(today, dueDay) ? (['letter'] as const) : []),
    ...(moment === null ? [] : [moment]),
    ...(isNew ? (['extended'] as const) : []),
  ]
}

/** What some households are reminded of, and when. */
type Reminder = {
  readonly month: Month
  readonly moment: Moment
  readonly until: Instant
  readonly now: Instant
}

async function remindHouseholds(
  ask: Ask,
  { month, moment, until, now }: Reminder,
  households: readonly string[],
): Promise<number> {
  const readers = await ask<Reader>('select * from reminder_readers($1, $2, $3, $4::uuid[])', [
    month,
    moment,
    until,
    households,
  ])
  const told = readers.flatMap((reader) =>
    waysTo(reader, moment, now).map((channel) => ({
      ...{ household: reader.household_id, person: reader.person_id, channel },
    })),
  )
  if (told.length === 0) return 0
  const [row] = await ask<{ count: number }>('select remind($1, $2, $3, $4::jsonb) as count', [
    ...[month, moment, until, JSON.stringify(told)],
  ])
  return row!.count
}

function waysTo(reader: Reader, moment: Moment, now: Instant): (Channel | 'letter')[] {
  if (moment === 'letter') return isRemindedByMail(reader.notify_by, reader.unreached) ? ['letter'] : []
  const [last, seen] = [reader.reminded_at, reader.seen_at].map((at) => at && instantOf(at))
  const known: Channel[] = [
    ...(reader.has_email ? (['email'] as const) : []),
    ...(reader.has_mobile ? (['text'] as const) : []),
  ]
  return remindedBy(known, reader.notify_by, last ?? null, seen ?? null, now)
}
