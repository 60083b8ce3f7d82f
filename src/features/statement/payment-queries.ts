import 'server-only'
import { explainDifference, type LineDifference } from '@/domain/benefit/compare'
import type { BenefitResult } from '@/domain/benefit/line'
import { addMonths, type Day, dayOf, type Month, monthOf, parseMonth } from '@/domain/calendar'
import { isEnded } from '@/domain/payment/ended'
import { paymentDay } from '@/domain/statement/payment'
import { withViewer } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import { decidedPayments } from './decided-payments'
import { paymentOf, situationAt } from './derive'
import { findHousehold } from './household'

/** How many payments are shown at once, the next one among them. */
const SHOWN = 12

/** A payment, line by line, from everything in force today, beside the one before. */
export type PaymentPage = {
  readonly month: Month
  readonly paidOn: Day
  readonly isPast: boolean
  readonly benefit: BenefitResult
  /** The payment of the month before; null for the first one. */
  readonly before: BenefitResult | null
  readonly differences: readonly LineDifference[]
  readonly statementMonth: Month
}

/** The payment of a month: from the first month on assistance to the next payment. */
export async function findPayment(viewer: Citizen, month: string): Promise<PaymentPage | null> {
  const monthPaid = parseMonth(month)
  if (!monthPaid) return null
  const pages = await readPayments(viewer, () => [monthPaid])
  return pages[0] ?? null
}

/** The last payments, oldest first, the next one last. Empty without a household. */
export async function listPayments(viewer: Citizen): Promise<PaymentPage[]> {
  return readPayments(viewer, (next) =>
    Array.from({ length: SHOWN }, (_, index) => addMonths(next, index + 1 - SHOWN)),
  )
}

/** Those of some months that the household was, or will next be, paid for. */
async function readPayments(
  viewer: Citizen,
  monthsTo: (next: Month) => readonly Month[],
): Promise<PaymentPage[]> {
  return withViewer(viewer, async (door) => {
    const household = await findHousehold(door, viewer, [])
    if (!household) return []
    const today = dayOf(door.now)
    const next = addMonths(monthOf(today), 1)
    const sinceIn = (month: Month): Month => situationAt(household, month).onAssistanceSince
    const months = monthsTo(next).filter(
      (month) => month <= next && month >= sinceIn(month) && !isEnded(household.closing, month),
    )
    if (months.length === 0) return []
    const decided = await decidedPayments(door, household.id, addMonths(months[0]!, -1))
    const benefitOf = (month: Month): BenefitResult => decided.get(month) ?? paymentOf(household, month)
    return months.map((month) => {
      const before = addMonths(month, -1)
      const [benefit, previous] = [benefitOf(month), before >= sinceIn(before) ? benefitOf(before) : null]
      const paidOn = paymentDay(month)
      return {
        ...{ month, paidOn, isPast: paidOn <= today, benefit, before: previous, statementMonth: before },
        differences: benefit.computed && previous?.computed ? explainDifference(previous, benefit) : [],
      }
    })
  })
}
