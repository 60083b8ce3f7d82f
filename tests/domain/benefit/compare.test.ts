import { describe, expect, it } from 'vitest'
import { explainDifference } from '@/domain/benefit/compare'
import type { BenefitSituation, MonthIncome } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { adult, benefitOf, child, income, job, month, other } from './build'

type Part = Partial<BenefitSituation>
const earning = (parts: Partial<MonthIncome>, rest: Part = {}): Part => ({ income: income(parts), ...rest })
const couple = [adult(), adult('none', '1988-02-11', 'b')]

describe('why a payment differs', () => {
  const cases: readonly [string, Part, Part, readonly string[]][] = [
    ['B-300 nothing changed', {}, { month: month('2026-12') }, []],
    [
      'B-301 a job begins',
      {},
      earning({ work: [job(600_00)] }),
      ['workIncome incomeStarted -40000', 'workIncomeSupplement supplementStarted 10000'],
    ],
    [
      'B-302 a raise',
      earning({ work: [job(600_00)] }),
      earning({ work: [job(700_00)] }),
      ['workIncome incomeRose -10000', 'workIncomeSupplement supplementFollowsWork 2500'],
    ],
    [
      'B-303 fewer hours',
      earning({ work: [job(600_00)] }),
      earning({ work: [job(500_00)] }),
      ['workIncome incomeFell 10000', 'workIncomeSupplement supplementFollowsWork -2500'],
    ],
    [
      'B-304 the job ends',
      earning({ work: [job(600_00)] }),
      {},
      ['workIncome incomeEnded 40000', 'workIncomeSupplement supplementEnded -10000'],
    ],
    [
      'B-305 the rates of January',
      { month: month('2024-12') },
      { month: month('2025-01') },
      ['basicBenefit rateChanged 2200'],
    ],
    [
      'B-306 a spouse arrives: the adjustment for adults alone stops too',
      { subsidisedDwelling: false },
      { subsidisedDwelling: false, adults: couple },
      ['basicBenefit situationChanged 43800', 'singleAdultAdjustment situationChanged -5000'],
    ],
    [
      'B-307 a spouse arrives: the exclusion grows',
      earning({ work: [job(600_00)] }),
      earning({ work: [job(600_00)] }, { adults: couple }),
      [
        'basicBenefit situationChanged 43800',
        'workIncome situationChanged 10000',
        'workIncomeSupplement supplementFollowsWork -2500',
      ],
    ],
    [
      'B-308 from Social Assistance to Social Solidarity',
      {},
      { programme: 'socialSolidarity', adults: [adult('severe')] },
      ['basicBenefit situationChanged 41500', 'basicBenefitAdjustment situationChanged 5800'],
    ],
    [
      'B-309 parental insurance takes the exclusion from the job',
      earning({ work: [job(300_00)] }, { month: month('2024-06') }),
      earning(
        { work: [job(300_00)], other: [other('parentalInsurance', 50_00)] },
        { month: month('2024-06') },
      ),
      ['workIncome exclusionUsedElsewhere -5000'],
    ],
    [
      'B-310 the exclusion of child support is raised',
      earning(
        { other: [other('childSupport', 500_00)] },
        { month: month('2023-03'), children: [child('2015-01-01')] },
      ),
      earning(
        { other: [other('childSupport', 500_00)] },
        { month: month('2023-04'), children: [child('2015-01-01')] },
      ),
      ['childSupport rateChanged 15000'],
    ],
    [
      'B-311 more money at the end of the month',
      {},
      { liquidAssetsCents: cents(1_600_00) },
      ['liquidAssets assetsRose -10000'],
    ],
    [
      'B-312 less money',
      { liquidAssetsCents: cents(1_700_00) },
      { liquidAssetsCents: cents(1_600_00) },
      ['liquidAssets assetsFell 10000'],
    ],
    [
      'B-313 the same money, a spouse gone',
      { adults: couple, liquidAssetsCents: cents(1_600_00) },
      { liquidAssetsCents: cents(1_600_00) },
      ['basicBenefit situationChanged -43800', 'liquidAssets situationChanged -10000'],
    ],
    [
      'B-314 income above the needs stops at zero',
      {},
      earning({ other: [other('pension', 1_000_00)] }),
      ['pension incomeStarted -100000', 'notBelowZero stopsAtZero 15500'],
    ],
    [
      'B-315 a withholding begins',
      {},
      { recoveryWithholdingCents: cents(56_00) },
      ['recovery recoveryStarted -5600'],
    ],
    [
      'B-316 a withholding ends',
      { recoveryWithholdingCents: cents(56_00) },
      {},
      ['recovery recoveryEnded 5600'],
    ],
    [
      'B-317 a withholding grows',
      { recoveryWithholdingCents: cents(56_00) },
      { recoveryWithholdingCents: cents(112_00) },
      ['recovery recoveryChanged -5600'],
    ],
    [
      'B-318 a child turns 12',
      { children: [child('2014-11-10')], month: month('2026-11') },
      { children: [child('2014-11-10')], month: month('2026-12') },
      ['childAdjustment situationChanged 858'],
    ],
    [
      'B-319 the supplement begins for everyone in 2025, with the rates',
      earning({ work: [job(600_00)] }, { month: month('2024-12') }),
      earning({ work: [job(600_00)] }, { month: month('2025-01') }),
      ['basicBenefit rateChanged 2200', 'workIncomeSupplement supplementStarted 10000'],
    ],
  ]
  const owning = (otherCents: number): Part => ({
    property: { residenceCents: cents(0), otherCents: cents(otherCents), vehicles: [] },
  })
  const more: readonly [string, Part, Part, readonly string[]][] = [
    ['B-320 property gains value', owning(267_824_00), owning(268_824_00), ['property propertyRose -2000']],
    ['B-321 property is sold', owning(267_824_00), {}, ['property propertyFell 2000']],
    [
      'B-322 the same property, another exclusion',
      { ...owning(267_824_00), month: month('2024-12') },
      { ...owning(267_824_00), month: month('2025-01') },
      ['basicBenefit rateChanged 2200', 'property rateChanged 81404', 'notBelowZero stopsAtZero -2704'],
    ],
    [
      'B-323 parents contribute',
      {},
      { parentalContributionCents: cents(50_00) },
      ['parentalContribution contributionChanged -5000'],
    ],
    [
      'B-324 a shelter allowance begins',
      { subsidisedDwelling: false },
      { subsidisedDwelling: false, shelterAllowanceCents: cents(20_00) },
      ['singleAdultAdjustment situationChanged -2000'],
    ],
    [
      'B-325 less Family Allowance is received',
      { children: [{ ...child('2020-01-01'), familyAllowanceCents: cents(20_00) }], adults: couple },
      { children: [{ ...child('2020-01-01'), familyAllowanceCents: cents(10_00) }], adults: couple },
      ['familyAllowance situationChanged 1000'],
    ],
    [
      'B-326 a refugee claimant now shares a dwelling',
      { adults: [{ ...adult(), refugeeClaimant: true }] },
      { adults: [{ ...adult(), refugeeClaimant: true }], sharesDwelling: true },
      ['refugeeClaimant situationChanged -1016'],
    ],
    [
      'B-327 admitted to a centre',
      {},
      { adults: [{ ...adult(), sheltered: true }] },
      [
        'sheltered situationChanged 24500',
        'basicBenefit situationChanged -80000',
        'basicBenefitAdjustment situationChanged -4500',
      ],
    ],
    [
      'B-328 from Social Solidarity to Basic Income',
      { programme: 'socialSolidarity', month: month('2022-12'), adults: [adult('severe')] },
      { programme: 'basicIncome', month: month('2023-01'), adults: [adult('severe')] },
      [
        'basicBenefit situationChanged 17600',
        'basicBenefitAdjustment situationChanged -10300',
        'singlePerson situationChanged 33700',
      ],
    ],
  ]
  it.each([...cases, ...more])('%s', (_name, before, after, expected) => {
    const [old, now] = [benefitOf(before), benefitOf(after)]
    const differences = explainDifference(old, now)
    expect(differences.map((one) => `${one.code} ${one.cause} ${one.cents}`)).toEqual(expected)
    const sum = differences.reduce((total, one) => total + one.cents, 0)
    expect(sum).toBe(now.totalCents - old.totalCents)
  })
})
