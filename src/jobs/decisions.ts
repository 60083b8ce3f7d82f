import { sendDueNotices } from '@/features/decisions/leaving-commands'
import { withViewer } from '@/server/db'
import { logError } from '@/server/log'

/** Between two rounds: a decision leaves, and is followed, less than a minute after its moment. */
const PAUSE_MS = 20_000

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

/**
 * Lets decisions leave and follows them, for as long as this process lives. Each process does it, so that one that dies
 * keeps nothing back; the database does each thing once.
 */
export function keepDecisionsMoving(): void {
  const round = async () => {
    await sendDueNotices()
    await followDecisions()
  }
  const again = () =>
    setTimeout(() => {
      round()
        .catch((error: unknown) => logError('decisions that leave', error))
        .finally(again)
    }, PAUSE_MS).unref()
  again()
}
