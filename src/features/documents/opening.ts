import 'server-only'
import { paths } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import { findGivenFile, givenFile } from '@/server/given-files'
import type { Applicant } from '@/server/viewer'
import { slugOf } from './requirements'

/** Opens a file of one's application, or one that came with a message of it. */
export async function openDocument({ viewer, params, locale }: Call<Applicant, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const found = await findGivenFile(viewer, id, { applicationId: viewer.applicationId })
  if (!found) return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  if (found.scan !== 'waiting') return { to: '', file: givenFile(found) }
  const to =
    found.messageId === null
      ? `${paths.applicationDocument(locale, slugOf(found.requirement))}?problem=waiting`
      : paths.applicationProgressTold(locale, 'fileWaiting')
  return { to, status: 409, data: { code: 'waiting' } }
}
