import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import { keepPromise } from '@/server/application-promise'
import { withViewer, type Door } from '@/server/db'
import { checkAndKeep } from '@/server/file-check'
import { cleanName, MOST_BYTES, MOST_FILES, type FileProblem } from '@/server/file-rules'
import { storage } from '@/server/storage'
import type { Applicant } from '@/server/viewer'
import { isOfHousehold, listRequirements } from './requirements'

/** A file on its way. Its bytes are counted where they are kept, to the last that arrived. */
export type Upload = {
  readonly id: string
  readonly requirement: string
  readonly name: string
  readonly totalBytes: number
  readonly key: string
}
export type Outcome = { readonly documentId: string } | { readonly problem: FileProblem }
/** Files begun and not ended that one application may have: all the pages of one paper, twice. */
const MOST_UPLOADS = 40

/** Begins to take a file for a document that is asked for. Null when it is not asked for. */
export async function startUpload(
  viewer: Applicant,
  file: { readonly requirement: string; readonly name: string; readonly size: number },
): Promise<Upload | { problem: FileProblem } | null> {
  const problem = file.size <= 0 ? 'empty' : file.size > MOST_BYTES ? 'too-large' : null
  return withViewer(viewer, async (door) => {
    const asked = await listRequirements(door, viewer)
    if (!asked.some(({ id }) => id === file.requirement)) return null
    if (problem) return { problem }
    const full = await fullness(door, viewer, file.requirement)
    if (full) return { problem: full }
    const id = randomUUID()
    const upload = { id, requirement: file.requirement, name: cleanName(file.name), totalBytes: file.size }
    await door.tx.upload.createMany({
      data: [{ ...upload, ...ownerOf(viewer), storageKey: `uploads/${id}` }],
    })
    return { ...upload, key: `uploads/${id}` }
  })
}

async function fullness({ sql }: Door, viewer: Applicant, requirement: string): Promise<FileProblem | null> {
  const [count] = await sql<{ files: number; uploads: number }>(
    `select (select count(*) from document where application_id = $1 and requirement = $2 and removed_at is null)::int as files,
       (select count(*) from upload where application_id = $1)::int as uploads`,
    [viewer.applicationId, requirement],
  )
  if (count!.files >= MOST_FILES) return 'too-many'
  return count!.uploads >= MOST_UPLOADS ? 'full' : null
}

/** One's own file on its way; null when it is another's, or has ended. */
export async function findUpload(viewer: Applicant, id: string): Promise<Upload | null> {
  const row = await withViewer(viewer, ({ tx }) => tx.upload.findFirst({ where: { id } }))
  if (!row) return null
  const { requirement, name, totalBytes, storageKey: key } = row
  return { id: row.id, requirement, name, totalBytes, key }
}

/**
 * Ends a file that arrived whole: looks at it, keeps what is good, and says so in the application. Ended twice, it is
 * one document.
 */
export async function endUpload(viewer: Applicant, upload: Upload): Promise<Outcome> {
  const disk = storage()
  if ((await disk.sizeOf(upload.key)) !== upload.totalBytes) return { problem: 'broken' }
  await disk.complete(upload.key)
  // A key of this attempt's own: one that fails beside it takes nothing away.
  const key = `documents/${randomUUID()}`
  const kept = await checkAndKeep(upload.key, key)
  if ('problem' in kept) {
    await forget(viewer, upload)
    return kept
  }
  const isFirst = await withViewer(viewer, (door) => enter(door, viewer, upload, { ...kept, key }))
  await disk.remove(isFirst ? upload.key : key)
  return { documentId: upload.id }
}

/** A file that does not go on: nothing of it is kept. */
export async function forget(viewer: Applicant, upload: Upload): Promise<void> {
  await withViewer(viewer, ({ tx }) => tx.upload.deleteMany({ where: { id: upload.id } }))
  await storage().remove(upload.key)
}

async function enter(
  door: Door,
  viewer: Applicant,
  upload: Upload,
  file: { type: string; bytes: number; digest: Buffer; scan: string; key: string },
): Promise<boolean> {
  const { sql, tx } = door
  const { requirement, name } = upload
  // In the same transaction as its end: a file is on its way or it is a document, never both and never neither.
  const [ended] = await sql<{ id: string }>('delete from upload where id = $1 returning id', [upload.id])
  if (!ended) return false
  const { applicationId, adult } = ownerOf(viewer)
  await tx.document.createMany({
    data: [
      {
        id: upload.id,
        applicationId,
        adult,
        requirement,
        name,
        type: file.type,
        bytes: file.bytes,
        storageKey: file.key,
        digest: new Uint8Array(file.digest),
        scan: file.scan,
      },
    ],
  })
  await tellEvent(door, viewer, 'documentGiven', requirement)
  return true
}

/** Adds to what happened in the application. What concerns the household both adults may see; the rest, its author. */
export async function tellEvent(
  door: Door,
  viewer: Applicant,
  kind: 'documentGiven' | 'documentAnswered' | 'documentRemoved' | 'documentRefused',
  subject: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { applicationId, adult: by } = ownerOf(viewer)
  const adult = isOfHousehold(subject) ? null : by
  await door.tx.applicationEvent.createMany({
    data: [{ applicationId, kind, adult, by, details: { subject, ...more } }],
  })
  await keepPromise(door, viewer, applicationId)
}

const ownerOf = ({ applicationId, adult }: Applicant): { applicationId: string; adult: Adult } => ({
  applicationId,
  adult,
})
