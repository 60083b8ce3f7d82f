import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type pg from 'pg'
import type { Day } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { poolOf } from './db'
import { env } from './env'
import { mayRole, type Assurance, type Right, type RightOf, type StaffRole } from './permissions'
import { formKey, hashOf } from './secrets'

/** Who is looking. The first argument of every query and command. */
export type Viewer = Anonymous | Citizen | Staff | { readonly role: 'worker' }
export type Anonymous = { readonly role: 'anonymous' }
export type Citizen = {
  readonly role: 'citizen'
  readonly sessionId: string
  readonly assurance: Assurance
  readonly personId: string
  readonly name: string
  /** Adult memberships, the present one first. */
  readonly memberships: readonly { householdId: string; fromDay: Day; untilDay: Day | null }[]
}
export type Staff = {
  readonly role: StaffRole
  readonly sessionId: string
  readonly assurance: Assurance
  readonly staffId: string
  readonly name: string
  readonly officeId: string | null
}

/** Over https the cookie is bound to this host alone by its name; plain http exists on localhost only. */
export const sessionCookie = (): { name: string; secure: boolean } =>
  env().origin.startsWith('https:')
    ? { name: '__Host-quinze', secure: true }
    : { name: 'quinze', secure: false }

/** A session left alone this long is over. */
const IDLE = '60 minutes'

/** Connections that may only ask whose a session is, park a form, sign out, and check a receipt. */
export const anonymousPool = (): pg.Pool => poolOf('quinze_anonymous')

type SessionRow = {
  session_id: string
  realm: 'citizen' | 'staff'
  assurance: Assurance
  alive: boolean
  person_id: string | null
  name: string
  memberships: Citizen['memberships']
  staff_id: string | null
  role: StaffRole | null
  office_id: string | null
}

/** Who is behind a session token. */
export type Visit = {
  readonly viewer: Viewer
  /** The session was real and only ran out. */
  readonly expired: boolean
  /** The session, living or expired; null without one. */
  readonly sessionId: string | null
}

/** Looks up the visit behind a session token. A token that is unknown or was signed out is nobody's. */
export async function viewerOf(token: string | undefined): Promise<Visit> {
  const nobody: Visit = { viewer: { role: 'anonymous' }, expired: false, sessionId: null }
  if (!token) return nobody
  const { rows } = await anonymousPool().query<SessionRow>({
    name: 'viewer_of',
    text: 'select * from auth.viewer_of($1, $2)',
    values: [hashOf(token), IDLE],
  })
  const row = rows[0]
  if (!row) return nobody
  const { session_id: sessionId, assurance, name } = row
  if (!row.alive) return { ...nobody, expired: true, sessionId }
  if (row.realm === 'citizen' && row.person_id) {
    return {
      viewer: {
        role: 'citizen',
        sessionId,
        assurance,
        name,
        personId: row.person_id,
        memberships: row.memberships,
      },
      expired: false,
      sessionId,
    }
  }
  if (row.realm === 'staff' && row.staff_id && row.role) {
    return {
      viewer: { role: row.role, sessionId, assurance, name, staffId: row.staff_id, officeId: row.office_id },
      expired: false,
      sessionId,
    }
  }
  return nobody
}

/** The viewer of the page being drawn, asked once per request. */
export const currentViewer = cache(async () => viewerOf((await cookies()).get(sessionCookie().name)?.value))

/**
 * The citizen of a page, who holds the right. Sends others to sign in, and staff to nothing: a page of another
 * realm does not exist for them.
 */
export async function requireCitizen(locale: Locale, right: RightOf<'citizen'>): Promise<Citizen> {
  const { viewer, expired } = await currentViewer()
  if (viewer.role === 'anonymous') redirect(expired ? paths.signInExpired(locale) : paths.signIn(locale))
  if (viewer.role !== 'citizen' || !mayRole(viewer.role, viewer.assurance, right)) {
    redirect(paths.problem(locale, 'not-allowed'))
  }
  return viewer
}

/** The agent or supervisor of a page, who holds the right. */
export async function requireStaff(locale: Locale, right: RightOf<StaffRole>): Promise<Staff> {
  const { viewer, expired } = await currentViewer()
  if (viewer.role === 'anonymous') redirect(expired ? paths.signInExpired(locale) : paths.signIn(locale))
  if (!isStaff(viewer) || !mayRole(viewer.role, viewer.assurance, right)) {
    redirect(paths.problem(locale, 'not-allowed'))
  }
  return viewer
}

export function isStaff(viewer: Viewer): viewer is Staff {
  return 'staffId' in viewer
}

/** Whether this viewer holds a right. */
export function may(viewer: Viewer, right: Right): boolean {
  return mayRole(viewer.role, 'assurance' in viewer ? viewer.assurance : 'none', right)
}

/** The key that proves a form was drawn for this viewer's session (`origin.ts`). Every form of a page carries it. */
export const formKeyOf = (viewer: Citizen | Staff): string => formKey(viewer.sessionId)
