import { businessDaysAfter } from '../statement/holidays'
import { dayOf, type Day, type Instant } from '../calendar'

/** From a day on: how many business days the office has to answer. Rows are added, never edited. Newest first. */
export type ReplyPolicy = { readonly from: Day; readonly days: number; readonly source: string }

export const replyPolicies: readonly ReplyPolicy[] = [
  {
    from: '2016-01-01' as Day,
    days: 2,
    source:
      'Decision of the project: no rule sets a time to answer a message; two business days are promised',
  },
]

/** How many business days a message of this day waits at most. */
export function replyDays(on: Day, policies: readonly ReplyPolicy[] = replyPolicies): number {
  const inForce = policies.filter(({ from }) => from <= on)
  return (inForce.length > 0 ? inForce : policies).reduce((one, other) =>
    other.from > one.from ? other : one,
  ).days
}

/** The last day to answer a message that came at this instant. The day it came does not count. */
export function replyBy(at: Instant): Day {
  const on = dayOf(at)
  return businessDaysAfter(on, replyDays(on))
}

/** What was promised of a message, as it was written down with it. */
export type Promised = {
  readonly fromOffice: boolean
  readonly replyBy: Day | null
  readonly answered: boolean
}

/** Where the promise of a mailbox stands: none waits, an answer is promised by a day, or that day has passed. */
export type ReplyPromise =
  { readonly state: 'none' } | { readonly state: 'promised' | 'late'; readonly day: Day }

/** The promise that stands: of all the messages not answered, the first that was promised. */
export function promiseOf(messages: readonly Promised[], now: Instant): ReplyPromise {
  const days = messages.flatMap((one) =>
    !one.fromOffice && !one.answered && one.replyBy !== null ? [one.replyBy] : [],
  )
  if (days.length === 0) return { state: 'none' }
  const day = days.reduce((one, other) => (other < one ? other : one))
  return { state: dayOf(now) > day ? 'late' : 'promised', day }
}
