import 'server-only'
import { storableText } from '@/domain/typed'
import { paths } from '@/i18n/paths'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { logError } from '@/server/log'
import { storage } from '@/server/storage'
import type { Applicant } from '@/server/viewer'
import { MOST_BYTES, MOST_FILES, type FileProblem } from '@/server/file-rules'
import { listRequirements, slugOf } from './requirements'
import type { DocumentAnswered, FilesFor, Piece, Start } from './schema'
import { endUpload, findUpload, forget, startUpload, tellEvent, type Outcome, type Upload } from './uploads'

type CallOf<Input> = Call<Applicant, Input>

/** Begins a file that will come in pieces. */
export async function beginUpload({ viewer, input, locale }: CallOf<Start>): Promise<Answer> {
  const begun = await startUpload(viewer, input)
  const to = paths.applicationDocuments(locale)
  if (!begun) return notAsked(locale)
  if ('problem' in begun) return { to, status: 422, data: { problem: begun.problem } }
  return { to, status: 201, data: { id: begun.id, offset: 0 } }
}

/** How much of a file is here: where the next piece begins. */
export async function readUpload({ viewer, params, locale }: CallOf<unknown>): Promise<Answer> {
  const upload = await uploadIn(viewer, params)
  if (!upload) return notFound(locale)
  const offset = await storage().sizeOf(upload.key)
  return { to: paths.applicationDocuments(locale), data: { offset, total: upload.totalBytes } }
}

/** Adds a piece. What came of it before the line broke is kept, to the byte. */
export async function addToUpload(call: CallOf<Piece>): Promise<Answer> {
  const { viewer, params, input, bytes, locale } = call
  const upload = await uploadIn(viewer, params)
  if (!upload) return notFound(locale)
  const to = paths.applicationDocuments(locale)
  const { bytes: offset, fault } = await storage().append(upload.key, input.offset, bytes!, upload.totalBytes)
  await withViewer(viewer, ({ sql }) =>
    sql(
      'update upload set received_bytes = greatest(received_bytes, $2), updated_at = app_now() where id = $1',
      [upload.id, offset],
    ),
  )
  if (fault === 'too-large') {
    await forget(viewer, upload)
    return { to, status: 422, data: { problem: 'too-large' } }
  }
  // Whoever sends goes on from where it is.
  return { to, status: fault ? 409 : 200, data: { offset, total: upload.totalBytes } }
}

/** Ends a file that came in pieces. Asked again, because the answer was lost, it says the same. */
export async function finishUpload({ viewer, params, locale }: CallOf<unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const upload = await uploadIn(viewer, params)
  const outcome = upload ? await endOnce(viewer, upload) : null
  const document = outcome && 'problem' in outcome ? null : await findDocument(viewer, id)
  if (document) return { to: pageOf(locale, document.requirement), data: { id } }
  if (!upload) return notFound(locale)
  const problem = outcome && 'problem' in outcome ? outcome.problem : 'broken'
  return { to: pageOf(locale, upload.requirement, problem), status: 422, data: { problem } }
}

/** Another request may be ending the same file: what counts then is that it did. */
async function endOnce(viewer: Applicant, upload: Upload): Promise<Outcome | null> {
  try {
    return await endUpload(viewer, upload)
  } catch (error) {
    if (await findUpload(viewer, upload.id)) throw error
    return null
  }
}

/** Takes the files of a plain form, one after the other, and says which one was not good. */
export async function giveFiles({ viewer, input, files, locale }: CallOf<FilesFor>): Promise<Answer> {
  let given = 0
  let wrong: { problem: FileProblem; file: number } | null = null
  let count = 0
  try {
    for await (const file of files!) {
      count += 1
      if (count > MOST_FILES) {
        wrong ??= { problem: 'too-many', file: count }
        continue
      }
      const upload = await startUpload(viewer, { ...input, name: file.name, size: MOST_BYTES })
      if (!upload) return notAsked(locale)
      const outcome = 'problem' in upload ? upload : await takeWhole(viewer, upload, file.bytes)
      if ('problem' in outcome) wrong ??= { problem: outcome.problem, file: count }
      else given += 1
    }
  } catch (error) {
    logError('files', error)
    wrong ??= { problem: 'broken', file: count }
  }
  if (count === 0) wrong = { problem: 'none-chosen', file: 0 }
  const to = pageOf(locale, input.requirement, wrong?.problem, count > 1 ? wrong?.file : undefined)
  return { to, status: wrong ? 422 : 200, data: { given, ...wrong } }
}

