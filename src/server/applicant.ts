import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Adult } from '@/domain/application/adult'
import type { Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Fields } from './body'
import { cookieHeader, cookieName, readCookie } from './cookies'
import { digestFor, hashOf, seal } from './secrets'
import { type Applicant, anonymousPool, idleMinutes, LONGEST_SESSION_SECONDS, type Visit } from './viewer'

/*
 * Who is at an application for aid. No account is needed: a visit is a secret in a cookie, as a session is, and one
 * comes back with a code and a word of one's own (decisions/applying-without-account.md).
 */

type VisitRow = {
  session_id: string
  application_id: string
  adult: Adult
  alive: boolean
  shared: boolean
  account_id: string | null
}

/** The visit behind a secret. One that ran out says so, and whose it was, that a late form may be kept. */
export async function applicantOf(token: string | undefined): Promise<Visit> {
  const nobody: Visit = { viewer: { role: 'anonymous' }, expired: false, sessionId: null }
  if (!token) return nobody
  const { rows } = await anonymousPool().query<VisitRow>({
    name: 'applicant_of',
    text: 'select * from auth.applicant_of($1, make_interval(mins => $2), make_interval(mins => $3))',
    values: [hashOf(token), idleMinutes.own, idleMinutes.shared],
  })
  const row = rows[0]
  if (!row) return nobody
  const { session_id: sessionId, application_id: applicationId, adult, shared, account_id: accountId } = row
  if (!row.alive) return { ...nobody, expired: true, sessionId }
  const viewer: Applicant = {
    role: 'applicant',
    sessionId,
    assurance: 'code',
    shared,
    applicationId,
    adult,
    accountId,
  }
  return { viewer, expired: false, sessionId }
}

/** The visit of the page being drawn, asked once per request. */
export const currentApplicant = cache(async () =>
  applicantOf((await cookies()).get(cookieName('application'))?.value),
)

/** Who is at the application of a page. Others are led to where one comes back to an application. */
export async function requireApplicant(locale: Locale): Promise<Applicant> {
  const { viewer, expired } = await currentApplicant()
  if (viewer.role === 'applicant') return viewer
  redirect(paths.applicationResumeAgain(locale, expired ? 'expired' : 'over'))
}

/** The secret a request carries. */
export const applicationTokenOf = (request: Request): string | undefined =>
  readCookie(request, cookieName('application'))

/** The header that gives a browser its visit, or takes it back (null). On a shared computer it ends with the window. */
export function applicationCookie(token: string | null, shared: boolean): string {
  if (token !== null && shared) return cookieHeader('application', token, 'window')
  return cookieHeader('application', token, LONGEST_SESSION_SECONDS / 60)
}

/** What begins an application: its first answers by part, and where and when they were given. */
export type Beginning = {
  /** Drawn into the form: pressed twice, it begins once. */
  readonly key: string
  readonly token: string
  readonly shared: boolean
  readonly language: Locale
  readonly arrival: Instant
  readonly parts: Readonly<Record<'household' | 'applicant' | 'spouse', Readonly<Record<string, string>>>>
  readonly urgent: readonly string[]
}

/** Begins an application, its first answers included, or nothing. Null when the key is of one already sent. */
export async function startApplication(of: Beginning): Promise<string | null> {
  const { rows } = await anonymousPool().query<{ id: string | null }>(
    'select auth.start_application($1, $2, $3, $4, $5, $6, $7) as id',
    [of.key, hashOf(of.token), of.shared, of.language, of.arrival, JSON.stringify(of.parts), of.urgent],
  )
  return rows[0]?.id ?? null
}

/** Comes back with a code and a word: opens a visit under `token`. Null when they prove nothing. */
export async function resumeApplication(
  proof: { readonly code: string; readonly word: string },
  token: string,
  shared: boolean,
): Promise<{ readonly applicationId: string; readonly adult: Adult } | null> {
  const { rows } = await anonymousPool().query<{ application_id: string; adult: Adult }>(
    'select * from auth.resume_application($1, $2, $3)',
    [applicationKeyDigest(proof), hashOf(token), shared],
  )
  return rows[0] ? { applicationId: rows[0].application_id, adult: rows[0].adult } : null
}

/** The only form in which a code and its word can be looked up: both as they are compared. */
export const applicationKeyDigest = ({
  code,
  word,
}: {
  readonly code: string
  readonly word: string
}): Buffer => digestFor('application-key', code, word)

/** Ends a visit on the server: its secret opens nothing from now on. */
export async function leaveApplication(token: string): Promise<void> {
  await anonymousPool().query('select auth.leave_application($1)', [hashOf(token)])
}

/** Keeps a late form, encrypted, for the adult whose visit it was. */
export async function parkForApplicant(token: string, path: string, fields: Fields): Promise<void> {
  await anonymousPool().query('select auth.park_application($1, $2, $3)', [
    hashOf(token),
    path,
    seal(JSON.stringify(fields)),
  ])
}
