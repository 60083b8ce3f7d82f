import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmes } from '@/domain/benefit/situation'
import type { Day, Month } from '@/domain/calendar'
import { canadianStatuses } from '@/domain/estimate/case'
import type { CaseAdult, HouseholdCase } from '@/domain/estimate/case'
import { estimate } from '@/domain/estimate/estimate'
import { cents } from '@/domain/money'
import { caseAdult, caseChild, householdCase } from '../estimate/build'

const known = <Fact>(fact: fc.Arbitrary<Fact>) => fc.option(fact, { nil: null, freq: 6 })
const amount = (max: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max })).map(cents)

const adults: fc.Arbitrary<CaseAdult> = fc
  .record({
    age: fc.constantFrom(16, 17, 18, 30, 58, 65, 70),
    constraint: fc.constantFrom('none', 'temporary', 'severe'),
    status: known(fc.constantFrom(...canadianStatuses, 'citizen' as const, 'citizen' as const)),
    livesInQuebec: known(fc.constantFrom(true, true, true, false)),
    student: known(fc.constantFrom(false, false, true)),
    livesWithParent: known(fc.boolean()),
    emancipated: known(fc.boolean()),
    inCustody: fc.constantFrom(false, false, false, true),
    inReligiousCommunity: fc.constantFrom(false, false, false, true),
    severeMonthsOfLast72: fc.constantFrom(0, 65, 66, 72),
    hasHadAssistance: known(fc.boolean()),
    absence: fc.constantFrom(null, null, { consecutiveDays: 8, daysOfMonth: 8, excused: false }),
    netWorkIncomeMonthlyCents: amount(2_000_00),
    dependsOnParents: known(fc.boolean()),
    parentalContributionMonthlyCents: known(amount(500_00)),
  })
  .map(caseAdult)

const zero = cents(0)
const households: fc.Arbitrary<HouseholdCase> = fc
  .record({
    month: fc.constantFrom('2016-01', '2018-04', '2022-12', '2023-01', '2025-01', '2026-11', '2027-03'),
    applies: fc.boolean(),
    programme: fc.option(fc.constantFrom(...programmes), { nil: null, freq: 2 }),
    adults: fc.oneof(fc.tuple(adults), fc.tuple(adults, adults)),
    children: fc.array(
      fc
        .record({ age: fc.integer({ min: 0, max: 20 }), custodyPercent: fc.constantFrom(39, 40, 100) })
        .map(caseChild),
      { maxLength: 3 },
    ),
    liquidAssetsCents: known(amount(4_000_00)),
    property: known(fc.constant({ residenceCents: zero, otherCents: zero, vehicles: [] })),
    comesFromOtherProgramme: fc.boolean(),
  })
  .map(({ month, applies, ...rest }) =>
    householdCase({
      ...rest,
      month: month as Month,
      applicationDay: applies ? (`${month}-10` as Day) : null,
      monthsOnAssistance: applies ? 0 : 12,
    }),
  )

const runs = { numRuns: 1_500 }
const outcomesOf = (household: HouseholdCase) => estimate(household).eligibility.programmes

/** The household with the first adult changed. */
function changed(household: HouseholdCase, overrides: Partial<CaseAdult>): HouseholdCase {
  const [first, ...others] = household.adults
  return { ...household, adults: [{ ...first!, ...overrides }, ...others] }
}

