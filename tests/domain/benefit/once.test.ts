import { describe, expect, test } from 'vitest'
import { computeBenefit } from '@/domain/benefit/compute'
import { benefitsOnce } from '@/domain/benefit/once'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { day, month } from '@/domain/calendar'
import { cents } from '@/domain/money'

/*
 * A benefit computed once for many. Numbered cases:
 *   BO-01 it is the benefit of each; the same situation gives the same object, whoever it is of
 *   BO-02 an allowance left out for each adult is not lent to the other: who receives it is part of the situation
 */
const couple = (adultIds: readonly [string, string], receivers: readonly string[]): BenefitSituation => ({
  ...{ month: month('2026-12'), programme: 'socialAssistance' },
  adults: adultIds.map((id, index) => ({
    ...{ id, birthDate: day(`198${index}-05-1${index}`), constraint: 'none' as const },
  })),
  ...{ children: [], livesWithParents: false, spouseOfStudent: false, subsidisedDwelling: false },
  ...{ monthsOnAssistance: 30, liquidAssetsCents: cents(0), recoveryWithholdingCents: cents(0) },
  income: {
    ...{ work: [], selfEmployment: [] },
    other: receivers.map((adultId) => ({ adultId, kind: 'trainingAllowance', monthlyCents: cents(200_00) })),
  },
})

describe('a benefit computed once', () => {
  test('BO-01 is the benefit of each', () => {
    const once = benefitsOnce()
    const one = once(couple(['a', 'b'], ['a']))
    expect(one).toEqual(computeBenefit(couple(['a', 'b'], ['a'])))
    expect(once(couple(['c', 'd'], ['c']))).toBe(one)
    expect(once({ ...couple(['c', 'd'], ['c']), monthsOnAssistance: 240 })).toEqual(
      computeBenefit({ ...couple(['c', 'd'], ['c']), monthsOnAssistance: 240 }),
    )
  })

  test('BO-02 keeps apart what each adult receives', () => {
    const once = benefitsOnce()
    const [together, apart] = [couple(['a', 'b'], ['a', 'a']), couple(['a', 'b'], ['a', 'b'])]
    expect(once(together)).toEqual(computeBenefit(together))
    expect(once(apart)).toEqual(computeBenefit(apart))
    expect(once(apart)).not.toEqual(once(together))
  })
})
