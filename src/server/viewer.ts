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
import {
  mayRole,
  type Assurance,
  type MandateRight,
  type Right,
  type RightOf,
  type StaffRole,
} from './permissions'
import type { AssistedChannel } from '@/domain/access/identification'
import type { Adult } from '@/domain/application/adult'
import { formKey, hashOf } from './secrets'

/** Who is looking. The first argument of every query and command. */
export type Viewer = Anonymous | Applicant | Citizen | Staff | Caller | { readonly role: 'worker' }
export type Anonymous = { readonly role: 'anonymous' }
/** One adult of an application for aid, at their own part of it: by the secret of their visit, with or without an account. */
export type Applicant = {
  readonly role: 'applicant'
  /** The visit. */
  readonly sessionId: string
  readonly assurance: 'code'
  /** On a shared computer or a borrowed telephone the visit ends sooner. */
  readonly shared: boolean
  readonly applicationId: string
  readonly adult: Adult
  /** The person whose account it is attached to; null while it has none. */
  readonly accountId: string | null
}
/** Someone on the automated telephone line, by the name the provider gives the call: known or not yet. */
export type Caller = { readonly role: 'caller'; readonly call: PhoneCall }
export type PhoneCall = { readonly sid: string }
/**
 * A person at their own file, or their representative acting for them: then the role is `representative`, `actorId`
 * is who acts, and everything else is the person's. Or a member of the staff in the place of a person who asked for
 * their help: then the role is `assistant`, and everything but `assisted` is the person's, drafts included. Or the
 * person on the telephone line, once they proved who they are: then the role is `caller`.
 */
export type Citizen = {
  readonly role: 'citizen' | 'representative' | 'assistant' | 'caller'
  readonly sessionId: string
  readonly assurance: Assurance
  /** On a shared computer the session ends sooner. */
  readonly shared: boolean
  readonly personId: string
  readonly name: string
  /** Adult memberships of the person, the present one first. */
  readonly memberships: readonly { householdId: string; fromDay: Day; untilDay: Day | null }[]
  /** Who is at the keyboard: the person, or their representative. Drafts and filings are made by them. */
  readonly actorId: string
  readonly actorName: string
  readonly mandate: Mandate | null
  /** There is someone they may act for. */
  readonly holdsMandate: boolean
  /** Who of the staff is in the person's place, and how; absent when nobody is. */
  readonly assisted?: Assisted
  /** The call it is told in; absent everywhere else. */
  readonly call?: PhoneCall
}
/** The help of the staff, for as long as it lasts. */
export type Assisted = {
  readonly id: string
  readonly staffId: string
  /** As the person reads it: a first name. */
  readonly staffName: string
  readonly channel: AssistedChannel
  /** The day the paper was handed in, when there is one. */
  readonly handedInOn: Day | null
  /** How many scans of the paper are attached. */
  readonly scans: number
}
/** Under what someone acts for another. A mandate that ended, or was revoked, has no rights left. */
export type Mandate = {
  readonly id: string
  readonly kind: MandateKind
  readonly rights: readonly MandateRight[]
}
export type MandateKind = 'administrator' | 'publicCurator' | 'powerOfAttorney' | 'communityHelper'
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

/**
 * The header that gives a browser its session. On a shared computer it lives no longer than the browser's window;
 * null takes it back.
 */
