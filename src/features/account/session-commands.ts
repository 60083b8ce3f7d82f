import 'server-only'
import { paths } from '@/i18n/paths'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { endOtherSessions } from '@/server/own-sessions'
import type { Citizen } from '@/server/viewer'

/** Ends another of one's own sessions: its cookie opens nothing from now on. */
export async function endSessionById({ params, locale, request }: Call<Citizen, unknown>): Promise<Answer> {
  const to = paths.devices(locale)
  const [token, id] = [tokenOf(request), params['id'] ?? '']
  const ended = token && isId(id) ? await endOtherSessions(token, id) : 0
  return ended > 0 ? { to, data: { code: 'ended' } } : { to, status: 404, data: { code: 'not-allowed' } }
}

/** Ends all one's sessions but this one. */
export async function endOthers({ locale, request }: Call<Citizen, unknown>): Promise<Answer> {
  const token = tokenOf(request)
  const ended = token ? await endOtherSessions(token, null) : 0
  return { to: paths.devices(locale), data: { code: 'ended', ended } }
}
