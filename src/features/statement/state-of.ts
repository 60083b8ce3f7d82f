import { dayOf, endOfDay, type Instant, later, type Month, monthOf } from '@/domain/calendar'
import { openMonths, statementState, type StatementState } from '@/domain/statement/state'
import { type Citizen, may } from '@/server/viewer'
import { draftFor, dutyOf, policies, situationAt, versionsOf } from './derive'
import type { Household } from './household'

/** The statement of a month as it stands for this viewer. Who may only read it can neither file nor correct it. */
export function stateOf(household: Household, month: Month, viewer: Citizen, at: Instant): StatementState {
  const now = judgedAt(viewer, at)
  const obligation = dutyOf(household, month)
  const own = draftFor(household, 'statement', month) ? [{ personId: viewer.actorId }] : []
  const others = household.begunByOthers.filter((one) => one.month === month)
  const state = statementState(
    {
      month,
      obligation,
      filings: versionsOf(household, month),
      drafts: [...own, ...others.map((one) => ({ personId: one.givenName }))],
      viewerId: viewer.actorId,
      place: {
        householdId: household.id,
        officeId: household.office.id,
        regionCode: household.office.regionCode,
      },
    },
    { policies, extensions: household.extensions },
    now,
  )
  if (!may(viewer, 'statement:file')) return { ...state, mayFile: false, mayCorrect: false }
  // Closed online, it is not closed: the office is called, and files it with the person.
  if (viewer.assisted && state.name === 'closed') {
    return { ...state, mayFile: state.filed === null, mayCorrect: state.filed !== null }
  }
  return state
}

/** A paper is judged as of the end of the day it was handed in; anything else, as of now. */
function judgedAt({ assisted }: Citizen, now: Instant): Instant {
  if (!assisted?.handedInOn) return now
  const handedIn = endOfDay(assisted.handedInOn)
  return handedIn < now ? handedIn : now
}

/**
 * The states of every month that is open online, oldest first, none before the viewer came: what the household filed
 * then is not theirs to read, and would look missing.
 */
export function statesOf(household: Household, viewer: Citizen, now: Instant): StatementState[] {
  const { onAssistanceSince } = situationAt(household, monthOf(dayOf(now)))
  const came = viewer.memberships.find(({ householdId }) => householdId === household.id)?.fromDay
  const since = came ? later(onAssistanceSince, monthOf(came)) : onAssistanceSince
  return openMonths(now, since, policies).map((month) => stateOf(household, month, viewer, now))
}
