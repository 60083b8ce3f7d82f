import 'server-only'
import type { Way } from '@/domain/sending/way'
import type { Door } from '@/server/db'
import type { SealedNotice } from '@/server/outbox'
import { hashOf, newToken, seal } from '@/server/secrets'
import type { Citizen } from '@/server/viewer'

/** What happened. A notice says no more: neither a name, nor a file, nor what the new value is. */
type About = 'contact' | 'address' | 'deposit'

type Reachable = { readonly email: string | null; readonly mobile: string | null }

/** Every address of some contacts, each once. */
export function addressesOf(...contacts: readonly (Reachable | null | undefined)[]): Way[] {
  const found = new Map<string, Way>()
  for (const contact of contacts) {
    if (contact?.email) found.set(contact.email, { channel: 'email', to: contact.email })
    if (contact?.mobile) found.set(contact.mobile, { channel: 'text', to: contact.mobile })
  }
  return [...found.values()]
}

/**
 * Queues a notice to each address, in the transaction of what it tells. The address is sealed in the notice itself:
 * the old one is nowhere else any more. With `freezes`, each notice has a link of its own that stops the changes of
 * that household, once.
 */
export async function notify(
  { tx, sql }: Door,
  { personId }: Citizen,
  addresses: readonly Way[],
  { about, freezes }: { readonly about: About; readonly freezes?: string },
): Promise<void> {
  if (addresses.length === 0) return
  const { language } = await tx.person.findFirstOrThrow({ where: { id: personId } })
  const data = []
  for (const { channel, to } of addresses) {
    const notice: SealedNotice = freezes ? { to, freeze: newToken() } : { to }
    if (notice.freeze) {
      await sql('insert into account_freeze_link (token_hash, household_id) values ($1, $2)', [
        hashOf(notice.freeze),
        freezes,
      ])
    }
    const sealed = seal(JSON.stringify(notice), 'notice').toString('base64')
    data.push({ kind: 'account-notice', personId, payload: { about, language, channel, sealed } })
  }
  await tx.outbox.createMany({ data })
}
