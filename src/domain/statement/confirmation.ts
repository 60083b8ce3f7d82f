import type { Cents } from '../money'
import type { OtherIncomeKind, StatementAnswers } from './answers'

/** The three topics whose amounts may be estimated. */
export const incomeTopics = ['work', 'selfEmployment', 'otherIncome'] as const
export type IncomeTopic = (typeof incomeTopics)[number]

/** An amount estimated in the last statement, to be confirmed in this one. Amounts are net, of that month. */
export type Estimate = {
  readonly topic: IncomeTopic
  readonly adultId: string
  /** The employer, the activity or the kind of income. */
  readonly name: string | OtherIncomeKind
  readonly estimatedCents: Cents
}

/** The final amount that replaces an estimate; equal to it when the guess was right. */
export type EstimateConfirmation = Estimate & { readonly finalCents: Cents }

/** Everything a household sends: the parts of its statement, and the estimates of last month made final. */
export type FiledAnswers = StatementAnswers & { readonly confirmed: readonly EstimateConfirmation[] }

/** What was estimated last month and must be confirmed now, in the order it was declared. */
export function estimatesOf(income: Pick<StatementAnswers, IncomeTopic>): Estimate[] {
  return [
    ...income.work
      .filter((job) => job.certainty === 'estimated')
      .map((job) => estimate('work', job.adultId, job.employer, job.netCents)),
    ...income.selfEmployment
      .filter((activity) => activity.certainty === 'estimated')
      .map((activity) => estimate('selfEmployment', activity.adultId, activity.activity, activity.netCents)),
    ...income.otherIncome
      .filter((other) => other.certainty === 'estimated')
      .map((other) => estimate('otherIncome', other.adultId, other.kind, other.monthlyCents)),
  ]
}

function estimate(topic: IncomeTopic, adultId: string, name: string, estimatedCents: Cents): Estimate {
  return { topic, adultId, name, estimatedCents }
}

/** Whether two estimates are about the same income. */
export function isSameEstimate(one: Estimate, other: Estimate): boolean {
  return (
    one.topic === other.topic &&
    one.adultId === other.adultId &&
    one.name === other.name &&
    one.estimatedCents === other.estimatedCents
  )
}
