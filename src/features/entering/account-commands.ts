import 'server-only'
import { paths } from '@/i18n/paths'
import { applicationCookie, applicationTokenOf } from '@/server/applicant'
import { record } from '@/server/audit'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { hashOf, newToken } from '@/server/secrets'
import type { Citizen } from '@/server/viewer'
import { shownCodeCookie } from '@/server/application-keys'
import type { OpeningFields } from './schema'

/*
 * An application and an account: joined by whoever proves both, in one request. From then on the account opens it, and
 * the code opens nothing.
 */

/** Attaches the application of this browser's visit to the account that is signed in. */
export async function attachApplication(call: Call<Citizen, unknown>): Promise<Answer> {
  const { viewer, locale, request } = call
  const token = applicationTokenOf(request)
  const attached = token ? await attachVisit(viewer, token, viewer.shared) : null
  if (!attached) {
    return { to: paths.applicationResumeAgain(locale, 'over'), status: 409, data: { code: 'not-attached' } }
  }
  return {
    to: paths.applicationCode(locale),
    data: { code: 'attached' },
    cookies: [applicationCookie(attached.token, viewer.shared), shownCodeCookie(null)],
  }
}

/**
 * Attaches the application of a visit to an account, and opens a new visit to it, since the secret of the first is
 * dead. Null when the visit is over, or its part is another account's.
 */
export async function attachVisit(
  viewer: Citizen,
  token: string,
  shared: boolean,
): Promise<{ readonly id: string; readonly token: string } | null> {
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ id: string | null }>('select attach_application($1) as id', [
      hashOf(token),
    ])
    if (!row?.id) return null
    await record(door, viewer, { act: 'attached', subjectKind: 'application', subjectId: row.id })
    const own = await openVisit(door, row.id, shared)
    return own === null ? null : { id: row.id, token: own }
  })
}

/** Opens a visit to one of one's own applications. Another's is not found. */
export async function openApplication(call: Call<Citizen, OpeningFields>): Promise<Answer> {
  const { viewer, input, locale } = call
  const id = input.application
  const token = isId(id) ? await withViewer(viewer, (door) => openVisit(door, id, viewer.shared)) : null
  if (!token) return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  return {
    to: paths.application(locale),
    data: { code: 'opened' },
    cookies: [applicationCookie(token, viewer.shared), shownCodeCookie(null)],
  }
}

async function openVisit({ sql }: Door, id: string, shared: boolean): Promise<string | null> {
  const token = newToken()
  const [row] = await sql<{ done: boolean }>('select open_application($1, $2, $3) as done', [
    id,
    hashOf(token),
    shared,
  ])
  return row?.done ? token : null
}