export function sessionCookieHeader(token: string | null, shared: boolean): string {
  const { name, secure } = sessionCookie()
  const life = token === null ? '; Max-Age=0' : shared ? '' : `; Max-Age=${LONGEST_SESSION_SECONDS}`
  return `${name}=${token ?? ''}; Path=/${life}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The longest a session lives, however busy. */
export const LONGEST_SESSION_SECONDS = 12 * 60 * 60
/** A session left alone this long is over; on a shared computer, sooner. Minutes. */
export const idleMinutes = { own: 60, shared: 10 }

/** Connections that may only ask whose a session is, park a form, sign out, and check a receipt. */
export const anonymousPool = (): pg.Pool => poolOf('quinze_anonymous')

type SessionRow = {
  session_id: string
  realm: 'citizen' | 'staff'
  assurance: Assurance
  alive: boolean
  shared: boolean
  person_id: string | null
  name: string
  memberships: Citizen['memberships']
  actor_id: string
  actor_name: string
  mandate: Mandate | null
  holds_mandate: boolean
  staff_id: string | null
  /** `none`: they work here no more. */
  role: StaffRole | 'none' | null
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
    text: 'select * from auth.viewer_of($1, make_interval(mins => $2), make_interval(mins => $3))',
    values: [hashOf(token), idleMinutes.own, idleMinutes.shared],
  })
  const row = rows[0]
  if (!row) return nobody
  const { session_id: sessionId, assurance, name } = row
  if (!row.alive) return { ...nobody, expired: true, sessionId }
  if (row.realm === 'citizen' && row.person_id) {
    return {
      viewer: {
        role: row.mandate ? 'representative' : 'citizen',
        sessionId,
        assurance,
        shared: row.shared,
        name,
        personId: row.person_id,
        memberships: row.memberships,
        actorId: row.actor_id,
        actorName: row.actor_name,
        mandate: row.mandate,
        holdsMandate: row.holds_mandate,
      },
      expired: false,
      sessionId,
    }
  }
  if (row.realm === 'staff' && row.staff_id && row.role && row.role !== 'none') {
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
 * The citizen of a page, or who acts for them, holding the right. Sends others to sign in, and staff to nothing: a
 * page of another realm does not exist for them.
 */
export async function requireCitizen(locale: Locale, right: RightOf<'citizen'>): Promise<Citizen> {
  const { viewer, expired } = await currentViewer()
  if (viewer.role === 'anonymous') redirect(expired ? paths.signInExpired(locale) : paths.signIn(locale))
  if (!isCitizen(viewer)) redirect(paths.problem(locale, 'not-allowed'))
  // The mandate ended meanwhile: where one chooses for whom to act says so.
  if (viewer.mandate?.rights.length === 0 && right !== 'mandate:act') redirect(paths.mandates(locale))
  if (!may(viewer, right)) redirect(paths.problem(locale, 'not-allowed'))
  return viewer
}

/**
 * The member of staff of a page, who holds the right. Others are told that there is no such page, unless `otherwise`
 * says where their own work is.
 */
export async function requireStaff(
  locale: Locale,
  right: RightOf<StaffRole>,
  otherwise = paths.problem(locale, 'not-allowed'),
): Promise<Staff> {
  const { viewer, expired } = await currentViewer()
  if (viewer.role === 'anonymous') redirect(expired ? paths.signInExpired(locale) : paths.signIn(locale))
  if (!isStaff(viewer)) redirect(paths.problem(locale, 'not-allowed'))
  if (!may(viewer, right)) redirect(otherwise)
  return viewer
}

/** Someone at their own file, or acting for its person. */
export function isCitizen(viewer: Viewer): viewer is Citizen {
  return 'personId' in viewer
}

export function isStaff(viewer: Viewer): viewer is Staff {
  return 'staffId' in viewer
}

/** Someone at an application for aid. */
export function isApplicant(viewer: Viewer): viewer is Applicant {
  return viewer.role === 'applicant'
}

/** Whether this viewer holds a right: by their role, as surely as they are known, and by their mandate if they act under one. */
export function may(viewer: Viewer, right: Right): boolean {
  const mandate = isCitizen(viewer) ? viewer.mandate : null
  return mayRole(viewer.role, 'assurance' in viewer ? viewer.assurance : 'none', right, mandate?.rights)
}

/**
 * The key every form of a page carries: it proves that the form was drawn for this viewer's session, and says for
 * whom, so that a form left open by one person is never sent as another's (`endpoint.ts`).
 */
export const formKeyOf = (viewer: Applicant | Citizen | Staff): string =>
  formKey(viewer.sessionId, subjectOf(viewer))

/** For whom a viewer's forms are: who acts, and for which person. */
export function subjectOf(viewer: Applicant | Citizen | Staff): string {
  if (isApplicant(viewer)) return `${viewer.applicationId} ${viewer.adult}`
  return isStaff(viewer) ? viewer.staffId : `${viewer.actorId} ${viewer.personId}`
}
