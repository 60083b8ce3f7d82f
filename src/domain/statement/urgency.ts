import type { ChangeTopic } from './answers'

/** Why a statement received waits for an agent, most urgent first. */
export const urgencies = ['disagreement', 'situation', 'income', 'late', 'unchanged'] as const
export type Urgency = (typeof urgencies)[number]

export type Received = {
  readonly changed: readonly ChangeTopic[]
  /** The other adult said that it is not so. */
  readonly disputed: boolean
  readonly late: boolean
}

const income: readonly ChangeTopic[] = ['work', 'selfEmployment', 'otherIncome']

/**
 * How urgent a received statement is: a disagreement between spouses first, then what changes the household's
 * needs (who lives there, where, studies, absence, health, assets, anything else), then what changes its income,
 * then what came late. A statement on which nothing changed asks for nothing.
 */
export function urgencyOf({ changed, disputed, late }: Received): Urgency {
  if (disputed) return 'disagreement'
  if (changed.some((topic) => !income.includes(topic))) return 'situation'
  if (changed.length > 0) return 'income'
  return late ? 'late' : 'unchanged'
}
