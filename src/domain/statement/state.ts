import { addMonths, dayOf, later, monthOf } from '../calendar'
import type { Day, Instant, Month } from '../calendar'
import { closesAt, effectiveDueInstant, isLate, opensAt, opensOn } from './deadline'
import type { EffectiveDue, Extension, HouseholdPlace } from './deadline'
import type { Obligation } from './obligation'
import { firstPaymentAtRisk, paymentDay, paymentRun } from './payment'
import type { StatementPayment } from './payment'
import { policyFor } from './policy'
import type { FilingPolicy } from './policy'

/** What is known of one household's statement for one month. */
export type StatementFacts = {
  readonly month: Month
  readonly obligation: Obligation
  /** Every version filed for the month, in any order. Change reports are not among them. */
  readonly filings: readonly FilingFact[]
  /** Drafts not sent, one per adult. */
  readonly drafts: readonly { readonly personId: string }[]
  /** The person looking; null for an agent, to whom every draft is another's. */
  readonly viewerId: string | null
  readonly place: HouseholdPlace
}

/** One version as sent. `dueAt` is the limit it was judged against that day, as its receipt says; null if exempt. */
export type FilingFact = {
  readonly version: number
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
}

/** What does not depend on the household, loaded once for a whole list. */
export type FilingRules = {
  readonly policies: readonly FilingPolicy[]
  readonly extensions: readonly Extension[]
}

export const stateNames = [
  'notYetOpen',
  'open',
  'draftedByOther',
  'dueToday',
  'late',
  'filed',
  'corrected',
  'exempt',
  'extended',
  'closed',
] as const
export type StateName = (typeof stateNames)[number]

/** The state of a statement and all its page needs; dates are computed, texts are elsewhere. */
export type StatementState = StateData &
  (
    | {
        readonly name: 'exempt' | 'notYetOpen' | 'open' | 'draftedByOther' | 'dueToday'
        readonly filed: null
      }
    | { readonly name: 'extended'; readonly filed: null; readonly extension: Extension }
    | { readonly name: 'late'; readonly filed: null; readonly consequence: LateConsequence }
    | { readonly name: 'filed' | 'corrected'; readonly filed: FiledStatement }
    | { readonly name: 'closed'; readonly filed: FiledStatement | null }
  )

type StateData = {
  readonly month: Month
  readonly obligation: Obligation
  readonly opensOn: Day
  readonly opensAt: Instant
  readonly due: EffectiveDue
  readonly closesAt: Instant
  /** A first version can be sent now. When false, a change can still be reported: that never closes. */
  readonly mayFile: boolean
  /** A new version can be sent now. */
  readonly mayCorrect: boolean
  readonly hasOwnDraft: boolean
  /** The other adults who have begun, whatever the name of the state. */
  readonly draftedBy: readonly string[]
  /** The payment the latest version leads to, or the one a statement sent now would. */
  readonly payment: StatementPayment
}

export type FiledStatement = {
  /** The instant that counts for being on time: that of the first version. A correction never makes it late. */
  readonly receivedAt: Instant
  readonly latestReceivedAt: Instant
  readonly latestVersion: number
  /** Against the limit as it stands now, whatever the receipt said then. Never for an exempt household. */
  readonly late: boolean
  /** It was judged late on the day, and is not any more: an extension, or a duty lifted since. */
  readonly healed: boolean
}

/** What a missing statement may lead to, once an agent has decided and given notice. */
export type LateConsequence = { readonly paymentAtRisk: Month; readonly paidOn: Day }

/**
 * The state of a statement at an instant, derived from facts alone; nothing of it is stored.
 *
 * The first that holds names the state:
 *  1. a version was sent: `closed` past the last instant for corrections, else `corrected` after a second
 *     version, else `filed` (late or not) — what was sent is what the person wants to see, even if exempt since;
 *  2. the household need not file: `exempt`, in every month, future and past;
 *  3. `closed`: too old to be filed online;
 *  4. `notYetOpen`;
 *  5. `late`: past the limit that takes extensions into account;
 *  6. `dueToday`: that limit is today in Québec;
 *  7. `draftedByOther`: another adult has begun;
 *  8. `extended`: the limit was put back;
 *  9. `open`.
 * Late and due today outrank a draft of the other adult because there the hour matters most; `draftedBy` and
 * `due.extension` are given in every state, so that their pages can say these too.
 */
