import type { Instant, Month } from '../calendar'
import { dueInstant, isLate } from './deadline'
import type { FilingPolicy } from './policy'

/** What another due day would have changed for the statements of a month. Extensions are left out on both sides. */
export type DatesPreview = {
  readonly month: Month
  /** The usual limits, by the policy in force and by the other. */
  readonly dueBefore: Instant
  readonly dueAfter: Instant
  readonly sent: number
  readonly onTimeBefore: number
  readonly onTimeAfter: number
}

/** Judges the same statements, by when they first came, against two policies. */
export function previewDates(
  month: Month,
  received: readonly Instant[],
  before: FilingPolicy,
  after: FilingPolicy,
): DatesPreview {
  const [dueBefore, dueAfter] = [dueInstant(month, before), dueInstant(month, after)]
  const onTime = (due: Instant) => received.filter((at) => !isLate(at, due)).length
  return {
    ...{ month, dueBefore, dueAfter, sent: received.length },
    ...{ onTimeBefore: onTime(dueBefore), onTimeAfter: onTime(dueAfter) },
  }
}
