import 'server-only'
import { randomUUID } from 'node:crypto'
import { withViewer, type Door } from './db'
import { checkAndKeep, type Kept } from './file-check'
import { cleanName, MOST_BYTES, MOST_MESSAGE_FILES, type FileProblem } from './file-rules'
import type { GivenFile } from './incoming'
import { logError } from './log'
import type { Mailbox } from './mailbox'
import { storage } from './storage'
import { isCitizen, isStaff, type Applicant, type Citizen, type Staff } from './viewer'

/** What a file that came with a message is kept under: it answers nothing that was asked for. */
export const MESSAGE_FILE = 'message'

/** A file that came with a message: looked at, kept, and not yet of any message. */
export type TakenFile = Kept & { readonly id: string; readonly name: string; readonly key: string }
export type TakenFiles = {
  readonly taken: readonly TakenFile[]
  /** The first that was not good, and which of them it was, from one. */
  readonly wrong: { readonly problem: FileProblem; readonly file: number } | null
  /** The line broke: what came is not all that was sent. */
  readonly broken: boolean
}
export const noFiles: TakenFiles = { taken: [], wrong: null, broken: false }

type Sender = Applicant | Citizen | Staff

/**
 * Takes the files of a form one after the other, before the message they come with is written. Each is known to the
 * database as on its way, so that what is never ended is forgotten with its bytes.
 */
export async function takeFiles(
  sender: Sender,
  files: AsyncIterable<GivenFile> | undefined,
): Promise<TakenFiles> {
  if (!files) return noFiles
  const taken: TakenFile[] = []
  let wrong: TakenFiles['wrong'] = null
  let count = 0
  try {
    for await (const file of files) {
      count += 1
      const outcome =
        count > MOST_MESSAGE_FILES ? ({ problem: 'too-many' } as const) : await take(sender, file)
      if ('problem' in outcome) wrong ??= { problem: outcome.problem, file: count }
      else taken.push(outcome)
    }
  } catch (error) {
    logError('message files', error)
    return { taken, wrong: { problem: 'broken', file: count }, broken: true }
  }
  return { taken, wrong, broken: false }
}

async function take(sender: Sender, file: GivenFile): Promise<TakenFile | { problem: FileProblem }> {
  const id = randomUUID()
  const [arrived, key] = [`uploads/${id}`, `documents/${randomUUID()}`]
  const name = cleanName(file.name)
  await withViewer(sender, ({ tx }) =>
    tx.upload.createMany({
      data: [
        {
          ...{ id, requirement: MESSAGE_FILE, name, totalBytes: MOST_BYTES, storageKey: arrived },
          ...senderColumns(sender),
        },
      ],
    }),
  )
  const disk = storage()
  const { bytes, fault } = await disk.append(arrived, 0, file.bytes, MOST_BYTES)
  if (fault || bytes === 0) {
    await forget(sender, [{ id, key }])
    return { problem: fault === 'too-large' ? 'too-large' : fault ? 'broken' : 'empty' }
  }
  await disk.complete(arrived)
  const kept = await checkAndKeep(arrived, key)
  if (!('problem' in kept)) return { ...kept, id, name, key }
  await forget(sender, [{ id, key }])
  return kept
}

function senderColumns(sender: Sender) {
  if (isStaff(sender)) return { staffId: sender.staffId }
  if (isCitizen(sender)) return { personId: sender.personId }
  return { applicationId: sender.applicationId, adult: sender.adult }
}

/**
 * Gives files to the message they came with, in its transaction. Sent again, a file that is there already is not added.
 * Answers those that are the message's now.
 */
export async function attachFiles(
  { sql }: Door,
  mailbox: Mailbox,
  messageId: string,
  taken: readonly TakenFile[],
): Promise<ReadonlySet<string>> {
  const added = new Set<string>()
  for (const file of taken) {
    await sql('delete from upload where id = $1', [file.id])
    const rows = await sql<{ id: string }>(
      `insert into document (id, application_id, adult, household_id, person_id, message_id, requirement, name, type, bytes,
         storage_key, digest, scan)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
       where not exists (select from document d where d.message_id = $6 and d.digest = $12 and d.removed_at is null)
         and (select count(*) from document d where d.message_id = $6) < ${MOST_MESSAGE_FILES}
       returning id`,
      [
        ...[file.id, mailbox.applicationId, mailbox.adult, mailbox.householdId, mailbox.personId, messageId],
        ...[MESSAGE_FILE, file.name, file.type, file.bytes, file.key, file.digest, file.scan],
      ],
    )
    if (rows.length > 0) added.add(file.id)
  }
  return added
}

/** Once the message is written, or could not be: the bytes as they arrived go, and those of files that are no message's. */
export async function settleFiles(
  sender: Sender,
  { taken }: TakenFiles,
  added: ReadonlySet<string>,
): Promise<void> {
  for (const { id } of taken.filter((file) => added.has(file.id))) await storage().remove(`uploads/${id}`)
  await forget(
    sender,
    taken.filter((file) => !added.has(file.id)),
  )
}

async function forget(
  sender: Sender,
  files: readonly { readonly id: string; readonly key: string }[],
): Promise<void> {
  if (files.length === 0) return
  const ids = files.map(({ id }) => id)
  await withViewer(sender, ({ tx }) => tx.upload.deleteMany({ where: { id: { in: ids } } }))
  for (const { id, key } of files) {
    await storage().remove(`uploads/${id}`)
    await storage().remove(key)
  }
}
