import { dutyFrom, reportsInForce } from '@/domain/benefit/of-household'
import { addMonths, dayOf, later, monthOf, type Instant, type Month } from '@/domain/calendar'
import type { ChangeTopic } from '@/domain/statement/answers'
import { changesAgainst } from '@/domain/statement/changes'
import type { AnswerDifference } from '@/domain/statement/differences'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { statementState, type StateName } from '@/domain/statement/state'
import type { FilePayment, OfficeFiling, OfficeHousehold } from './facts'

/** The statement of one month, as the office sees it: what came, what differs from the month before, what it led to. */
export type FileMonth = {
  readonly month: Month
  readonly state: StateName
  /** It came after its limit, extensions counted; or it is missing past it. */
  readonly late: boolean
  /** The version in force; null when nothing came. */
  readonly filing: OfficeFiling | null
  readonly versions: number
  /** Changes told outside the statement. */
  readonly changes: readonly OfficeFiling[]
  readonly changed: readonly ChangeTopic[]
  readonly differences: readonly AnswerDifference[]
  readonly disagrees: boolean
  /** What the version in force led to. */
  readonly payment: FilePayment | null
}

/** The last `count` months of a file, the latest first, none before it was on assistance. */
export function monthsOf(household: OfficeHousehold, now: Instant, count: number): FileMonth[] {
  const current = monthOf(dayOf(now))
  const since = household.situations[0]?.onAssistanceSince ?? current
  const first = later(since, addMonths(current, 1 - count))
  const inForce = reportsInForce(household.filings)
  const months: FileMonth[] = []
  for (let month = current; month >= first; month = addMonths(month, -1)) {
    months.push(monthOfFile(household, inForce, month, now))
  }
  return months
}

function monthOfFile(
  household: OfficeHousehold,
  inForce: readonly OfficeFiling[],
  month: Month,
  now: Instant,
): FileMonth {
  const ofMonth = household.filings.filter((filing) => filing.month === month)
  const statements = ofMonth.filter(({ kind }) => kind === 'statement')
  const filing = inForce.find((one) => one.kind === 'statement' && one.month === month) ?? null
  const { id, office, obligations, extensions } = household
  const decision = obligations.find((one) => one.month === month) ?? null
  const state = statementState(
    {
      month,
      obligation: dutyFrom(household, month, policyFor(month, defaultPolicies), decision),
      filings: statements,
      drafts: [],
      viewerId: null,
      place: { householdId: id, officeId: office.id, regionCode: office.regionCode },
    },
    { policies: defaultPolicies, extensions },
    now,
  )
  const earlier = inForce.filter((one) => one.month < month)
  return {
    month,
    state: state.name,
    late: state.filed?.late ?? (state.name === 'late' || state.name === 'closed'),
    filing,
    versions: statements.length,
    changes: ofMonth.filter(({ kind }) => kind !== 'statement'),
    changed: filing?.answers.changed ?? [],
    differences: filing ? changesAgainst(earlier, month, filing.answers) : [],
    disagrees: statements.some(({ disagrees }) => disagrees),
    payment: (filing && household.payments.find(({ filingId }) => filingId === filing.id)) ?? null,
  }
}
