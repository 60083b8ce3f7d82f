import type { Instant, Month } from '@/domain/calendar'
import { statementState, type StatementState } from '@/domain/statement/state'
import { type Citizen, may } from '@/server/viewer'
import { draftFor, dutyOf, policies, versionsOf } from './derive'
import type { Household } from './household'

/** The statement of a month as it stands for this viewer. Who may only read it can neither file nor correct it. */
export function stateOf(household: Household, month: Month, viewer: Citizen, now: Instant): StatementState {
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
  return may(viewer, 'statement:file') ? state : { ...state, mayFile: false, mayCorrect: false }
}
