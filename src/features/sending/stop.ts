import 'server-only'
import { paths } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { seal, unseal } from '@/server/secrets'
import { anonymousPool, type Viewer } from '@/server/viewer'

/** What an e-mail carries, for its reader's program to stop the reminders by one click: whose they are, sealed. */
export const sealStop = (personId: string): string => seal(personId, 'stop-reminders').toString('base64url')

/**
 * Stops the reminders of whoever an e-mail went to (RFC 8058). What is not one of our marks stops nothing, and is answered
 * the same. They are allowed again in the account.
 */
export async function stopReminders({ params, locale }: Call<Viewer, unknown>): Promise<Answer> {
  const personId = openStop(params['token'] ?? '')
  if (personId) await anonymousPool().query('select stop_reminders($1)', [personId])
  return { to: paths.account(locale), data: { code: 'stopped' } }
}

function openStop(mark: string): string | null {
  try {
    const opened = unseal(Buffer.from(mark, 'base64url'), 'stop-reminders')
    return isId(opened) ? opened : null
  } catch {
    return null
  }
}
