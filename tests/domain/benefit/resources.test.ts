import { describe, expect, it } from 'vitest'
import type { BenefitSituation, MonthIncome } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { adult, benefitOf, child, glance, income, job, lineOf, month, other, profit } from './build'

const couple = [adult(), adult('none', '1988-02-11', 'b')]
const withIncome = (parts: Partial<MonthIncome>, overrides: Partial<BenefitSituation> = {}) =>
  benefitOf({ income: income(parts), ...overrides })

describe('work income', () => {
  it('B-100 600 $ net in October 2026 gives 545 $ in November', () => {
    const benefit = withIncome({ work: [job(600_00)] })
    expect(glance(benefit)).toEqual({
      basicBenefit: 800_00,
      basicBenefitAdjustment: 45_00,
      workIncome: -400_00,
      workIncomeSupplement: 100_00,
    })
    expect(benefit.totalCents).toBe(545_00)
  })

  it.each([
    ['B-101 one adult, exactly 200 $', [adult()], 200_00, 0],
    ['B-102 one adult, a cent more', [adult()], 200_01, -1],
    ['B-103 two adults, exactly 300 $', couple, 300_00, 0],
    ['B-104 two adults, a cent more', couple, 300_01, -1],
  ])('%s', (_name, adults, net, counted) => {
    const benefit = withIncome({ work: [job(net)] }, { adults })
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(counted)
  })

  it('B-105 the jobs of two adults share one exclusion', () => {
    const benefit = withIncome({ work: [job(250_00), job(250_00, null, 'b')] }, { adults: couple })
    expect(lineOf(benefit, 'workIncome')?.detail).toMatchObject({
      receivedCents: 500_00,
      excludedCents: 300_00,
      countedCents: 200_00,
      limitCents: 300_00,
      counts: 'part',
    })
  })

  it('B-106 self-employment uses what the jobs left of the exclusion, and earns the supplement', () => {
    const benefit = withIncome({ work: [job(150_00)], selfEmployment: [profit(100_00)] })
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(0)
    expect(lineOf(benefit, 'selfEmployment')?.cents).toBe(-50_00)
    expect(lineOf(benefit, 'workIncomeSupplement')?.cents).toBe(12_50)
  })

  it('B-107 a job that ended is counted, and said', () => {
    const benefit = withIncome({ work: [job(600_00, '2026-10-15'), job(50_00)] })
    expect(lineOf(benefit, 'workIncome')?.detail).toMatchObject({ endedCents: 600_00, countedCents: 450_00 })
  })

  it('B-108 a student’s spouse has the exclusion of one adult', () => {
    const benefit = withIncome({ work: [job(200_01)] }, { spouseOfStudent: true, month: month('2023-06') })
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(-1)
  })
})

describe('parental insurance', () => {
  it('B-110 uses the exclusion before the job, and earns no supplement', () => {
    const benefit = withIncome({ work: [job(300_00)], other: [other('parentalInsurance', 150_00)] })
    expect(lineOf(benefit, 'parentalInsurance')?.cents).toBe(0)
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(-250_00)
    expect(lineOf(benefit, 'workIncomeSupplement')?.cents).toBe(62_50)
  })
  it('B-111 alone, above the exclusion: counted, no supplement', () => {
    const benefit = withIncome({ other: [other('parentalInsurance', 500_00)] })
    expect(lineOf(benefit, 'parentalInsurance')?.cents).toBe(-300_00)
    expect(benefit.totalCents).toBe(545_00)
  })
  it('B-112 when it uses all the exclusion, the whole job counts', () => {
    const benefit = withIncome({ work: [job(100_00)], other: [other('parentalInsurance', 200_00)] })
    expect(lineOf(benefit, 'workIncome')?.detail).toMatchObject({ counts: 'all', excludedCents: 0 })
  })
})

