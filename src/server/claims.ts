import 'server-only'
import type { Instant } from '@/domain/calendar'
import { cookieName, readCookie } from './cookies'
import { seal, unseal } from './secrets'

/*
 * An identity the provider has vouched for and that is nobody's yet. It travels in a cookie, sealed, for a quarter of
 * an hour: never in an address, where a browser's history or a log would keep it.
 */
const GOOD_FOR_MS = 15 * 60_000

/** The cookie that carries an identity. */
export const sealIdentity = (subject: string, now: Instant): string =>
  seal(JSON.stringify({ subject, until: Date.parse(now) + GOOD_FOR_MS }), 'claim').toString('base64url')

/** The identity a browser brings, or null: none, spoiled, or too old. */
export function claimedIdentity(request: Request, now: Instant): string | null {
  const sealed = readCookie(request, cookieName('claim'))
  if (!sealed) return null
  try {
    const { subject, until } = JSON.parse(unseal(Buffer.from(sealed, 'base64url'), 'claim')) as {
      subject: string
      until: number
    }
    const left = until - Date.parse(now)
    return left > 0 && left <= GOOD_FOR_MS ? subject : null
  } catch {
    return null
  }
}
