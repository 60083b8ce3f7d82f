import 'server-only'
import type { Day, Instant } from '@/domain/calendar'
import { dayOf } from '@/domain/calendar'
import { tribunalUntil } from '@/domain/decision/rights'
import {
  errorsOfReview,
  reviewRight,
  type ReviewError,
  tribunalWithoutAnswer,
} from '@/domain/decision/review'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import {
  type Asker,
  findOwnRequest,
  findReviewable,
  findStanding,
  type OwnRequest,
  type ReviewableDecision,
  type Standing,
} from './requests'

/** The page where a review is asked of a decision, and where its receipt is. */
export type ReviewPage = {
  readonly decision: ReviewableDecision
  readonly until: Day
  readonly late: boolean
  readonly own: OwnRequest | null
  readonly errors: readonly ReviewError[]
  readonly standing: Standing | null
  /** The last day to go to the Tribunal after the answer; from which day without one. */
  readonly tribunal: { readonly until: Day | null; readonly from: Day } | null
}

/** A decision as its people ask for its review. Null when it is not theirs to ask. */
export async function readReviewPage(viewer: Asker, decisionId: string): Promise<ReviewPage | null> {
  if (!isId(decisionId)) return null
  return withViewer(viewer, async (door) => {
    const decision = await findReviewable(door, viewer, decisionId)
    if (!decision) return null
    const { until, late } = reviewRight(decision.leftAt, door.now)
    const own = await findOwnRequest(door, viewer, decisionId)
    const standing = await findStanding(door, decisionId)
    return {
      ...{ decision, until, late, own, standing },
      errors: own && own.attempted && !own.asked ? errorsOfReview(own, late) : [],
      tribunal: standing && tribunalOf(standing),
    }
  })
}

function tribunalOf({ askedAt, answer }: Standing): ReviewPage['tribunal'] {
  return {
    until: answer && tribunalUntil(answer.at, answer.outcome === 'refused'),
    from: tribunalWithoutAnswer(askedAt),
  }
}

/** What a page of a decision says beside it of the right to a review. */
export type ReviewEntry = {
  readonly decisionId: string
  readonly until: Day
  readonly late: boolean
  readonly begun: boolean
  readonly askedAt: Instant | null
  readonly dueOn: Day | null
  readonly answer: { readonly id: string; readonly number: string } | null
}

/** The right to a review, for the page of a decision. Null when none may be asked: it is itself a review. */
export async function readReviewEntry(viewer: Asker, decisionId: string): Promise<ReviewEntry | null> {
  const page = await readReviewPage(viewer, decisionId)
  if (!page) return null
  const { standing } = page
  return {
    ...{ decisionId, until: page.until, late: page.late },
    begun: page.own !== null && page.own.asked === null,
    askedAt: standing?.askedAt ?? null,
    dueOn: standing && dayOf(standing.dueAt),
    answer: standing?.answer ?? null,
  }
}
