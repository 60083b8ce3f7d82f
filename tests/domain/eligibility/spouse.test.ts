import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSpouse, spouseQuestions } from '@/domain/eligibility/spouse'
import type { SpouseFacts } from '@/domain/eligibility/spouse'

const unsaid: SpouseFacts = {
  livesWithOtherAdult: null,
  marriedOrCivilUnion: null,
  parentsOfSameChild: null,
  coupleForOneYear: null,
  coupleAgainAfterOneYear: null,
}
const no: SpouseFacts = {
  livesWithOtherAdult: true,
  marriedOrCivilUnion: false,
  parentsOfSameChild: false,
  coupleForOneYear: false,
  coupleAgainAfterOneYear: false,
}
const spouse = { decided: true, spouse: true }
const notSpouse = { decided: true, spouse: false }

describe('whether the other adult is a spouse', () => {
  it('E-600 nobody else lives here', () => {
    expect(isSpouse({ ...unsaid, livesWithOtherAdult: false })).toEqual(notSpouse)
  })

  it.each([
    ['E-601', 'marriedOrCivilUnion'],
    ['E-602', 'parentsOfSameChild'],
    ['E-603', 'coupleForOneYear'],
    ['E-604', 'coupleAgainAfterOneYear'],
  ] as const)('%s one test is enough: %s', (_name, test) => {
    expect(isSpouse({ ...no, [test]: true })).toEqual(spouse)
  })

  it('E-605 a couple of less than a year, or people who share a dwelling, are no spouses', () => {
    expect(isSpouse(no)).toEqual(notSpouse)
  })

  it('E-606 married but living apart: no test is met', () => {
    expect(isSpouse({ ...unsaid, livesWithOtherAdult: false, marriedOrCivilUnion: true })).toEqual(notSpouse)
  })

  it('E-607 asks in the order of the form, and stops at the first yes', () => {
    const asked: string[] = []
    let facts = unsaid
    for (let answer = isSpouse(facts); !answer.decided; answer = isSpouse(facts)) {
      asked.push(answer.next)
      facts = { ...facts, [answer.next]: answer.next === 'livesWithOtherAdult' }
    }
    expect(asked).toEqual(spouseQuestions)
    expect(isSpouse({ ...unsaid, livesWithOtherAdult: true, marriedOrCivilUnion: true })).toEqual(spouse)
    expect(isSpouse({ ...unsaid, livesWithOtherAdult: true })).toEqual({
      decided: false,
      next: 'marriedOrCivilUnion',
    })
  })

  it('E-608 whatever the facts, never asks again what was answered, and more answers undo no decision', () => {
    const known = fc.constantFrom(true, false, null)
    const facts = fc.record({
      livesWithOtherAdult: known,
      marriedOrCivilUnion: known,
      parentsOfSameChild: known,
      coupleForOneYear: known,
      coupleAgainAfterOneYear: known,
    })
    fc.assert(
      fc.property(facts, fc.boolean(), (one, answered) => {
        const before = isSpouse(one)
        if (!before.decided) {
          expect(one[before.next]).toBeNull()
          return
        }
        for (const question of spouseQuestions.filter((name) => one[name] === null)) {
          expect(isSpouse({ ...one, [question]: answered })).toEqual(before)
        }
      }),
    )
  })
})
