import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradictionsIn } from '@/domain/application/contradictions'
import { documentsOf } from '@/domain/application/documents'
import { caseOf } from '@/domain/application/household-case'
import {
  errorsIn,
  fieldsOf,
  findPage,
  inputNames,
  journeyOf,
  pageAfter,
  pageId,
  partOf,
  prune,
  sectionsOf,
} from '@/domain/application/journey'
import { pages } from '@/domain/application/questions'
import { problems } from '@/domain/application/reading'
import type { Draft } from '@/domain/draft'
import { estimate } from '@/domain/estimate/estimate'
import { today } from './build'
import { dice, fill, wander } from './wander'

const seed = fc.integer({ min: 0, max: 2 ** 31 })
/** What someone may have answered so far, both adults together. */
const drafts = fc.tuple(seed, fc.integer({ min: 0, max: 90 }), fc.boolean()).map(([one, count, both]) => {
  const draft = wander(one, count)
  return both ? wander(one + 1, count, 'spouse', draft) : draft
})

const names = pages.flatMap(({ fields, list }) =>
  fields.flatMap(({ name }) => {
    const whole = list ? `${list}.0.${name}` : name
    return [whole, `spouse.${whole}`, `${whole}.day`, `${whole}Unknown`]
  }),
)
const choices = pages.flatMap(({ fields }) => fields.flatMap((field) => [...(field.choices ?? [])]))
/** Anything at all, as a forged form would hold it. */
const anything = fc.dictionary(
  fc.oneof(fc.constantFrom(...names), fc.string()),
  fc.oneof(fc.constantFrom(...choices), fc.string({ unit: 'binary' }), fc.constant('9'.repeat(10_000))),
) as fc.Arbitrary<Draft>
const any = fc.oneof(drafts, anything)
const idsOf = (draft: Draft, viewer: 'applicant' | 'spouse' = 'applicant') =>
  journeyOf(draft, viewer, today).map(pageId)

describe('whatever is answered', () => {
  test('nothing throws, and every problem has a name', () => {
    fc.assert(
      fc.property(any, (draft) => {
        for (const viewer of ['applicant', 'spouse'] as const) {
          for (const ref of journeyOf(draft, viewer, today)) {
            for (const { problem } of errorsIn(ref, draft, today)) expect(problems).toContain(problem)
            pageAfter(ref, draft, viewer, today)
          }
          sectionsOf(draft, viewer, today)
          contradictionsIn(draft, today, viewer)
        }
        const ids = documentsOf(draft, today).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const { benefit } = estimate(caseOf(draft, today))
        if (benefit?.computed) expect(Number.isSafeInteger(benefit.totalCents)).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('what is left out once stays out, and the journey is the same without it', () => {
    fc.assert(
      fc.property(any, (draft) => {
        const once = prune(draft, today)
        expect(prune(once, today)).toEqual(once)
        expect(idsOf(once)).toEqual(idsOf(draft))
        expect(idsOf(once, 'spouse')).toEqual(idsOf(draft, 'spouse'))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('no page and no field is asked twice', () => {
    fc.assert(
      fc.property(any, (typed) => {
        const draft = prune(typed, today)
        const refs = [...journeyOf(draft, 'applicant', today), ...journeyOf(draft, 'spouse', today)]
        // Those of a spouse who is answered for are on both lists.
        const all = [...new Map(refs.map((ref) => [pageId(ref), ref])).values()]
        for (const viewer of ['applicant', 'spouse'] as const) {
          expect(new Set(idsOf(draft, viewer)).size).toBe(idsOf(draft, viewer).length)
        }
        const fields = all.flatMap((ref) => fieldsOf(ref, draft, today).flatMap(inputNames))
        expect(fields.filter((name, at) => fields.indexOf(name) !== at)).toEqual([])
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('what a page asks does not depend on what is answered there', () => {
    fc.assert(
      fc.property(drafts, seed, (draft, other) => {
        for (const viewer of ['applicant', 'spouse'] as const) {
          for (const ref of journeyOf(draft, viewer, today)) {
            const changed = fill(draft, ref, dice(other))
            expect(findPage(pageId(ref), changed, viewer, today)).toEqual(ref)
            const fields = (of: Draft) => fieldsOf(ref, of, today).map(({ name }) => name)
            expect(fields(changed)).toEqual(fields(draft))
          }
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('an adult is asked nothing that is kept with the other', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const parts = journeyOf(draft, 'spouse', today).flatMap((ref) =>
          fieldsOf(ref, draft, today).map(({ name }) => partOf(name)),
        )
        expect(parts.filter((part) => part !== 'spouse')).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

test('every page is met by someone who only answers what is asked', () => {
  const unmet = new Set<string>(pages.map(({ name }) => name))
  for (let count = 0; count < 600 && unmet.size > 0; count += 1) {
    for (const { page } of journeyOf(wander(count * 7919 + 3, 120), 'applicant', today)) unmet.delete(page)
  }
  expect([...unmet]).toEqual([])
}, 60_000)
