import 'server-only'
import { parseInstant } from '@/domain/calendar'
import type { Told } from '@/domain/sending/told'
import type { Channel, Way } from '@/domain/sending/way'
import { openMailedCode } from './application-keys'
import { unsealOneTimeCode } from './one-time-codes'
import { unseal } from './secrets'

/** What is sealed in a notice of the account: where it goes, and the token of the link by which its reader freezes. */
export type SealedNotice = { readonly to: string; readonly freeze?: string }

/** A message of the outbox as whoever queued it wrote it. */
export type Queued = { readonly kind: string; readonly payload: Readonly<Record<string, string | undefined>> }

/**
 * What a message of the outbox tells, its seals opened, and where it must go when that was settled with it: a code goes
 * to the address that asked, a notice of a change to the old address too.
 * @throws when its seal is not ours
 */
export function openQueued({ kind, payload }: Queued): { readonly told: Told; readonly to: Way | null } {
  const sealed = Buffer.from(payload['sealed'] ?? '', 'base64')
  switch (kind) {
    case 'one-time-code':
      return { told: { about: 'code', code: unsealOneTimeCode(sealed) }, to: null }
    case 'application-code': {
      const [to, code] = openMailedCode(sealed)
      return { told: { about: 'applicationCode', code }, to: { channel: 'email', to } }
    }
    case 'account-notice': {
      const what = payload['about'] as (Told & { about: 'account' })['what']
      if (sealed.length === 0) return { told: { about: 'account', what, freeze: null }, to: null }
      const { to, freeze } = JSON.parse(unseal(sealed, 'notice')) as SealedNotice
      const channel = payload['channel'] as Channel
      return { told: { about: 'account', what, freeze: freeze ?? null }, to: { channel, to } }
    }
    case 'reminder': {
      const until = payload['moment'] === 'after' ? null : parseInstant(payload['until'] ?? '')
      return { told: { about: 'reminder', until }, to: null }
    }
    case 'receipt':
    case 'application-receipt':
      return { told: { about: 'receipt' }, to: null }
    default:
      return { told: { about: 'waiting' }, to: null }
  }
}
