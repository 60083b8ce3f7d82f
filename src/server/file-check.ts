import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { KIND_BYTES, kindOf, pngSides, type FileKind } from './file-kind'
import { BadPicture, MOST_PIXELS, remake } from './pictures'
import { pdfProblem, type PdfProblem } from './pdf-check'
import { DamagedFile } from './sealed-file'
import { scan, type Verdict } from './scanner'
import { storage, type Bytes } from './storage'
import type { FileProblem } from './file-rules'

/** A file that was looked at and is kept. */
export type Kept = {
  readonly type: 'image/jpeg' | 'application/pdf'
  readonly bytes: number
  readonly digest: Buffer
  readonly scan: Exclude<Verdict, 'infected'>
}

const ofPdf: Record<PdfProblem, FileProblem> = {
  locked: 'locked-pdf',
  active: 'active-pdf',
  damaged: 'damaged-pdf',
  'too-complex': 'complex-pdf',
}

/**
 * Looks at a file that arrived, and keeps what is good of it under another key: a PDF as it is, a picture made anew.
 * What arrived stays where it is. Throws when our own storage fails.
 */
export async function checkAndKeep(arrived: string, key: string): Promise<Kept | { problem: FileProblem }> {
  const disk = storage()
  const hash = createHash('sha256')
  try {
    const head = await firstBytes(disk.get(arrived))
    const kind = kindOf(head)
    const problem = ofKind(kind, head)
    if (problem) return { problem }
    if (kind === 'pdf') {
      const wrong = await pdfProblem(disk.get(arrived))
      if (wrong) return { problem: ofPdf[wrong] }
      const bytes = await disk.put(key, hashed(disk.get(arrived), hash))
      return await scanned({ type: 'application/pdf', bytes, digest: hash.digest() }, key)
    }
    const bytes = await remake(disk.get(arrived), (picture) => disk.put(key, hashed(picture, hash)))
    return await scanned({ type: 'image/jpeg', bytes, digest: hash.digest() }, key)
  } catch (error) {
    await disk.remove(key)
    // Two requests wrote it at the same time, or the disk spoiled it: what arrived is not what was sent.
    if (error instanceof DamagedFile) return { problem: 'broken' }
    if (!(error instanceof BadPicture)) throw error
    return { problem: error.problem === 'damaged' ? 'damaged-picture' : error.problem }
  }
}

function ofKind(kind: FileKind, head: Buffer): FileProblem | null {
  if (head.length === 0) return 'empty'
  if (kind === 'jpeg' || kind === 'pdf') return null
  if (kind !== 'png') return kind
  const sides = pngSides(head)
  if (!sides) return 'damaged-picture'
  return sides.width * sides.height > MOST_PIXELS ? 'too-many-pixels' : null
}

async function scanned(file: Omit<Kept, 'scan'>, key: string): Promise<Kept | { problem: FileProblem }> {
  const verdict = await scan(storage().get(key))
  if (verdict !== 'infected') return { ...file, scan: verdict }
  await storage().remove(key)
  return { problem: 'infected' }
}

async function firstBytes(source: Bytes): Promise<Buffer> {
  let head = Buffer.alloc(0)
  for await (const piece of source) {
    head = Buffer.concat([head, piece])
    if (head.length >= KIND_BYTES) break
  }
  return head
}

async function* hashed(source: Bytes, hash: Hash): Bytes & AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    hash.update(piece)
    yield piece
  }
}
