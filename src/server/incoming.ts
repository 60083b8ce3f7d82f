import 'server-only'
import { Readable } from 'node:stream'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { BodyFault, Fields } from './body'
import type { Bytes } from './storage'

/*
 * Bodies that are read as they arrive and never held: a piece of a file, or a form with files in it. They may take
 * long, on a line that carries little, so long as something comes.
 */

/** A file of a form. Its bytes are read before the next file comes. `name` is what someone typed. */
export type GivenFile = { readonly field: string; readonly name: string; readonly bytes: Bytes }

/** Without one more byte in this time, the line is taken for lost. */
const SILENCE_MS = 30_000
/** However steadily it comes. Twenty megabytes over the slowest lines people have take seven minutes. */
export const LONGEST_MS = 15 * 60_000

/** Two pages of words, each letter as many bytes as a letter can be, and room to say that they are too long. */
const LONGEST_FIELD = 24_000

/** The line broke, or carried nothing for too long, before all was here. */
class LostLine extends Error {
  override readonly name = 'LostLine'
}

/** What a body brings, as it comes. Throws when the line is lost. */
export async function* bytesOf(request: Request, silenceMs = SILENCE_MS): Bytes & AsyncGenerator<Uint8Array> {
  if (request.body === null) return
  const reader = request.body.getReader()
  let fail: (error: Error) => void = () => {}
  const lost = new Promise<never>((_, reject) => (fail = reject))
  lost.catch(() => {})
  const whole = setTimeout(() => fail(new LostLine()), LONGEST_MS)
  let silence: NodeJS.Timeout | undefined
  try {
    for (;;) {
      silence = setTimeout(() => fail(new LostLine()), silenceMs)
      const part = await Promise.race([reader.read(), lost])
      clearTimeout(silence)
      if (part.done) return
      yield part.value
    }
  } finally {
    clearTimeout(silence)
    clearTimeout(whole)
    // Given back rather than cut: whoever still sends must hear the answer.
    reader.releaseLock()
  }
}

/**
 * Reads a form up to its first file: the fields before it, which say whose form it is, then its files one after the
 * other. Fields that come after a file are not read.
 */
export async function readForm(
  request: Request,
): Promise<{ fields: Fields; files: AsyncIterable<GivenFile> } | { fault: BodyFault }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return { fault: 'unknown-type' }
  const fields: Record<string, string> = {}
  const arrived = queue<{ field: string; name: string; stream: BusboyFileStream }>()
  const open = new Set<BusboyFileStream>()
  let parser: BusboyInstance
  try {
    const limits = { fields: 20, fieldSize: LONGEST_FIELD, files: 20, parts: 40, headerPairs: 20 }
    parser = new Busboy({ headers: { 'content-type': type }, limits })
  } catch {
    return { fault: 'unreadable' }
  }
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || value.includes('\0') || !/^[A-Za-z][\w.-]*$/.test(name)) return
    fields[name] = value
  })
  parser.on('file', (field, stream, name) => {
    open.add(stream)
    stream.on('close', () => open.delete(stream))
    // Read or not, its failure is heard where the whole form's is.
    stream.on('error', () => {})
    // A field for a file that nobody chose.
    if (!name) stream.resume()
    else arrived.put({ field, name, stream })
  })
  parser.on('finish', () => arrived.end())
  const fail = (error: Error) => {
    for (const stream of open) stream.destroy(error)
    arrived.end(error)
  }
  parser.on('error', (error) => fail(error as Error))
  const source = Readable.from(bytesOf(request), { objectMode: false })
  source.on('error', fail)
  source.pipe(parser)

  const first = await arrived.take().catch(() => 'unreadable' as const)
  if (first === 'unreadable') return { fault: 'unreadable' }
  async function* files() {
    for (let file = first; file && file !== 'unreadable'; file = await arrived.take()) {
      const { field, name, stream } = file
      // Left before its end, it is read on by us: destroyed, the form would wait for it for ever.
      yield { field, name, bytes: { [Symbol.asyncIterator]: () => pieces(stream) } }
      stream.resume()
    }
  }
  return { fields, files: files() }
}

const pieces = (stream: BusboyFileStream): AsyncIterator<Buffer> =>
  stream.iterator({ destroyOnReturn: false })

/** Things that come by themselves, taken one by one. */
function queue<T>() {
  const waiting: T[] = []
  let over: { error?: Error } | undefined
  let wake = () => {}
  return {
    put: (thing: T) => {
      waiting.push(thing)
      wake()
    },
    end: (error?: Error) => {
      over ??= error ? { error } : {}
      wake()
    },
    take: async (): Promise<T | null> => {
      while (waiting.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve))
      const next = waiting.shift()
      if (next !== undefined) return next
      if (over?.error) throw over.error
      return null
    },
  }
}
