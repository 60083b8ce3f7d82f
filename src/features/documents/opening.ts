import 'server-only'
import { paths } from '@/i18n/paths'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { findGivenFile, givenFile } from '@/server/given-files'
import { storage } from '@/server/storage'
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

/** Forgets files that were begun and never ended, two days after their last piece. Gives how many. */
export async function forgetOldUploads(most = 200): Promise<number> {
  const old = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<{ storage_key: string }>(
      `delete from upload where id in (select id from upload where updated_at < app_now() - interval '2 days' limit $1)
       returning storage_key`,
      [most],
    ),
  )
  for (const { storage_key: key } of old) await storage().remove(key)
  return old.length
}
