import { describe, expect, it } from 'vitest'
import { cents } from '../../../src/domain/money'
import { nothingChanged, type StatementAnswers, type WorkIncome } from '../../../src/domain/statement/answers'
import { differences } from '../../../src/domain/statement/differences'

const job = (employer: string, netCents: number): WorkIncome => ({
  adultId: 'a',
  employer,
  grossCents: cents(netCents),
  netCents: cents(netCents),
  certainty: 'final',
  ended: null,
})
const working = (...work: WorkIncome[]): StatementAnswers => ({ ...nothingChanged, changed: ['work'], work })

describe('what differs between two statements', () => {
  it('DF-01 nothing differs from itself', () => {
    expect(differences(working(job('Café', 100)), working(job('Café', 100)))).toEqual([])
  })

  it('DF-02 a job that pays otherwise is one changed part, naming the fields', () => {
    const found = differences(working(job('Café', 100)), working(job('CAFÉ', 250)))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      topic: 'work',
      what: 'changed',
      fields: ['employer', 'grossCents', 'netCents'],
    })
  })

  it('DF-03 tells a job that stopped from one that started', () => {
    const found = differences(working(job('Café', 100)), working(job('Usine', 100)))
    expect(found.map(({ what }) => what)).toEqual(['removed', 'added'])
  })

  it('DF-04 follows the order of the topics and sees a move and free words', () => {
    const after: StatementAnswers = {
      ...working(job('Café', 100)),
      changed: ['work', 'other'],
      other: 'Bonjour',
    }
    expect(differences(nothingChanged, after).map(({ topic, what }) => [topic, what])).toEqual([
      ['work', 'added'],
      ['other', 'added'],
    ])
  })
})
