import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import type { Locale } from '@/i18n/locale'
import { withViewer } from '@/server/db'
import { logError } from '@/server/log'
import { makePdf } from '@/server/pdf'
import { storage } from '@/server/storage'
import { writeNotice } from './notice'
import { noticeDocument } from './notice-document'
import { addressed, noticeData, type Source } from './source'

/** An adult who receives a notice, and how. */
type NoticeReader = {
  readonly personId: string | null
  readonly adult: Adult | null
  readonly name: string
  readonly language: Locale
  readonly delivery: 'portal' | 'mail' | 'byHand'
  /** They died: what they would have read goes to their succession. */
  readonly succession: boolean
}
type Due = { readonly source: Source; readonly readers: readonly NoticeReader[] }

const worker = { role: 'worker' } as const

/** The most that leave in one round: a round ends before the next one begins. */
const MOST = 50

/**
 * Lets the decisions leave whose moment has come: a copy of the notice for each adult is kept with its digest, then all
 * are announced at once. Any number of processes may do it at the same time: a decision leaves once. Gives how many left.
 */
export async function sendDueNotices(): Promise<number> {
  const due = await withViewer(worker, ({ sql }) => sql<Due>('select * from notices_due($1)', [MOST]))
  return sendEach(due)
}

/** Lets one decision leave, when its moment has come and nobody has come to it yet. */
export async function sendNoticeOf(decisionId: string): Promise<void> {
  const due = await withViewer(worker, ({ sql }) => sql<Due>('select * from notice_due($1)', [decisionId]))
  await sendEach(due)
}

/** One that cannot be written must not keep the others: it is tried again later, and its office sees that it failed. */
async function sendEach(due: readonly Due[]): Promise<number> {
  let sent = 0
  for (const one of due) {
    try {
      if (await send(one)) sent += 1
    } catch (error) {
      logError('leaving of a notice', error)
      await withViewer(worker, ({ sql }) => sql('select notice_failed($1)', [one.source.id]))
    }
  }
  return sent
}

async function send({ source, readers }: Due): Promise<boolean> {
  const copies: (NoticeReader & KeptCopy)[] = []
  let told = false
  try {
    for (const reader of readers.map(addressed))
      copies.push({ ...reader, ...(await keepCopy(source, reader)) })
    told = true
    const [row] = await withViewer(worker, ({ sql }) =>
      sql<{ sent: boolean }>('select send_notices($1, $2) as sent', [source.id, JSON.stringify(copies)]),
    )
    if (row?.sent) return true
  } catch (error) {
    // Once the database was told, a lost reply may be of copies that left: those are never forgotten.
    if (!told) await forget(copies)
    throw error
  }
  // It was undone at the last moment, or another process was first: these copies never left.
  await forget(copies)
  return false
}

/** A copy in the storage, as it will be told in the database. */
type KeptCopy = { readonly key: string; readonly digest: string; readonly bytes: number }

async function keepCopy(source: Source, { name, language, adult }: NoticeReader): Promise<KeptCopy> {
  const notice = writeNotice(noticeData(source, name), { locale: language, adult })
  const pdf = await makePdf('sent', noticeDocument(notice, language, source.number))
  const key = `notices/${randomUUID()}`
  await storage().put(key, whole(pdf))
  return { key, digest: createHash('sha256').update(pdf).digest('hex'), bytes: pdf.length }
}

async function forget(copies: readonly { readonly key: string }[]): Promise<void> {
  for (const { key } of copies) await storage().remove(key)
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A copy as it was kept. Throws when it is not what left. */
export async function readCopy(copy: {
  readonly storageKey: string
  readonly digest: Uint8Array
}): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of storage().get(copy.storageKey)) pieces.push(piece)
  const body = new Uint8Array(Buffer.concat(pieces))
  const digest = createHash('sha256').update(body).digest()
  if (!digest.equals(copy.digest)) throw new Error('A notice is not what left')
  return body
}
