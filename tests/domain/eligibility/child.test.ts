import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import { childQuestions, dependentChildOf } from '@/domain/eligibility/child'
import type { ChildFacts } from '@/domain/eligibility/child'
import { isDependentChild } from '@/domain/estimate/dependent-child'
import { caseChild } from '../estimate/build'

const month = '2026-11' as Month
const minor: ChildFacts = {
  age: 8,
  attendsSchool: null,
  emancipated: false,
  placedForGood: false,
  custodyPercent: 100,
}
const unsaid: ChildFacts = {
  age: null,
  attendsSchool: null,
  emancipated: null,
  placedForGood: null,
  custodyPercent: null,
}
const dependent = { decided: true, dependent: true }
const not = (...because: string[]) => ({ decided: true, dependent: false, because })

describe('who is a dependent child', () => {
  it.each<[string, Partial<ChildFacts>, unknown]>([
    ['E-620 a minor, whose school is not asked', {}, dependent],
    ['E-621 17', { age: 17 }, dependent],
    ['E-622 18, in school', { age: 18, attendsSchool: true }, dependent],
    ['E-623 18, out of school', { age: 18, attendsSchool: false }, not('adultNotInSchool')],
    ['E-624 18, school not said', { age: 18 }, { decided: false, next: 'attendsSchool' }],
    ['E-625 married, a parent, or emancipated', { emancipated: true }, not('emancipated')],
    [
      'E-626 an adult in school who is',
      { age: 19, attendsSchool: true, emancipated: true },
      not('emancipated'),
    ],
    ['E-627 placed for good', { placedForGood: true }, not('placedForGood')],
    ['E-628 here 40 % of the time', { custodyPercent: 40 }, dependent],
    ['E-629 here 39 % of the time', { custodyPercent: 39 }, not('custodyTooShort')],
    [
      'E-630 every reason is given',
      { age: 18, attendsSchool: false, emancipated: true, placedForGood: true, custodyPercent: 0 },
      not('adultNotInSchool', 'emancipated', 'placedForGood', 'custodyTooShort'),
    ],
  ])('%s', (_name, overrides, answer) => {
    expect(dependentChildOf({ ...minor, ...overrides }, month)).toEqual(answer)
  })

  it('E-631 asks in the order of the form', () => {
    const asked: string[] = []
    const says = {
      age: 20,
      attendsSchool: true,
      emancipated: false,
      placedForGood: false,
      custodyPercent: 50,
    }
    let facts = unsaid
    for (
      let answer = dependentChildOf(facts, month);
      !answer.decided;
      answer = dependentChildOf(facts, month)
    ) {
      asked.push(answer.next)
      facts = { ...facts, [answer.next]: says[answer.next] }
    }
    expect(asked).toEqual(childQuestions)
  })

  it('E-632 agrees with the test of a household’s case', () => {
    const children = fc.record({
      age: fc.integer({ min: 0, max: 25 }),
      student: fc.boolean(),
      emancipated: fc.boolean(),
      custodyPercent: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(children, (one) => {
        const { student: attendsSchool, ...rest } = one
        const answer = dependentChildOf({ ...rest, attendsSchool, placedForGood: false }, month)
        expect(answer).toMatchObject({ decided: true, dependent: isDependentChild(caseChild(one), month) })
      }),
    )
  })
})
