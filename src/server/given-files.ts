import 'server-only'
import { Readable } from 'node:stream'
import { ownerOf } from '@/domain/application/events'
import { withViewer, type Door } from './db'
import type { Answer } from './endpoint'
import { isId } from './ids'
import { scan } from './scanner'
import { storage, type Bytes } from './storage'
import { keepPromise } from './application-promise'
import { isApplicant, type Viewer } from './viewer'

/** A file that was given, as whoever opens it may know it. */
export type GivenRow = {
  readonly id: string
  readonly applicationId: string | null
  readonly householdId: string | null
  readonly messageId: string | null
  readonly requirement: string
  readonly type: string
  readonly scan: string
  readonly storageKey: string
}

/**
 * Finds a file by `where`, our own bounds besides the wall's. One that waits for the scanner is asked for again; while
 * it still waits (`scan`) it must not be opened. One that held a virus is nobody's. `look` runs where it is found to be
 * opened, in the same transaction.
 */
export async function findGivenFile(
  viewer: Viewer,
  id: string,
  where: object,
  look: (door: Door, row: GivenRow) => Promise<void> = async () => {},
): Promise<GivenRow | null> {
  if (!isId(id)) return null
  const find = () =>
    withViewer(viewer, async (door): Promise<GivenRow | null> => {
      const row = await door.tx.document.findFirst({ where: { ...where, id, removedAt: null } })
      if (row && row.scan !== 'waiting' && row.scan !== 'infected') await look(door, row)
      return row
    })
  let row = await find()
  if (row?.scan === 'waiting') {
    await scanWaiting(viewer)
    row = await find()
  }
  return row?.scan === 'infected' ? null : row
}

/** The bytes of a file: a picture, which we made, in the page; a PDF, which someone else wrote, to keep. */
export function givenFile({ id, type, storageKey }: GivenRow): NonNullable<Answer['file']> {
  const isPicture = type === 'image/jpeg'
  const name = `quinze-document-${id.slice(-6)}.${isPicture ? 'jpg' : 'pdf'}`
  return { name, type, body: webStream(storage().get(storageKey)), ...(isPicture && { inline: true }) }
}

const webStream = (source: Bytes): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source, { objectMode: false })) as ReadableStream<Uint8Array>

type Waiting = {
  id: string
  application_id: string | null
  message_id: string | null
  adult: string | null
  requirement: string
  storage_key: string
}

/**
 * Has the scanner look again at what it could not look at: the files this viewer may see, or everybody's for the
 * machine's own work. A file that holds a virus is removed, and its author reads so. Gives how many were looked at.
 */
export async function scanWaiting(viewer: Viewer, most = 50): Promise<number> {
  const waiting = await withViewer(viewer, ({ sql }) =>
    sql<Waiting>(
      `select id, application_id, message_id, adult, requirement, storage_key from document
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

/** Whether its bytes must go. A file of a message says so beside the message; another, among what happened. */
function keepVerdict(viewer: Viewer, file: Waiting, verdict: 'clean' | 'infected'): Promise<boolean> {
  return withViewer(viewer, async (door) => {
    const { sql, tx } = door
    const isBad = verdict === 'infected'
    const kept = await sql(
      `update document set scan = $2, removed_at = case when $3 then app_now() end
       where id = $1 and scan = 'waiting' and removed_at is null returning id`,
      [file.id, verdict, isBad],
    )
    if (kept.length === 0 || !isBad) return false
    const { application_id: applicationId, message_id: messageId, requirement: subject } = file
    if (applicationId === null || messageId !== null) return true
    const by = viewer.role === 'applicant' ? viewer.adult : 'staffId' in viewer ? 'staff' : 'machine'
    const adult = ownerOf(subject) === 'household' ? null : file.adult
    await tx.applicationEvent.createMany({
      data: [{ applicationId, kind: 'documentRefused', adult, by, details: { subject, reason: 'infected' } }],
    })
    if (isApplicant(viewer)) await keepPromise(door, viewer, applicationId)
    return true
  })
}
