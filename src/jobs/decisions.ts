import { sendDueNotices } from '@/features/decisions/leaving-commands'
import { withViewer } from '@/server/db'

/**
 * Does what the decisions that have left bring with them: the household of an application accepted is made, the payment
 * that a decision or a review gave is expected. Nothing is done before a decision leaves, nor for one that was undone;
 * run again, or by two processes at once, nothing is done twice.
 * @returns how many decisions were followed
 */
export async function followDecisions(): Promise<number> {
  const [row] = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<{ followed: number }>('select follow_decisions() + plan_decided_payments() as followed'),
  )
  return row!.followed
}

/** Lets decisions leave, and follows those that have. */
export async function moveDecisions(): Promise<void> {
  await sendDueNotices()
  await followDecisions()
}
