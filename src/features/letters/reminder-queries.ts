import 'server-only'
import { dayOf, instantOf, type Day, type Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'
import type { Address } from './queries'

/** A reminder that goes by mail: it says until when a message is to be read, and nothing else. */
export type ReminderLetter = {
  readonly id: string
  readonly name: string
  readonly language: Locale
  readonly address: Address
  readonly until: Instant
}
/** The reminders a viewer prints now; how many wait in all, and how many only a supervisor may read. */
export type ReminderLetters = {
  readonly letters: readonly ReminderLetter[]
  readonly waiting: number
  readonly protectedCount: number
  readonly printedOn: Day
  /** Whom to call: the number of the office. */
  readonly office: { readonly phone: string | null; readonly tollFree: string | null }
  /** The address of the portal, without its `https://`. */
  readonly site: string
}

/** Sheets printed at a time. */
const MOST = 50

type Row = {
  readonly id: string
  readonly household_id: string
  readonly name: string
  readonly language: Locale
  readonly delivery: 'mail' | 'protected'
  readonly due_at: Date
}

/**
 * Opens the reminders that wait in the viewer's office, some at a time, and writes each look in the trail. Only a
 * supervisor reads a protected address.
 */
export async function listReminderLetters(viewer: Staff): Promise<ReminderLetters> {
  return withViewer(viewer, async (door) => {
    const rows = await door.sql<Row>('select * from reminder_letters_waiting()')
    const isReadable = ({ delivery }: Row) => delivery === 'mail' || viewer.role === 'supervisor'
    const shown = rows.filter(isReadable).slice(0, MOST)
    const today = dayOf(door.now)
    const households = await door.tx.household.findMany({
      where: {
        AND: [{ id: { in: shown.map(({ household_id: id }) => id) } }, visibleTo.households(viewer)],
      },
      include: { addresses: { where: { fromDay: { lte: today } }, orderBy: { fromDay: 'desc' }, take: 1 } },
    })
    const office = viewer.officeId ? await door.tx.office.findFirst({ where: { id: viewer.officeId } }) : null
    const letters: ReminderLetter[] = []
    for (const { id, household_id: householdId, name, language, due_at: dueAt } of shown) {
      const [address] = households.find((one) => one.id === householdId)?.addresses ?? []
      if (!address) continue
      await record(door, viewer, { act: 'looked', subjectKind: 'letter', subjectId: id, householdId })
      letters.push({ id, name, language, address, until: instantOf(dueAt) })
    }
    return {
      ...{ letters, waiting: rows.length, printedOn: today, site: new URL(env().origin).host },
      office: office ?? { phone: null, tollFree: null },
      protectedCount: rows.filter((row) => !isReadable(row)).length,
    }
  })
}
