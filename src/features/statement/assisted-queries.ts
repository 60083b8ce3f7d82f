import 'server-only'
import { addMonths, dayOf, type Month, monthOf } from '@/domain/calendar'
import type { StatementState } from '@/domain/statement/state'
import { withViewer } from '@/server/db'
import { type Citizen, may } from '@/server/viewer'
import { situationAt } from './derive'
import { findHousehold } from './household'
import { type Place, placeOf } from './place'
import { type HistoryEntry, historyOf } from './history'
import { stateOf } from './state-of'

/** What may be filed with a person who is helped: the months that matter, and a change. */
export type FilingChoices = {
  readonly place: Place
  readonly statements: readonly StatementState[]
  readonly begun: readonly Month[]
  readonly mayReport: boolean
  readonly recent: readonly HistoryEntry[]
}

/** How far back a person who is helped files: what is closed online is filed with the office. In months. */
const oldestAssisted = 24
/** The months that are shown whether or not they were filed: to correct, to read the receipt again. */
const shownAssisted = 3

/** What the first page of a session of help offers. Null when the person has no household today. */
export async function findFilingChoices(viewer: Citizen): Promise<FilingChoices | null> {
  return withViewer(viewer, async (door) => {
    const current = monthOf(dayOf(door.now))
    const household = await findHousehold(door, viewer, [])
    if (!household) return null
    const since = situationAt(household, current).onAssistanceSince
    const months = Array.from({ length: oldestAssisted }, (_, index) => addMonths(current, -index))
    const states = months
      .filter((month) => month >= since)
      .map((month) => stateOf(household, month, viewer, door.now))
      .filter(({ month, filed }) => month > addMonths(current, -shownAssisted) || filed === null)
    return {
      place: placeOf(viewer),
      statements: states.filter(({ name }) => name !== 'exempt' && name !== 'notYetOpen'),
      begun: household.drafts.filter(({ kind }) => kind === 'statement').map(({ month }) => month),
      mayReport: may(viewer, 'change:report'),
      recent: historyOf(household).slice(0, 5),
    }
  })
}
