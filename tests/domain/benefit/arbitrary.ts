import fc from 'fast-check'
import { computeBenefit } from '@/domain/benefit/compute'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import type { Benefit } from '@/domain/benefit/line'
import { programmes } from '@/domain/benefit/situation'
import type { AdultSituation, BenefitSituation, ChildSituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { adult, child, day, income, job, month, other, profit, situation } from './build'

const two = (value: number) => String(value).padStart(2, '0')
const dayFrom = (first: number, last: number) =>
  fc
    .tuple(
      fc.integer({ min: first, max: last }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, m, d]) => `${year}-${two(m)}-${two(d)}`)
const amount = (max = 3_000_00) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max })).map(cents)
const rarely = fc.integer({ min: 0, max: 5 }).map((value) => value === 0)

const adultOf = (id: string): fc.Arbitrary<AdultSituation> =>
  fc
    .record({
      constraint: fc.constantFrom('none', 'temporary', 'severe'),
      birth: dayFrom(1955, 2006),
      sheltered: rarely,
      pregnantWeeks: fc.constantFrom(0, 0, 0, 8, 19, 20, 39),
      refugeeClaimant: rarely,
      severeMonthsOfLast72: fc.constantFrom(0, 0, 65, 66, 72),
    })
    .map(({ constraint, birth, ...facts }) => ({ ...adult(constraint, birth, id), ...facts }))

const received = fc.option(amount(200_00))

/** A child of any age, for whom Family Allowance or the Canada child benefit may be less than whole. */
export const children: fc.Arbitrary<ChildSituation> = fc
  .record({
    birth: dayFrom(2005, 2027),
    handicapSupplement: rarely,
    familyAllowanceCents: received,
    canadaChildBenefitCents: received,
  })
  .map(({ birth, ...facts }) => ({ ...child(birth), ...facts }))

const jobs = fc
  .record({
    net: amount(),
    ended: fc.constantFrom(null, null, '2026-10-10'),
    lastedMonths: fc.integer({ min: 0, max: 6 }),
    declaredInTime: fc.boolean(),
  })
  .map(({ net, ended, ...facts }) => ({ ...job(net, ended), ...facts }))

const incomes = fc
  .record({
    work: fc.array(jobs, { maxLength: 3 }),
    selfEmployment: fc.array(amount().map(profit), { maxLength: 2 }),
    other: fc.array(
      fc
        .tuple(fc.constantFrom(...incomeKinds), amount(), fc.constantFrom('a', 'b'))
        .map(([kind, value, id]) => other(kind, value, id)),
      { maxLength: 4 },
    ),
  })
  .map(income)

const property = fc.record({
  residenceCents: amount(600_000_00),
  otherCents: amount(400_000_00),
  vehicles: fc.array(fc.record({ valueCents: amount(30_000_00), adapted: fc.boolean() }), { maxLength: 3 }),
})

/** Any household of 2016 to 2028, of any programme. */
export const situations: fc.Arbitrary<BenefitSituation> = fc
  .record({
    year: fc.integer({ min: 2016, max: 2028 }),
    m: fc.integer({ min: 1, max: 12 }),
    programme: fc.constantFrom('socialAssistance' as const, ...programmes),
    adults: fc.oneof(fc.tuple(adultOf('a')), fc.tuple(adultOf('a'), adultOf('b'))),
    children: fc.array(children, { maxLength: 4 }),
    livesWithParents: fc.boolean(),
    spouseOfStudent: rarely,
    subsidisedDwelling: fc.boolean(),
    monthsOnAssistance: fc.integer({ min: 0, max: 12 }),
    income: incomes,
    liquidAssetsCents: amount(8_000_00),
    recoveryWithholdingCents: fc.constantFrom(0, 22_00, 56_00, 112_00, 224_00).map(cents),
    applied: fc.option(fc.integer({ min: 1, max: 28 }), { freq: 3 }),
    fromOtherProgramme: rarely,
    sharesDwelling: fc.boolean(),
    shelterAllowanceCents: fc.constantFrom(0, 0, 20_00, 80_00).map(cents),
    parentalContributionCents: fc.constantFrom(0, 0, 0, 150_00).map(cents),
    property: fc.option(property, { nil: undefined }),
    givenAway: fc.array(
      fc.record({ valueCents: amount(20_000_00), monthsAgo: fc.integer({ min: 0, max: 30 }) }),
      { maxLength: 2 },
    ),
  })
  .map(({ year, m, applied, ...rest }) => {
    const applicationDay = applied === null ? undefined : day(`${year}-${two(m)}-${two(applied)}`)
    return situation({ month: month(`${year}-${two(m)}`), applicationDay, ...rest })
  })

/** The benefit, when one is computed: months before the tables are not what properties are about. */
export function computed(one: BenefitSituation): Benefit {
  const result = computeBenefit(one)
  fc.pre(result.computed)
  return result as Benefit
}
