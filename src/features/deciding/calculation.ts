import 'server-only'
import { caseOf } from '@/domain/application/household-case'
import type { BenefitResult } from '@/domain/benefit/line'
import { paymentFrom } from '@/domain/benefit/of-household'
import { addMonths } from '@/domain/calendar'
import { estimate } from '@/domain/estimate/estimate'
import { unknownAsNothing } from '@/domain/estimate/settled'
import type { Door } from '@/server/db'
import { readHouseholdRecord } from '@/server/household-facts'
import { paymentsOf } from '@/server/prepared-admission'
import { readSentApplication } from '@/server/sent-answers'
import type { FoundTask } from '@/server/tasks'

/** What a decision gives, by the rules. */
export type Calculation = {
  /** The payment decided: of the month of application, or of the one a filing leads to. */
  readonly benefit: BenefitResult | null
  /** Of an application: the whole month after, which is planned with it. */
  readonly next: BenefitResult | null
  /** Of a filing: what the same month would be paid without it. */
  readonly before: BenefitResult | null
}
export const nothingCalculated: Calculation = { benefit: null, next: null, before: null }

/**
 * The payment that a task decides, and what it is compared with. What was told in private is not counted, and is not
 * calculated here. Of a review, it is that of what was decided first.
 */
export async function calculationOf(door: Door, task: FoundTask): Promise<Calculation> {
  return task.householdId === null ? ofApplication(door, task) : ofFiling(door, task)
}

/**
 * Of an application: exactly what its household will be planned, with what the office settled of it. As long as that is
 * not settled, what the answers lead to; of what is not known, nothing is counted against the person.
 */
async function ofApplication(door: Door, { applicationId }: FoundTask): Promise<Calculation> {
  const sent = applicationId === null ? null : await readSentApplication(door, applicationId)
  if (!sent || sent.answers === 'spouseNotHeard') return nothingCalculated
  const [benefit, next] = await paymentsOf(door, applicationId!, sent)
  if (benefit) return { benefit, next: next ?? null, before: null }
  const household = caseOf(sent.answers, sent.day)
  const sure = estimate(household)
  const told =
    sure.eligibility.outcome === 'incomplete' ? estimate(unknownAsNothing(household)).benefit : sure.benefit
  return { ...nothingCalculated, benefit: told }
}

/** Of a statement or a change: everything in force, then the same without it. */
async function ofFiling(door: Door, task: FoundTask): Promise<Calculation> {
  const filingId = await filingOf(door, task)
  const household = filingId === null ? null : await readHouseholdRecord(door, task.householdId!)
  const filing = household?.filings.find(({ id }) => id === filingId)
  if (!household || !filing || filing.kind === 'privateChange') return nothingCalculated
  const monthPaid = addMonths(filing.month, 1)
  const others = household.filings.filter((one) => one !== filing)
  return {
    benefit: paymentFrom(household, household.filings, monthPaid),
    next: null,
    before: paymentFrom(household, others, monthPaid),
  }
}

/** What was filed that the task is about; of a review, what the decision was about. */
async function filingOf({ sql }: Door, { kind, subjectId }: FoundTask): Promise<string | null> {
  if (kind === 'statement' || kind === 'change') return subjectId
  if (kind !== 'review') return null
  const [row] = await sql<{ id: string }>(
    `select t.subject_id as id from review_request r join decision d on d.id = r.decision_id
       join task t on t.id = d.task_id where r.id = $1 and t.kind in ('statement', 'change')`,
    [subjectId],
  )
  return row?.id ?? null
}
