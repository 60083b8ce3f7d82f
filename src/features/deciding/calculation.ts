import 'server-only'
import { caseOf } from '@/domain/application/household-case'
import type { BenefitResult } from '@/domain/benefit/line'
import { estimate } from '@/domain/estimate/estimate'
import { unknownAsNothing } from '@/domain/estimate/settled'
import type { Door } from '@/server/db'
import { readSentApplication } from '@/server/sent-answers'
import type { FoundTask } from '@/server/tasks'

/**
 * The benefit that accepting an application would give, by the rules, from what was answered: that of the month it was
 * first sent in. Of what is not known, nothing is counted against the person. Null when the task is about no application,
 * or the rules pay nothing. Of a statement the payment follows from the file, and is decided there.
 */
export async function calculationOf(door: Door, task: FoundTask): Promise<BenefitResult | null> {
  if (task.applicationId === null || task.householdId !== null) return null
  const sent = await readSentApplication(door, task.applicationId)
  if (!sent || sent.answers === 'spouseNotHeard') return null
  const household = caseOf(sent.answers, sent.day)
  const sure = estimate(household)
  return sure.eligibility.outcome === 'incomplete'
    ? estimate(unknownAsNothing(household)).benefit
    : sure.benefit
}
