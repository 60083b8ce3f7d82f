import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/domain/calendar'
import { cents } from '../../../src/domain/money'
import { changeTopics, nothingChanged, type WorkIncome } from '../../../src/domain/statement/answers'
import type { FiledAnswers } from '../../../src/domain/statement/confirmation'
import { digestInput, prune } from '../../../src/domain/statement/prune'

const nothing: FiledAnswers = { ...nothingChanged, confirmed: [] }
const job = (employer: string, dollars: number): WorkIncome => ({
  adultId: 'a',
  employer,
  grossCents: cents(dollars * 110),
  netCents: cents(dollars * 100),
  certainty: 'final',
  ended: null,
})

describe('the answers as they are kept', () => {
  it('P-01 removes the answers of a topic the person unticked', () => {
    const answers: FiledAnswers = {
      ...nothing,
      changed: ['other'],
      work: [job('Boulangerie', 600)],
      other: 'Une chose',
      assets: { liquidCents: cents(5), details: null },
    }
    expect(prune(answers)).toEqual({ ...nothing, changed: ['other'], other: 'Une chose' })
  })

  it('P-02 keeps every answer of the ticked topics', () => {
    const answers: FiledAnswers = {
      ...nothing,
      changed: [...changeTopics],
      work: [job('Boulangerie', 600)],
      absences: [
        { adultId: 'a', leftOn: '2026-11-02' as Day, backOn: null, place: 'Ontario', reason: 'Famille' },
      ],
      other: 'Une chose',
    }
    expect(prune(answers)).toEqual(answers)
  })

  it('P-03 is settled: pruning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.subarray([...changeTopics]), fc.string(), (changed, words) => {
        const once = prune({ ...nothing, changed, other: words, work: [job(words, 1)] })
        expect(prune(once)).toEqual(once)
      }),
    )
  })

  it('P-04 the same answers in another order, or with stray spaces, are the same', () => {
    const one: FiledAnswers = {
      ...nothing,
      changed: ['work', 'other'],
      work: [job('Boulangerie', 600), job('Café', 200)],
      other: 'Une chose',
    }
    const other: FiledAnswers = {
      ...one,
      changed: ['other', 'work', 'other'],
      work: [job('Cafe\u0301 ', 200), job(' Boulangerie', 600)],
      other: ' Une  chose\n',
    }
    expect(digestInput(other)).toBe(digestInput(one))
  })

  it('P-05 one cent, one letter or one confirmed estimate makes other answers', () => {
    const one: FiledAnswers = { ...nothing, changed: ['work'], work: [job('Boulangerie', 600)] }
    const seen = new Set(
      [
        one,
        { ...one, work: [{ ...job('Boulangerie', 600), netCents: cents(60_001) }] },
        { ...one, work: [job('Boulangeries', 600)] },
        { ...one, work: [job('Boulangerie', 600), job('Boulangerie', 600)] },
        {
          ...one,
          confirmed: [
            {
              topic: 'work' as const,
              adultId: 'a',
              name: 'X',
              estimatedCents: cents(1),
              finalCents: cents(1),
            },
          ],
        },
      ].map(digestInput),
    )
    expect(seen.size).toBe(5)
  })
})
