import 'server-only'
import type { BenefitResult } from '@/domain/benefit/line'
import type { Month } from '@/domain/calendar'
import type { Door } from '@/server/db'

/**
 * What an office decided of the payments from a month on: of a new household, or after a review; and what was released for
 * payment. Nothing for a month that something was filed for since, from which it is computed as any other.
 */
export async function decidedPayments(
  { tx }: Door,
  householdId: string,
  since: Month,
): Promise<ReadonlyMap<Month, BenefitResult>> {
  const rows = await tx.expectedPayment.findMany({
    where: { householdId, month: { gte: since } },
    orderBy: [{ computedAt: 'asc' }, { id: 'asc' }],
    select: { month: true, filingId: true, benefit: true },
  })
  const latest = new Map(rows.map((row) => [row.month as Month, row]))
  return new Map(
    [...latest]
      .filter(([, { filingId }]) => filingId === null)
      .map(([month, { benefit }]) => [month, benefit as unknown as BenefitResult]),
  )
}
