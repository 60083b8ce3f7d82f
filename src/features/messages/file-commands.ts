import 'server-only'
import { paths, withQuery } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import { findGivenFile, givenFile } from '@/server/given-files'
import type { Citizen } from '@/server/viewer'

/** Opens a file of one's own mailbox. */
export async function openOwnFile({ viewer, params, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const found = await findGivenFile(viewer, params['id'] ?? '', { personId: viewer.personId })
  if (!found) return notFound(locale)
  if (found.scan !== 'waiting') return { to: '', file: givenFile(found) }
  const to = withQuery(paths.messages(locale), { told: 'fileWaiting' })
  return { to, status: 409, data: { code: 'waiting' } }
}

const notFound = (locale: Call<Citizen, unknown>['locale']): Answer => ({
  to: paths.problem(locale, 'not-allowed'),
  status: 404,
  data: { code: 'not-allowed' },
})
