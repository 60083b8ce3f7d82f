import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { kindOf, pngSides } from '@/server/file-kind'
import { remake } from '@/server/pictures'
import { gather, hugePng, inPieces, pdf, photo } from '../support/files'

const again = (bytes: Buffer) => remake(inPieces(bytes, 4000), gather)

describe('what a file is, by what is in it', () => {
  const box = (brand: string) => Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from(`ftyp${brand}\0\0\0\0`)])
  const zip = (name: string) =>
    Buffer.concat([
      Buffer.from('PK\x03\x04'),
      Buffer.alloc(26),
      Buffer.from(name),
      deflateRawSync(randomBytes(50)),
    ])
  test('PI-01 a kind for each, whatever it is called', async () => {
    expect(kindOf(await photo())).toBe('jpeg')
    expect(kindOf(hugePng())).toBe('png')
    expect(kindOf(pdf())).toBe('pdf')
    expect(kindOf(Buffer.concat([Buffer.from('\n\n'), pdf()]))).toBe('pdf')
    for (const brand of ['heic', 'mif1', 'avif']) expect(kindOf(box(brand))).toBe('heic')
    expect(kindOf(box('qt  '))).toBe('video')
    expect(kindOf(zip('releve.pdf'))).toBe('archive')
    expect(kindOf(zip('%PDF-1.7'))).toBe('archive')
    expect(kindOf(zip('[Content_Types].xml'))).toBe('office')
    expect(kindOf(Buffer.from('\xd0\xcf\x11\xe0', 'latin1'))).toBe('office')
    expect(kindOf(Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'))).toBe('picture')
    expect(kindOf(Buffer.from('MZ'))).toBe('unknown')
    expect(kindOf(Buffer.alloc(0))).toBe('unknown')
  })

  test('PI-02 the sides of a PNG, without decoding it', () => {
    expect(pngSides(hugePng())).toEqual({ width: 50_000, height: 50_000 })
    expect(pngSides(hugePng().subarray(0, 20))).toBeNull()
  })
})

describe('a picture made anew', () => {
  test('PI-03 stands upright and says nothing of where it was taken', async () => {
    const taken = await photo(640, 480)
    expect(taken.includes('Telephone')).toBe(true)
    const made = await again(taken)
    const { format, width, height, exif, orientation } = await sharp(made).metadata()
    expect({ format, width, height, exif, orientation }).toEqual({
      format: 'jpeg',
      width: 480,
      height: 640,
      exif: undefined,
      orientation: undefined,
    })
    for (const trace of ['Exif', 'Telephone', 'GPS']) expect(made.includes(trace)).toBe(false)
  })

  test('PI-04 is no longer than is needed to read it', async () => {
    const made = await again(await photo(4400, 1100))
    expect(await sharp(made).metadata()).toMatchObject({ width: 1000, height: 4000 })
  })

  test('PI-05 a PNG one can see through gets white paper behind it', async () => {
    const glass = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    const { dominant } = await sharp(await again(glass)).stats()
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240)
  })

  test('PI-06 fifty thousand by fifty thousand is refused, and costs nothing', async () => {
    const before = process.memoryUsage().rss
    await expect(again(hugePng())).rejects.toMatchObject({ name: 'BadPicture', problem: 'too-many-pixels' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  test('PI-07 one that was cut, that is spoiled, or that is of another kind is refused', async () => {
    const taken = await photo(1200, 900)
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    )
    const film = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .webp()
      .toBuffer()
    for (const bad of [
      taken.subarray(0, taken.length / 2),
      taken.subarray(0, 30),
      drawing,
      film,
      Buffer.from('\xff\xd8\xffhello', 'latin1'),
    ])
      await expect(again(bad)).rejects.toMatchObject({ name: 'BadPicture', problem: 'damaged' })
  })

  test('PI-08 a file that cannot be read is not called a bad picture', async () => {
    async function* broken() {
      yield (await photo()).subarray(0, 500)
      throw Object.assign(new Error('disk'), { name: 'DamagedFile' })
    }
    await expect(remake(broken(), gather)).rejects.toMatchObject({ name: 'DamagedFile' })
  })

  test('PI-09 several at once wait for each other, and one that fails holds up nobody', async () => {
    const taken = await photo()
    const all = await Promise.allSettled([again(taken), again(taken.subarray(0, 30)), again(taken)])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('PI-10 a failure before anyone reads the picture is told to who keeps it, and ends nothing else', async () => {
    async function* gone(): AsyncGenerator<Uint8Array> {
      throw new Error('gone')
    }
    const late = remake(gone(), async (picture) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return gather(picture)
    })
    await expect(late).rejects.toThrow('gone')
  })
})
