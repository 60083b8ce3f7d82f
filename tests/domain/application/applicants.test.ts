import { describe, expect, test } from 'vitest'
import { contradictionsIn } from '@/domain/application/contradictions'
import { documentsOf } from '@/domain/application/documents'
import { caseOf, caseOfNextMonth } from '@/domain/application/household-case'
import {
  countQuestions,
  errorsIn,
  fieldsOf,
  inputNames,
  journeyOf,
  pageAfter,
  pageId,
  type PageRef,
  prune,
  statusOf,
} from '@/domain/application/journey'
import type { Adult } from '@/domain/application/adult'
import { wordsNeeded } from '@/domain/application/words'
import type { Draft } from '@/domain/draft'
import { estimate } from '@/domain/estimate/estimate'
import { unknownAsNothing } from '@/domain/estimate/settled'
import { applicants } from '../../e2e/applicants'
import { type Answers, today } from '../../e2e/applicants/applicant'
import { fill, questionsIn } from '../../e2e/applicants/fill'
import { elements } from './elements'

/*
 * The twelve applicants of the end-to-end tests, through the journey alone. Each page is the one that follows from the
 * answers before it, and asks what the applicant thought of, no more and no less.
 */

/** Answers page after page, as the site leads. */
function walk(from: Draft, viewer: Adult, answers: Answers): { draft: Draft; met: string[] } {
  let draft = from
  const met: string[] = []
  const first = journeyOf(draft, viewer, today)[0]!
  let ref: PageRef | null = first
  while (ref) {
    const id = pageId(ref)
    met.push(id)
    if (!answers[id]) throw new Error(`${id} is asked, and nobody thought of it. Met: ${met.join(' ')}`)
    const inputs = fieldsOf(ref, draft, today).flatMap(inputNames)
    draft = prune({ ...draft, ...fill(id, inputs, answers[id]) }, today)
    expect(errorsIn(ref, draft, today), id).toEqual([])
    ref = pageAfter(ref, draft, viewer, today)
  }
  return { draft, met }
}

const walked = applicants.map((applicant) => {
  const own = walk({}, 'applicant', applicant.answers)
  const theirs = applicant.spouse ? walk(own.draft, 'spouse', applicant.spouse.answers) : null
  return { applicant, own, theirs, draft: theirs?.draft ?? own.draft }
})

describe.each(walked)('$applicant.name', ({ applicant, own, theirs, draft }) => {
  test('is asked these pages and no other', () => {
    expect(own.met).toEqual(Object.keys(applicant.answers))
    expect(theirs?.met).toEqual(applicant.spouse && Object.keys(applicant.spouse.answers))
  })

  test('is asked this many questions', () => {
    const count = (viewer: Adult) => countQuestions(journeyOf(draft, viewer, today), draft, today)
    expect(count('applicant')).toBe(applicant.questions)
    if (applicant.spouse) expect(count('spouse')).toBe(applicant.spouse.questions)
    // The end-to-end tests count what the pages show.
    const shown = journeyOf(draft, 'applicant', today).map((ref) =>
      questionsIn(fieldsOf(ref, draft, today).flatMap(inputNames)),
    )
    expect(shown.reduce((sum, one) => sum + one, 0)).toBe(applicant.questions)
  })

  test('has nothing left to answer, and nothing that disagrees', () => {
    const viewers: Adult[] = applicant.spouse ? ['applicant', 'spouse'] : ['applicant']
    for (const viewer of viewers) {
      const left = journeyOf(draft, viewer, today).filter((ref) => statusOf(ref, draft, today) !== 'done')
      expect(left).toEqual([])
      expect(contradictionsIn(draft, today, viewer)).toEqual([])
    }
  })

  test('is asked these papers', () => {
    const papers = documentsOf(draft, today)
    const ids = (required: boolean) => papers.flatMap((one) => (one.required === required ? [one.id] : []))
    expect(ids(true).sort()).toEqual([...applicant.required].sort())
    expect(ids(false).sort()).toEqual([...applicant.useful].sort())
  })

  test('may receive this much, and nothing the decision needs is missing', () => {
    const now = caseOf(draft, today)
    const { eligibility } = estimate(now)
    const expected = applicant.estimate
    const questions = eligibility.questions.map(({ code }) => code)
    expect(questions).toEqual(expected === 'spouse' ? [] : expected.questions)
    expect(eligibility.outcome).toBe(questions.length > 0 ? 'incomplete' : 'eligible')
    if (expected === 'spouse') return
    const total = (of: ReturnType<typeof caseOf>) => {
      const { benefit, programme } = estimate(unknownAsNothing(of))
      return [programme, benefit?.computed && benefit.totalCents]
    }
    expect(total(now)).toEqual([expected.programme, expected.firstCents])
    expect(total(caseOfNextMonth(draft, today))).toEqual([expected.programme, expected.wholeCents])
  })
})

test('a single adult with nothing is asked at most 40 questions', () => {
  expect(applicants[0]!.questions).toBeLessThanOrEqual(40)
})

test('every element of the ministry’s form that we ask is asked of one of the twelve, or is named here', () => {
  const asked = new Set(
    walked.flatMap(({ draft }) =>
      (['applicant', 'spouse'] as const).flatMap((viewer) =>
        journeyOf(draft, viewer, today).flatMap((ref) =>
          fieldsOf(ref, draft, today).map(({ words }) => words),
        ),
      ),
    ),
  )
  const needed = new Set(elements.flatMap(([, , got]) => (got.how === 'asked' ? got.fields : [])))
  const never = [...needed].filter((field) => wordsNeeded().fields.includes(field) && !asked.has(field))
  expect(never.sort()).toEqual([...rare].sort())
})

/** What only rarer applicants are asked; the tests of the journey ask it. */
const rare = [
  'buildings.debt',
  'buildings.value',
  'buildings.what',
  'coupleSince',
  'curatorFile',
  'insurer',
  'investmentsValue',
  'investmentsWhat',
  'moneyOwedValue',
  'moneyOwedWhat',
  'otherStatus',
  'plannedLoad',
  'reasonWords',
  'retirementValue',
  'sinExpiry',
  'spousalSupportStatus',
  'studiesStart',
  'studyLevel',
  'valuablesValue',
  'valuablesWhat',
]
