import { describe, expect, it } from 'vitest'
import type { Day, Month } from '@/domain/calendar'
import { limitAtApplication } from '@/domain/eligibility/liquid-assets'
import { estimate } from '@/domain/estimate/estimate'
import type { HouseholdCase } from '@/domain/estimate/case'
import { cents } from '@/domain/money'
import { caseAdult, caseChild, householdCase } from '../estimate/build'
import { applicant, glance, glanceOf } from './build'

type Size = readonly [adults: number, children: number]
const of = ([adults, children]: Size, overrides: Partial<HouseholdCase> = {}) =>
  applicant({
    month: '2023-06' as Month,
    applicationDay: '2023-06-01' as Day,
    adults: Array.from({ length: adults }, () => caseAdult()),
    children: Array.from({ length: children }, () => caseChild()),
    ...overrides,
  })
const limit = (size: Size, overrides: Partial<HouseholdCase> = {}) =>
  limitAtApplication(of(size, overrides)).cents

describe('the money a household may hold on the day it applies to Social Assistance', () => {
  it.each<[string, Size, number]>([
    ['E-400', [1, 0], 887_00],
    ['E-401', [1, 1], 1_268_00],
    ['E-402', [1, 2], 1_502_00],
    ['E-403', [1, 3], 1_782_00],
    ['E-404', [1, 5], 2_342_00],
    ['E-405', [2, 0], 1_319_00],
    ['E-406', [2, 1], 1_573_00],
    ['E-407', [2, 2], 1_807_00],
    ['E-408', [2, 3], 2_087_00],
    ['E-409', [2, 4], 2_367_00],
  ])('%s %j', (_name, size, amount) => {
    expect(limit(size)).toBe(amount)
  })

  it.each<[string, Size, number]>([
    ['E-410', [1, 0], 2_500_00],
    ['E-411', [1, 1], 5_517_00],
    ['E-412', [1, 2], 5_830_00],
    ['E-413', [1, 3], 6_143_00],
    ['E-414', [2, 0], 5_000_00],
    ['E-415', [2, 1], 5_343_00],
    ['E-416', [2, 3], 5_969_00],
  ])('%s %j, coming from another programme', (_name, size, amount) => {
    expect(limit(size, { comesFromOtherProgramme: true })).toBe(amount)
  })

  it('E-420 more for each child with the supplement for a handicapped child', () => {
    const children = [caseChild({ handicapSupplement: true }), caseChild({ handicapSupplement: true })]
    expect(limit([1, 0], { children })).toBe(1_502_00 + 2 * 205_00)
    expect(limit([1, 0], { children, comesFromOtherProgramme: true })).toBe(5_830_00 + 2 * 229_00)
  })

  it('E-421 a student’s spouse has amounts of their own', () => {
    const adults = [caseAdult({ student: true }), caseAdult()]
    expect(limit([2, 0], { adults })).toBe(887_00)
    expect(limit([2, 1], { adults })).toBe(887_00 + 277_00)
    expect(limit([2, 3], { adults })).toBe(887_00 + 277_00 + 2 * 254_00)
    expect(limit([2, 3], { adults, comesFromOtherProgramme: true })).toBe(2_500_00 + 343_00 + 2 * 313_00)
  })

  it('E-422 a sheltered minor with a child, coming from another programme', () => {
    const adults = [caseAdult({ age: 17, sheltered: true })]
    expect(limit([1, 1], { adults, comesFromOtherProgramme: true })).toBe(2_500_00)
    expect(limit([1, 1], { adults })).toBe(1_268_00)
  })

  it('E-423 only dependent children count', () => {
    expect(limit([1, 0], { children: [caseChild({ custodyPercent: 39 })] })).toBe(887_00)
    expect(limit([1, 0], { children: [caseChild({ custodyPercent: 40 })] })).toBe(1_268_00)
    expect(limit([1, 0], { children: [caseChild({ age: 18, student: false })] })).toBe(887_00)
    expect(limit([1, 0], { children: [caseChild({ emancipated: true })] })).toBe(887_00)
  })

  it('E-424 the two-adult limit in dispute is never called sure', () => {
    const { cents: held, confidence } = limitAtApplication(of([2, 0], { month: '2026-11' as Month }))
    expect([held, confidence]).toEqual([1_340_00, 'uncertain'])
  })
})

describe('above the limit', () => {
  const holding = (amount: number | null, overrides: Partial<HouseholdCase> = {}) =>
    of([1, 0], { liquidAssetsCents: amount === null ? null : cents(amount), ...overrides })
  const refusal = /liquidAssetsAboveLimit/

  it('E-430 exactly the limit is within it, one cent more is not', () => {
    expect(glance(holding(887_00))).not.toMatch(refusal)
    expect(glance(holding(887_01))).toMatch(/^ineligible liquidAssetsAboveLimit/)
  })

  it('E-431 only in the month of application: afterwards the excess lowers the benefit', () => {
    const paid = holding(1_600_00, { applicationDay: null, monthsOnAssistance: 12 })
    expect(glance(paid)).toBe('eligible')
    expect(estimate(paid).benefit).toMatchObject({ totalCents: 770_00 - 100_00 })
  })

  it('E-432 not in Social Solidarity', () => {
    const severe = holding(1_000_00, { adults: [caseAdult({ constraint: 'severe' })] })
    expect(glanceOf('socialSolidarity', severe)).not.toMatch(refusal)
    expect(glanceOf('socialAssistance', severe)).toMatch(refusal)
  })

  it('E-433 in Aim for Employment as in Social Assistance', () => {
    const first = holding(1_000_00, { adults: [caseAdult({ hasHadAssistance: false })] })
    expect(glanceOf('aimForEmployment', first)).toMatch(refusal)
  })

  it('E-434 not said: it is asked, in every programme', () => {
    expect(glance(holding(null))).toBe('incomplete liquidAssets?')
    expect(glance(holding(null, { adults: [caseAdult({ constraint: 'severe' })] }))).toBe(
      'incomplete liquidAssets?',
    )
  })

  it('E-435 the reason is as sure as the limit', () => {
    const mark = (household: HouseholdCase) =>
      estimate(household).eligibility.reasons.find((one) => one.code === 'liquidAssetsAboveLimit')?.confidence
    expect(mark(holding(900_00))).toBe('confirmed')
    const adults = [caseAdult(), caseAdult()]
    const inDispute = { month: '2026-11' as Month, applicationDay: '2026-11-01' as Day, adults }
    expect(mark(holding(1_400_00, inDispute))).toBe('uncertain')
  })
})

