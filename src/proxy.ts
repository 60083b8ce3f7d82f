import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { privatePolicy } from './headers'

/**
 * Before every private page: reading only, nothing stored on the way, and scripts only with this answer's
 * nonce. It never decides who may see what; that is done where the data is.
 */
export function proxy(request: NextRequest): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // Left alone, the framework answers 200 to PUT, DELETE, PATCH and TRACE on a page.
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' } })
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

/** Four literals, because they are read at build time; a test holds them to `privateRoots`. */
export const config = {
  matcher: ['/fr/mon-dossier/:path*', '/en/my-file/:path*', '/fr/bureau/:path*', '/en/office/:path*'],
}
