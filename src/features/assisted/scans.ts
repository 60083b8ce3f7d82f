import 'server-only'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Instant } from '@/domain/calendar'
import { instantOf } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import { findAssisted } from '@/server/assisted'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { checkAndKeep } from '@/server/file-check'
import { isId } from '@/server/ids'
import { scan } from '@/server/scanner'
import { storage, type Bytes } from '@/server/storage'
import type { Staff } from '@/server/viewer'

/** Pages of one paper, each a picture, or files. */
const MOST_SCANS = 20
/** Twenty megabytes, as for anyone's document. */
const MOST_BYTES = 20_000_000

/** A scan, as a page lists it. */
export type Scan = { readonly id: string; readonly receivedAt: Instant; readonly isPicture: boolean }

/** The scans of one's own session. */
export async function listScans(viewer: Staff, sessionId: string): Promise<Scan[]> {
  const rows = await withViewer(viewer, ({ tx }) =>
    tx.paperScan.findMany({
      where: { assistedSessionId: sessionId, session: { staffId: viewer.staffId } },
      orderBy: { receivedAt: 'asc' },
    }),
  )
  return rows.map(({ id, receivedAt, type }) => ({
    id,
    receivedAt: instantOf(receivedAt),
    isPicture: type === 'image/jpeg',
  }))
}

/** Takes the scans of a paper: checked, kept encrypted, and tied to the session in which it is filed. */
export async function attachScans({ viewer, params, files, locale }: Call<Staff, unknown>): Promise<Answer> {
  const visit = await findAssisted(viewer, params['session'] ?? '')
  const assisted = visit?.viewer.assisted
  if (!assisted) return { to: paths.assistedAgain(locale, 'over'), status: 404, data: { code: 'over' } }
  const to = (problem: string | null): Answer => {
    const page = paths.assistedFile(locale, assisted.id)
    return problem
      ? { to: `${page}?problem=${problem}#papier`, status: 422, data: { code: problem } }
      : { to: `${page}#papier`, data: { code: 'attached' } }
  }
  if (assisted.channel !== 'paper') return to('not-paper')
  let count = assisted.scans
  let problem: string | null = null
  let given = 0
  for await (const file of files!) {
    given += 1
    if (count >= MOST_SCANS) problem ??= 'too-many'
    else {
      const outcome = await take(viewer, assisted.id, file.bytes)
      if (outcome === null) count += 1
      else problem ??= outcome
    }
  }
  return to(given === 0 ? 'none-chosen' : problem)
}

/** Null when it is kept; otherwise why not. */
async function take(viewer: Staff, sessionId: string, bytes: Bytes): Promise<string | null> {
  const disk = storage()
  const arrived = `uploads/${randomUUID()}`
  const key = `scans/${randomUUID()}`
  try {
    const { bytes: size, fault } = await disk.append(arrived, 0, bytes, MOST_BYTES)
    if (fault) return fault === 'too-large' ? fault : 'broken'
    if (size === 0) return 'empty'
    await disk.complete(arrived)
    const kept = await checkAndKeep(arrived, key)
    if ('problem' in kept) return kept.problem
    const row = {
      assistedSessionId: sessionId,
      staffId: viewer.staffId,
      type: kept.type,
      bytes: kept.bytes,
      storageKey: key,
      digest: new Uint8Array(kept.digest),
      scan: kept.scan,
    }
    try {
      await withViewer(viewer, ({ tx }) => tx.paperScan.createMany({ data: [row] }))
    } catch (error) {
      await disk.remove(key)
      throw error
    }
    return null
  } finally {
    await disk.remove(arrived)
  }
}

/** Shows a scan, to be looked at in the page. Looking at it is noted. */
export async function openScan({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const missing: Answer = {
    to: paths.problem(locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(id)) return missing
  const scope =
    viewer.role === 'contact'
      ? { staffId: viewer.staffId }
      : {
          OR: [
            { staffId: viewer.staffId },
            ...(viewer.officeId ? [{ household: { officeId: viewer.officeId } }] : []),
          ],
        }
  const row = await withViewer(viewer, async (door) => {
    const found = await door.tx.paperScan.findFirst({
      where: { id, session: scope },
      include: { session: { select: { householdId: true } } },
    })
    if (found) {
      const household = found.session.householdId
      await record(door, viewer, {
        act: 'looked',
        subjectKind: 'scan',
        subjectId: id,
        // A contact agent's trace names no household (their wall): the session does.
        ...(household && viewer.role !== 'contact' ? { householdId: household } : {}),
      })
    }
    return found
  })
  if (!row || !(await isSafe(viewer, row))) return missing
  const isPicture = row.type === 'image/jpeg'
  const name = `quinze-papier-${id.slice(-6)}.${isPicture ? 'jpg' : 'pdf'}`
  const body = Readable.toWeb(
    Readable.from(storage().get(row.storageKey), { objectMode: false }),
  ) as ReadableStream<Uint8Array>
  return { to: '', file: { name, type: row.type, body, inline: true } }
}

/** Nobody opens what the scanner has not seen, when there is a scanner: it is asked again. */
async function isSafe(
  viewer: Staff,
  row: { id: string; scan: string; storageKey: string },
): Promise<boolean> {
  if (row.scan !== 'waiting') return row.scan !== 'infected'
  const verdict = await scan(storage().get(row.storageKey))
  if (verdict !== 'clean' && verdict !== 'infected') return false
  await withViewer(viewer, ({ sql }) =>
    sql(`update paper_scan set scan = $2 where id = $1 and scan = 'waiting'`, [row.id, verdict]),
  )
  return verdict === 'clean'
}
