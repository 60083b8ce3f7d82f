import type { Month } from '../calendar'
import { nothingChanged } from './answers'
import type { FiledAnswers } from './confirmation'
import { differences, type AnswerDifference } from './differences'
import { knownIncome, type IncomeReport } from './known-income'

/**
 * What a statement changes against what was known the month before. Only the ticked topics count: the rest is as
 * it was, even though a statement says nothing of it. `earlier` are the reports in force for the months before.
 */
export function changesAgainst(
  earlier: readonly IncomeReport[],
  month: Month,
  answers: FiledAnswers,
): AnswerDifference[] {
  const { work, selfEmployment, otherIncome } = knownIncome(earlier, month)
  const before = { ...nothingChanged, work, selfEmployment, otherIncome }
  return differences(before, answers).filter(({ topic }) => answers.changed.includes(topic))
}
