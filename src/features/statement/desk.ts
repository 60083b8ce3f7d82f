import 'server-only'
import { addMonths, dayOf, type Instant, type Month, monthOf } from '@/domain/calendar'
import type { JourneyPage } from '@/domain/statement/journey'
import type { StatementState } from '@/domain/statement/state'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Door } from '@/server/db'
import { type Citizen, may } from '@/server/viewer'
import { prefill } from './answers-of'
import { draftFor, formContext, incomeBefore, situationAt, versionsOf } from './derive'
import { type Draft, tickedIn } from './draft'
import { type Filing, findHousehold, type Household, type KeptDraft, type StatementKind } from './household'
import type { FormContext } from './schema'
import { stateOf } from './state-of'

/** What a page or a command about one statement, or about a change, has before it. */
export type Desk = {
  readonly kind: StatementKind
  readonly month: Month
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
  const state = stateOf(household, about, viewer, door.now)
  const draft = draftFor(household, kind, about)
  const fields = draft?.fields ?? {}
  const context = formContext(household, kind, about, fields)
  const latest = kind === 'statement' ? (versionsOf(household, about).at(-1) ?? null) : null
  const mayReport = may(viewer, 'change:report')
  return {
    kind,
    month: about,
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

/** The fields as the questions show them: what was typed, else the income known of the month before. */
export function shownFields(desk: Desk): Draft {
  return prefill(desk.fields, tickedIn(desk.fields), incomeBefore(desk.household, desk.kind, desk.month))
}

/** Where each page of a statement or a change stands. */
export function pagePath(kind: StatementKind, locale: Locale, month: Month, page: JourneyPage): string {
  if (kind === 'change') {
    const change = {
      start: paths.change,
      questions: paths.changeQuestions,
      verification: paths.changeReview,
    }
    return change[page](locale)
  }
  const statement = {
    start: paths.statement,
    questions: paths.statementQuestions,
    verification: paths.statementReview,
  }
  return statement[page](locale, month)
}

/** Where the forms of a statement or a change are sent. */
export function formAddress(kind: StatementKind, month: Month, what: 'draft' | 'submission'): string {
  return kind === 'change' ? `/api/changes/${what}` : `/api/statements/${month}/${what}`
}
