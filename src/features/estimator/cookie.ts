import 'server-only'
import type { Instant } from '@/domain/calendar'
import { cookieHeader, cookieName } from '@/server/cookies'
import { seal, unseal } from '@/server/secrets'
import type { Draft } from './draft'
import { isQuestion, type QuestionName } from './form'

/*
 * The answers live in one cookie and nowhere else: sealed, out of reach of scripts, for 30 minutes after the last
 * answer. What cannot be opened, for whatever reason, is no answers at all: the person begins anew and is told.
 */

/** What is told once, on the page a form leads to. */
export type Told = 'over' | 'tooLong'

/** Everything the estimator remembers of a visitor. */
export type Answers = {
  readonly draft: Draft
  /** The page last sent with something to put right. */
  readonly attempted: QuestionName | null
  readonly told: Told | null
}
export const noAnswers: Answers = { draft: {}, attempted: null, told: null }

/** The form of what is sealed. Another one, from before a change of the questions, is not read. */
const FORM = 1
const LIFE_MINUTES = 30
/** The whole header a browser is given: 3 kB. */
const MOST_BYTES = 3_072

/** The header that keeps these answers for 30 minutes, or null when they are too many to keep. */
export function answersCookie(answers: Answers, now: Instant): string | null {
  const { draft, attempted, told } = answers
  const seconds = Math.floor(Date.parse(now) / 1_000)
  const sealed = seal(JSON.stringify([FORM, seconds, attempted, told, draft]), 'estimate')
  const header = cookieHeader('estimate', sealed.toString('base64url'), LIFE_MINUTES)
  return Buffer.byteLength(header) > MOST_BYTES ? null : header
}

/** The header that erases the answers. */
export const erasedCookie = (): string => cookieHeader('estimate', null)

export const answersCookieName = (): string => cookieName('estimate')

/** The answers in a cookie; null when they are too old, spoiled, or not ours. */
export function openAnswers(value: string, now: Instant): Answers | null {
  try {
    const read: unknown = JSON.parse(unseal(Buffer.from(value, 'base64url'), 'estimate'))
    if (!Array.isArray(read) || read[0] !== FORM) return null
    const [, seconds, attempted, told, draft] = read as [number, number, unknown, Told | null, Draft | null]
    if (typeof seconds !== 'number' || !draft) return null
    // Either way: a clock that was moved back makes nothing live longer.
    const minutes = Math.abs(Date.parse(now) / 1_000 - seconds) / 60
    return minutes > LIFE_MINUTES
      ? null
      : { draft, attempted: isQuestion(attempted) ? attempted : null, told }
  } catch {
    return null
  }
}
