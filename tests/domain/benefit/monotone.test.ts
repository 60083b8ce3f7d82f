import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import type { BenefitSituation, MonthIncome } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { children, computed, situations } from './arbitrary'
import { adult, benefitOf, child, day, income, job, lineOf, other, profit, situation } from './build'

const runs = { numRuns: 1_000 }
const more = fc.integer({ min: 1, max: 2_000_00 })

/** The same household with more income. */
const receiving = (one: BenefitSituation, parts: Partial<MonthIncome>): BenefitSituation => ({
  ...one,
  income: income({
    work: [...one.income.work, ...(parts.work ?? [])],
    selfEmployment: [...one.income.selfEmployment, ...(parts.selfEmployment ?? [])],
    other: [...one.income.other, ...(parts.other ?? [])],
  }),
})

/*
 * Nowhere does the law make a payment rise when counted income rises. It makes it fall by more than the rise in one
 * place: the cent that brings the benefit under 1 $ takes the whole supplement away (B-512).
 */
describe('more income never raises the payment', () => {
  const rises = (change: (one: BenefitSituation, by: number) => BenefitSituation) =>
    fc.assert(
      fc.property(situations, more, (one, by) => {
        expect(computed(change(one, by)).totalCents).toBeLessThanOrEqual(computed(one).totalCents)
      }),
      runs,
    )

  it('B-510 of work', () => {
    rises((one, by) => receiving(one, { work: [job(by)] }))
    rises((one, by) => receiving(one, { selfEmployment: [profit(by)] }))
  })
  it.each(incomeKinds)('B-511 of the kind %s', (kind) => {
    rises((one, by) => receiving(one, { other: [other(kind, by)] }))
  })
  it('B-512 one cent may take the whole supplement away, and nothing else may', () => {
    const paid = (net: number) => benefitOf({ income: income({ work: [job(net)] }) }).totalCents
    expect(paid(1_044_00) - paid(1_044_01)).toBe(211_01)
    fc.assert(
      fc.property(situations, (one) => {
        const [before, after] = [computed(one), computed(receiving(one, { work: [job(1)] }))]
        const ended = lineOf(before, 'workIncomeSupplement') && !lineOf(after, 'workIncomeSupplement')
        if (!ended) expect(before.totalCents - after.totalCents).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })
  it('B-513 nor do parents who must give more', () => {
    rises((one, by) => ({
      ...one,
      parentalContributionCents: cents((one.parentalContributionCents ?? 0) + by),
    }))
  })
})

describe('owning more never raises the payment', () => {
  const nothing = { residenceCents: cents(0), otherCents: cents(0), vehicles: [] }
  it.each([
    ['B-520 a residence', (by: number) => ({ ...nothing, residenceCents: cents(by * 100) })],
    ['B-521 other property', (by: number) => ({ ...nothing, otherCents: cents(by * 100) })],
    [
      'B-522 a vehicle',
      (by: number) => ({ ...nothing, vehicles: [{ valueCents: cents(by * 10), adapted: false }] }),
    ],
  ])('%s', (_name, added) => {
    fc.assert(
      fc.property(situations, more, (one, by) => {
        const { residenceCents, otherCents, vehicles } = one.property ?? nothing
        const extra = added(by)
        const richer = {
          residenceCents: cents(residenceCents + extra.residenceCents),
          otherCents: cents(otherCents + extra.otherCents),
          vehicles: [...vehicles, ...extra.vehicles],
        }
        const [before, after] = [computed(one), computed({ ...one, property: richer })]
        expect(after.totalCents).toBeLessThanOrEqual(before.totalCents)
      }),
      runs,
    )
  })
  it('B-523 what was given away counts less and less', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const later = one.givenAway?.map((gift) => ({ ...gift, monthsAgo: gift.monthsAgo + 1 }))
        expect(computed({ ...one, givenAway: later }).totalCents).toBeGreaterThanOrEqual(
          computed(one).totalCents,
        )
      }),
      runs,
    )
  })
})

/*
 * One more child never lowers the payment, save in one place of the law: an independent adult who becomes a parent
 * loses the single-adult adjustment (RAPF 67.3), whatever the child brings.
 */
describe('one more child', () => {
  it('B-530 never lowers the payment, save by the adjustment for adults alone', () => {
    fc.assert(
      fc.property(situations, children, (one, another) => {
        const before = computed(one)
        const without = lineOf(before, 'singleAdultAdjustment')
          ? computed({ ...one, subsidisedDwelling: true })
          : before
        const after = computed({
          ...one,
          subsidisedDwelling: lineOf(before, 'singleAdultAdjustment') ? true : one.subsidisedDwelling,
          children: [...one.children, another],
        })
        expect(after.totalCents).toBeGreaterThanOrEqual(without.totalCents)
      }),
      runs,
    )
  })
  it('B-531 that exception: 50 $ less, nothing more for a child of 8', () => {
    const alone = benefitOf({ subsidisedDwelling: false })
    const parent = benefitOf({ subsidisedDwelling: false, children: [child('2018-01-01')] })
    expect(parent.totalCents - alone.totalCents).toBe(-50_00)
  })
})

describe('the order in which people and incomes are told', () => {
  it('B-540 changes nothing', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const turned = {
          ...one,
          adults: one.adults.toReversed(),
          children: one.children.toReversed(),
          givenAway: one.givenAway?.toReversed(),
          income: {
            work: one.income.work.toReversed(),
            selfEmployment: one.income.selfEmployment.toReversed(),
            other: one.income.other.toReversed(),
          },
        }
        const [first, second] = [computed(one), computed(turned)]
        expect(second.lines.map((line) => [line.code, line.cents])).toEqual(
          first.lines.map((line) => [line.code, line.cents]),
        )
        expect(second).toMatchObject({ totalCents: first.totalCents, confidence: first.confidence })
      }),
      runs,
    )
  })
})

describe('the day of application', () => {
  it('B-550 a later one never pays more, and never more than a whole month', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 27 }), (one, number) => {
        const on = (value: number) =>
          computed({ ...one, applicationDay: day(`${one.month}-${String(value).padStart(2, '0')}`) })
        expect(on(number + 1).totalCents).toBeLessThanOrEqual(on(number).totalCents)
      }),
      runs,
    )
  })
  it('B-551 the first of the month pays what a month on assistance pays', () => {
    const facts = { adults: [adult('temporary')], monthsOnAssistance: 0 }
    const first = computed(situation({ ...facts, applicationDay: day('2026-11-01') }))
    expect(first.totalCents).toBe(benefitOf(facts).totalCents)
  })
})
