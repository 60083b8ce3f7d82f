import 'server-only'
import { randomBytes } from 'node:crypto'
import type { BenefitResult } from '@/domain/benefit/line'
import { dayOf, monthOf, type Month } from '@/domain/calendar'
import type { DecidedOutcome } from '@/domain/decision/items'
import { minutesBeforeLeaving } from '@/domain/decision/leaving'
import { decisionNumberBytes, makeDecisionNumber } from '@/domain/decision/number'
import type { Outcome } from '@/domain/decision/outcomes'
import { reasonProblems, type GivenReason } from '@/domain/decision/reasons'
import type { Door } from './db'
import type { FoundTask } from './tasks'
import type { Staff } from './viewer'

/** The version of the words of notices: the templates, the reasons, the rights. Changed with them. */
export const noticeWording = '2026-11-27'

/** What is decided of one item, when the items are decided apart. */
export type DecidedItem = {
  readonly item: string
  readonly outcome: DecidedOutcome
  readonly reasons?: readonly string[]
}

/** A decision as a person of the office takes it. */
export type NewDecision = {
  readonly outcome: Outcome
  readonly reasons: readonly GivenReason[]
  readonly items?: readonly DecidedItem[]
  /** The payment as computed and shown; null when no amount is decided. */
  readonly benefit?: BenefitResult | null
  readonly fromMonth?: Month | null
  /** What the agent tells the person in their own words. */
  readonly words?: string | null
  /** Four eyes: it does not leave before a second person agrees. */
  readonly needsSecond: boolean
}

/**
 * Writes a decision on a task, in the caller's transaction, beside the move of the task. It takes the place of the one
 * that stood: that one is undone when it has not left, and replaced when it has. What was reported in private is told
 * to its author alone. Throws when its reasons are not lawful: the caller has asked `reasonProblems` before.
 */
export async function writeDecision(
  { sql, now }: Door,
  viewer: Staff,
  task: FoundTask,
  decision: NewDecision,
): Promise<{ readonly id: string; readonly number: string }> {
  const [problem] = reasonProblems(task.kind, decision.outcome, decision.reasons)
  if (problem) throw new RangeError(`Not a lawful decision: ${JSON.stringify(problem)}`)
  const number = makeDecisionNumber(monthOf(dayOf(now)), randomBytes(decisionNumberBytes))
  const [written] = await sql<{ id: string }>(insert, [
    number,
    task.id,
    task.householdId,
    task.applicationId,
    decision.outcome,
    JSON.stringify(decision.reasons),
    JSON.stringify(decision.items ?? []),
    decision.benefit ? JSON.stringify(decision.benefit) : null,
    decision.fromMonth ?? null,
    decision.words?.trim() || null,
    noticeWording,
    viewer.staffId,
    decision.needsSecond,
    minutesBeforeLeaving,
    await standing({ sql }, viewer, task.id),
    task.subjectId,
  ])
  return { id: written!.id, number }
}

/** The decision that the new one replaces. One that has not left is undone, and what it replaced stands again. */
async function standing({ sql }: Pick<Door, 'sql'>, viewer: Staff, taskId: string): Promise<string | null> {
  const [before] = await sql<{ id: string; replaces: string | null; left: boolean }>(
    `select d.id, d.replaces, coalesce(d.leaves_at <= app_now(), false) as left from decision d
     where d.task_id = $1 and d.undone_at is null
       and not exists (select from decision r where r.replaces = d.id and r.undone_at is null)
     order by d.decided_at desc limit 1`,
    [taskId],
  )
  if (!before || before.left) return before?.id ?? null
  await sql('update decision set undone_at = app_now(), undone_by = $2 where id = $1 and undone_at is null', [
    before.id,
    viewer.staffId,
  ])
  return before.replaces
}

/**
 * Its moment is read once: the clock of the database goes on within a statement. The language is that of the filing or
 * of the application: each adult's notice is in their own.
 */
const insert = `
  insert into decision (number, task_id, household_id, application_id, outcome, reasons, items, benefit, from_month,
    words, language, wording_version, decided_by, needs_second, decided_at, leaves_at, replaces,
    person_id)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
    coalesce((select a.language from application a where a.id = $4), f.language, 'fr'), $11, $12, $13,
    one.now, case when not $13::boolean then one.now + make_interval(mins => $14::integer) end, $15,
    case when f.kind = 'privateChange' then coalesce(f.for_person, f.filed_by_person) end
  from (select app_now() as now) one left join filing f on f.id = $16
  returning id`
