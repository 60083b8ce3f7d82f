import 'server-only'
import { findPlace, isPrivatePath, paths } from '@/i18n/paths'
import { startSignIn } from '@/server/auth'
import { cookieHeader } from '@/server/cookies'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import { logError } from '@/server/log'
import { endSession, type Realm } from '@/server/sign-in-store'
import { sessionCookieHeader, type Viewer } from '@/server/viewer'
import type { SignIn } from './schema'

/**
 * Begins signing in. Any living session of this browser ends first: on a borrowed computer the next person must
 * never be joined to the last one's file.
 */
export async function beginSignIn({ input, params, locale, request }: Call<Viewer, SignIn>): Promise<Answer> {
  const realm: Realm = params['realm'] === 'staff' ? 'staff' : 'citizen'
  await endSessionOf(request)
  const home = realm === 'staff' ? paths.office(locale) : paths.file(locale)
  const wanted =
    input.returnTo && findPlace(input.returnTo) && isPrivatePath(input.returnTo) ? input.returnTo : home
  try {
    return {
      to: await startSignIn(realm, wanted, locale),
      // Read where the session is opened, once the person is back.
      cookies:
        realm === 'staff'
          ? [cookieHeader('shared', null)]
          : input.shared
            ? [cookieHeader('shared', 'yes')]
            : [],
    }
  } catch (error) {
    logError('sign-in', error)
    return { to: paths.signInUnavailable(locale), status: 503, data: { code: 'sign-in-unavailable' } }
  }
}

/** Signs out on the server, and asks the browser to forget what it kept of us. */
export async function signOut({ locale, request }: Call<Viewer, unknown>): Promise<Answer> {
  await endSessionOf(request)
  return {
    to: paths.signedOut(locale),
    cookies: [sessionCookieHeader(null, false), cookieHeader('pending', null), cookieHeader('claim', null)],
    headers: { 'Clear-Site-Data': '"cache", "storage"' },
  }
}

async function endSessionOf(request: Request): Promise<void> {
  const token = tokenOf(request)
  if (token) await endSession(token)
}