describe('the supplement (RAPF 154.1)', () => {
  it.each([
    ['B-120 December 2024: none yet', '2024-12', 607_00 - 200_00, undefined],
    ['B-121 January 2025: a quarter of what counts', '2025-01', 407_00, 101_75],
  ])('%s', (_name, asked, counted, supplement) => {
    const benefit = withIncome({ work: [job(200_00 + counted)] }, { month: month(asked) })
    expect(lineOf(benefit, 'workIncomeSupplement')?.cents).toBe(supplement)
  })
  it.each([
    ['B-122 one dollar payable: the supplement is paid', 1_044_00, 1_00 + 211_00],
    ['B-123 99 cents payable: only they are paid', 1_044_01, 99],
    ['B-124 nothing payable: no supplement', 1_045_00, 0],
    ['B-125 far above: zero, not less', 3_000_00, 0],
  ])('%s', (_name, net, total) => {
    expect(withIncome({ work: [job(net)] }).totalCents).toBe(total)
  })
  it('B-126 is rounded half up to the cent', () => {
    expect(lineOf(withIncome({ work: [job(200_02)] }), 'workIncomeSupplement')?.cents).toBe(1)
    expect(lineOf(withIncome({ work: [job(200_01)] }), 'workIncomeSupplement')).toBeUndefined()
  })
  it('B-127 the stop at zero is a line of its own', () => {
    expect(glance(withIncome({ work: [job(3_000_00)] }))).toEqual({
      basicBenefit: 800_00,
      basicBenefitAdjustment: 45_00,
      workIncome: -2_800_00,
      notBelowZero: 1_955_00,
    })
  })
})

describe('other income', () => {
  it.each([
    ['B-130 employment insurance', 'employmentInsurance', 'secondary'],
    ['B-131 pension', 'pension', 'secondary'],
    ['B-132 CNESST', 'workAccident', 'secondary'],
    ['B-133 SAAQ', 'roadAccident', 'secondary'],
    ['B-134 spousal support', 'spousalSupport', 'uncertain'],
    ['B-135 rent', 'rent', 'uncertain'],
    ['B-136 investment', 'investment', 'uncertain'],
  ] as const)('%s counts in full', (_name, kind, confidence) => {
    const benefit = withIncome({ other: [other(kind, 70_00), other(kind, 30_00)] })
    expect(lineOf(benefit, kind)).toMatchObject({ cents: -100_00, confidence })
    expect(benefit.totalCents).toBe(745_00)
  })
  it('B-137 anything else counts in full, uncertainly', () => {
    const line = lineOf(withIncome({ other: [other('other', 12_34)] }), 'otherIncome')
    expect(line).toMatchObject({ cents: -12_34, confidence: 'uncertain' })
  })
  it('B-138 an amount of zero is no income', () => {
    expect(lineOf(withIncome({ other: [other('pension', 0)] }), 'pension')).toBeUndefined()
  })

  const two = [child('2016-01-01'), child('2018-01-01')]
  it.each([
    ['B-140 two children: up to 1 000 $', '2026-11', two, 1_000_00, 0],
    ['B-141 a cent more', '2026-11', two, 1_000_01, -1],
    ['B-142 no child on file: nothing left out', '2026-11', [], 80_00, -80_00],
    ['B-143 April 2023: 500 $ a child', '2023-04', two.slice(0, 1), 501_00, -1_00],
    ['B-144 March 2023: 350 $ a child', '2023-03', two.slice(0, 1), 501_00, -151_00],
    ['B-145 before October 2019: 100 $', '2019-09', two.slice(0, 1), 501_00, -401_00],
  ])('%s of child support', (_name, asked, children, amount, counted) => {
    const benefit = withIncome({ other: [other('childSupport', amount)] }, { month: month(asked), children })
    expect(lineOf(benefit, 'childSupport')?.cents).toBe(counted)
  })

  it.each([
    ['B-150 gifts: the first 100 $ of the household', 100_00, 0],
    ['B-151 a cent more', 100_01, -1],
  ])('%s', (_name, amount, counted) => {
    const others = [other('gift', 60_00), other('gift', amount - 60_00, 'b')]
    expect(lineOf(withIncome({ other: others }, { adults: couple }), 'gift')?.cents).toBe(counted)
  })

  it.each([
    ['B-160 training: 222 $ for an adult', [], '2026-11', 222_01, -1],
    ['B-161 353 $ for a single parent', [child('2016-01-01')], '2026-11', 353_01, -1],
    ['B-162 196 $ before February 2019', [], '2019-01', 196_01, -1],
  ])('%s', (_name, children, asked, amount, counted) => {
    const benefit = withIncome(
      { other: [other('trainingAllowance', amount)] },
      { children, month: month(asked) },
    )
    expect(lineOf(benefit, 'trainingAllowance')?.cents).toBe(counted)
  })
  it('B-163 each adult has their own exclusion: one cannot lend it', () => {
    const others = [other('trainingAllowance', 300_00), other('trainingAllowance', 100_00, 'b')]
    const benefit = withIncome({ other: others }, { adults: couple })
    expect(lineOf(benefit, 'trainingAllowance')?.cents).toBe(-78_00)
  })

  it.each([
    ['B-164 support allowance: 130 $ for an adult', 130_00, 0],
    ['B-165 a cent more', 130_01, -1],
  ])('%s', (_name, amount, counted) => {
    const others = [other('supportAllowance', amount), other('supportAllowance', 130_00, 'b')]
    const benefit = withIncome({ other: others }, { adults: couple })
    expect(lineOf(benefit, 'supportAllowance')?.cents).toBe(counted)
  })

  it.each([
    ['B-170 the first room is left out', false, [400_00], 0],
    ['B-171 each other counts 125 $', false, [400_00, 300_00, 90_00], -250_00],
    ['B-172 collected or not', false, [400_00, 0], -125_00],
    [
      'B-173 subsidised dwelling: the real amount, the dearest left out',
      true,
      [400_00, 300_00, 90_00],
      -390_00,
    ],
  ])('%s', (_name, subsidisedDwelling, rooms, counted) => {
    const rented = rooms.map((amount) => other('roomAndBoard', amount))
    const benefit = withIncome({ other: rented }, { subsidisedDwelling })
    expect(lineOf(benefit, 'roomAndBoard')?.cents).toBe(counted)
  })
})

