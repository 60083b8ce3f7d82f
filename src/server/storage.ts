import 'server-only'
import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from './env'
import { keyOf } from './keys'
import {
  extentOf,
  FRAME_BYTES,
  HEAD_BYTES,
  newHead,
  openFrames,
  readExactly,
  sealFrame,
  sealOf,
  type FileSeal,
} from './sealed-file'

/** Bytes on their way in or out, a piece at a time. */
export type Bytes = AsyncIterable<Uint8Array>

/** How an append ended. `bytes` is what is kept now, exactly: the next piece starts there. */
export type Appended = {
  readonly bytes: number
  /** `elsewhere`: the piece did not start where the file ends. `taken`: another request writes this file now. */
  readonly fault?: 'elsewhere' | 'too-large' | 'broken' | 'taken' | 'complete'
}

/**
 * Where people's files are kept, encrypted. The one way to them: a store on another machine is another implementation
 * of this. A key is ours, made of a kind and an identifier: `documents/018f…`.
 */
export type Storage = {
  /** Keeps a stream under a key, whole or not at all. Gives its size in bytes. */
  readonly put: (key: string, source: Bytes) => Promise<number>
  /** Throws `DamagedFile` at the first piece that is not as it was kept, ENOENT when there is none. */
  readonly get: (key: string) => Bytes
  /** Forgets a file. One that is not there is forgotten already. */
  readonly remove: (key: string) => Promise<void>
  /**
   * Adds to a file that arrives in pieces, `from` a byte on. What came before a line broke is kept. The newest request
   * has the file: an older one, whose line is dead and does not know it, writes no more.
   */
  readonly append: (key: string, from: number, source: Bytes, mostBytes: number) => Promise<Appended>
  /** How much of such a file is kept. Zero when nothing came yet. */
  readonly sizeOf: (key: string) => Promise<number>
  /** Says that such a file is whole: it can be read from now on, and nothing more is added. */
  readonly complete: (key: string) => Promise<void>
}

/** The storage of this server. */
export const storage = (): Storage => localDisk(env().files, keyOf(env().secret, 'file'))

/** Files in a folder of this machine. */
export function localDisk(folder: string, secret: Buffer): Storage {
  const pathOf = (key: string): string => {
    if (!/^[a-z]+\/[0-9a-f-]{36}$/.test(key)) throw new Error('Not a key of ours')
    return join(folder, key)
  }
  return {
    put: async (key, source) => {
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}`
      const writer = await startFile(draft, secret, key)
      try {
        for await (const piece of source) await writer.add(piece)
        await writer.flush(true)
        await writer.file.sync()
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      } finally {
        await writer.file.close()
      }
      await syncFolder(path)
      return writer.kept()
    },
    get: async function* (key) {
      const file = await open(pathOf(key))
      try {
        yield* openFrames(file, await sealIn(file, secret, key))
      } finally {
        await file.close()
      }
    },
    remove: async (key) => {
      await rm(pathOf(key), { force: true })
      await rm(ownerOf(pathOf(key)), { force: true })
    },
    append: async (key, from, source, mostBytes) =>
      appendTo(pathOf(key), secret, key, from, source, mostBytes),
    sizeOf: async (key) => {
      const file = await openIfThere(pathOf(key))
      if (!file) return 0
      return (await extentOf(file).finally(() => file.close())).plainBytes
    },
    complete: async (key) => {
      const path = pathOf(key)
      // Whoever still writes stops here.
      await writeFile(ownerOf(path), randomUUID())
      const file = await open(path, 'r+')
      try {
        const { end, frames, isComplete } = await extentOf(file)
        if (isComplete) return
        await file.truncate(end)
        const last = sealFrame(await sealIn(file, secret, key), frames, Buffer.alloc(0), true)
        await file.write(last, 0, last.length, end)
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

async function appendTo(
  path: string,
  secret: Buffer,
  key: string,
  from: number,
  source: Bytes,
  mostBytes: number,
): Promise<Appended> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const mine = randomUUID()
  await writeFile(ownerOf(path), mine)
  const isMine = async () => (await readFile(ownerOf(path), 'utf8').catch(() => '')) === mine
  const file = (await openIfThere(path)) ?? (await beginFile(path))
  try {
    // New, or a crash came before its head was whole.
    if ((await file.stat()).size < HEAD_BYTES) await file.write(newHead(), 0, HEAD_BYTES, 0)
    const { plainBytes, end, frames, isComplete } = await extentOf(file)
    if (isComplete) return { bytes: plainBytes, fault: 'complete' }
    if (plainBytes !== from) return { bytes: plainBytes, fault: 'elsewhere' }
    // What a crash left of a frame.
    await file.truncate(end)
    const writer = frameWriter(file, await sealIn(file, secret, key), { end, frames, plainBytes }, isMine)
    let fault: Appended['fault']
    try {
      for await (const piece of source) {
        if (writer.bytes() + piece.length > mostBytes) return { bytes: writer.kept(), fault: 'too-large' }
        if (!(await writer.add(piece))) break
      }
    } catch {
      fault = 'broken'
    }
    if (!(await writer.flush(false))) fault = 'taken'
    return { bytes: writer.kept(), ...(fault && { fault }) }
  } finally {
    await file.close()
  }
}

/** A file for a first piece. Of two that come at once, one begins it, and both have the same head to seal with. */
async function beginFile(path: string): Promise<FileHandle> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, newHead(), { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return open(path, 'r+')
}

/** A new file with its head, and what writes its frames. */
async function startFile(path: string, secret: Buffer, key: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx+', 0o600)
  const head = newHead()
  await file.write(head, 0, head.length, 0)
  const start = { end: HEAD_BYTES, frames: 0, plainBytes: 0 }
  return frameWriter(file, sealOf(secret, key, head), start, async () => true)
}

/** Gathers bytes into frames and writes them in their place, as long as the file is ours. */
function frameWriter(
  file: FileHandle,
  seal: FileSeal,
  start: { end: number; frames: number; plainBytes: number },
  isMine: () => Promise<boolean>,
) {
  let { end, frames, plainBytes } = start
  const waiting = Buffer.alloc(FRAME_BYTES)
  let filled = 0
  const flush = async (isLast: boolean): Promise<boolean> => {
    if (!(await isMine())) return false
    if (filled === 0 && !isLast) return true
    const frame = sealFrame(seal, frames, waiting.subarray(0, filled), isLast)
    await file.write(frame, 0, frame.length, end)
    end += frame.length
    frames += 1
    plainBytes += filled
    filled = 0
    return true
  }
  const add = async (piece: Uint8Array): Promise<boolean> => {
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + FRAME_BYTES - filled)
      waiting.set(part, filled)
      filled += part.length
      taken += part.length
      if (filled === FRAME_BYTES && !(await flush(false))) return false
    }
    return true
  }
  return { file, add, flush, kept: () => plainBytes, bytes: () => plainBytes + filled }
}

const ownerOf = (path: string): string => `${path}.owner`

const sealIn = async (file: FileHandle, secret: Buffer, key: string): Promise<FileSeal> =>
  sealOf(secret, key, await readExactly(file, HEAD_BYTES, 0))

async function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** A name is kept when its folder is: a power cut must not forget a file that was acknowledged. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}
