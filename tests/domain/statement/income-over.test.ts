import { expect, test } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { nothingChanged, type WorkIncome } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { incomeOver } from '@/domain/statement/income-over'

/*
 * Income over a year, as it was told. Numbered cases:
 *   IO-01 months without a word keep what was known; those before the first word have none
 *   IO-02 kinds are added apart and together; an estimate marks its month until it is made final
 *   IO-03 the months asked for, oldest first, across a new year
 */
const work = (net: number, more: Partial<WorkIncome> = {}): WorkIncome => ({
  ...{
    adultId: 'a',
    employer: 'A',
    grossCents: cents(net),
    netCents: cents(net),
    certainty: 'final',
    ended: null,
  },
  ...more,
})
const report = (of: string, answers: Partial<FiledAnswers>) => ({
  month: month(of),
  receivedAt: instant(`${of}-10T15:00:00.000Z`),
  answers: { ...nothingChanged, confirmed: [], ...answers },
})

test('IO-01 what was known goes on until it is told otherwise', () => {
  const reports = [
    report('2026-08', { changed: ['work'], work: [work(40_000)] }),
    report('2026-09', {}),
    report('2026-11', { changed: ['work'], work: [] }),
  ]
  const over = incomeOver(reports, month('2026-12'), 6)
  expect(over.map(({ work: cents, told }) => [cents, told])).toEqual([
    [0, false],
    [40_000, true],
    [40_000, true],
    [40_000, false],
    [0, true],
    [0, false],
  ])
})

test('IO-02 adds kinds apart, and marks a guess until it is made final', () => {
  const guess = work(30_000, { certainty: 'estimated' })
  const pension = { adultId: 'a', kind: 'pension', monthlyCents: cents(10_000), certainty: 'final' } as const
  const reports = [
    report('2026-10', { changed: ['work', 'otherIncome'], work: [guess], otherIncome: [pension] }),
    report('2026-11', {
      confirmed: [
        { topic: 'work', adultId: 'a', name: 'A', estimatedCents: cents(30_000), finalCents: cents(35_000) },
      ],
    }),
  ]
  const before = incomeOver(reports.slice(0, 1), month('2026-10'), 1)
  expect(before).toMatchObject([{ work: 30_000, otherIncome: 10_000, totalCents: 40_000, estimated: true }])
  const after = incomeOver(reports, month('2026-10'), 1)
  expect(after).toMatchObject([{ work: 35_000, totalCents: 45_000, estimated: false }])
})

test('IO-03 gives the months asked for, oldest first', () => {
  expect(incomeOver([], month('2027-01'), 3).map((one) => one.month)).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
  ])
})
