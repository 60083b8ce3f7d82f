import { addDays, atTime, dayOf } from '../calendar'
import type { Instant } from '../calendar'
import { readDate, readTime } from '../typed'
import type { TypedDate } from '../typed'

/** What a service notice is about. The kind is its title; the text says the rest. */
export const noticeKinds = ['outage', 'plannedWork', 'extension', 'information'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A notice as it is published. */
export type Notice = {
  readonly kind: NoticeKind
  readonly text: { readonly fr: string; readonly en: string }
  readonly shownFrom: Instant
  /** Null for an outage whose end is not known: it shows until it is withdrawn. */
  readonly shownUntil: Instant | null
}

/** A notice as it is typed. */
export type TypedNotice = {
  readonly kind: string
  readonly fr: string
  readonly en: string
  readonly from: TypedDate & { readonly time: string }
  readonly until: TypedDate & { readonly time: string }
}

/** Every page begins with it: a notice is two sentences at most. In characters. */
export const LONGEST_NOTICE = 300
/** How far back an outage that has just been noticed may have begun, in days. */
const DAYS_BACK = 7
/** How far ahead work is planned, in days. */
const DAYS_AHEAD = 366

/** The fields a notice is typed in. A date has three parts, and its hour is a field of its own. */
export type NoticeField = 'kind' | 'fr' | 'en' | 'from' | 'fromTime' | 'until' | 'untilTime'
/** What is to be put right: `problem` names it, as in `date.required`. */
export type NoticeProblem = { readonly field: NoticeField; readonly problem: string }

/**
 * Reads a notice whole: the notice, or everything to put right. `now` bounds its days: one that is over before it is
 * published tells nobody anything, and one that begins a year ahead is a slip of the pen.
 */
export function readNotice(
  typed: TypedNotice,
  now: Instant,
): { readonly notice: Notice } | { readonly problems: readonly NoticeProblem[] } {
  const problems: NoticeProblem[] = []
  const wrong = (field: NoticeField, problem: string): undefined => {
    problems.push({ field, problem })
  }
  const kind = noticeKinds.find((one) => one === typed.kind) ?? wrong('kind', 'kind.required')
  const text = (field: 'fr' | 'en') => {
    const words = typed[field].replace(/[\s\p{Cc}]+/gu, ' ').trim()
    if (words === '') return wrong(field, 'text.required')
    return words.length > LONGEST_NOTICE ? wrong(field, 'text.tooLong') : words
  }
  const moment = (field: 'from' | 'until') => {
    const { time, ...date } = typed[field]
    const day = readDate(date, addDays(dayOf(now), -DAYS_BACK), addDays(dayOf(now), DAYS_AHEAD))
    if (day.problem !== undefined) wrong(field, day.problem)
    const minutes = readTime(time)
    if (minutes.problem !== undefined) wrong(`${field}Time`, minutes.problem)
    return day.value === undefined || minutes.value === undefined
      ? undefined
      : atTime(day.value, minutes.value)
  }
  const [fr, en] = [text('fr'), text('en')]
  const shownFrom = moment('from')
  const isOpen = kind === 'outage' && Object.values(typed.until).every((part) => part.trim() === '')
  const shownUntil = isOpen ? null : moment('until')
  if (shownUntil) {
    if (shownFrom && shownUntil <= shownFrom) wrong('until', 'date.endsBefore')
    else if (shownUntil <= now) wrong('until', 'date.over')
  }
  if (problems.length > 0 || !kind || !fr || !en || !shownFrom || shownUntil === undefined)
    return { problems }
  return { notice: { kind, text: { fr, en }, shownFrom, shownUntil } }
}

/** What becomes of a notice: not shown yet, on every page, past its end, or taken back. */
export type NoticeState = 'ahead' | 'shown' | 'over' | 'withdrawn'

/** The state of a published notice at an instant. One that reached its end before it was withdrawn is over. */
export function noticeState(
  notice: Pick<Notice, 'shownFrom' | 'shownUntil'> & { readonly withdrawnAt: Instant | null },
  now: Instant,
): NoticeState {
  if (notice.withdrawnAt) return 'withdrawn'
  if (now < notice.shownFrom) return 'ahead'
  return notice.shownUntil && notice.shownUntil <= now ? 'over' : 'shown'
}
