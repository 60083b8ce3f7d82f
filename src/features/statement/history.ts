import type { Instant, Month } from '@/domain/calendar'
import { type AnswerDifference, differences } from '@/domain/statement/differences'
import { versionsOf } from './derive'
import type { Filing, Household } from './household'

/** One thing sent, with what it changed from the version before and the payment it led to. */
export type HistoryEntry = {
  readonly id: string
  readonly kind: Filing['kind']
  readonly month: Month
  readonly version: number
  readonly receivedAt: Instant
  readonly filedByName: string
  readonly correctionReason: string | null
  readonly differences: readonly AnswerDifference[]
}

/** Everything of a household that its reader may see, newest first. */
export function historyOf(household: Household): HistoryEntry[] {
  return household.filings
    .map((filing) => {
      const before = filing.kind === 'statement' ? versionsOf(household, filing.month) : []
      const previous = before.find((one) => one.version === filing.version - 1)
      return {
        ...filing,
        differences: previous ? differences(previous.answers, filing.answers) : [],
      }
    })
    .reverse()
}
