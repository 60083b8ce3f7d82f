import 'server-only'
import { validateRequest } from 'twilio/lib/webhooks/webhooks'
import { env } from './env'
import type { Fields } from './body'
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

/**
 * Whether a request comes from our telephony provider: signed, with what it and we alone know, over the address that
 * it called and all that it sent. The address is the one we gave it, never what a header says. Null: there is no line.
 */
export function isFromProvider(request: Request, fields: Fields): boolean | null {
  const token = env().telephoneToken
  if (token === null) return null
  const { pathname, search } = new URL(request.url)
  const signature = request.headers.get('x-twilio-signature') ?? ''
  return validateRequest(token, signature, `${env().origin}${pathname}${search}`, fields)
}
