import { describe, expect, it } from 'vitest'
import { explainDifference } from '@/domain/benefit/compare'
import type { BenefitSituation } from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import { adult, benefitOf, day, glance, income, job, lineOf, month, other } from './build'

const applying = (text: string, rest: Partial<BenefitSituation> = {}) =>
  benefitOf({ applicationDay: day(text), monthsOnAssistance: 0, ...rest })

describe('the month of application', () => {
  it('B-700 on the 16th of November: 15 days of 30, half of 845 $', () => {
    expect(glance(applying('2026-11-16'))).toEqual({
      basicBenefit: 800_00,
      basicBenefitAdjustment: 45_00,
      applicationDays: -422_50,
    })
    expect(lineOf(applying('2026-11-16'), 'applicationDays')).toMatchObject({
      rule: 'ADEL 44523',
      confidence: 'secondary',
      detail: { days: 15, daysOfMonth: 30 },
    })
  })
  it.each([
    ['B-701 the first: the whole month, no such line', '2026-11-01', '2026-11', 845_00],
    ['B-702 the last day of a month of 31: one day, rounded half up', '2026-10-31', '2026-10', 27_26],
    ['B-703 the second of February in a leap year: 28 of 29', '2024-02-02', '2024-02', 779_17],
    ['B-704 the same, not a leap year: 27 of 28', '2023-02-02', '2023-02', 742_50],
  ])('%s', (_name, application, asked, total) => {
    expect(applying(application, { month: month(asked) }).totalCents).toBe(total)
  })
  it('B-705 who comes from a specific programme has the whole month (RAPF 169)', () => {
    expect(applying('2026-11-16', { fromOtherProgramme: true }).totalCents).toBe(845_00)
  })
  it('B-706 a job of that month counts, even one that ceased, and the exclusion is whole', () => {
    const ended = { ...job(300_00, '2026-11-05'), lastedMonths: 24, declaredInTime: true }
    const benefit = applying('2026-11-16', { income: income({ work: [ended] }) })
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(-100_00)
    expect(benefit.totalCents).toBe(422_50 - 100_00 + 25_00)
  })
  it('B-707 the month after, the job that ceased is ignored, however short', () => {
    const ended = { ...job(300_00, '2026-11-05'), lastedMonths: 0, declaredInTime: false }
    const benefit = benefitOf({
      month: month('2026-12'),
      monthsOnAssistance: 1,
      income: income({ work: [ended] }),
    })
    expect(glance(benefit)).toMatchObject({ ceasedIncome: 0 })
    expect(lineOf(benefit, 'ceasedIncome')).toMatchObject({ source: 'adel42623', confidence: 'confirmed' })
    expect(benefit.totalCents).toBe(845_00)
  })
  it('B-711 the month after that, the ordinary rule: three months and declared', () => {
    const short = income({ work: [{ ...job(300_00, '2026-12-05'), lastedMonths: 1, declaredInTime: true }] })
    const benefit = benefitOf({ month: month('2027-01'), monthsOnAssistance: 2, income: short })
    expect(lineOf(benefit, 'workIncome')?.cents).toBe(-100_00)
  })
  it('B-708 the money held is that of the day of application', () => {
    const benefit = applying('2026-11-16', { liquidAssetsCents: cents(800_00) })
    expect(lineOf(benefit, 'liquidAssets')?.detail).toMatchObject({ on: 'application', counts: 'none' })
    expect(lineOf(benefitOf({ liquidAssetsCents: cents(800_00) }), 'liquidAssets')?.detail.on).toBe('lastDay')
  })
  it('B-709 a special benefit is paid whole', () => {
    const benefit = applying('2026-11-16', { adults: [{ ...adult(), pregnantWeeks: 12 }] })
    expect(benefit.totalCents).toBe(422_50 + 55_00)
  })
  it('B-710 next month: the whole month, and the income that ceased', () => {
    const work = income({ work: [job(300_00, '2026-11-05')] })
    const first = applying('2026-11-16', { income: work })
    const next = benefitOf({ month: month('2026-12'), monthsOnAssistance: 1, income: work })
    const differences = explainDifference(first, next)
    expect(differences.map((one) => `${one.code} ${one.cause} ${one.cents}`)).toEqual([
      'applicationDays applicationOver 42250',
      'workIncome incomeEnded 10000',
      'workIncomeSupplement supplementEnded -2500',
    ])
    expect(explainDifference(next, first)[0]).toMatchObject({ cause: 'applicationBegan', cents: -422_50 })
  })
})

describe('income that ceased while on assistance (ADEL 42629)', () => {
  const paid = (lastedMonths?: number, declaredInTime?: boolean) => {
    const ended = { ...job(600_00, '2026-10-15'), lastedMonths, declaredInTime }
    return benefitOf({ income: income({ work: [ended, job(250_00)], other: [other('gift', 10_00)] }) })
  }
  it('B-720 three months, declared in time: ignored, and the other job has the exclusion', () => {
    const benefit = paid(3, true)
    expect(lineOf(benefit, 'ceasedIncome')).toMatchObject({
      cents: 0,
      source: 'adel42629',
      detail: { receivedCents: 600_00 },
    })
    expect(lineOf(benefit, 'workIncome')).toMatchObject({ cents: -50_00, detail: { endedCents: 0 } })
  })
  it.each([
    ['B-721 two months', 2, true],
    ['B-722 declared late', 3, false],
    ['B-723 neither is known', undefined, undefined],
  ])('%s: it counts, and is said', (_name, lasted, declared) => {
    const benefit = paid(lasted, declared)
    expect(lineOf(benefit, 'ceasedIncome')).toBeUndefined()
    expect(lineOf(benefit, 'workIncome')).toMatchObject({ cents: -650_00, detail: { endedCents: 600_00 } })
  })
})
