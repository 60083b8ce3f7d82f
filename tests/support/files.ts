import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Bytes in pieces, as they come over a line. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** All the bytes of a stream: in tests alone. */
export async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** A PNG that says it is so wide and so high, and holds next to nothing. */
export function hugePng(width = 50_000, height = 50_000): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  const head = Buffer.concat([size, Buffer.of(8, 6, 0, 0, 0)])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A photo as a telephone takes it: turned on its side, and saying where it was taken. */
export function photo(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3a6' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '46/1 48/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '71/1 12/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** The objects of a PDF around which a whole file is written. */
export function pdf(...objects: readonly (string | Buffer)[]): Buffer {
  const parts = [
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
  ]
  for (const object of objects) parts.push(Buffer.from(object))
  const body = Buffer.concat(parts)
  return Buffer.concat([body, Buffer.from(`trailer\n<< /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`)])
}

/** A PDF of one page that says a few words, in plain letters. */
export function pdfSaying(words: string): Buffer {
  const content = `BT /F1 12 Tf 10 50 Td (${words}) Tj ET`
  return pdf(
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n',
    `4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
    '5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
  )
}

/** An object that is a stream. */
export function pdfStream(words: string, data: Uint8Array): Buffer {
  const head = Buffer.from(`7 0 obj\n<< ${words} /Length ${data.length} >>\nstream\n`)
  return Buffer.concat([head, data, Buffer.from('\nendstream\nendobj\n')])
}
