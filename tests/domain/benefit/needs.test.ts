import { describe, expect, it } from 'vitest'
import { ageBefore, ageOnLastSeptember30 } from '@/domain/benefit/age'
import { computeBenefit } from '@/domain/benefit/compute'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { adult, benefitOf, child, day, glance, lineOf, month, situation } from './build'

const couple = [adult('none', '1990-05-20', 'a'), adult('none', '1988-02-11', 'b')]

describe('the needs of a household', () => {
  const cases: readonly [string, Partial<BenefitSituation>, Record<string, number>][] = [
    [
      'B-01 one adult, 2026, in a subsidised dwelling: 845 $',
      {},
      { basicBenefit: 800_00, basicBenefitAdjustment: 45_00 },
    ],
    [
      'B-02 two adults, 2026: 1 283 $',
      { adults: couple },
      { basicBenefit: 1_238_00, basicBenefitAdjustment: 45_00 },
    ],
    [
      'B-03 one adult with the temporary allowance, 2026: 1 014 $',
      { adults: [adult('temporary')] },
      { basicBenefit: 800_00, basicBenefitAdjustment: 45_00, temporaryAllowance: 169_00 },
    ],
    [
      'B-04 mixed couple, 2026: 1 452 $',
      { adults: [adult(), adult('temporary', '1988-02-11', 'b')] },
      { basicBenefit: 1_238_00, basicBenefitAdjustment: 45_00, temporaryAllowance: 169_00 },
    ],
    [
      'B-05 couple, both with the allowance, 2026: 1 574 $',
      { adults: [adult('temporary'), adult('temporary', '1988-02-11', 'b')] },
      { basicBenefit: 1_238_00, basicBenefitAdjustment: 45_00, temporaryAllowance: 291_00 },
    ],
    [
      'B-06 living with a parent, 2024: 662 $ and the adjustment',
      { month: month('2024-06'), livesWithParents: true },
      { basicBenefit: 762_00, basicBenefitAdjustment: 45_00, livingWithParents: -100_00 },
    ],
    [
      'B-07 a student’s spouse, 2023: 200 $ and the adjustment, no reduction for a parent’s home',
      { month: month('2023-06'), spouseOfStudent: true, livesWithParents: true, subsidisedDwelling: false },
      { basicBenefit: 200_00, basicBenefitAdjustment: 45_00 },
    ],
    [
      'B-08 Social Solidarity, one adult, 2023: 1 205 $',
      { month: month('2023-06'), programme: 'socialSolidarity', adults: [adult('severe')] },
      { basicBenefit: 1_102_00, basicBenefitAdjustment: 103_00 },
    ],
    [
      'B-09 Social Solidarity, one adult, 2026: 1 318 $',
      { programme: 'socialSolidarity', adults: [adult('severe')], subsidisedDwelling: false },
      { basicBenefit: 1_215_00, basicBenefitAdjustment: 103_00 },
    ],
    [
      'B-10 Social Solidarity, mixed couple, 2026: 1 934 $',
      { programme: 'socialSolidarity', adults: [adult('severe'), adult('temporary', '1960-01-01', 'b')] },
      { basicBenefit: 1_934_00 },
    ],
    [
      'B-11 Social Solidarity, a student’s spouse, 2022: 627 $',
      { month: month('2022-06'), programme: 'socialSolidarity', spouseOfStudent: true },
      { basicBenefit: 524_00, basicBenefitAdjustment: 103_00 },
    ],
    ['B-12 January 2018 has no adjustment yet', { month: month('2018-01') }, { basicBenefit: 633_00 }],
    [
      'B-13 February 2018 has it',
      { month: month('2018-02') },
      { basicBenefit: 633_00, basicBenefitAdjustment: 15_00 },
    ],
    [
      'B-14 a severe constraint still in Social Assistance is worth at least the temporary allowance',
      { adults: [adult('severe')] },
      { basicBenefit: 800_00, basicBenefitAdjustment: 45_00, temporaryAllowance: 169_00 },
    ],
  ]
  it.each(cases)('%s', (_name, overrides, lines) => {
    expect(glance(benefitOf(overrides))).toEqual(lines)
  })
})

describe('the single-adult adjustment (RAPF 67.3)', () => {
  const free = { subsidisedDwelling: false }
  it('B-20 begins after six months', () => {
    expect(lineOf(benefitOf({ ...free, monthsOnAssistance: 5 }), 'singleAdultAdjustment')).toBeUndefined()
    expect(lineOf(benefitOf({ ...free, monthsOnAssistance: 6 }), 'singleAdultAdjustment')?.cents).toBe(50_00)
  })
  it.each([
    ['B-21 not in a subsidised dwelling', { subsidisedDwelling: true }],
    ['B-22 not with the temporary allowance', { ...free, adults: [adult('temporary')] }],
    ['B-23 not for two adults', { ...free, adults: couple }],
    ['B-24 not with a dependent child', { ...free, children: [child('2015-01-01')] }],
    ['B-25 not for a student’s spouse', { ...free, spouseOfStudent: true }],
  ])('%s', (_name, overrides) => {
    expect(lineOf(benefitOf(overrides), 'singleAdultAdjustment')).toBeUndefined()
  })
})

