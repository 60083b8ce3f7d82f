import 'server-only'
import { env } from './env'

/*
 * The cookies a person does not choose. Over https each is bound to this host alone by its name, as the session is.
 *   pending   the secret of a browser that waits for a one-time code
 *   shared    the person chose "shared computer" before leaving for the identity provider
 *   claim     an identity that is nobody's yet, sealed
 *   estimate  the answers given to the estimator, sealed
 *   application  the secret of a visit to an application for aid
 *   code      a code just made to come back to an application, sealed, to be shown and printed
 *   english   the notice of the Charter was shown on this device
 */
export type KeptCookie = 'pending' | 'shared' | 'claim' | 'estimate' | 'application' | 'code' | 'english'

const isSecure = (): boolean => env().origin.startsWith('https:')

/** The name of a cookie, as browsers keep it. */
export const cookieName = (name: KeptCookie): string =>
  isSecure() ? `__Host-quinze-${name}` : `quinze-${name}`

/** The header that gives a browser a cookie for some minutes, or as long as its window; or takes it back (null). */
export function cookieHeader(
  name: KeptCookie,
  value: string | null,
  minutes: number | 'window' = 15,
): string {
  const life = value === null ? 0 : minutes === 'window' ? null : minutes * 60
  return `${cookieName(name)}=${value ?? ''}; Path=/${life === null ? '' : `; Max-Age=${life}`}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
}

/** The value of a cookie a request carries. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of request.headers.get('cookie')?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return undefined
}
