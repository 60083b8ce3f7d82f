import 'server-only'
import { paymentFrom, reportsInForce } from '@/domain/benefit/of-household'
import type { BenefitResult } from '@/domain/benefit/line'
import { addMonths, dayOf, monthOf, type Day, type Instant } from '@/domain/calendar'
import { incomeOver, type MonthIncomeTold } from '@/domain/statement/income-over'
import { isEnded } from '@/domain/payment/ended'
import { paymentDay } from '@/domain/statement/payment'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { readDesk, type FileDesk } from '@/server/file-desk'
import { isId } from '@/server/ids'
import { readMailboxes, type OfficeMailbox } from '@/server/office-mailboxes'
import type { Staff } from '@/server/viewer'
import { readHousehold, type OfficeHousehold } from './facts'
import { monthsOf, type FileMonth } from './months'

/** How many months the file shows at once. */
export const SHOWN_MONTHS = 12

/** A household's file, as its office reads it. */
export type OfficeFile = {
  readonly now: Instant
  readonly household: OfficeHousehold
  /** Where letters go now; null when it is not known, or not for this viewer to read. */
  readonly address: OfficeHousehold['addresses'][number] | null
  readonly months: readonly FileMonth[]
  readonly income: readonly MonthIncomeTold[]
  /** The next payment, computed from everything in force. */
  readonly next: { readonly benefit: BenefitResult; readonly paidOn: Day; readonly isEnded: boolean }
  readonly desk: FileDesk
  /** What each adult and the office wrote to each other. */
  readonly mailboxes: readonly OfficeMailbox[]
  /** When this viewer last looked, before now; null the first time. */
  readonly lookedBefore: Instant | null
}

/** Opens a household's file, and writes the look in the trail. Null when it is not this office's. */
export async function findFile(viewer: Staff, id: string): Promise<OfficeFile | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const { now } = door
    const current = monthOf(dayOf(now))
    const household = await readHousehold(door, viewer, id, addMonths(current, 1 - SHOWN_MONTHS))
    if (!household) return null
    const desk = await readDesk(door, { householdId: id })
    await record(door, viewer, {
      act: 'looked',
      subjectKind: 'household',
      subjectId: id,
      householdId: id,
    })
    const monthPaid = addMonths(current, 1)
    const today = dayOf(now)
    // One that the viewer may not read is not replaced by an older one: letters do not go there any more.
    const latest = household.addresses.find(({ fromDay }) => fromDay <= today) ?? null
    const address = latest?.protected === household.addressProtected ? latest : null
    return {
      now,
      household,
      address,
      months: monthsOf(household, now, SHOWN_MONTHS),
      income: incomeOver(reportsInForce(household.filings), current, SHOWN_MONTHS),
      next: {
        benefit: paymentFrom(household, household.filings, monthPaid),
        paidOn: paymentDay(monthPaid),
        isEnded: isEnded(household.closing, monthPaid),
      },
      desk,
      mailboxes: await readMailboxes(door, viewer, { householdId: id }),
      lookedBefore: desk.looks.find(({ staffId }) => staffId === viewer.staffId)?.at ?? null,
    }
  })
}
