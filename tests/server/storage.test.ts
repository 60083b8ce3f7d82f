import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  truncateSync,
  copyFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { localDisk, type Storage } from '@/server/storage'
import { gather, inPieces } from '../support/files'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
const secret = randomBytes(32)
let disk: Storage
let key: string
let path: string
const MOST = 20_000_000

beforeEach(() => {
  disk = localDisk(folder, secret)
  key = `documents/${randomUUID()}`
  path = join(folder, key)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A file of three frames: two full ones and a shorter one. */
const FRAME = 64 * 1024
const SEALED_FRAME = 32 + FRAME
const plain = randomBytes(2 * FRAME + 777)

describe('a file that is kept', () => {
  test.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME])(
    'ST-01 comes back as it was: %d bytes',
    async (size) => {
      const bytes = randomBytes(size)
      expect(await disk.put(key, inPieces(bytes))).toBe(size)
      expect((await gather(disk.get(key))).equals(bytes)).toBe(true)
    },
  )

  test('ST-02 cannot be read on the disk, nor its name guessed from it', async () => {
    await disk.put(key, inPieces(Buffer.from('Numéro d’assurance sociale '.repeat(50))))
    expect(readFileSync(path).includes('assurance')).toBe(false)
  })

  test('ST-03 is the same for nobody: twice the same bytes are two different files', async () => {
    const other = `documents/${randomUUID()}`
    await disk.put(key, inPieces(plain))
    await disk.put(other, inPieces(plain))
    const [one, two] = [readFileSync(path), readFileSync(join(folder, other))]
    expect(one.subarray(6).equals(two.subarray(6))).toBe(false)
  })

  test('ST-04 is forgotten when removed, twice too', async () => {
    await disk.put(key, inPieces(plain))
    await disk.remove(key)
    await disk.remove(key)
    await expect(gather(disk.get(key))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('ST-05 is whole or not there: a source that breaks leaves nothing', async () => {
    async function* broken() {
      yield plain
      throw new Error('the line broke')
    }
    await expect(disk.put(key, broken())).rejects.toThrow('the line broke')
    expect(readdirSync(join(folder, 'documents')).filter((name) => name.startsWith(key.slice(10)))).toEqual(
      [],
    )
  })

  test('ST-06 has a key of ours: a path that climbs is no key', async () => {
    for (const bad of ['../secrets.json', 'documents/../../x', `documents/${'a'.repeat(40)}`, 'documents'])
      await expect(disk.get(bad)[Symbol.asyncIterator]().next()).rejects.toThrow('Not a key')
  })
})

describe('a file that was tampered with is refused', () => {
  const spoil: Record<string, (bytes: Buffer) => Buffer> = {
    'a bit of its mark': (bytes) => flip(bytes, 0),
    'a bit of its salt': (bytes) => flip(bytes, 10),
    'a bit of a length': (bytes) => flip(bytes, 25),
    'a bit that says which frame is last': (bytes) => flip(bytes, 22, 0x80),
    'a bit of a nonce': (bytes) => flip(bytes, 28),
    'a bit of a tag': (bytes) => flip(bytes, 40),
    'a bit of what it says': (bytes) => flip(bytes, 5000),
    'the last bit': (bytes) => flip(bytes, bytes.length - 1),
    'its last frame gone': (bytes) => bytes.subarray(0, 22 + 2 * SEALED_FRAME),
    'cut, and said to be whole': (bytes) =>
      flip(bytes.subarray(0, 22 + 2 * SEALED_FRAME), 22 + SEALED_FRAME, 0x80),
    'its last byte gone': (bytes) => bytes.subarray(0, -1),
    'two frames changed places': (bytes) =>
      Buffer.concat([bytes.subarray(0, 22), frame(bytes, 1), frame(bytes, 0), rest(bytes)]),
    'a frame twice': (bytes) =>
      Buffer.concat([bytes.subarray(0, 22), frame(bytes, 0), frame(bytes, 0), rest(bytes)]),
    'its first frame gone': (bytes) => Buffer.concat([bytes.subarray(0, 22), frame(bytes, 1), rest(bytes)]),
    'something after its end': (bytes) => Buffer.concat([bytes, Buffer.of(0)]),
    'nothing left of it': () => Buffer.alloc(0),
  }
  const flip = (bytes: Buffer, at: number, bit = 1): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at]! ^= bit
    return copy
  }
  const frame = (bytes: Buffer, index: number) =>
    bytes.subarray(22 + index * SEALED_FRAME, 22 + (index + 1) * SEALED_FRAME)
  const rest = (bytes: Buffer) => bytes.subarray(22 + 2 * SEALED_FRAME)

  test.each(Object.keys(spoil))('ST-07 %s', async (name) => {
    await disk.put(key, inPieces(plain))
    writeFileSync(path, spoil[name]!(readFileSync(path)))
    await expect(gather(disk.get(key))).rejects.toMatchObject({ name: 'DamagedFile' })
  })

  test('ST-08 the file of another name, or of another secret', async () => {
    await disk.put(key, inPieces(plain))
    const other = `documents/${randomUUID()}`
    copyFileSync(path, join(folder, other))
    await expect(gather(disk.get(other))).rejects.toMatchObject({ name: 'DamagedFile' })
    await expect(gather(localDisk(folder, randomBytes(32)).get(key))).rejects.toMatchObject({
      name: 'DamagedFile',
    })
  })
})

describe('a file that arrives in pieces', () => {
  test('ST-09 is put together, and read only once it is said to be whole', async () => {
    expect(await disk.sizeOf(key)).toBe(0)
    expect(await disk.append(key, 0, inPieces(plain.subarray(0, 100_000)), MOST)).toEqual({ bytes: 100_000 })
    expect(await disk.append(key, 100_000, inPieces(plain.subarray(100_000)), MOST)).toEqual({
      bytes: plain.length,
    })
    await expect(gather(disk.get(key))).rejects.toMatchObject({ name: 'DamagedFile' })
    await disk.complete(key)
    await disk.complete(key)
    expect((await gather(disk.get(key))).equals(plain)).toBe(true)
    expect(await disk.append(key, plain.length, inPieces(plain), MOST)).toMatchObject({ fault: 'complete' })
  })

  test('ST-10 goes on at the very byte where the line broke', async () => {
    async function* cut() {
      yield plain.subarray(0, 70_001)
      throw new Error('the line broke')
    }
    expect(await disk.append(key, 0, cut(), MOST)).toEqual({ bytes: 70_001, fault: 'broken' })
    expect(await disk.sizeOf(key)).toBe(70_001)
    expect(await disk.append(key, 70_000, inPieces(plain), MOST)).toEqual({
      bytes: 70_001,
      fault: 'elsewhere',
    })
    await disk.append(key, 70_001, inPieces(plain.subarray(70_001)), MOST)
    await disk.complete(key)
    expect((await gather(disk.get(key))).equals(plain)).toBe(true)
  })

  test('ST-11 survives a server that died in the middle of a frame, or of its head', async () => {
    await disk.append(key, 0, inPieces(plain), MOST)
    truncateSync(path, 22 + SEALED_FRAME + 5000)
    expect(await disk.sizeOf(key)).toBe(FRAME)
    // Less than the crash left behind: what follows must not be taken for more of it.
    expect(await disk.append(key, FRAME, inPieces(plain.subarray(FRAME, FRAME + 10)), MOST)).toEqual({
      bytes: FRAME + 10,
    })
    expect(statSync(path).size).toBe(22 + SEALED_FRAME + 32 + 10)
    await disk.append(key, FRAME + 10, inPieces(plain.subarray(FRAME + 10)), MOST)
    await disk.complete(key)
    expect((await gather(disk.get(key))).equals(plain)).toBe(true)

    const young = `uploads/${randomUUID()}`
    await disk.append(young, 0, inPieces(Buffer.alloc(0)), MOST)
    truncateSync(join(folder, young), 9)
    expect(await disk.sizeOf(young)).toBe(0)
    expect(await disk.append(young, 0, inPieces(plain), MOST)).toEqual({ bytes: plain.length })
  })

  test('ST-12 takes no more than it may', async () => {
    const answer = await disk.append(key, 0, inPieces(plain), 70_000)
    expect(answer.fault).toBe('too-large')
    expect(answer.bytes).toBeLessThanOrEqual(70_000)
  })

  test('ST-13 belongs to the newest request: one whose line is dead writes no more', async () => {
    let goOn = () => {}
    const waits = new Promise<void>((resolve) => (goOn = resolve))
    async function* stalled() {
      yield plain.subarray(0, FRAME)
      await waits
      yield Buffer.alloc(2 * FRAME)
    }
    const old = disk.append(key, 0, stalled(), MOST)
    while ((await disk.sizeOf(key)) < FRAME) await new Promise((resolve) => setTimeout(resolve, 5))
    await disk.append(key, FRAME, inPieces(plain.subarray(FRAME)), MOST)
    goOn()
    expect(await old).toEqual({ bytes: FRAME, fault: 'taken' })
    await disk.complete(key)
    expect((await gather(disk.get(key))).equals(plain)).toBe(true)
  })
})

test('ST-15 two first pieces at the same time: no failure, and what is kept can be gone on with', async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const of = `uploads/${randomUUID()}`
    const append = (from: number) => disk.append(of, from, inPieces(plain.subarray(from)), MOST)
    await Promise.all([append(0), append(0), append(0)])
    await append(await disk.sizeOf(of))
    await disk.complete(of)
    expect((await gather(disk.get(of))).equals(plain)).toBe(true)
  }
})

test('ST-14 twenty megabytes pass without being held', async () => {
  const piece = randomBytes(16 * 1024)
  async function* large() {
    for (let sent = 0; sent < 20_000_000; sent += piece.length) yield piece
  }
  await disk.put(`documents/${randomUUID()}`, large())
  const before = process.memoryUsage()
  await disk.put(key, large())
  let bytes = 0
  let most = 0
  for await (const part of disk.get(key)) {
    bytes += part.length
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    most = Math.max(most, arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed)
  }
  expect(bytes).toBeGreaterThanOrEqual(20_000_000)
  expect(most).toBeLessThan(64_000_000)
})
