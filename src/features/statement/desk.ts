import 'server-only'
import { addMonths, dayOf, type Instant, type Month, monthOf } from '@/domain/calendar'
import type { StatementState } from '@/domain/statement/state'
import type { Door } from '@/server/db'
import { type Assisted, type Citizen, may } from '@/server/viewer'
import { prefill } from './answers-of'
import { draftFor, formContext, incomeBefore, situationAt, versionsOf } from './derive'
import { type Draft, tickedIn } from './draft'
import { type Filing, findHousehold, type Household, type KeptDraft, type StatementKind } from './household'
import { type Place, placeOf } from './place'
import type { FormContext } from './schema'
import { stateOf } from './state-of'

/** What a page or a command about one statement, or about a change, has before it. */
export type Desk = {
  readonly kind: StatementKind
  readonly month: Month
  /** Where its pages stand: the person's own, or those of who helps them. */
  readonly place: Place
  /** The help of the staff, when it is they who write. */
  readonly assisted: Assisted | null
  readonly now: Instant
  readonly household: Household
  /** The state of the month's statement; of the current month's for a change. */
  readonly state: StatementState
  readonly draft: KeptDraft | null
  readonly fields: Draft
  readonly context: FormContext
  /** The latest version filed for the month, if any. */
  readonly latest: Filing | null
  /** This viewer may report a change. */
  readonly mayReport: boolean
  /** Something can be sent from here: a first version, a correction, a change. */
  readonly open: boolean
  /** Others' answers, or an older version's correction, stand against what was filed since. */
  readonly conflict: boolean
}

/**
 * Opens the desk of a month's statement, or of a change reported now (`month` null). Null when the viewer has no
 * household today, or the month is none of theirs: before their first, or more than a month ahead.
 */
export async function openDesk(door: Door, viewer: Citizen, month: Month | null): Promise<Desk | null> {
  const kind = month ? 'statement' : 'change'
  const current = monthOf(dayOf(door.now))
  const about = month ?? current
  const household = await findHousehold(door, viewer, [about])
  if (!household) return null
  if (about < situationAt(household, about).onAssistanceSince || about > addMonths(current, 1)) return null
  const assisted = viewer.assisted ?? null
  const state = stateOf(household, about, viewer, door.now)
  const draft = draftFor(household, kind, about)
  const fields = draft ? ownWords(draft, assisted) : {}
  const context = {
    ...formContext(household, kind, about, fields),
    assisted: assisted && { channel: assisted.channel, scanned: assisted.scans > 0 },
  }
  const latest = kind === 'statement' ? (versionsOf(household, about).at(-1) ?? null) : null
  const mayReport = may(viewer, 'change:report')
  return {
    kind,
    month: about,
    place: placeOf(viewer),
    assisted,
    now: door.now,
    household,
    state,
    draft,
    fields,
    context,
    latest,
    mayReport,
    open: kind === 'change' ? mayReport : state.mayFile || state.mayCorrect,
    conflict: draft !== null && latest !== null && context.correcting !== latest.version,
  }
}

/** What was typed, without what another attested: that is said anew by whoever sends. */
function ownWords(draft: KeptDraft, assisted: Assisted | null): Draft {
  if ((draft.writtenBy?.staffId ?? null) === (assisted?.staffId ?? null)) return draft.fields
  return Object.fromEntries(
    Object.entries(draft.fields).filter(([name]) => name !== 'attest' && name !== 'readBack'),
  )
}

/** The fields as the questions show them: what was typed, else the income known of the month before. */
export function shownFields(desk: Desk): Draft {
  return prefill(desk.fields, tickedIn(desk.fields), incomeBefore(desk.household, desk.kind, desk.month))
}
