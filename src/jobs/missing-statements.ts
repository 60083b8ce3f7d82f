import type { Constraint, FileProgramme } from '@/domain/benefit/situation'
import { addMonths, dayOf, monthOf, type Instant, type Month } from '@/domain/calendar'
import {
  dueInstant,
  effectiveDueInstant,
  isLate,
  type EffectiveDue,
  type Extension,
} from '@/domain/statement/deadline'
import { closedObligation, obligationFor } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor, type Files, type FilingPolicy } from '@/domain/statement/policy'

/*
 * A statement that had to come and did not opens a task, once its limit is past: nothing is held or stopped by it, a
 * person looks. Run as often as one likes: a task of a household and month is opened once, and what a person ended stays
 * ended. Whoever was granted more time, or spared, is missing no more.
 */

/** How the database is asked: as the worker, or by the owner who fills a demo. */
export type Ask = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>

export type Counted = { readonly opened: number; readonly lifted: number }

/** Households read at a time. */
const MOST = 1_000
/** The month that is open, and the one before: what is older than that was looked at in its time. */
const MONTHS_BACK = 1

type Household = {
  readonly household_id: string
  readonly office_id: string
  readonly region_code: string
  readonly programme: FileProgramme
  readonly fluctuating_income: boolean
  readonly constraints: Constraint[]
  readonly decided_files: Files | null
  readonly decided_reason: string | null
  readonly task_state: string | null
  /** The month from which a person closed the file; null while it is open. */
  readonly closed_from: Month | null
}

/** Opens and lifts the tasks of the statements missing at an instant. */
export async function openMissingStatements(ask: Ask, now: Instant): Promise<Counted> {
  const current = monthOf(dayOf(now))
  let counted: Counted = { opened: 0, lifted: 0 }
  for (let back = MONTHS_BACK; back >= 0; back -= 1) {
    const month = addMonths(current, -back)
    // Nobody's limit is before the regular one.
    if (!isLate(now, dueInstant(month, policyFor(month, defaultPolicies)))) continue
    const { opened, lifted } = await openOf(ask, month, now)
    counted = { opened: counted.opened + opened, lifted: counted.lifted + lifted }
  }
  return counted
}

async function openOf(ask: Ask, month: Month, now: Instant): Promise<Counted> {
  let [opened, lifted] = [0, 0]
  for await (const page of pagesOfMissing(ask, month)) {
    const missing = page.filter(({ mustFile, due }) => mustFile && isLate(now, due.at))
    const toOpen = missing.filter(({ task_state: state }) => state === null || state === 'withdrawn')
    const toLift = page.filter(
      (household) =>
        (household.task_state === 'received' || household.task_state === 'claimed') &&
        !missing.includes(household),
    )
    opened += await countOf(ask, 'select open_missing($1, $2::uuid[]) as count', month, toOpen)
    lifted += await countOf(ask, 'select lift_missing($1, $2::uuid[]) as count', month, toLift)
  }
  return { opened, lifted }
}

/** A household that sent no statement of a month: whether it must, and until when it may. */
export type Unfiled = Household & { readonly mustFile: boolean; readonly due: EffectiveDue }

/** The households that sent no statement of a month, some at a time, in the order of identifiers. */
export async function* pagesOfMissing(ask: Ask, month: Month): AsyncGenerator<Unfiled[]> {
  const policy = policyFor(month, defaultPolicies)
  // Whom the month did not ask when it opened is not missing in it, whatever the rules became since.
  const opened = (await openingPolicy(ask, month)) ?? policy
  const extensions = await extensionsOf(ask, month)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await ask<Household>('select * from statements_not_received($1, $2::uuid, $3)', [
      month,
      after,
      MOST,
    ])
    yield page.map((household) => {
      const {
        programme,
        fluctuating_income: fluctuatingIncome,
        constraints,
        decided_files: files,
      } = household
      const decision = files === null ? null : { files, reason: household.decided_reason ?? '' }
      const situation = { programme, constraints, fluctuatingIncome }
      const mustFile =
        closedObligation(month, household.closed_from) === null &&
        [policy, opened].every((one) => obligationFor(situation, one, decision).files === 'always')
      const { household_id: householdId, office_id: officeId, region_code: regionCode } = household
      const own = [...(extensions.get('') ?? []), ...(extensions.get(householdId) ?? [])]
      const due = effectiveDueInstant(month, policy, own, { householdId, officeId, regionCode })
      return { ...household, mustFile, due }
    })
    if (page.length < MOST) return
    after = page.at(-1)!.household_id
  }
}

/** The rules a month opened with; null when it opened before they were kept. */
export async function openingPolicy(ask: Ask, month: string): Promise<FilingPolicy | null> {
  const [row] = await ask<{ policy: FilingPolicy }>('select policy from month_opening where month = $1', [
    month,
  ])
  return row?.policy ?? null
}

async function countOf(
  ask: Ask,
  text: string,
  month: Month,
  households: readonly Household[],
): Promise<number> {
  if (households.length === 0) return 0
  const [row] = await ask<{ count: number }>(text, [month, households.map(({ household_id: id }) => id)])
  return row!.count
}

/** The extensions of a month: those of one household by it, those of several under no name. */
async function extensionsOf(ask: Ask, month: Month): Promise<ReadonlyMap<string, Extension[]>> {
  const rows = await ask<{
    scope: Extension['scope']
    new_instant: Instant
    decided_at: Instant
    id: string
  }>(
    `select id, jsonb_strip_nulls(jsonb_build_object('kind', scope, 'regionCode', region_code, 'officeId', office_id,
       'householdId', household_id)) as scope,
       to_char(new_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as new_instant,
       to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as decided_at
     from filing_extension where month = $1 order by decided_at, id`,
    [month],
  )
  const found = new Map<string, Extension[]>()
  for (const { id, scope, new_instant: newInstant, decided_at: decidedAt } of rows) {
    const key = scope.kind === 'household' ? scope.householdId : ''
    const one = { id, scope, month, newInstant, reason: { fr: '', en: '' }, decidedAt }
    found.set(key, [...(found.get(key) ?? []), one])
  }
  return found
}