describe('the temporary allowance by age', () => {
  const ground = (overrides: Partial<BenefitSituation>) =>
    lineOf(benefitOf(overrides), 'temporaryAllowance')?.detail.ground

  it('B-30 at 58, from the month after the birthday', () => {
    expect(ground({ adults: [adult('none', '1968-10-31')] })).toBe('age')
    expect(ground({ adults: [adult('none', '1968-11-01')] })).toBeUndefined()
  })
  it('B-31 a single parent whose child was under 5 on the last September 30', () => {
    expect(ground({ children: [child('2021-10-01')] })).toBe('youngChild')
    expect(ground({ children: [child('2021-09-30')] })).toBeUndefined()
    expect(ground({ children: [child('2021-09-30')], month: month('2026-09') })).toBe('youngChild')
  })
  it('B-32 not for a couple with a young child', () => {
    expect(ground({ adults: couple, children: [child('2024-01-01')] })).toBeUndefined()
  })
  it('B-33 a recognised constraint is told as such, whatever the age', () => {
    expect(ground({ adults: [adult('temporary', '1960-01-01')] })).toBe('recognised')
  })
  it('B-34 two adults, two grounds: the joint amount', () => {
    const line = lineOf(
      benefitOf({ adults: [adult('temporary'), adult('none', '1960-01-01', 'b')] }),
      'temporaryAllowance',
    )
    expect(line?.cents).toBe(291_00)
    expect(line?.detail).toEqual({ adults: 2, ground: 'several' })
  })
  it('B-35 since the Act of 2024 an age ground is uncertain; a recognised constraint is not', () => {
    const mark = (overrides: Partial<BenefitSituation>) =>
      lineOf(benefitOf({ month: month('2025-06'), ...overrides }), 'temporaryAllowance')?.confidence
    expect(mark({ adults: [adult('none', '1960-01-01')] })).toBe('uncertain')
    expect(mark({ adults: [adult('temporary')] })).toBe('secondary')
  })
})

describe('children aged 12 to 17 (RAPF 73)', () => {
  it.each([
    ['B-40 12 on the eve of the month', ['2014-10-31'], 8_58],
    ['B-41 12 on the first of the month: not yet', ['2014-11-01'], undefined],
    ['B-42 still 17', ['2008-11-01'], 8_58],
    ['B-43 18 on the eve', ['2008-10-31'], undefined],
    ['B-44 two', ['2012-01-01', '2010-01-01'], 17_16],
    ['B-45 three count as two', ['2012-01-01', '2010-01-01', '2011-06-06'], 17_16],
  ])('%s', (_name, births, expected) => {
    const benefit = benefitOf({ adults: couple, children: births.map(child) })
    expect(lineOf(benefit, 'childAdjustment')?.cents).toBe(expected)
  })
  it('B-46 nothing for a student’s spouse', () => {
    const benefit = benefitOf({ spouseOfStudent: true, children: [child('2012-01-01')] })
    expect(lineOf(benefit, 'childAdjustment')).toBeUndefined()
  })
})

describe('ages', () => {
  it.each([
    ['B-50 January looks at December of the year before', '1990-12-31', '2026-01', 35],
    ['B-51 a birthday in the month has not come yet', '1990-01-01', '2026-01', 35],
    ['B-52 born on February 29: not a year older on February 28', '2000-02-29', '2026-02', 25],
    ['B-53 born on February 29: a year older in March', '2000-02-29', '2026-03', 26],
  ])('%s', (_name, birth, asked, age) => {
    expect(ageBefore(day(birth), month(asked))).toBe(age)
  })
  it.each([
    ['B-54 in September the last September 30 was a year ago', '2021-09-30', '2026-09', 4],
    ['B-55 in October it was yesterday', '2021-09-30', '2026-10', 5],
    ['B-56 born since', '2026-10-05', '2026-12', -1],
  ])('%s', (_name, birth, asked, age) => {
    expect(ageOnLastSeptember30(day(birth), month(asked))).toBe(age)
  })
})

describe('no benefit is computed', () => {
  it.each([
    ['B-61 before 2016', { month: month('2015-12') }],
    [
      'B-62 Social Solidarity before 2022',
      { month: month('2021-12'), programme: 'socialSolidarity' as const },
    ],
    [
      'B-63 Social Solidarity couples before 2026',
      { month: month('2025-12'), programme: 'socialSolidarity' as const, adults: couple },
    ],
  ])('%s: no amount is known', (_name, overrides) => {
    expect(computeBenefit(situation(overrides))).toMatchObject({ computed: false, reason: 'noRate' })
  })
  it('B-64 a household of nobody or of three adults is a defect', () => {
    expect(() => computeBenefit(situation({ adults: [] }))).toThrow(RangeError)
    expect(() => computeBenefit(situation({ adults: [...couple, adult()] }))).toThrow(RangeError)
  })
})

describe('how sure it is', () => {
  it('B-70 amounts the sources do not give are marked', () => {
    expect(benefitOf({ month: month('2023-06') }).confidence).toBe('confirmed')
    expect(benefitOf({ month: month('2025-06') }).confidence).toBe('secondary')
    expect(benefitOf().confidence).toBe('uncertain')
    const solidarity = { programme: 'socialSolidarity' as const, month: month('2024-06') }
    expect(benefitOf(solidarity).confidence).toBe('uncertain')
  })
  it('B-71 next January keeps last year’s amounts, provisionally', () => {
    const next = benefitOf({ month: month('2027-01') })
    expect(next).toMatchObject({ provisional: true, totalCents: 845_00 })
    expect(benefitOf({ month: month('2026-12') }).provisional).toBe(false)
  })
})
