import { addDays, dayOf, type Day, type Instant } from '../calendar'
import type { Confidence } from '../rates/table'
import { businessDayOnOrAfter } from '../statement/holidays'

/*
 * What a person asks in writing about their own information, and the clock that then runs on the agency. Act respecting
 * Access to documents held by public bodies and the Protection of personal information. A person answers, never
 * the machine.
 */

/** What may be asked. Each has a sentence in both languages. */
export const privacyKinds = ['access', 'portability', 'rectification', 'automatedDecision'] as const
export type PrivacyKind = (typeof privacyKinds)[number]

/** A rule of the Act, and how sure its number is: `uncertain` is recalled, and was not read. */
export type Article = { readonly article: string; readonly confidence: Confidence }

/**
 * The article a request of each kind rests on.
 * - access: to see what is held, or have a copy;
 * - portability: computerized information collected from the person, in a structured and commonly used format;
 * - rectification: what is inaccurate, incomplete or equivocal, or kept against the law;
 * - automatedDecision: what was decided by machine alone, with what data, why, and a person to talk to.
 */
export const articleOf: Readonly<Record<PrivacyKind, Article>> = {
  access: { article: '83', confidence: 'uncertain' },
  portability: { article: '84', confidence: 'uncertain' },
  rectification: { article: '89', confidence: 'uncertain' },
  automatedDecision: { article: '65.2', confidence: 'secondary' },
}

/** Days to answer, from the day of reception, which does not count (ss. 47 and 98). Section 65.2 names none: ours. */
export const answerDays = 20
/** The most days one extension adds (ss. 47 and 98). */
export const mostExtensionDays = 10
/** Days to apply to the Commission d’accès à l’information, from the answer or the end of the time (s. 135). */
export const commissionDays = 30
/** How sure each number of days is. */
export const daysConfidence = 'uncertain' as Confidence

/** The longest words of a request or of its answer, in characters: two pages. */
export const longestWords = 4_000

/** What is known of a request. Its status is none of it: it follows from these and the time. */
export type PrivacyFacts = {
  readonly kind: PrivacyKind
  readonly askedAt: Instant
  readonly extendedAt: Instant | null
  /** Days an extension added; null without one. */
  readonly extensionDays: number | null
  readonly answeredAt: Instant | null
  readonly withdrawnAt: Instant | null
}

export const privacyStatuses = ['received', 'extended', 'overdue', 'answered', 'withdrawn'] as const
export type PrivacyStatus = (typeof privacyStatuses)[number]

/**
 * The last day to answer, in Québec. It is not put off when it is no business day: the clock runs on the agency, and the
 * shorter reading is the person's.
 */
export function answerDueOn({ askedAt, extensionDays }: PrivacyFacts): Day {
  return addDays(dayOf(askedAt), answerDays + (extensionDays ?? 0))
}

/** Where a request stands at an instant. No answer in time is a refusal (ss. 52 and 102): it is overdue the day after. */
export function statusOf(facts: PrivacyFacts, now: Instant): PrivacyStatus {
  if (facts.withdrawnAt) return 'withdrawn'
  if (facts.answeredAt) return 'answered'
  if (dayOf(now) > answerDueOn(facts)) return 'overdue'
  return facts.extendedAt ? 'extended' : 'received'
}

/** Whether the request still waits for an answer. */
export const isOpen = ({ answeredAt, withdrawnAt }: PrivacyFacts): boolean => !answeredAt && !withdrawnAt

/** Whether the time may be extended now: once, and before the first twenty days are over (ss. 47 and 98). */
export const mayExtend = (facts: PrivacyFacts, now: Instant): boolean =>
  isOpen(facts) && !facts.extendedAt && dayOf(now) <= answerDueOn(facts)

/**
 * The last day to ask the Commission for a review: thirty days after the answer, or after the end of the time when there
 * is none (s. 135), and the next business day when it is none. Null while an answer may still come in time.
 */
export function commissionUntil(facts: PrivacyFacts, now: Instant): Day | null {
  const status = statusOf(facts, now)
  // Answered late, from the answer: the person loses nothing by it.
  if (status === 'answered') return afterDays(dayOf(facts.answeredAt!))
  return status === 'overdue' ? afterDays(answerDueOn(facts)) : null
}

const afterDays = (from: Day): Day => businessDayOnOrAfter(addDays(from, commissionDays))

/** The nearest limit first; of the same day, the request that came first. */
export function byLimit(one: PrivacyFacts, other: PrivacyFacts): number {
  const [a, b] = [answerDueOn(one) + one.askedAt, answerDueOn(other) + other.askedAt]
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is wrong with words that are asked for. */
export type WordsProblem = 'missing' | 'tooLong'

/** Why words cannot be sent, their outer spaces aside; null when they can. */
export function wordsProblem(words: string): WordsProblem | null {
  if (words.trim() === '') return 'missing'
  return words.trim().length > longestWords ? 'tooLong' : null
}

/** What is wrong with a request as typed, by field. */
export type AskProblem = { readonly field: 'kind' | 'words'; readonly problem: WordsProblem }

/** Everything to put right before a request is sent. */
export function problemsOfAsking(typed: { readonly kind: string; readonly words: string }): AskProblem[] {
  const words = wordsProblem(typed.words)
  return [
    ...(isPrivacyKind(typed.kind) ? [] : [{ field: 'kind', problem: 'missing' } as const]),
    ...(words ? [{ field: 'words', problem: words } as const] : []),
  ]
}

export const isPrivacyKind = (text: string): text is PrivacyKind =>
  (privacyKinds as readonly string[]).includes(text)