async function takeWhole(
  viewer: Applicant,
  begun: Upload,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome> {
  const { bytes: totalBytes, fault } = await storage().append(begun.key, 0, bytes, MOST_BYTES)
  if (fault || totalBytes === 0) {
    await forget(viewer, begun)
    return { problem: fault === 'too-large' ? 'too-large' : fault ? 'broken' : 'empty' }
  }
  return endUpload(viewer, { ...begun, totalBytes })
}

/** Keeps another answer than a file: it comes later, by mail, at the office; it cannot be had. */
export async function answerDocument({ viewer, input, locale }: CallOf<DocumentAnswered>): Promise<Answer> {
  const { requirement, answer } = input
  return withViewer(viewer, async (door) => {
    const asked = (await listRequirements(door, viewer)).find(({ id }) => id === requirement)
    if (!asked) return notAsked(locale)
    if (answer === '') {
      return { to: pageOf(locale, requirement, 'no-answer'), status: 422, data: { problem: 'no-answer' } }
    }
    const substitute =
      answer === 'cannot' && asked.substitutes.includes(input.substitute) ? input.substitute : null
    const note = storableText(input.note).trim() || null
    await door.sql(
      `insert into document_answer (application_id, requirement, adult, answer, substitute, note)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (application_id, requirement) do update
         set answer = excluded.answer, substitute = excluded.substitute, note = excluded.note, updated_at = app_now()`,
      [viewer.applicationId, requirement, viewer.adult, answer, substitute, note],
    )
    await tellEvent(door, viewer, 'documentAnswered', requirement, { answer })
    return { to: paths.applicationDocuments(locale), data: { answer } }
  })
}

/** Takes back a file one gave. Its bytes go at once. */
export async function removeDocument({ viewer, params, locale }: CallOf<unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  if (!isId(id)) return notFound(locale)
  const removed = await withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ requirement: string; storage_key: string }>(
      `update document set removed_at = app_now() where id = $1 and adult = $2 and message_id is null and removed_at is null
       returning requirement, storage_key`,
      [id, viewer.adult],
    )
    if (row) await tellEvent(door, viewer, 'documentRemoved', row.requirement)
    return row
  })
  if (!removed) return notFound(locale)
  await storage().remove(removed.storage_key)
  return { to: pageOf(locale, removed.requirement), data: { code: 'removed' } }
}

async function findDocument(viewer: Applicant, id: string) {
  if (!isId(id)) return null
  return withViewer(viewer, ({ tx }) => tx.document.findFirst({ where: { id, removedAt: null } }))
}

async function uploadIn(viewer: Applicant, params: Record<string, string>): Promise<Upload | null> {
  const id = params['id'] ?? ''
  return isId(id) ? findUpload(viewer, id) : null
}

type Locale = Call<Applicant, unknown>['locale']

function pageOf(locale: Locale, requirement: string, problem?: FileProblem, file?: number): string {
  const page = paths.applicationDocument(locale, slugOf(requirement))
  if (!problem) return page
  return `${page}?problem=${problem}${file ? `&file=${file}` : ''}`
}

const notFound = (locale: Locale): Answer => ({
  to: paths.problem(locale, 'not-allowed'),
  status: 404,
  data: { code: 'not-allowed' },
})

/** The answers changed meanwhile, in another tab: this document is no longer asked for. */
const notAsked = (locale: Locale): Answer => ({
  to: paths.applicationDocuments(locale),
  status: 409,
  data: { code: 'not-asked' },
})
