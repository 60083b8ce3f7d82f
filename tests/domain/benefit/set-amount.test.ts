import { expect, it } from 'vitest'
import { newHousehold, type NewHousehold } from '@/domain/application/admission'
import { withAmount } from '@/domain/benefit/set-amount'
import { daysIn, type Day } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { answers } from '../application/build'

/*
 * An amount set by a person. Numbered cases:
 *   SA-01 in the month of application its days left are paid; the next month is whole
 *   SA-02 every day of a month: never more than the whole amount, never less the earlier one applies
 *   SA-03 it has no lines, and says what was set
 */
const paymentsOf = (day: string) =>
  (newHousehold(answers({ assistanceBefore: 'before' }), day as Day) as NewHousehold).payments

it('SA-01 pays the days left, then the whole month', () => {
  const totals = paymentsOf('2026-11-16').map((one) => withAmount(one, cents(70_000)).totalCents)
  expect(totals).toEqual([35_000, 70_000])
  // A third of a cent is dropped, two thirds are one more.
  const [of] = paymentsOf('2026-11-21')
  expect(withAmount(of!, cents(10_001)).totalCents).toBe(3_334)
  expect(withAmount(of!, cents(10_000)).totalCents).toBe(3_333)
})

it('SA-02 pays no more than the whole, and less the later one applies', () => {
  let before = Number.POSITIVE_INFINITY
  for (let day = 1; day <= daysIn('2026-11' as never); day += 1) {
    const [of] = paymentsOf(`2026-11-${String(day).padStart(2, '0')}`)
    const { totalCents } = withAmount(of!, cents(81_503))
    expect(totalCents).toBeLessThan(before)
    if (day === 1) expect(totalCents).toBe(81_503)
    before = totalCents
  }
  expect(before).toBe(2_717)
})

it('SA-03 explains nothing by lines', () => {
  const [of] = paymentsOf('2026-11-16')
  const set = withAmount(of!, cents(0))
  expect(set).toMatchObject({ lines: [], totalCents: 0, setMonthlyCents: 0, month: '2026-11' })
})
