import { describe, expect, it } from 'vitest'
import type { BenefitSituation, PropertySituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { benefitOf, lineOf, month } from './build'

const nothing: PropertySituation = { residenceCents: cents(0), otherCents: cents(0), vehicles: [] }
const car = (value: number, adapted = false) => ({ valueCents: cents(value), adapted })
const owning = (property: Partial<PropertySituation>, overrides: Partial<BenefitSituation> = {}) =>
  lineOf(benefitOf({ property: { ...nothing, ...property }, ...overrides }), 'property')

describe('property above its exclusion', () => {
  const solidarity = { programme: 'socialSolidarity' } as const
  it.each([
    ['B-900 2026, Social Assistance: 266 824 $', 266_824_00, {}],
    ['B-901 2024: 226 122 $', 226_122_00, { month: month('2024-12') }],
    ['B-902 2026, Social Solidarity: 381 924 $', 381_924_00, solidarity],
    ['B-903 2024: 221 716 $', 221_716_00, { ...solidarity, month: month('2024-12') }],
    ['B-904 Basic Income: 500 000 $', 500_000_00, { programme: 'basicIncome' as const }],
  ])('%s, then 2 %% a month', (_name, limit, overrides) => {
    expect(owning({ otherCents: cents(limit) }, overrides)).toMatchObject({
      cents: 0,
      detail: { counts: 'none' },
    })
    expect(owning({ otherCents: cents(limit + 1_000_00) }, overrides)).toMatchObject({
      cents: -20_00,
      detail: {
        heldCents: limit + 1_000_00,
        excludedCents: limit,
        countedCents: 1_000_00,
        percent: 2,
        counts: 'part',
      },
    })
  })
  it('B-905 nothing owned: no line', () => {
    expect(owning({})).toBeUndefined()
    expect(lineOf(benefitOf(), 'property')).toBeUndefined()
  })

  it('B-910 until 2024 the main residence counts', () => {
    const line = owning({ residenceCents: cents(236_122_00) }, { month: month('2024-12') })
    expect(line?.cents).toBe(-200_00)
  })
  it('B-911 since the moratorium of 2025 it does not; other property still does, uncertainly', () => {
    const line = owning(
      { residenceCents: cents(900_000_00), otherCents: cents(266_824_00) },
      { month: month('2025-01') },
    )
    expect(line).toMatchObject({ cents: 0, confidence: 'uncertain', detail: { counts: 'none' } })
  })

  it.each([
    ['B-920 one vehicle of 10 000 $', [car(10_000_00)], 0],
    ['B-921 a dearer one: the part above', [car(12_500_00)], -50_00],
    ['B-922 two: the exclusion is the dearest’s', [car(4_000_00), car(11_000_00)], -100_00],
    ['B-924 two cheap ones: only one is left out', [car(6_000_00), car(7_000_00)], -120_00],
    ['B-923 an adapted vehicle, whatever its value', [car(80_000_00, true)], 0],
  ])('%s', (_name, vehicles, amount) => {
    expect(owning({ vehicles })?.cents).toBe(amount)
  })
  it('B-925 a vehicle alone is as sure as its own exclusion', () => {
    expect(owning({ vehicles: [car(12_500_00)] })).toMatchObject({
      source: 'adel43090',
      confidence: 'confirmed',
      detail: { heldCents: 12_500_00, excludedCents: 10_000_00, countedCents: 2_500_00 },
    })
  })
})

describe('what was given away (ADEL 43010)', () => {
  const gave = (valueCents: number, monthsAgo: number) =>
    benefitOf({ givenAway: [{ valueCents: cents(valueCents), monthsAgo }] })

  it.each([
    ['B-930 this month: all of it is still held', 3_000_00, 0, -1_500_00],
    ['B-931 1 500 $ less each month', 4_600_00, 2, -100_00],
    ['B-932 to nothing', 3_000_00, 2, undefined],
    ['B-933 for 24 months at most', 90_000_00, 24, undefined],
  ])('%s', (_name, value, months, amount) => {
    const benefit = gave(value, months)
    expect(lineOf(benefit, 'liquidAssets')?.cents).toBe(amount)
    if (amount !== undefined) {
      expect(lineOf(benefit, 'givenAway')).toMatchObject({ cents: 0, detail: { receivedCents: value } })
    } else expect(lineOf(benefit, 'givenAway')).toBeUndefined()
  })
})
