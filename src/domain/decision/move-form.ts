import { addDays, dayOf, type Day, type Instant } from '../calendar'
import { givingTerm, termOn } from '../application/terms'
import { businessDayOnOrAfter } from '../statement/holidays'
import { readDate, readMoney, type TypedDate } from '../typed'
import type { Cents } from '../money'
import { effectAfterNotice } from './rights'
import type { TaskKind, TaskState } from './task'
import { transitionOf, type Need, type Verb } from './transitions'

/*
 * What comes with a move, as typed, read by the rules: a reason the law knows, a day one can keep, words that say
 * something. A form without script and the live one are read here alike.
 */

/** The longest text of a move: a message is made of it and of what is asked, and has its own limit. */
export const longestWords = 2500
/** The furthest day until which the office waits for an answer. Decision of the project; no source fixes one. */
export const longestWait = 90
/** How long aid may be held, once the notice is over. Decision of the project; the agency sets its own. */
export const longestHold = 30

export type TypedMove = {
  readonly reasons: readonly string[]
  readonly words: string
  readonly note: string
  readonly until: TypedDate
  readonly document: string
  /** Whose the paper is, or whom the question is for, where there are two adults. */
  readonly whose: string
  readonly assignee: string
  /** An amount in place of the one calculated; empty for none. */
  readonly amount: string
}

/** What the reader knows of the task. */
export type MoveAround = {
  readonly kind: TaskKind
  readonly from: TaskState
  readonly now: Instant
  /** The codes of reasons that serve this move. */
  readonly reasons: readonly string[]
  /** What may be asked for. */
  readonly documents: readonly string[]
  /** To whom it may be given. */
  readonly colleagues: readonly string[]
  /** The adults one may write to: one of them is chosen where there are two. */
  readonly adults: readonly string[]
  /** An amount was calculated, which may be replaced. */
  readonly calculated: boolean
}

export const moveFields = [
  'reasons',
  'words',
  'note',
  'until',
  'document',
  'whose',
  'assignee',
  'amount',
] as const
export type MoveField = (typeof moveFields)[number]
export type MoveProblem = { readonly field: MoveField; readonly problem: string }

export type GivenMove = {
  readonly given: readonly Need[]
  readonly reasons: readonly string[]
  readonly words: string | null
  readonly note: string | null
  readonly until: Day | null
  readonly document: string | null
  readonly whose: string | null
  readonly assignee: string | null
  readonly amountCents: Cents | null
}

/** The days a move may name, and the one it proposes. A hold begins once the notice of the law is over. */
export function daysFor(verb: Verb, now: Instant): { earliest: Day; latest: Day; usual: Day } | null {
  const today = dayOf(now)
  if (verb === 'hold') {
    const effect = effectAfterNotice(now)
    const latest = addDays(effect, longestHold)
    return { earliest: effect, latest, usual: latest }
  }
  if (verb !== 'askCorrection' && verb !== 'requestDocument' && verb !== 'askInformation') return null
  const usual = businessDayOnOrAfter(addDays(today, termOn(givingTerm, today).days))
  return { earliest: addDays(today, 1), latest: addDays(today, longestWait), usual }
}

/** Reads what came with a move; or tells, field by field, what to put right. */
export function readMove(
  verb: Verb,
  typed: TypedMove,
  around: MoveAround,
): { readonly move: GivenMove } | { readonly problems: readonly MoveProblem[] } {
  const needs = transitionOf(around.kind, around.from, verb)?.needs ?? []
  const problems: MoveProblem[] = []
  const wrong = (field: MoveField, problem: string): null => {
    problems.push({ field, problem })
    return null
  }
  const isNeeded = (need: Need): boolean => needs.includes(need)

  const chosen = around.reasons.filter((code) => typed.reasons.includes(code))
  if (isNeeded('reasons') && chosen.length === 0) wrong('reasons', 'required')
  const isOdd = typed.reasons.some((code) => !around.reasons.includes(code))
  if (isNeeded('reasons') && isOdd) wrong('reasons', 'unknown')

  const text = (field: 'words' | 'note'): string | null => {
    const value = typed[field].trim()
    if (value.length > longestWords) return wrong(field, 'tooLong')
    return value === '' ? null : value
  }
  const words = text('words')
  if (isNeeded('words') && typed.words.trim() === '') wrong('words', 'required')
  const note = text('note')

  const one = (field: 'document' | 'assignee', known: readonly string[]): string | null => {
    if (!isNeeded(field)) return null
    if (known.includes(typed[field])) return typed[field]
    return wrong(field, typed[field] === '' ? 'required' : 'unknown')
  }
  const document = one('document', around.documents)
  const assignee = one('assignee', around.colleagues)

  const amountCents = around.calculated && replaces(verb) ? readAmount(typed.amount, wrong) : null
  if (amountCents !== null && note === null) wrong('note', 'whyAmount')

  const move: GivenMove = {
    given: needs,
    reasons: needs.includes('reasons') || replaces(verb) ? chosen : [],
    words,
    note,
    until: readUntil(verb, typed.until, around.now, wrong),
    document,
    whose: readWhose(verb, typed.whose, around.adults, wrong),
    assignee,
    amountCents,
  }
  return problems.length > 0 ? { problems } : { move }
}

type Wrong = (field: MoveField, problem: string) => null

/** The moves whose amount a person may set. */
const replaces = (verb: Verb): boolean => verb === 'accept' || verb === 'partlyAccept'

function readUntil(verb: Verb, typed: TypedDate, now: Instant, wrong: Wrong): Day | null {
  const bounds = daysFor(verb, now)
  if (!bounds) return null
  const read = readDate(typed, bounds.earliest, bounds.latest)
  return read.value ?? wrong('until', read.problem!)
}

function readAmount(typed: string, wrong: Wrong): Cents | null {
  if (typed.trim() === '') return null
  const read = readMoney(typed)
  return read.value ?? wrong('amount', read.problem!)
}

/** Whose it is: the only adult there is, or one that was chosen. */
function readWhose(verb: Verb, typed: string, adults: readonly string[], wrong: Wrong): string | null {
  if (verb !== 'askCorrection' && verb !== 'requestDocument' && verb !== 'askInformation') return null
  if (adults.length < 2) return adults[0] ?? null
  if (adults.includes(typed)) return typed
  return wrong('whose', typed === '' ? 'required' : 'unknown')
}
