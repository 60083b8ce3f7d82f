import { addMonths, type Month } from '../calendar'
import { cents, type Cents } from '../money'
import { incomeTopics, type IncomeTopic } from './confirmation'
import { knownIncome, type IncomeReport, type KnownIncome } from './known-income'

/** The income of one month as the household last told it, net where it is net. */
export type MonthIncomeTold = Readonly<Record<IncomeTopic, Cents>> & {
  readonly month: Month
  readonly totalCents: Cents
  /** Some of it is a guess that no later statement made final. */
  readonly estimated: boolean
  /** Something was filed for this month; otherwise what was known goes on. */
  readonly told: boolean
}

/** The income of the `count` months that end with `last`, oldest first, from the reports in force. */
export function incomeOver(reports: readonly IncomeReport[], last: Month, count: number): MonthIncomeTold[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1)).map((month) => {
    const known = knownIncome(reports, month)
    const sums = {
      work: sum(known.work.map(({ netCents }) => netCents)),
      selfEmployment: sum(known.selfEmployment.map(({ netCents }) => netCents)),
      otherIncome: sum(known.otherIncome.map(({ monthlyCents }) => monthlyCents)),
    }
    return {
      month,
      ...sums,
      totalCents: sum(Object.values(sums)),
      estimated: hasEstimate(known),
      told: reports.some((report) => report.month === month),
    }
  })
}

const hasEstimate = (known: KnownIncome): boolean =>
  incomeTopics.some((topic) => known[topic].some(({ certainty }) => certainty === 'estimated'))

const sum = (amounts: readonly number[]): Cents => cents(amounts.reduce((total, one) => total + one, 0))
