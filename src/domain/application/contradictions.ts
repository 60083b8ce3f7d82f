import type { Day } from '../calendar'
import type { Draft } from '../draft'
import type { ContradictionCode, Found } from './contradictions/contradiction'
import { ofHousehold } from './contradictions/household'
import { ofAdult, ofChild } from './contradictions/people'
import { adultsOf, childrenOf } from './facts'
import { journeyOf, type PageRef, prune } from './journey'
import type { Adult } from './adult'

export { contradictionCodes } from './contradictions/contradiction'

/*
 * Answers that cannot all be right. None is refused for that: the page where everything is checked says so, and leads
 * to each of the pages. A person may send all the same: a card may be wrong, and a life unusual.
 */

export type Contradiction = {
  readonly code: ContradictionCode
  /** The pages that disagree, in the order they are asked. */
  readonly pages: readonly PageRef[]
}

/** What disagrees, among the pages this adult is asked. */
export function contradictionsIn(
  typed: Draft,
  today: Day,
  viewer: Adult = 'applicant',
): readonly Contradiction[] {
  const draft = prune(typed, today)
  const asked = journeyOf(draft, viewer, today)
  const found: Found[] = [
    ...adultsOf(draft).flatMap((adult) => ofAdult(draft, adult, today)),
    ...childrenOf(draft).flatMap((index) => ofChild(draft, index)),
    ...ofHousehold(draft, today),
  ]
  return found.flatMap(({ code, pages }) => {
    const refs = asked.filter((ref) =>
      pages.some(
        ([page, whose, index]) =>
          ref.page === page && ref.whose === whose && (index === undefined || ref.index === index),
      ),
    )
    // What the other adult answered is theirs to put right.
    return refs.length === 0 ? [] : [{ code, pages: refs }]
  })
}
