/** What a file is, by what is in it: its name and the type a browser says are only what someone typed. */
export type FileKind =
  'jpeg' | 'png' | 'pdf' | 'heic' | 'archive' | 'office' | 'picture' | 'video' | 'unknown'

/** As many of the first bytes as `kindOf` needs. */
export const KIND_BYTES = 1024

const starts = (head: Buffer, at: number, text: string): boolean =>
  head.subarray(at, at + text.length).toString('latin1') === text

const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']

/** Tells the kind from the first bytes. What is neither taken nor told apart in words is `unknown`. */
export function kindOf(head: Buffer): FileKind {
  if (starts(head, 0, '\xff\xd8\xff')) return 'jpeg'
  if (starts(head, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  // Readers take a PDF that begins a little further; so do the programs people make them with.
  if (head.subarray(0, KIND_BYTES).includes('%PDF-') && !starts(head, 0, 'PK')) return 'pdf'
  if (starts(head, 4, 'ftyp')) return heicBrands.includes(head.toString('latin1', 8, 12)) ? 'heic' : 'video'
  if (starts(head, 0, 'PK\x03\x04')) return isOfficeZip(head) ? 'office' : 'archive'
  if (starts(head, 0, '\xd0\xcf\x11\xe0') || starts(head, 0, '{\\rtf')) return 'office'
  if (['7z\xbc\xaf', 'Rar!', '\x1f\x8b'].some((mark) => starts(head, 0, mark))) return 'archive'
  if (['GIF8', 'BM', 'II*\0', 'MM\0*'].some((mark) => starts(head, 0, mark))) return 'picture'
  if (starts(head, 0, 'RIFF') && starts(head, 8, 'WEBP')) return 'picture'
  return 'unknown'
}

/** Word, Excel, OpenOffice: a zip whose first entry says so. */
function isOfficeZip(head: Buffer): boolean {
  return ['[Content_Types].xml', 'mimetypeapplication/vnd', 'word/', '_rels/'].some((name) =>
    starts(head, 30, name),
  )
}

/** The sides a PNG says it has, from its first bytes, in pixels. Null when it says nothing readable. */
export function pngSides(head: Buffer): { width: number; height: number } | null {
  if (!starts(head, 12, 'IHDR') || head.length < 24) return null
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}
