import 'server-only'
import { env } from './env'
import { isFormKey } from './secrets'

/**
 * Whether a write really comes from a page of ours. Our own Origin, or a browser's word that the request is
 * same-origin. A browser that says neither (or `null`, from a strict privacy setting) is believed only with the
 * key that was drawn into the form for this session.
 */
export function isFromOurPages(request: Request, sessionId: string | null, key: string | undefined): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin !== null && origin !== 'null') return origin === env().origin
  if (site !== null && origin === null) return site === 'same-origin'
  return sessionId !== null && key !== undefined && isFormKey(sessionId, key)
}
