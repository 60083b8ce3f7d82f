import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { privatePolicy } from './headers'
import { defaultLocale } from './i18n/locale'
import { mayRunScripts, paths } from './i18n/paths'

/**
 * Before every private page, and the estimator's result: reading only, nothing stored on the way, and scripts only with this answer's
 * nonce. It never decides who may see what; that is done where the data is.
 */
export function proxy(request: NextRequest): Response {
  if (!mayRunScripts(request.nextUrl.pathname)) {
    // Under a language we do not speak (/FR/…, /xx/…) the framework draws the page all the same, beside its layout.
    return NextResponse.redirect(new URL(paths.home(defaultLocale), request.nextUrl), 307)
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = privatePolicy(nonce)

  // The framework reads the nonce from the policy of the request.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** Literals, because they are read at build time; a test holds them to `mayRunScripts`. The last three are no address. */
export const config = {
  matcher: [
    '/fr/demande/:path*',
    '/en/application/:path*',
    '/fr/mon-dossier/:path*',
    '/en/my-file/:path*',
    '/fr/bureau/:path*',
    '/en/office/:path*',
    '/fr/estimation/resultat',
    '/en/estimate/result',
    '/:other((?!fr/|en/)[^/]+)/demande/:path*',
    '/:other((?!fr/|en/)[^/]+)/mon-dossier/:path*',
    '/:other((?!fr/|en/)[^/]+)/bureau/:path*',
  ],
}
