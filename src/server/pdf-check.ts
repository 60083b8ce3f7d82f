import 'server-only'
import { constants, createInflate } from 'node:zlib'
import type { Bytes } from './storage'

/** Why a PDF is not taken. `too-complex`: it is written in a way that cannot be looked through. */
export type PdfProblem = 'locked' | 'active' | 'damaged' | 'too-complex'

/*
 * A PDF is looked through as it streams by, never opened: whoever wrote it may lie about where things are, and readers
 * believe what a program that follows the rules would not see. So every byte is searched for the names without which
 * nothing in a PDF acts, however they are spelled (`/J#61vaScript`), and so is all that any of its streams unfolds to.
 */

/** Scripts, programs to start, files inside, forms that carry scripts, films: nothing that a paper needs. */
const active = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Rendition',
  'RichMedia',
  'XFA',
])
/** A stream of other objects: these are seen only if it is folded in the one way we unfold. */
const OBJECTS = 'ObjStm'
/** All that the streams may unfold to together, in bytes. A page scanned in colour is 25 MB. */
const MOST_UNFOLDED = 400_000_000
/** Streams that may be open at once. They follow each other; one inside another is a trick. */
const MOST_OPEN = 4
/** What is kept of the bytes before, to read what stands across two pieces and the words before a stream. */
const LOOK_BACK = 16 * 1024
/** No name we look for is longer, each letter spelled `#xx`. */
const LONGEST_NAME = 60

/** Looks through a PDF. Null when nothing speaks against taking it. */
export async function pdfProblem(source: Bytes): Promise<PdfProblem | null> {
  const searchNames = nameSearch()
  const searchStreams = streamSearch()
  const open: Unfolding[] = []
  let [unfolded, objects, readable] = [0, 0, 0]
  let tail = Buffer.alloc(0)
  try {
    for await (const piece of source) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      const names = searchNames(bytes)
      const problem = problemOf(names)
      if (problem) return problem
      objects += names.filter((name) => name === OBJECTS).length
      for (const stream of open) await stream.add(bytes)
      for (const { words, start } of searchStreams(bytes)) {
        const holdsObjects = namesIn(words).includes(OBJECTS)
        if (holdsObjects && isReadable(words, start)) readable += 1
        if (!isFolded(start)) continue
        const stream = unfold(holdsObjects, (many) => (unfolded += many) <= MOST_UNFOLDED)
        open.push(stream)
        await stream.add(start)
      }
      for (const stream of open) {
        const found = stream.problem()
        if (found) return found
      }
      open.splice(0, open.length, ...open.filter((stream) => !stream.isOver()))
      if (unfolded > MOST_UNFOLDED || open.length > MOST_OPEN) return 'too-complex'
      tail = Buffer.concat([tail, bytes]).subarray(-2048)
    }
    // Where its table is, then its end: what a file that was cut no longer says.
    if (!tail.includes('startxref') || !tail.includes('%%EOF')) return 'damaged'
    // Each stream of objects was unfolded, to its end.
    return objects === readable && !open.some((stream) => stream.holdsObjects) ? null : 'too-complex'
  } finally {
    for (const stream of open) stream.close()
  }
}

function problemOf(names: readonly string[]): PdfProblem | null {
  if (names.includes('Encrypt')) return 'locked'
  return names.some((name) => active.has(name)) ? 'active' : null
}

const anyName = /\/([A-Za-z#][A-Za-z0-9#]{1,60})(?=[^A-Za-z0-9#])/g

/** The names of a text, as they are meant. */
const namesIn = (text: string): string[] => [...text.matchAll(anyName)].map(([, name]) => meant(name!))

const meant = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Finds the names of pieces that follow each other, each once. */
function nameSearch(): (piece: Buffer) => string[] {
  let rest = ''
  return (piece) => {
    const text = rest + piece.toString('latin1')
    const found = [...text.matchAll(anyName)]
    const last = found.at(-1)
    const seen = last ? last.index + last[0].length : 0
    rest = text.slice(Math.max(seen, text.length - LONGEST_NAME - 2))
    return found.map(([, name]) => meant(name!))
  }
}

/** A stream that begins: what is said of it before, and its bytes as far as they came. */
type Begun = { readonly words: string; readonly start: Buffer }

/** Finds where streams begin in pieces that follow each other, wherever the word stands. */
function streamSearch(): (piece: Buffer) => Begun[] {
  let before = Buffer.alloc(0)
  let searched = 0
  return (piece) => {
    const bytes = Buffer.concat([before, piece])
    const text = bytes.toString('latin1')
    const word = /stream(?:\r\n|\n|\r)/g
    word.lastIndex = searched
    const begun: Begun[] = []
    let next = Math.max(searched, text.length - 8)
    for (let match = word.exec(text); match; match = word.exec(text)) {
      // Its first two bytes say whether it is folded: without them it waits for the next piece.
      if (word.lastIndex + 2 > text.length) {
        next = match.index
        break
      }
      next = Math.max(next, word.lastIndex)
      if (text.slice(match.index - 3, match.index) === 'end') continue
      const words = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
      begun.push({ words: words.split(/endobj|endstream/).at(-1)!, start: bytes.subarray(word.lastIndex) })
    }
    const dropped = Math.max(0, Math.min(next, text.length - LOOK_BACK))
    before = Buffer.from(bytes.subarray(dropped))
    searched = next - dropped
    return begun
  }
}

/** Whether a stream of objects can be looked through: as it is, or folded once and in no other way. */
function isReadable(words: string, start: Buffer): boolean {
  const names = namesIn(words)
  if (names.some((name) => ['DecodeParms', 'DP', 'F', 'FFilter'].includes(name))) return false
  const filters = names.filter((name) => name === 'Filter').length
  if (filters === 0) return true
  return (
    filters === 1 &&
    /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])\s*(?:\/|>>)/.test(words) &&
    isFolded(start)
  )
}

/** The two bytes with which what zlib folds begins. */
const isFolded = (bytes: Buffer): boolean =>
  (bytes[0]! & 0x0f) === 8 && bytes[0]! >> 4 <= 7 && bytes.readUInt16BE(0) % 31 === 0

type Unfolding = {
  readonly holdsObjects: boolean
  readonly add: (bytes: Buffer) => Promise<void>
  readonly problem: () => PdfProblem | null
  readonly isOver: () => boolean
  readonly close: () => void
}

/** Unfolds one stream and searches what comes out, which is kept nowhere. `may` says whether so much more may come. */
function unfold(holdsObjects: boolean, may: (bytes: number) => boolean): Unfolding {
  const searchNames = nameSearch()
  const inflate = createInflate({ flush: constants.Z_SYNC_FLUSH })
  let problem: PdfProblem | null = null
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true
      resolve()
    }
    inflate.on('end', end).on('close', end)
  })
  inflate.on('data', (bytes: Buffer) => {
    problem ??= problemOf(searchNames(bytes))
    if (!may(bytes.length)) inflate.destroy()
  })
  // A picture that is spoiled is only that. Objects that a more patient reader would see are not taken unseen.
  inflate.on('error', () => {
    if (holdsObjects) problem ??= 'too-complex'
  })
  const add = (bytes: Buffer): Promise<void> => {
    if (isOver) return Promise.resolve()
    const written = new Promise<void>((resolve) => inflate.write(bytes, () => resolve()))
    return Promise.race([written, over])
  }
  return { holdsObjects, add, problem: () => problem, isOver: () => isOver, close: () => inflate.destroy() }
}
