import 'server-only'
import { Readable } from 'node:stream'
import { paths } from '@/i18n/paths'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { scan } from '@/server/scanner'
import { storage, type Bytes } from '@/server/storage'
import type { Applicant, Viewer } from '@/server/viewer'
import { isOfHousehold, slugOf } from './requirements'

/**
 * Opens a file of one's application: a picture, which we made, in the page; a PDF, which someone else wrote, to keep.
 * One that waits for the scanner is asked for again, and is not opened before it answers.
 */
export async function openDocument({ viewer, params, locale }: Call<Applicant, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const find = () => withViewer(viewer, ({ tx }) => tx.document.findFirst({ where: { id, removedAt: null } }))
  let row = isId(id) ? await find() : null
  if (row?.scan === 'waiting') {
    await scanWaiting(viewer)
    row = await find()
  }
  const to = row && `${paths.applicationDocument(locale, slugOf(row.requirement))}?problem=waiting`
  if (row?.scan === 'waiting') return { to: to!, status: 409, data: { code: 'waiting' } }
  if (!row || row.scan === 'infected') {
    return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  }
  const isPicture = row.type === 'image/jpeg'
  const name = `quinze-document-${row.id.slice(-6)}.${isPicture ? 'jpg' : 'pdf'}`
  const body = webStream(storage().get(row.storageKey))
  return { to: '', file: { name, type: row.type, body, ...(isPicture && { inline: true }) } }
}

const webStream = (source: Bytes): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source, { objectMode: false })) as ReadableStream<Uint8Array>

type Waiting = {
  id: string
  application_id: string
  adult: string
  requirement: string
  storage_key: string
}

/**
 * Has the scanner look again at what it could not look at: one's own files, or everybody's for the machine's own work.
 * A file that holds a virus is removed, and its author reads so. Gives how many were looked at.
 */
export async function scanWaiting(viewer: Viewer, most = 50): Promise<number> {
  const waiting = await withViewer(viewer, ({ sql }) =>
    sql<Waiting>(
      `select id, application_id, adult, requirement, storage_key from document
       where scan = 'waiting' and removed_at is null order by received_at limit $1`,
      [most],
    ),
  )
  let looked = 0
  for (const file of waiting) {
    const verdict = await scan(storage().get(file.storage_key))
    // Down still, or no longer configured: the others would wait as long.
    if (verdict !== 'clean' && verdict !== 'infected') break
    looked += 1
    if (await keepVerdict(viewer, file, verdict)) await storage().remove(file.storage_key)
  }
  return looked
}

/** Whether its bytes must go. */
function keepVerdict(viewer: Viewer, file: Waiting, verdict: 'clean' | 'infected'): Promise<boolean> {
  return withViewer(viewer, async ({ sql, tx }) => {
    const isBad = verdict === 'infected'
    const kept = await sql(
      `update document set scan = $2, removed_at = case when $3 then app_now() end
       where id = $1 and scan = 'waiting' and removed_at is null returning id`,
      [file.id, verdict, isBad],
    )
    if (kept.length === 0 || !isBad) return false
    const by = viewer.role === 'applicant' ? viewer.adult : 'machine'
    const adult = isOfHousehold(file.requirement) ? null : file.adult
    const details = { subject: file.requirement, reason: 'infected' }
    await tx.applicationEvent.createMany({
      data: [{ applicationId: file.application_id, kind: 'documentRefused', adult, by, details }],
    })
    return true
  })
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
