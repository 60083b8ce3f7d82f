import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import type { Instant } from '@/domain/calendar'
import {
  makeResumeCode,
  parseResumeCode,
  type ResumeCode,
  resumeCodeBytes,
  wordOf,
} from '@/domain/application/resume-code'
import { applicationKeyDigest } from './applicant'
import { cookieHeader, cookieName } from './cookies'
import type { Door } from './db'
import { seal, unseal } from './secrets'
import type { Applicant } from './viewer'

/*
 * The codes one comes back to an application with. A code is known by whoever made it, for as long as it is shown;
 * the database holds a digest of it and of a word together, and nothing else does.
 */

/**
 * Makes a code that opens the part of `who` together with `word`, instead of the one before. Null when the viewer may
 * not: the part is the other adult's own already.
 */
export async function makeKey({ sql }: Door, who: Adult, word: string): Promise<ResumeCode | null> {
  const code = makeResumeCode(randomBytes(resumeCodeBytes))
  const [row] = await sql<{ done: boolean }>('select keep_application_key($1, $2) as done', [
    who,
    applicationKeyDigest({ code, word: wordOf(word) }),
  ])
  return row?.done ? code : null
}

/** A code just made: for whom, and whether it was sent by e-mail too. */
export type ShownCode = { readonly code: ResumeCode; readonly of: Adult; readonly emailed: boolean }

/** How long a code is shown after it was made, in minutes. It can be made anew at any time. */
const SHOWN_MINUTES = 15

/** The header that shows a code to this visit, in this browser, for a quarter of an hour; null takes it back. */
export function shownCodeCookie(shown: (ShownCode & { viewer: Applicant; now: Instant }) | null): string {
  if (!shown) return cookieHeader('code', null)
  const { code, of, emailed, viewer, now } = shown
  const until = Date.parse(now) + SHOWN_MINUTES * 60_000
  const sealed = seal(JSON.stringify([viewer.sessionId, until, code, of, emailed]), 'shown-code')
  return cookieHeader('code', sealed.toString('base64url'), SHOWN_MINUTES)
}

export const shownCodeName = (): string => cookieName('code')

/** The code in a cookie, when it was made in this visit and not long ago. */
export function openShownCode(value: string | undefined, viewer: Applicant, now: Instant): ShownCode | null {
  if (!value) return null
  try {
    const read: unknown = JSON.parse(unseal(Buffer.from(value, 'base64url'), 'shown-code'))
    const [visit, until, typed, of, emailed] = read as [string, number, string, Adult, boolean]
    const code = parseResumeCode(typed)
    const left = until - Date.parse(now)
    if (visit !== viewer.sessionId || !code || !(left > 0 && left <= SHOWN_MINUTES * 60_000)) return null
    return { code, of, emailed }
  } catch {
    return null
  }
}

/** A code as it waits in the outbox, with where it goes. The word never leaves. */
export const sealMailedCode = (email: string, code: ResumeCode): string =>
  seal(JSON.stringify([email, code]), 'application-code').toString('base64')

/** Where a code that waited goes, and the code. */
export const openMailedCode = (sealed: Uint8Array): readonly [email: string, code: string] =>
  JSON.parse(unseal(sealed, 'application-code')) as [string, string]
