import 'server-only'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import type { Bytes } from './storage'

/** Eighty million: more than any telephone takes at once, less than a machine runs out of memory for. */
export const MOST_PIXELS = 80_000_000
/** Long side of what is kept, in pixels: a letter page at more than 300 dots an inch. */
const LONGEST_SIDE = 4_000

// A picture is decoded by the two readers whose pictures we take, and no other: not by those of SVG or TIFF.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
// One thread and no memory of past pictures: people file on the machine's other core meanwhile.
sharp.concurrency(1)
sharp.cache(false)

/** A picture that could not be made anew. */
export class BadPicture extends Error {
  override readonly name = 'BadPicture'
  constructor(readonly problem: 'too-many-pixels' | 'damaged') {
    super(problem)
  }
}

/** One set for the process, whose endpoints each have a copy of this module. */
const shared = globalThis as { quinzePicture?: Promise<unknown> }

/**
 * Makes a picture anew, as a JPEG: upright, in plain colours, and without anything that was written beside its pixels,
 * such as where it was taken. One at a time. `keep` reads the new picture to its end; what it gives is given back.
 * Throws `BadPicture`.
 */
export function remake<T>(source: Bytes, keep: (picture: Bytes) => Promise<T>): Promise<T> {
  const before = shared.quinzePicture ?? Promise.resolve()
  const mine = before.then(() => remakeNow(source, keep))
  shared.quinzePicture = mine.catch(() => {})
  return mine
}

async function remakeNow<T>(source: Bytes, keep: (picture: Bytes) => Promise<T>): Promise<T> {
  const picture = sharp({
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    autoOrient: true,
  })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 84 })
  const input = Readable.from(source, { objectMode: false })
  // A file that cannot be read is not a bad picture: its own failure goes on.
  let failure: unknown
  input.on('error', (error) => picture.destroy((failure = error)))
  // Whoever keeps it may not be reading yet: a failure meanwhile waits for them, and must not end the process.
  picture.on('error', () => {})
  input.pipe(picture)
  try {
    return await keep(picture)
  } catch (error) {
    if (failure) throw failure
    const said = error instanceof Error ? error.message : ''
    if (/pixel limit/i.test(said)) throw new BadPicture('too-many-pixels')
    if (/^(Input|Vips|pngload|jpegload)|Input buffer|unsupported|premature|corrupt/i.test(said))
      throw new BadPicture('damaged')
    throw error
  } finally {
    input.destroy()
    picture.destroy()
  }
}
