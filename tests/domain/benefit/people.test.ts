import { describe, expect, it } from 'vitest'
import { computeBenefit } from '@/domain/benefit/compute'
import type { AdultSituation, BenefitSituation, ChildSituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import {
  adult,
  benefitOf,
  child,
  glance,
  income,
  job,
  lineOf,
  month,
  other,
  profit,
  situation,
} from './build'

const who = (facts: Partial<AdultSituation>, id = 'a'): AdultSituation => ({
  ...adult('none', '1990-05-20', id),
  ...facts,
})
const kid = (birthDate: string, facts: Partial<ChildSituation>): ChildSituation => ({
  ...child(birthDate),
  ...facts,
})
const spouse = adult('none', '1988-02-11', 'b')

describe('grounds of the temporary allowance', () => {
  const allowance = (overrides: Partial<BenefitSituation>) =>
    lineOf(benefitOf(overrides), 'temporaryAllowance')
  it('B-800 a pregnancy of 20 weeks, not of 19', () => {
    expect(allowance({ adults: [who({ pregnantWeeks: 20 })] })?.detail.ground).toBe('pregnancy')
    expect(allowance({ adults: [who({ pregnantWeeks: 19 })] })).toBeUndefined()
  })
  it('B-801 a child with the handicap supplement: one adult of the couple', () => {
    const children = [kid('2015-01-01', { handicapSupplement: true })]
    expect(allowance({ children })).toMatchObject({ cents: 169_00, detail: { ground: 'handicappedChild' } })
    const couple = allowance({ adults: [adult(), spouse], children })
    expect(couple).toMatchObject({ cents: 169_00, detail: { adults: 1, ground: 'handicappedChild' } })
  })
  it('B-802 with an adult who has it already, the other has it for the child', () => {
    const children = [kid('2015-01-01', { handicapSupplement: true })]
    for (const adults of [
      [adult('temporary'), spouse],
      [spouse, adult('temporary')],
    ]) {
      expect(allowance({ adults, children })).toMatchObject({
        cents: 291_00,
        detail: { adults: 2, ground: 'several' },
      })
    }
  })
})

describe('sheltered adults', () => {
  it('B-810 245 $ in place of the rest, without adjustment for adults alone', () => {
    const benefit = benefitOf({ adults: [who({ sheltered: true })], subsidisedDwelling: false })
    expect(glance(benefit)).toEqual({ sheltered: 245_00 })
    expect(benefit.confidence).toBe('uncertain')
  })
  it('B-811 the other adult of a couple has the amounts of one adult', () => {
    const benefit = benefitOf({ adults: [who({ sheltered: true }), spouse] })
    expect(glance(benefit)).toEqual({
      sheltered: 245_00,
      basicBenefit: 800_00,
      basicBenefitAdjustment: 45_00,
    })
  })
  it('B-812 the same amount in Social Solidarity, even where its own are not known', () => {
    const overrides = { programme: 'socialSolidarity', month: month('2019-03') } as const
    expect(glance(benefitOf({ ...overrides, adults: [who({ sheltered: true })] }))).toEqual({
      sheltered: 245_00,
    })
    const couple = situation({ ...overrides, adults: [who({ sheltered: true }), spouse] })
    expect(computeBenefit(couple)).toMatchObject({ computed: false, reason: 'noRate' })
  })
  it('B-813 at most 22 $ is withheld from them', () => {
    const recoveryWithholdingCents = cents(56_00)
    const benefit = benefitOf({ adults: [who({ sheltered: true })], recoveryWithholdingCents })
    expect(lineOf(benefit, 'recovery')).toMatchObject({
      cents: -22_00,
      detail: { limitCents: 22_00, cap: 'sheltered' },
    })
  })
})

describe('the single-adult adjustment', () => {
  it.each([
    ['B-820 is reduced by the shelter allowance', 20_00, 30_00],
    ['B-821 ends when that allowance reaches it', 50_00, undefined],
  ])('%s', (_name, shelter, amount) => {
    const benefit = benefitOf({ subsidisedDwelling: false, shelterAllowanceCents: cents(shelter) })
    expect(lineOf(benefit, 'singleAdultAdjustment')?.cents).toBe(amount)
  })
})

describe('refugee claimants (RAPF 67.1)', () => {
  const claimant = who({ refugeeClaimant: true, constraint: 'temporary' })
  const adjustment = (overrides: Partial<BenefitSituation>) => lineOf(benefitOf(overrides), 'refugeeClaimant')

  it.each([
    ['B-830 one adult: 25.08 $', { adults: [claimant] }, 25_08],
    ['B-831 sharing a dwelling: 14.92 $', { adults: [claimant], sharesDwelling: true }, 14_92],
    ['B-832 sheltered: 14.92 $', { adults: [{ ...claimant, sheltered: true }] }, 14_92],
    [
      'B-833 two adults, both claimants: 29.83 $',
      { adults: [claimant, who({ refugeeClaimant: true }, 'b')] },
      29_83,
    ],
    ['B-834 one of two: as one adult', { adults: [claimant, spouse] }, 25_08],
    ['B-835 nobody', { adults: [adult()] }, undefined],
  ] as const)('%s', (_name, overrides, amount) => {
    expect(adjustment(overrides)?.cents).toBe(amount)
  })
  it('B-836 have no temporary allowance, whatever the ground', () => {
    const benefit = benefitOf({ adults: [claimant] })
    expect(lineOf(benefit, 'temporaryAllowance')).toBeUndefined()
    const old = who({ refugeeClaimant: true, birthDate: adult('none', '1960-01-01').birthDate })
    expect(lineOf(benefitOf({ adults: [old] }), 'temporaryAllowance')).toBeUndefined()
  })
  it('B-837 read for a couple with one claimant nowhere: uncertain', () => {
    expect(adjustment({ month: month('2023-06'), adults: [claimant] })?.confidence).toBe('confirmed')
    expect(adjustment({ month: month('2023-06'), adults: [claimant, spouse] })?.confidence).toBe('uncertain')
  })
})

describe('child adjustments that fill a gap (RAPF 68 to 70)', () => {
  const none = cents(0)
  const of = (children: ChildSituation[], overrides: Partial<BenefitSituation> = {}) =>
    glance(benefitOf({ children, adults: [adult(), spouse], ...overrides }))

  it('B-840 nothing said: nothing to fill', () => {
    expect(of([child('2018-01-01')])).not.toHaveProperty('familyAllowance')
    expect(of([kid('2018-01-01', { familyAllowanceCents: null })])).not.toHaveProperty('familyAllowance')
  })
  it('B-841 no Family Allowance: 52.08 $ a child, and 108.33 $ for a single parent', () => {
    const two = [
      kid('2018-01-01', { familyAllowanceCents: none }),
      kid('2019-01-01', { familyAllowanceCents: none }),
    ]
    expect(of(two).familyAllowance).toBe(104_16)
    expect(of(two, { adults: [adult()] }).familyAllowance).toBe(320_82)
  })
  it('B-842 what is received comes off, child by child', () => {
    const two = [
      kid('2018-01-01', { familyAllowanceCents: cents(50_00) }),
      kid('2019-01-01', { familyAllowanceCents: cents(400_00) }),
    ]
    expect(of(two).familyAllowance).toBe(2_08)
  })
  it.each([
    ['B-843 one child without the Canada child benefit', 1, 107_75],
    ['B-844 two', 2, 107_75 + 90_58],
    ['B-845 four', 4, 107_75 + 90_58 + 2 * 84_08],
  ])('%s', (_name, count, amount) => {
    const children = Array.from({ length: count }, () => kid('2018-01-01', { canadaChildBenefitCents: none }))
    expect(of(children).childBenefit).toBe(amount)
  })
  it('B-846 whatever the order of the children', () => {
    const children = [
      kid('2018-01-01', { canadaChildBenefitCents: cents(100_00) }),
      kid('2012-01-01', { canadaChildBenefitCents: none }),
      kid('2019-01-01', {}),
    ]
    expect(of(children).childBenefit).toBe(107_75)
    expect(of(children.toReversed()).childBenefit).toBe(107_75)
  })
  it('B-847 not for a child of 18, nor a student’s spouse', () => {
    expect(of([kid('2008-01-01', { canadaChildBenefitCents: none })])).not.toHaveProperty('childBenefit')
    const studentSpouse = { spouseOfStudent: true, adults: [adult()], month: month('2023-06') }
    expect(of([kid('2018-01-01', { canadaChildBenefitCents: none })], studentSpouse)).not.toHaveProperty(
      'childBenefit',
    )
  })
})

describe('Social Solidarity after 66 months of 72', () => {
  const long = who({ constraint: 'severe', severeMonthsOfLast72: 66 })
  it('B-850 2022: 1 035 $ and 365 $, the published 1 400 $', () => {
    const benefit = benefitOf({ programme: 'socialSolidarity', month: month('2022-06'), adults: [long] })
    expect(glance(benefit)).toEqual({ basicBenefit: 1_035_00, adjustment6672: 365_00 })
    expect(benefit.totalCents).toBe(1_400_00)
  })
  it('B-851 a month short of it, and since 2023: the ordinary adjustment', () => {
    const short = { ...long, severeMonthsOfLast72: 65 }
    const solidarity = { programme: 'socialSolidarity' } as const
    expect(benefitOf({ ...solidarity, month: month('2022-06'), adults: [short] }).totalCents).toBe(1_138_00)
    expect(benefitOf({ ...solidarity, month: month('2023-06'), adults: [long] }).totalCents).toBe(1_205_00)
  })
})

describe('Basic Income', () => {
  const basic = (overrides: Partial<BenefitSituation> = {}) =>
    benefitOf({ programme: 'basicIncome', month: month('2023-06'), adults: [adult('severe')], ...overrides })

  it('B-860 one adult, 2023: 1 211 $ and 337 $, the published 1 548 $', () => {
    const benefit = basic()
    expect(glance(benefit)).toEqual({ basicBenefit: 1_211_00, singlePerson: 337_00 })
    expect(benefit).toMatchObject({ totalCents: 1_548_00, confidence: 'confirmed' })
  })
  it('B-861 with a spouse: their own needs only', () => {
    expect(glance(basic({ adults: [adult('severe'), spouse] }))).toEqual({ basicBenefit: 1_211_00 })
  })
  it('B-862 20 $ a minor child, 345 $ an adult child who studies', () => {
    const benefit = basic({ children: [child('2015-01-01'), child('2010-01-01'), child('2003-01-01')] })
    expect(glance(benefit)).toMatchObject({ minorChildren: 40_00, adultStudents: 345_00 })
  })
  it('B-863 work and other income lower nothing this month: 14 532 $ a year, then 55 %', () => {
    const parts = { work: [job(2_000_00)], selfEmployment: [profit(100_00)], other: [other('rent', 50_00)] }
    const line = lineOf(basic({ income: income(parts) }), 'yearlyIncome')
    expect(line).toMatchObject({
      cents: 0,
      detail: { receivedCents: 2_150_00, limitCents: 14_532_00, percent: 55 },
    })
    expect(basic({ income: income(parts) }).totalCents).toBe(1_548_00)
  })
  it.each(['pension', 'workAccident', 'roadAccident', 'employmentInsurance', 'parentalInsurance'] as const)(
    'B-864 %s counts in full, each month',
    (kind) => {
      const benefit = basic({ income: income({ other: [other(kind, 400_00)] }) })
      expect(benefit.totalCents).toBe(1_148_00)
    },
  )
  it('B-865 20 000 $ may be held', () => {
    expect(basic({ liquidAssetsCents: cents(20_000_00) }).totalCents).toBe(1_548_00)
    expect(basic({ liquidAssetsCents: cents(20_000_01) }).totalCents).toBe(1_547_99)
  })
  it('B-866 no amount after 2023 was found: the last known, uncertain; none before it began', () => {
    expect(basic({ month: month('2024-01') })).toMatchObject({
      totalCents: 1_548_00,
      confidence: 'uncertain',
    })
    const before = situation({ programme: 'basicIncome', month: month('2022-12') })
    expect(computeBenefit(before)).toEqual({ computed: false, month: '2022-12', reason: 'noRate' })
  })
  it('B-867 half at most is withheld', () => {
    expect(basic({ recoveryWithholdingCents: cents(56_00) }).totalCents).toBe(1_492_00)
  })
})

describe('Aim for Employment', () => {
  const aim = { programme: 'aimForEmployment' } as const
  it('B-870 pays the needs of Social Assistance; the participation allowance is said, not counted', () => {
    expect(glance(benefitOf(aim))).toEqual({
      basicBenefit: 800_00,
      basicBenefitAdjustment: 45_00,
      participationAllowance: 0,
    })
    expect(lineOf(benefitOf(aim), 'participationAllowance')).toMatchObject({
      confidence: 'uncertain',
      detail: { limitCents: 165_00 },
    })
  })
  it('B-871 leaves out interest and dividends', () => {
    const interest = income({ other: [other('investment', 30_00)] })
    expect(lineOf(benefitOf({ ...aim, income: interest }), 'investment')?.cents).toBe(0)
    expect(lineOf(benefitOf({ income: interest }), 'investment')?.cents).toBe(-30_00)
  })
  it('B-872 began in April 2018', () => {
    expect(computeBenefit(situation({ ...aim, month: month('2018-03') })).computed).toBe(false)
    expect(computeBenefit(situation({ ...aim, month: month('2018-04') })).computed).toBe(true)
  })
})

describe('the contribution of parents', () => {
  const owed = { parentalContributionCents: cents(120_00) }
  it('B-880 comes off the benefit of an adult alone', () => {
    expect(lineOf(benefitOf(owed), 'parentalContribution')).toMatchObject({
      cents: -120_00,
      confidence: 'confirmed',
    })
  })
  it.each([
    ['B-881 not in Social Solidarity', { programme: 'socialSolidarity' as const }],
    ['B-882 not of a couple', { adults: [adult(), spouse] }],
    ['B-883 not of a parent', { children: [child('2018-01-01')] }],
  ])('%s', (_name, overrides) => {
    expect(lineOf(benefitOf({ ...owed, ...overrides }), 'parentalContribution')).toBeUndefined()
  })
})

describe('the special benefit of pregnancy', () => {
  it('B-890 55 $ a month, not while sheltered', () => {
    expect(lineOf(benefitOf({ adults: [who({ pregnantWeeks: 8 })] }), 'pregnancyBenefit')).toMatchObject({
      cents: 55_00,
      confidence: 'uncertain',
    })
    const sheltered = benefitOf({ adults: [who({ pregnantWeeks: 8, sheltered: true })] })
    expect(lineOf(sheltered, 'pregnancyBenefit')).toBeUndefined()
  })
})
