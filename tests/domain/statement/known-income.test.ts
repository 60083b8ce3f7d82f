import { describe, expect, it } from 'vitest'
import type { Day, Instant, Month } from '../../../src/domain/calendar'
import { cents } from '../../../src/domain/money'
import { nothingChanged, type WorkIncome } from '../../../src/domain/statement/answers'
import type { FiledAnswers } from '../../../src/domain/statement/confirmation'
import { type IncomeReport, knownIncome, noKnownIncome } from '../../../src/domain/statement/known-income'

const month = (text: string) => text as Month
const job = (netCents: number, more: Partial<WorkIncome> = {}): WorkIncome => ({
  adultId: 'a',
  employer: 'Café',
  grossCents: cents(netCents),
  netCents: cents(netCents),
  certainty: 'final',
  ended: null,
  ...more,
})
const report = (of: string, answers: Partial<FiledAnswers>, day = 10): IncomeReport => ({
  month: month(of),
  receivedAt: `${of}-${day}T12:00:00.000Z` as Instant,
  answers: { ...nothingChanged, confirmed: [], ...answers },
})
const confirmed = (estimatedCents: number, finalCents: number) => ({
  topic: 'work' as const,
  adultId: 'a',
  name: 'Café',
  estimatedCents: cents(estimatedCents),
  finalCents: cents(finalCents),
})

describe('the income known for a month', () => {
  it('KI-01 is nothing when nothing was told', () => {
    expect(knownIncome([], month('2026-10'))).toEqual(noKnownIncome)
  })

  it('KI-02 goes on while nothing changes, and over months without a statement', () => {
    const reports = [report('2026-08', { changed: ['work'], work: [job(40_000)] }), report('2026-09', {})]
    expect(knownIncome(reports, month('2026-11')).work).toEqual([job(40_000)])
  })

  it('KI-03 a ticked topic replaces the whole topic, even by nothing', () => {
    const reports = [
      report('2026-08', { changed: ['work'], work: [job(40_000)] }),
      report('2026-09', { changed: ['work'], work: [] }),
    ]
    expect(knownIncome(reports, month('2026-09')).work).toEqual([])
  })

  it('KI-04 a job that ended counts in its month and stops after it', () => {
    const ended = job(40_000, { ended: '2026-08-20' as Day })
    const reports = [report('2026-08', { changed: ['work'], work: [ended] })]
    expect(knownIncome(reports, month('2026-08')).work).toEqual([ended])
    expect(knownIncome(reports, month('2026-09')).work).toEqual([])
  })

  it('KI-05 a gift is not income of the month after', () => {
    const gift = {
      adultId: 'a',
      kind: 'gift' as const,
      monthlyCents: cents(15_000),
      certainty: 'final' as const,
    }
    const reports = [report('2026-08', { changed: ['otherIncome'], otherIncome: [gift] })]
    expect(knownIncome(reports, month('2026-08')).otherIncome).toEqual([gift])
    expect(knownIncome(reports, month('2026-09')).otherIncome).toEqual([])
  })

  it('KI-06 an estimate made final changes its own month and the months after', () => {
    const reports = [
      report('2026-08', { changed: ['work'], work: [job(40_000, { certainty: 'estimated' })] }),
      report('2026-09', { confirmed: [confirmed(40_000, 45_000)] }),
    ]
    expect(knownIncome(reports, month('2026-08')).work).toEqual([job(45_000, { grossCents: cents(40_000) })])
    expect(knownIncome(reports, month('2026-09')).work).toEqual([job(45_000, { grossCents: cents(40_000) })])
    expect(knownIncome(reports.slice(0, 1), month('2026-08')).work[0]?.certainty).toBe('estimated')
  })

  it('KI-07 a change reported later in the month counts over the statement, in any order given', () => {
    const statement = report('2026-09', { changed: ['work'], work: [job(10_000)] })
    const change = report('2026-09', { changed: ['work'], work: [job(20_000)] }, 20)
    expect(knownIncome([change, statement], month('2026-09')).work).toEqual([job(20_000)])
  })

  it('KI-09 a change reported before the statement does not hide the amounts the statement makes final', () => {
    const reports = [
      report('2026-08', { changed: ['work'], work: [job(40_000, { certainty: 'estimated' })] }),
      report('2026-09', { changed: ['other'], other: 'Bonjour' }, 10),
      report('2026-09', { confirmed: [confirmed(40_000, 45_000)] }, 12),
    ]
    expect(knownIncome(reports, month('2026-08')).work[0]?.netCents).toBe(45_000)
  })

  it('KI-08 what is told of a later month does not reach back', () => {
    const reports = [
      report('2026-08', { changed: ['assets'], assets: { liquidCents: cents(5_000), details: null } }),
      report('2026-10', { changed: ['work'], work: [job(10_000)] }),
    ]
    expect(knownIncome(reports, month('2026-09'))).toEqual({ ...noKnownIncome, liquidCents: cents(5_000) })
    expect(knownIncome(reports, month('2026-07'))).toEqual(noKnownIncome)
  })
})
