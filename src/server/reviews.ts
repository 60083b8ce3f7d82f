import 'server-only'
import type { Outcome } from '@/domain/decision/outcomes'
import type { Deciders } from '@/domain/decision/review'
import type { Door } from './db'
import type { FoundTask } from './tasks'

/** The decision that a review is about. */
export type Reviewed = Deciders & {
  readonly requestId: string
  readonly decisionId: string
  readonly number: string
  readonly outcome: Outcome
  /** Asked after the last day. */
  readonly late: boolean
}

/** The decision that a task of review is about; null for a task that is none. */
export async function findReviewed({ sql }: Door, task: FoundTask): Promise<Reviewed | null> {
  if (task.kind !== 'review') return null
  const [row] = await sql<Reviewed>(
    `select r.id as "requestId", d.id as "decisionId", d.number, d.outcome, r.late, d.decided_by as "decidedBy",
       d.seconded_by as "secondedBy"
     from review_request r join decision d on d.id = r.decision_id where r.id = $1`,
    [task.subjectId],
  )
  return row ?? null
}
