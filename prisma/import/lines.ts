import type { FileHandle } from 'node:fs/promises'
import type { Hash } from 'node:crypto'

/** A line of a file, without its LF. `bytes` is null when the line is longer than we read. */
export type Line = {
  readonly number: number
  readonly bytes: Buffer | null
  /** The byte before the LF was a carriage return. */
  readonly carriageReturn: boolean
}

const MOST_BYTES = 1_048_576
const CHUNK = 1 << 18

/**
 * The lines of an open file, one at a time: memory holds one chunk and one line, however large the file. Every byte
 * read goes through `digest`.
 */
export async function* linesOf(file: FileHandle, digest: Hash): AsyncGenerator<Line> {
  const chunk = Buffer.allocUnsafe(CHUNK)
  let parts: Buffer[] = []
  let size = 0
  let number = 0
  let position = 0
  const take = (part: Buffer) => {
    size += part.length
    // What is too long is counted and let go.
    if (size <= MOST_BYTES && part.length > 0) parts.push(Buffer.from(part))
    else if (size > MOST_BYTES) parts = []
  }
  const line = (): Line => {
    number += 1
    const bytes = size > MOST_BYTES ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const carriageReturn = bytes !== null && bytes.at(-1) === 0x0d
    parts = []
    size = 0
    return { number, bytes, carriageReturn }
  }
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK, position)
    if (bytesRead === 0) break
    position += bytesRead
    const read = chunk.subarray(0, bytesRead)
    digest.update(read)
    let start = 0
    for (let end = read.indexOf(0x0a); end !== -1; end = read.indexOf(0x0a, start)) {
      take(read.subarray(start, end))
      yield line()
      start = end + 1
    }
    take(read.subarray(start))
  }
  // The last line may stand without its LF.
  if (size > 0) yield line()
}