describe('liquid assets', () => {
  const held = (amount: number, overrides: Partial<BenefitSituation> = {}) =>
    lineOf(benefitOf({ liquidAssetsCents: cents(amount), ...overrides }), 'liquidAssets')?.cents
  const solidarity = { programme: 'socialSolidarity' } as const

  it.each([
    ['B-180 Social Assistance, alone: 1 500 $', 1_500_00, {}],
    ['B-181 couple: 2 500 $', 2_500_00, { adults: couple }],
    ['B-182 single parent: 2 500 $', 2_500_00, { children: [child('2016-01-01')] }],
    ['B-183 Social Solidarity, alone: 2 500 $', 2_500_00, solidarity],
    ['B-184 Social Solidarity, family: 5 000 $', 5_000_00, { ...solidarity, adults: couple }],
    ['B-185 a student’s spouse: as an adult alone', 1_500_00, { spouseOfStudent: true }],
  ] as const)('%s', (_name, limit, overrides) => {
    expect(held(limit, overrides)).toBe(0)
    expect(held(limit + 1, overrides)).toBe(-1)
  })
  it('B-186 no line when nothing is held', () => {
    expect(held(0)).toBeUndefined()
  })
  it.each([
    ['B-190 a lump sum is not income', 1_000_00, 0, 0],
    ['B-191 a balance that contains it is not counted twice', 1_600_00, 2_000_00, -500_00],
    ['B-192 a balance older than it does not hide it', 2_100_00, 300_00, -600_00],
  ])('%s', (_name, lumpSum, balance, counted) => {
    const benefit = withIncome({ other: [other('lumpSum', lumpSum)] }, { liquidAssetsCents: cents(balance) })
    expect(lineOf(benefit, 'lumpSum')?.cents).toBe(0)
    expect(lineOf(benefit, 'liquidAssets')?.cents).toBe(counted)
  })
})

describe('the withholding for a debt', () => {
  const withheld = (asked: number, parts: Partial<MonthIncome> = {}) =>
    lineOf(withIncome(parts, { recoveryWithholdingCents: cents(asked) }), 'recovery')?.cents

  it.each([
    ['B-200 the ordinary 56 $', 56_00, {}, -56_00],
    ['B-201 at most half of the benefit', 600_00, {}, -422_50],
    ['B-202 half of a small benefit, the odd cent left to the person', 56_00, { work: [job(1_044_01)] }, -49],
    ['B-203 half of the benefit with its supplement', 600_00, { work: [job(600_00)] }, -272_50],
    ['B-204 nothing to withhold from', 56_00, { work: [job(2_000_00)] }, undefined],
  ])('%s', (_name, asked, parts, expected) => {
    expect(withheld(asked, parts)).toBe(expected)
  })
})
