import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/*
 * How a file is encrypted at rest (decisions/documents-at-rest.md). A head, then frames of at most 64 kB, each sealed
 * by itself: a file of 20 MB is never whole in memory, and one that arrives in pieces is sealed as it arrives. What is
 * authenticated with a frame is the head, its place and whether it is the last: a flipped bit, a frame that moved or
 * is missing, a file of another name are all refused.
 *
 *   head   "Q15F" · format (1) · key (1) · salt (16)
 *   frame  length, first bit set on the last (4) · nonce (12) · tag (16) · sealed bytes
 *
 * A nonce is drawn at random, under a key of the file's own. A counter would be used twice when a frame that was half
 * written is written again after a crash.
 */

const MAGIC = Buffer.from('Q15F')
const FORMAT = 1
/** Which secret sealed a file. The next one is 2, and this one then opens what was sealed before. */
const KEY_ID = 1
export const HEAD_BYTES = MAGIC.length + 2 + 16
const FRAME_HEAD_BYTES = 4 + 12 + 16
/** The most one frame holds. */
export const FRAME_BYTES = 64 * 1024
const LAST = 0x8000_0000

/** What was stored is not what is there: a bit changed, a part is missing, or the name is another's. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** The key and the marks of one file. */
export type FileSeal = { readonly key: Buffer; readonly head: Buffer }

/** A new head, for a new file. */
export const newHead = (): Buffer => Buffer.concat([MAGIC, Buffer.of(FORMAT, KEY_ID), randomBytes(16)])

/** The seal of a file of this name, whose head was read or just made. */
export function sealOf(secret: Buffer, name: string, head: Buffer): FileSeal {
  const isOurs = head.length === HEAD_BYTES && head.subarray(0, 4).equals(MAGIC)
  if (!isOurs || head[4] !== FORMAT || head[5] !== KEY_ID) throw new DamagedFile('Not a file of ours')
  return { key: Buffer.from(hkdfSync('sha256', secret, head.subarray(6), name, 32)), head }
}

/** One sealed frame. */
export function sealFrame(
  { key, head }: FileSeal,
  index: number,
  plain: Uint8Array,
  isLast: boolean,
): Buffer {
  const nonce = randomBytes(12)
  const length = Buffer.alloc(4)
  length.writeUInt32BE((plain.length | (isLast ? LAST : 0)) >>> 0)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.concat([head, placeOf(index), length]))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([length, nonce, cipher.getAuthTag(), sealed])
}

function openFrame({ key, head }: FileSeal, index: number, frame: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, frame.subarray(4, 16))
  decipher.setAAD(Buffer.concat([head, placeOf(index), frame.subarray(0, 4)]))
  decipher.setAuthTag(frame.subarray(16, FRAME_HEAD_BYTES))
  try {
    return Buffer.concat([decipher.update(frame.subarray(FRAME_HEAD_BYTES)), decipher.final()])
  } catch {
    throw new DamagedFile('A frame was changed')
  }
}

function placeOf(index: number): Buffer {
  const place = Buffer.alloc(4)
  place.writeUInt32BE(index)
  return place
}

/** Where a file stands: what its whole frames hold, where they end, and whether the last of all is there. */
export type Extent = {
  readonly plainBytes: number
  readonly end: number
  readonly frames: number
  readonly isComplete: boolean
}

/** Measures a file from the lengths of its frames, without opening them. A frame half written is not counted. */
export async function extentOf(file: FileHandle): Promise<Extent> {
  const { size } = await file.stat()
  const length = Buffer.alloc(4)
  let [plainBytes, end, frames, isComplete] = [0, HEAD_BYTES, 0, false]
  while (!isComplete && end + FRAME_HEAD_BYTES <= size) {
    await file.read(length, 0, 4, end)
    const { bytes, isLast } = readLength(length)
    const after = end + FRAME_HEAD_BYTES + bytes
    if (bytes > FRAME_BYTES || after > size) break
    plainBytes += bytes
    end = after
    frames += 1
    isComplete = isLast
  }
  return { plainBytes, end, frames, isComplete }
}

/** Opens a file frame by frame. Throws `DamagedFile` on the first that is not as it was, or at a missing end. */
export async function* openFrames(file: FileHandle, seal: FileSeal): AsyncGenerator<Buffer> {
  let position = HEAD_BYTES
  for (let index = 0; ; index += 1) {
    const head = await readExactly(file, FRAME_HEAD_BYTES, position)
    const { bytes, isLast } = readLength(head)
    if (bytes > FRAME_BYTES) throw new DamagedFile('A frame is too long')
    const body = await readExactly(file, bytes, position + FRAME_HEAD_BYTES)
    const plain = openFrame(seal, index, Buffer.concat([head, body]))
    position += FRAME_HEAD_BYTES + bytes
    // Before the last bytes are given: nobody must act on a file whose end was added to.
    if (isLast && (await file.stat()).size !== position) throw new DamagedFile('Something follows the end')
    if (plain.length > 0) yield plain
    if (isLast) return
  }
}

function readLength(head: Buffer): { bytes: number; isLast: boolean } {
  const value = head.readUInt32BE(0)
  return { bytes: value & ~LAST, isLast: value >= LAST }
}

export async function readExactly(file: FileHandle, bytes: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  const { bytesRead } = await file.read(buffer, 0, bytes, position)
  if (bytesRead < bytes) throw new DamagedFile('The end is missing')
  return buffer
}