describe('property', () => {
  const zero = cents(0)

  it('E-440 refuses nobody by itself: what is over the exclusion lowers the benefit', () => {
    const property = {
      residenceCents: zero,
      otherCents: zero,
      vehicles: [{ valueCents: cents(15_000_00), adapted: false }],
    }
    expect(glance(householdCase({ property }))).toBe('eligible')
  })

  it('E-441 not said: it is asked', () => {
    expect(glance(householdCase({ property: null }))).toBe('incomplete property?')
  })
})

describe('the deficit test', () => {
  const earning = (amount: number) =>
    householdCase({ adults: [caseAdult({ netWorkIncomeMonthlyCents: cents(amount) })] })

  it('E-450 one cent of need left is enough, none is not', () => {
    expect(glance(earning(845_00 + 200_00 - 1))).toBe('eligible')
    expect(glance(earning(845_00 + 200_00))).toBe('ineligible incomeAboveNeeds')
  })

  it('E-451 a withholding takes no right away', () => {
    const owing = { ...earning(845_00 + 200_00 - 2), recoveryWithholdingMonthlyCents: cents(224_00) }
    expect(glance(owing)).toBe('eligible')
  })

  it('E-452 is as sure as the amounts it rests on', () => {
    const [reason] = estimate(earning(3_000_00)).eligibility.reasons
    expect(reason).toEqual({ code: 'incomeAboveNeeds', source: 'lapf48', confidence: 'uncertain' })
  })

  it('E-453 is told with the other refusals', () => {
    const adults = [caseAdult({ netWorkIncomeMonthlyCents: cents(3_000_00), student: true })]
    expect(glance(householdCase({ adults }))).toBe('ineligible fullTimeStudies incomeAboveNeeds')
  })

  it('E-454 is applied to a programme other than the one that applies', () => {
    // In Social Assistance by its file, with a severe constraint: Social Solidarity has higher needs.
    const household = (amount: number) =>
      householdCase({
        adults: [caseAdult({ constraint: 'severe', netWorkIncomeMonthlyCents: cents(amount) })],
      })
    expect(glance(household(1_300_00))).toBe('ineligible incomeAboveNeeds')
    expect(glanceOf('socialSolidarity', household(1_300_00))).toBe('eligible')
    expect(glanceOf('socialSolidarity', household(1_600_00))).toBe('ineligible incomeAboveNeeds')
  })

  it('E-455 refuses even when a fact is missing that could only lower the amount', () => {
    const adults = [caseAdult({ netWorkIncomeMonthlyCents: cents(3_000_00) })]
    expect(glance(householdCase({ adults, property: null }))).toBe('ineligible incomeAboveNeeds')
  })

  it('E-456 waits when it is not known whose needs they are', () => {
    const rich = { netWorkIncomeMonthlyCents: cents(3_000_00) }
    expect(glance(householdCase({ adults: [caseAdult({ ...rich, status: null })] }))).toBe(
      'incomplete status?',
    )
    const held = [caseAdult({ inCustody: true }), caseAdult(rich)]
    expect(glance(householdCase({ adults: held }))).toBe('incomplete inCustody otherAdultRefused?')
  })

  it('E-457 in the month of application, tells apart the days left from a whole month', () => {
    const adults = (amount: number) => [caseAdult({ netWorkIncomeMonthlyCents: cents(amount) })]
    const late = (amount: number) =>
      applicant({ applicationDay: '2026-11-25' as Day, adults: adults(amount) })
    // Six days of thirty: 169 $ of needs, after the 200 $ that are left out.
    expect(glance(late(368_99))).toBe('eligible')
    expect(glance(late(369_00))).toBe('ineligible incomeAboveDaysLeft')
    expect(glance(late(1_044_99))).toBe('ineligible incomeAboveDaysLeft')
    expect(glance(late(1_045_00))).toBe('ineligible incomeAboveNeeds')
    expect(glance(applicant({ adults: adults(1_045_00) }))).toBe('ineligible incomeAboveNeeds')
    expect(estimate(late(369_00)).benefit).toMatchObject({ totalCents: 0 })
  })

  it('E-458 waits for the office to tell the two files of a couple in Basic Income apart', () => {
    const pension = [{ kind: 'pension', monthlyCents: cents(5_000_00) }] as const
    const long = { constraint: 'severe', severeMonthsOfLast72: 66, otherIncome: pension } as const
    expect(glance(householdCase({ programme: null, adults: [caseAdult(long)] }))).toBe(
      'ineligible incomeAboveNeeds',
    )
    expect(glance(householdCase({ programme: null, adults: [caseAdult(long), caseAdult()] }))).toBe(
      'incomplete spouseOnBasicIncome?',
    )
  })
})
