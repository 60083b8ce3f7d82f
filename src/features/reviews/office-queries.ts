import 'server-only'
import type { Benefit } from '@/domain/benefit/line'
import { instantOf, type Day, type Instant, type Month } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import { mayAnswerReview } from '@/domain/decision/review'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'

/** A request for review as the office reads it, with the decision it is about. */
export type OfficeReview = {
  readonly id: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly fileNumber: string | null
  readonly receiptNumber: string
  /** A person of the household by name; an adult of an application by who they are in it. */
  readonly askedBy: { readonly name: string | null; readonly adult: 'applicant' | 'spouse' | null }
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly late: boolean
  readonly until: Day
  readonly words: string
  readonly lateReason: string
  readonly lateWords: string
  readonly withdrawnAt: Instant | null
  readonly decision: {
    readonly id: string
    readonly number: string
    readonly outcome: Outcome
    readonly leftAt: Instant
    readonly fromMonth: Month | null
    readonly totalCents: Benefit['totalCents'] | null
    readonly words: string | null
    readonly decidedBy: string
    readonly secondedBy: string | null
  }
  /** Not for this viewer to answer: they took the decision, or agreed to it. */
  readonly own: boolean
}

type Row = {
  household_id: string | null
  application_id: string | null
  file_number: string | null
  receipt_number: string
  adult: 'applicant' | 'spouse' | null
  asked_at: Date
  due_at: Date
  late: boolean
  until_day: Day
  words: string
  late_reason: string
  late_words: string
  withdrawn_at: Date | null
  decision_id: string
  number: string
  outcome: Outcome
  leaves_at: Date
  from_month: Month | null
  benefit: Partial<Benefit> | null
  told: string | null
  decided_by: string
  seconded_by: string | null
  asked_by_name: string | null
  decided_by_name: string
  seconded_by_name: string | null
  /** Whom the decision was told to alone. */
  told_to: string | null
}

/*
 * One statement with its own condition: the task that the request opened is of the viewer's office, or for a supervisor
 * of the contact centre.
 */
const question = `
select r.household_id, r.application_id, h.file_number, r.receipt_number, r.adult, r.asked_at, r.due_at, r.late,
  r.until_day, r.words, r.late_reason, r.late_words, r.withdrawn_at, d.id as decision_id, d.number, d.outcome,
  d.leaves_at, d.from_month, d.benefit, d.words as told, d.decided_by, d.seconded_by, n.asked_by as asked_by_name,
  n.decided_by as decided_by_name, n.seconded_by as seconded_by_name, d.person_id as told_to
from review_request r join task t on t.kind = 'review' and t.subject_id = r.id
  join decision d on d.id = r.decision_id join review_names(r.id) n on true left join household h on h.id = r.household_id
where r.id = $1 and r.asked_at is not null and (t.office_id = $2
  or ($3 and t.office_id in (select o.id from office o where o.kind = 'contactCentre')))`

/** Opens one request for review, and writes the look in the trail. Null when it is not this office's. */
export async function findReview(viewer: Staff, id: string): Promise<OfficeReview | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<Row>(question, [id, viewer.officeId, viewer.role === 'supervisor'])
    if (!row) return null
    await record(door, viewer, {
      act: 'looked',
      subjectKind: 'review',
      subjectId: id,
      // Of what was told to one adult alone, the other adult reads no look either.
      ...(row.household_id && !row.told_to ? { householdId: row.household_id } : {}),
    })
    return {
      id,
      householdId: row.household_id,
      applicationId: row.application_id,
      fileNumber: row.file_number,
      receiptNumber: row.receipt_number,
      askedBy: { name: row.asked_by_name, adult: row.adult },
      askedAt: instantOf(row.asked_at),
      dueAt: instantOf(row.due_at),
      late: row.late,
      until: row.until_day,
      words: row.words,
      lateReason: row.late_reason,
      lateWords: row.late_words,
      withdrawnAt: row.withdrawn_at && instantOf(row.withdrawn_at),
      decision: {
        id: row.decision_id,
        number: row.number,
        outcome: row.outcome,
        leftAt: instantOf(row.leaves_at),
        fromMonth: row.from_month,
        totalCents: row.benefit?.totalCents ?? null,
        words: row.told,
        decidedBy: row.decided_by_name,
        secondedBy: row.seconded_by_name,
      },
      own: !mayAnswerReview(viewer.staffId, { decidedBy: row.decided_by, secondedBy: row.seconded_by }),
    }
  })
}