describe('whatever the household', () => {
  it('E-900 the order of the adults makes no difference', () => {
    fc.assert(
      fc.property(households, (one) => {
        const turned = { ...one, adults: [...one.adults].reverse() }
        expect(estimate(turned).eligibility).toEqual(estimate(one).eligibility)
      }),
      runs,
    )
  })

  const refusing: readonly Partial<CaseAdult>[] = [
    { livesInQuebec: false },
    { status: 'none' },
    { status: 'claimNotHeard' },
    { status: 'temporaryResident' },
    { student: true },
    { inCustody: true },
    { inReligiousCommunity: true },
  ]

  it('E-901 a fact that refuses opens no programme', () => {
    fc.assert(
      fc.property(households, fc.constantFrom(...refusing), (one, fact) => {
        // Not said whether one of two studies: either answer may open the same programme, with other amounts.
        fc.pre(fact.student === undefined || one.adults[0]?.student !== null)
        const before = outcomesOf(one)
        const { benefit } = estimate(changed(one, fact))
        // The amount of a student's spouse is not known before 2022: no income can be above it.
        fc.pre(benefit === null || benefit.computed)
        for (const [index, after] of outcomesOf(changed(one, fact)).entries()) {
          // The spouse of a student with a severe constraint goes to Social Assistance, where both were in another.
          if (fact.student && one.adults[0]?.constraint === 'severe') continue
          if (after.outcome === 'eligible') expect(before[index]?.outcome).toBe('eligible')
        }
      }),
      runs,
    )
  })

  it('E-902 more money opens no programme', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 1, max: 5_000_00 }), (one, more) => {
        fc.pre(one.liquidAssetsCents !== null)
        const richer = { ...one, liquidAssetsCents: cents((one.liquidAssetsCents ?? 0) + more) }
        const before = outcomesOf(one)
        for (const [index, after] of outcomesOf(richer).entries()) {
          if (after.outcome === 'eligible') expect(before[index]?.outcome).toBe('eligible')
        }
      }),
      runs,
    )
  })

  it('E-903 what was answered is never asked again', () => {
    fc.assert(
      fc.property(households, (one) => {
        const answered: HouseholdCase = {
          ...one,
          liquidAssetsCents: one.liquidAssetsCents ?? zero,
          property: one.property ?? { residenceCents: zero, otherCents: zero, vehicles: [] },
          adults: one.adults.map((adult) => ({
            ...adult,
            status: adult.status ?? 'citizen',
            livesInQuebec: adult.livesInQuebec ?? true,
            student: adult.student ?? false,
            livesWithParent: adult.livesWithParent ?? false,
            emancipated: adult.emancipated ?? true,
            hasHadAssistance: adult.hasHadAssistance ?? true,
            dependsOnParents: adult.dependsOnParents ?? false,
            parentalContributionMonthlyCents: adult.parentalContributionMonthlyCents ?? zero,
          })),
        }
        const left = outcomesOf(answered).flatMap((programme) => programme.questions)
        for (const { code } of left) expect(['otherAdultRefused', 'spouseOnBasicIncome']).toContain(code)
      }),
      runs,
    )
  })

  it.each([
    ['E-904', 'livesInQuebec', true],
    ['E-905', 'livesInQuebec', false],
    ['E-906', 'student', true],
    ['E-907', 'student', false],
    ['E-908', 'emancipated', true],
    ['E-909', 'emancipated', false],
    ['E-910', 'livesWithParent', true],
    ['E-911', 'dependsOnParents', false],
    ['E-912', 'hasHadAssistance', true],
    ['E-913', 'hasHadAssistance', false],
  ] as const)(
    '%s one answer (%s: %s) takes its question away and brings no refusal back to nothing',
    (_n, name, value) => {
      fc.assert(
        fc.property(households, (one) => {
          const unsaid = { ...one, adults: one.adults.map((adult) => ({ ...adult, [name]: null })) }
          const said = { ...one, adults: one.adults.map((adult) => ({ ...adult, [name]: value })) }
          const before = outcomesOf(unsaid)
          for (const [index, after] of outcomesOf(said).entries()) {
            expect(after.questions.map((one) => one.code)).not.toContain(name)
            if (before[index]?.outcome === 'eligible' && name !== 'hasHadAssistance') {
              // Eligible without knowing: the answer did not decide.
              expect(after.outcome).not.toBe('incomplete')
            }
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it('E-914 eligible has no question, ineligible has a reason, incomplete has a question', () => {
    fc.assert(
      fc.property(households, (one) => {
        for (const { outcome, reasons, questions } of outcomesOf(one)) {
          if (outcome !== 'incomplete') expect(questions).toEqual([])
          if (outcome === 'ineligible') expect(reasons.length).toBeGreaterThan(0)
          if (outcome === 'incomplete') expect(questions.length).toBeGreaterThan(0)
          expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length)
        }
      }),
      runs,
    )
  })

  it('E-915 an amount above zero is only for the eligible, a programme only with an amount', () => {
    fc.assert(
      fc.property(households, (one) => {
        const { benefit, eligibility, programme } = estimate(one)
        expect(benefit === null).toBe(programme === null)
        if (eligibility.outcome === 'eligible') expect(benefit).not.toBeNull()
        else if (benefit?.computed) expect(benefit.totalCents).toBe(0)
        if (benefit?.computed && benefit.totalCents > 0) expect(eligibility.outcome).toBe('eligible')
      }),
      runs,
    )
  })
})