export function statementState(facts: StatementFacts, rules: FilingRules, now: Instant): StatementState {
  const policy = policyFor(facts.month, rules.policies)
  const due = effectiveDueInstant(facts.month, policy, rules.extensions, facts.place)
  const closing = closesAt(facts.month, policy, due.at)
  const opening = opensAt(facts.month, policy)
  const filed = filedStatement(facts, due)
  const isOpen = now >= opening && now <= closing
  const draftedBy = facts.drafts.map((draft) => draft.personId).filter((id) => id !== facts.viewerId)
  const data: StateData = {
    month: facts.month,
    obligation: facts.obligation,
    opensOn: opensOn(facts.month, policy),
    opensAt: opening,
    due,
    closesAt: closing,
    mayFile: isOpen && !filed && facts.obligation.files === 'always',
    mayCorrect: isOpen && filed !== null,
    hasOwnDraft: draftedBy.length < facts.drafts.length,
    draftedBy,
    payment: paymentRun(filed?.latestReceivedAt ?? now, facts.month, rules.policies),
  }
  if (filed) {
    if (now > closing) return { ...data, name: 'closed', filed }
    return { ...data, name: filed.latestVersion > 1 ? 'corrected' : 'filed', filed }
  }
  if (facts.obligation.files === 'whenChanged') return { ...data, name: 'exempt', filed }
  if (now > closing) return { ...data, name: 'closed', filed }
  if (now < opening) return { ...data, name: 'notYetOpen', filed }
  if (isLate(now, due.at)) {
    return { ...data, name: 'late', filed, consequence: consequence(facts.month, now, rules.policies) }
  }
  if (dayOf(now) === dayOf(due.at)) return { ...data, name: 'dueToday', filed }
  if (draftedBy.length > 0) return { ...data, name: 'draftedByOther', filed }
  if (due.extension) return { ...data, name: 'extended', filed, extension: due.extension }
  return { ...data, name: 'open', filed }
}

/** The months still missing and past their limit that can be filed online, oldest first. */
export function monthsToCatchUp(states: readonly StatementState[]): Month[] {
  return states
    .filter((state) => state.name === 'late')
    .map((state) => state.month)
    .sort()
}

/**
 * The months whose statement can be filed or corrected online at an instant, oldest first, none before `since`:
 * what a person's home page looks at. An extension that outlives the closing of its month is not looked for.
 */
export function openMonths(now: Instant, since: Month, policies: readonly FilingPolicy[]): Month[] {
  const months: Month[] = []
  // Older ones closed long ago: thirty years on assistance must not make a page slower than three.
  const longest = Math.max(...policies.map((policy) => policy.closesAfterMonths))
  const oldest = later(since, addMonths(monthOf(dayOf(now)), -1 - longest))
  for (let month = oldest; opensAt(month, policyFor(month, policies)) <= now; month = addMonths(month, 1)) {
    const policy = policyFor(month, policies)
    if (closesAt(month, policy, opensAt(month, policy)) >= now) months.push(month)
  }
  return months
}

function filedStatement(facts: StatementFacts, due: EffectiveDue): FiledStatement | null {
  const versions = [...facts.filings].sort((one, other) => one.version - other.version)
  const first = versions[0]
  const latest = versions.at(-1)
  if (!first || !latest) return null
  const late = facts.obligation.files === 'always' && isLate(first.receivedAt, due.at)
  return {
    receivedAt: first.receivedAt,
    latestReceivedAt: latest.receivedAt,
    latestVersion: latest.version,
    late,
    healed: !late && first.dueAt !== null && isLate(first.receivedAt, first.dueAt),
  }
}

/** Notice of a late statement leaves today at the earliest, so that a payment already made is never at risk. */
function consequence(month: Month, now: Instant, policies: readonly FilingPolicy[]): LateConsequence {
  const paymentAtRisk = firstPaymentAtRisk(month, dayOf(now), policies)
  return { paymentAtRisk, paidOn: paymentDay(paymentAtRisk) }
}
