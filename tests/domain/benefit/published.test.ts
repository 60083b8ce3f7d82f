import { describe, expect, it } from 'vitest'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { adult, benefitOf, child, glance, income, job, month } from './build'

/*
 * The scales that were read, year by year, through the whole computation: what is paid to a household with nothing else.
 * One adult in a subsidised dwelling, so without the single-adult adjustment, which the scales give apart.
 */
const total = (asked: string, overrides: Partial<BenefitSituation> = {}) =>
  benefitOf({ month: month(asked), ...overrides }).totalCents
const dollars = (value: number) => value * 100

const second = adult('none', '1988-02-11', 'b')
const one = { adults: [adult()] }
const two = { adults: [adult(), second] }
const oneConstrained = { adults: [adult('temporary')] }
const bothConstrained = { adults: [adult('temporary'), adult('temporary', '1988-02-11', 'b')] }

describe('the scales of Social Assistance', () => {
  const scales: readonly (readonly [string, number, number, number, number])[] = [
    ['2016', 623, 965, 132, 227],
    ['2017', 628, 972, 133, 229],
    ['2018', 648, 995, 134, 231],
    ['2019', 669, 1_022, 136, 235],
    ['2020', 690, 1_049, 138, 239],
    ['2021', 708, 1_072, 140, 242],
    ['2022', 726, 1_099, 144, 248],
    ['2023', 770, 1_167, 153, 264],
    ['2024', 807, 1_224, 161, 277],
    ['2025', 829, 1_258, 166, 285],
    ['2026', 845, 1_283, 169, 291],
  ]
  it.each(scales)('B-1000 %s: one adult, two adults', (year, alone, couple) => {
    for (const asked of [`${year}-02`, `${year}-12`]) {
      expect(total(asked, one)).toBe(dollars(alone))
      expect(total(asked, two)).toBe(dollars(couple))
    }
  })
  it.each(scales)(
    'B-1001 %s: with the allowance, one adult and both',
    (year, alone, couple, allowance, both) => {
      expect(total(`${year}-12`, oneConstrained)).toBe(dollars(alone + allowance))
      expect(total(`${year}-12`, bothConstrained)).toBe(dollars(couple + both))
    },
  )
  it('B-1002 before the adjustment began in February 2018: 633 $ and 980 $', () => {
    expect(total('2018-01', one)).toBe(dollars(633))
    expect(total('2018-01', two)).toBe(dollars(980))
  })
  it('B-1003 December keeps its scale, whatever January brings', () => {
    for (const [index, [year, alone]] of scales.entries()) {
      const next = scales[index + 1]
      if (!next) continue
      expect(total(`${year}-12`, one)).toBe(dollars(alone))
      expect(total(`${next[0]}-02`, one)).toBe(dollars(next[1]))
    }
  })
  it.each([
    ['2022', 188],
    ['2023', 200],
  ])('B-1004 %s: a student’s spouse, %i $ and 45 $', (year, basic) => {
    expect(total(`${year}-06`, { spouseOfStudent: true })).toBe(dollars(basic + 45))
  })
  it.each([
    ['2016', 523, 865],
    ['2024', 662, 1_079],
    ['2025', 684, 1_113],
  ])('B-1005 %s: with a parent, %i $ or %i $ of basic benefit', (year, alone, couple) => {
    const basicOf = (overrides: Partial<BenefitSituation>) => {
      const lines = glance(benefitOf({ month: month(`${year}-06`), livesWithParents: true, ...overrides }))
      return (lines.basicBenefit ?? 0) + (lines.livingWithParents ?? 0)
    }
    expect(basicOf(one)).toBe(dollars(alone))
    expect(basicOf(two)).toBe(dollars(couple))
  })
})

describe('the scales of Social Solidarity and Basic Income', () => {
  const severe = { adults: [adult('severe')] }
  it.each([
    ['B-1010 2022, one adult', '2022-06', severe, 1_138],
    ['B-1011 2023, one adult', '2023-06', severe, 1_205],
    ['B-1012 2026, one adult', '2026-06', severe, 1_318],
    ['B-1013 2026, two adults', '2026-06', { adults: [adult('severe'), second] }, 1_934],
    [
      'B-1014 2022, after 66 months of 72',
      '2022-06',
      { adults: [{ ...adult('severe'), severeMonthsOfLast72: 66 }] },
      1_400,
    ],
    ['B-1015 2022, a student’s spouse', '2022-06', { ...severe, spouseOfStudent: true }, 524 + 103],
  ])('%s', (_name, asked, overrides, amount) => {
    expect(total(asked, { programme: 'socialSolidarity', ...overrides })).toBe(dollars(amount))
  })
  it.each([
    ['B-1020 2023, one adult', severe, 1_548],
    ['B-1021 2023, one adult and a minor child', { ...severe, children: [child('2015-01-01')] }, 1_568],
    ['B-1022 2023, in a couple', { adults: [adult('severe'), second] }, 1_211],
  ])('%s', (_name, overrides, amount) => {
    expect(total('2023-06', { programme: 'basicIncome', ...overrides })).toBe(dollars(amount))
  })
})

describe('the worked example', () => {
  const november = (net: number) => total('2026-11', { income: income({ work: [job(dollars(net))] }) })
  it('B-1030 600 $ net in October 2026: 845 less 400, and a quarter of 400, are 545 $', () => {
    expect(november(600)).toBe(dollars(545))
  })
  it('B-1031 from 1 045 $ net, nothing at all', () => {
    expect(november(1_045)).toBe(0)
    expect(november(1_244)).toBe(0)
  })
})
