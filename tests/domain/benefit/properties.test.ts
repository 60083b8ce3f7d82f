import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineCodes } from '@/domain/benefit/codes'
import { explainDifference } from '@/domain/benefit/compare'
import type { Benefit } from '@/domain/benefit/line'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { computed, situations } from './arbitrary'
import { job } from './build'

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
