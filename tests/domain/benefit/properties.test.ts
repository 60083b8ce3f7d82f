import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineCodes } from '@/domain/benefit/codes'
import { explainDifference } from '@/domain/benefit/compare'
import { computeBenefit } from '@/domain/benefit/compute'
import type { Benefit } from '@/domain/benefit/line'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import { adult, child, income, job, month, other, profit, situation } from './build'

const two = (value: number) => String(value).padStart(2, '0')
const dayFrom = (first: number, last: number) =>
  fc
    .tuple(
      fc.integer({ min: first, max: last }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, m, d]) => `${year}-${two(m)}-${two(d)}`)
const amount = (max = 3_000_00) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max }))

const adultOf = (id: string) =>
  fc
    .tuple(fc.constantFrom('none', 'temporary', 'severe'), dayFrom(1955, 2006))
    .map(([constraint, birth]) => adult(constraint, birth, id))

const incomes = fc
  .record({
    work: fc.array(
      amount().map((net) => job(net)),
      { maxLength: 3 },
    ),
    selfEmployment: fc.array(amount().map(profit), { maxLength: 2 }),
    other: fc.array(
      fc
        .tuple(fc.constantFrom(...incomeKinds), amount(), fc.constantFrom('a', 'b'))
        .map(([kind, value, id]) => other(kind, value, id)),
      { maxLength: 4 },
    ),
  })
  .map(income)

/** Any household of 2016 to 2028, of any programme that is computed. */
const situations: fc.Arbitrary<BenefitSituation> = fc
  .record({
    year: fc.integer({ min: 2016, max: 2028 }),
    m: fc.integer({ min: 1, max: 12 }),
    programme: fc.constantFrom('socialAssistance', 'socialAssistance', 'socialSolidarity'),
    adults: fc.oneof(fc.tuple(adultOf('a')), fc.tuple(adultOf('a'), adultOf('b'))),
    children: fc.array(dayFrom(2005, 2027).map(child), { maxLength: 4 }),
    livesWithParents: fc.boolean(),
    spouseOfStudent: fc.boolean(),
    subsidisedDwelling: fc.boolean(),
    monthsOnAssistance: fc.integer({ min: 0, max: 12 }),
    income: incomes,
    liquidAssetsCents: amount(8_000_00).map(cents),
    recoveryWithholdingCents: fc.constantFrom(0, 22_00, 56_00, 112_00, 224_00).map(cents),
  })
  .map(({ year, m, ...rest }) => situation({ month: month(`${year}-${two(m)}`), ...rest }))

/** The benefit, when one is computed: months before the tables are not what these properties are about. */
function computed(one: BenefitSituation): Benefit {
  const result = computeBenefit(one)
  fc.pre(result.computed)
  return result as Benefit
}

const earning = (one: BenefitSituation, netCents: number): BenefitSituation => ({
  ...one,
  income: { ...one.income, work: [...one.income.work, job(netCents)] },
})

const runs = { numRuns: 1_000 }

describe('whatever the household', () => {
  it('B-500 the payment is never negative, the lines add up to it, in whole cents', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const benefit = computed(one)
        expect(benefit.totalCents).toBeGreaterThanOrEqual(0)
        expect(benefit.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(benefit.totalCents)
        for (const line of benefit.lines) {
          expect(Number.isSafeInteger(line.cents)).toBe(true)
          for (const value of Object.values(line.detail)) {
            if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
          }
        }
      }),
      runs,
    )
  })

  it('B-501 lines come in the order of the codes, each once', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const ranks = computed(one).lines.map((line) => lineCodes.indexOf(line.code))
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b))
      }),
      runs,
    )
  })

  it('B-502 no benefit means no supplement and no withholding', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const benefit = computed(one)
        const codes = benefit.lines.map((line) => line.code)
        if (codes.includes('notBelowZero')) {
          expect(benefit.totalCents).toBe(0)
          expect(codes).not.toContain('workIncomeSupplement')
          expect(codes).not.toContain('recovery')
        }
      }),
      runs,
    )
  })

  it('B-503 the withholding leaves at least half', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const benefit = computed(one)
        const withheld = -(benefit.lines.find((line) => line.code === 'recovery')?.cents ?? 0)
        expect(withheld).toBeLessThanOrEqual(benefit.totalCents)
        expect(withheld).toBeLessThanOrEqual(one.recoveryWithholdingCents)
      }),
      runs,
    )
  })

  /*
   * A dollar earned takes at most a dollar off, so income plus benefit never falls. One exception is in the
   * law itself: the dollar that brings the benefit under 1 $ also takes away the whole supplement.
   */
  it('B-504 one more dollar of work never leaves the person with less, save where the supplement stops', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const before = computed(one)
        const after = computed(earning(one, 1_00))
        const supplement = (benefit: Benefit) =>
          benefit.lines.find((line) => line.code === 'workIncomeSupplement')?.cents ?? 0
        const gain = 1_00 + after.totalCents - before.totalCents
        const lost = Math.max(0, supplement(before) - supplement(after))
        expect(gain).toBeGreaterThanOrEqual(lost > 0 ? -lost : 0)
        expect(gain).toBeLessThanOrEqual(1_00)
      }),
      runs,
    )
  })

  it('B-505 the differences between two months add up to the difference of the totals', () => {
    fc.assert(
      fc.property(situations, situations, (one, another) => {
        const [before, after] = [computed(one), computed(another)]
        const sum = explainDifference(before, after).reduce((total, line) => total + line.cents, 0)
        expect(sum).toBe(after.totalCents - before.totalCents)
      }),
      runs,
    )
  })

  it('B-506 a month compared with itself has no difference', () => {
    fc.assert(
      fc.property(situations, (one) => {
        expect(explainDifference(computed(one), computed(one))).toEqual([])
      }),
      runs,
    )
  })

  it('B-507 more money held never raises the payment', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 5_000_00 }), (one, more) => {
        const richer = { ...one, liquidAssetsCents: cents(one.liquidAssetsCents + more) }
        expect(computed(richer).totalCents).toBeLessThanOrEqual(computed(one).totalCents)
      }),
      runs,
    )
  })
})
