import 'server-only'
import { documentKinds } from '@/domain/application/document-kinds'
import type { Instant } from '@/domain/calendar'
import type { ClosingFacts } from '@/domain/decision/closing'
import type { Verified } from '@/domain/decision/items'
import type { MoveAround } from '@/domain/decision/move-form'
import { reasonsFor, type ReasonCode } from '@/domain/decision/reasons'
import { isInFavour, mayAnswerReview } from '@/domain/decision/review'
import type { Outcome } from '@/domain/decision/outcomes'
import { fourEyes, type FourEyesPolicy } from '@/domain/decision/four-eyes'
import { outcomesFor, watchedIn } from '@/domain/decision/taking'
import type { Verb } from '@/domain/decision/transitions'
import type { Door } from '@/server/db'
import { fourEyesPolicies } from '@/server/four-eyes'
import { readClosingFacts } from '@/server/closings'
import { findReviewed } from '@/server/reviews'
import type { FoundTask } from '@/server/tasks'
import { calculationOf, nothingCalculated, type Calculation } from './calculation'

/** Someone one may write to about a task: an adult of the application, or of the household. */
export type Addressee = { readonly id: string; readonly name: string | null }
export type Colleague = { readonly id: string; readonly name: string; readonly mayTake: boolean }

/** Around a task, for one move: what its form offers, and what its command accepts. */
export type Around = Omit<MoveAround, 'reasons'> & {
  readonly reasons: readonly ReasonCode[]
  readonly addressees: readonly Addressee[]
  readonly names: readonly Colleague[]
  /** What the move may decide, the usual one first; none for a move that decides nothing. */
  readonly outcomes: readonly Outcome[]
  /** What is shown and decided; nothing when nothing is calculated for this move. */
  readonly calculation: Calculation
  /** What takes two, with the share of refusals set by two supervisors. */
  readonly fourEyes: readonly FourEyesPolicy[]
  /** The last word on each item that was looked at; none for a move that decides nothing. */
  readonly verified: readonly Verified[]
  /** What is known of the closing that a task is about; null of the others. */
  readonly closing: ClosingFacts | null
  /** What was asked for in this file, by which a reason may name a paper. */
  readonly asked: readonly string[]
}

export async function aroundOf(door: Door, task: FoundTask, verb: Verb): Promise<Around> {
  const outcomes = outcomesFor(task.kind, verb, await findReviewed(door, task))
  const pays = outcomes.some(isInFavour)
  const writes = verb === 'askCorrection' || verb === 'askInformation' || verb === 'requestDocument'
  const addressees = writes || task.kind === 'document' ? await addresseesOf(door, task) : []
  const names = await namesOf(door, task)
  const calculation = pays ? await calculationOf(door, task) : nothingCalculated
  return {
    kind: task.kind,
    from: task.state,
    now: door.now,
    reasons: [...new Set(outcomes.flatMap((outcome) => reasonsFor(task.kind, outcome)))],
    outcomes,
    documents: Object.keys(documentKinds),
    colleagues: names.filter((one) => mayHold(one, task)).map(({ id }) => id),
    adults: addressees.map(({ id }) => id),
    calculated: calculation.benefit?.computed === true,
    addressees,
    names,
    calculation,
    // Only a share is set by people: what is always watched, or never, is the domain's.
    fourEyes: outcomes.some((outcome) => watchedIn(outcome, false).includes('refusal'))
      ? await fourEyesPolicies(door)
      : fourEyes,
    closing: task.kind === 'closing' ? await readClosingFacts(door, task.subjectId) : null,
    verified: outcomes.length > 0 ? await verifiedOf(door, task.id) : [],
    asked: outcomes.length > 0 ? await askedIn(door, task, door.now) : [],
  }
}

/** Whom it may be given to: a colleague who has it not, and of a review none of those who decided. */
const mayHold = ({ id, mayTake }: Colleague, { assignedTo, reviewed }: FoundTask): boolean =>
  mayTake && id !== assignedTo && (!reviewed || mayAnswerReview(id, reviewed))

/** The colleagues of the office of a task, and whoever moved it or holds it. */
export async function namesOf({ sql }: Door, task: FoundTask): Promise<Colleague[]> {
  return sql<Colleague>(
    `with colleague as materialized (select id, name from office_colleagues($2)),
     mover as (
       select distinct staff_id as id from task_event where task_id = $1 and staff_id is not null
       union select $3::uuid where $3::uuid is not null)
     select id, name, true as "mayTake" from colleague
     union all
     select id, name_of_staff(id), false from mover where id not in (select id from colleague)
     order by name, id`,
    [task.id, task.officeId, task.assignedTo],
  )
}

async function verifiedOf({ sql }: Door, taskId: string): Promise<Verified[]> {
  return sql<Verified>(
    `select distinct on (item) item, outcome from verification where task_id = $1 order by item, at desc, id desc`,
    [taskId],
  )
}

/** The adults of the file. Of what was told in private, its author alone: the other must not learn of it. */
async function addresseesOf({ sql }: Door, task: FoundTask): Promise<Addressee[]> {
  if (task.householdId !== null) {
    return sql<Addressee>(
      `select p.id, p.given_name || ' ' || p.family_name as name
       from household_member m join person p on p.id = m.person_id
         left join filing f on f.id = $2 and f.kind = 'privateChange'
       where m.household_id = $1 and m.role = 'adult' and m.until_day is null
         and (f.id is null or p.id = coalesce(f.for_person, f.filed_by_person))
       order by m.from_day, p.id`,
      [task.householdId, task.subjectId],
    )
  }
  return sql<Addressee>(
    `select adult as id, null as name from application_adult where application_id = $1
       and (adult = 'applicant' or came_at is not null) order by adult`,
    [task.applicationId],
  )
}

/** The papers that were asked of this file, by an agent or by what was answered. */
async function askedIn({ sql }: Door, task: FoundTask, now: Instant): Promise<string[]> {
  const rows = await sql<{ subject: string }>(
    `select distinct subject from (
       select e.details ->> 'document' as subject from task_event e join task t on t.id = e.task_id
         where e.verb = 'requestDocument' and (t.id = $1 or t.household_id = $2 or t.application_id = $3)
       union all
       select e.details ->> 'subject' from application_event e
         where e.application_id = $3 and e.kind in ('documentAsked', 'documentRefused') and e.at <= $4
       union all
       select r.value from application_event e, jsonb_array_elements_text(e.details -> 'required') r
         where e.application_id = $3 and e.kind = 'required' and jsonb_typeof(e.details -> 'required') = 'array') asked
     where subject is not null order by subject limit 200`,
    [task.id, task.householdId, task.applicationId, now],
  )
  return rows.map(({ subject }) => subject)
}
