import 'server-only'
import { instantOf, type Day, type Instant } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import type { Door } from '@/server/db'
import { isCitizen, type Applicant, type Citizen } from '@/server/viewer'

/** Who may ask for a review: a person of the household, or an adult of the application. */
export type Asker = Citizen | Applicant

/** A decision that a review may be asked of. */
export type ReviewableDecision = {
  readonly id: string
  readonly number: string
  readonly outcome: Outcome
  readonly leftAt: Instant
}

/** One's own request, as it is kept: a draft until `asked`. */
export type OwnRequest = {
  readonly id: string
  readonly words: string
  readonly lateReason: string
  readonly lateWords: string
  readonly attempted: boolean
  readonly asked: {
    readonly at: Instant
    readonly receiptNumber: string
    readonly late: boolean
    readonly until: Day
    readonly dueAt: Instant
  } | null
}

/** What stands of a decision for all its people: that someone asked, and the answer once it has left. */
export type Standing = {
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly answer: {
    readonly id: string
    readonly number: string
    readonly outcome: Outcome
    readonly at: Instant
  } | null
}

const householdOf = ({ memberships }: Citizen): string | null =>
  memberships.find(({ untilDay }) => untilDay === null)?.householdId ?? null

/** Of which file the asker is: its household, or its application. */
export const fileOf = (asker: Asker) => ({
  householdId: isCitizen(asker) ? householdOf(asker) : null,
  applicationId: isCitizen(asker) ? null : asker.applicationId,
  personId: isCitizen(asker) ? asker.personId : null,
  adult: isCitizen(asker) ? null : asker.adult,
})

/** The decision, when a review may be asked of it. Null otherwise: somebody else's, not gone yet, or itself a review. */
export async function findReviewable(
  { sql }: Door,
  asker: Asker,
  id: string,
): Promise<ReviewableDecision | null> {
  const { householdId, applicationId } = fileOf(asker)
  const [row] = await sql<{ id: string; number: string; outcome: Outcome; leaves_at: Date }>(
    `select d.id, d.number, d.outcome, d.leaves_at from decision d
     where d.id = $1 and (d.household_id = $2 or d.application_id = $3) and may_ask_review(d.id)`,
    [id, householdId, applicationId],
  )
  return row
    ? { id: row.id, number: row.number, outcome: row.outcome, leftAt: instantOf(row.leaves_at) }
    : null
}

type Row = {
  id: string
  words: string
  late_reason: string
  late_words: string
  attempted: boolean
  asked_at: Date | null
  receipt_number: string | null
  late: boolean | null
  until_day: Day | null
  due_at: Date | null
}

/** One's own request of a decision, sent or begun; one that was taken back is over. */
export async function findOwnRequest(
  { sql }: Door,
  asker: Asker,
  decisionId: string,
): Promise<OwnRequest | null> {
  const { personId, adult } = fileOf(asker)
  const [row] = await sql<Row>(
    `select id, words, late_reason, late_words, attempted, asked_at, receipt_number, late, until_day, due_at
     from review_request where decision_id = $1 and (person_id = $2 or adult = $3) and withdrawn_at is null
     order by asked_at desc nulls last limit 1`,
    [decisionId, personId, adult],
  )
  if (!row) return null
  return {
    id: row.id,
    words: row.words,
    lateReason: row.late_reason,
    lateWords: row.late_words,
    attempted: row.attempted,
    asked: row.asked_at && {
      at: instantOf(row.asked_at),
      receiptNumber: row.receipt_number!,
      late: row.late!,
      until: row.until_day!,
      dueAt: instantOf(row.due_at!),
    },
  }
}

/** What all the people of a decision know of the request that stands. Null while nobody asked. */
export async function findStanding({ sql }: Door, decisionId: string): Promise<Standing | null> {
  const [row] = await sql<{
    asked_at: Date
    due_at: Date
    answer_id: string | null
    answer_number: string
    answer_outcome: Outcome
    answered_at: Date
  }>('select * from review_standing($1)', [decisionId])
  if (!row) return null
  return {
    askedAt: instantOf(row.asked_at),
    dueAt: instantOf(row.due_at),
    answer: row.answer_id
      ? {
          id: row.answer_id,
          number: row.answer_number,
          outcome: row.answer_outcome,
          at: instantOf(row.answered_at),
        }
      : null,
  }
}
