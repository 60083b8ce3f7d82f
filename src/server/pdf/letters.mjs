/*
 * What our fonts can draw, and how a text is written so that they can draw all of it. PDF/UA refuses a document in
 * which a single letter has no shape: a name must never be the reason why someone gets no receipt.
 */

/** A run of this many letters without a space would leave the page: it may be broken. */
const MAX_RUN = 36
const breakHere = '\u200b'

/**
 * Every code point a TrueType font draws: its table `cmap`, formats 4 and 12 (OpenType 1.9).
 * @param {Buffer} font
 * @returns {Set<number>}
 */
export function lettersOf(font) {
  const tables = font.readUInt16BE(4)
  const records = Array.from({ length: tables }, (_, index) => 12 + 16 * index)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error('A font without letters')
  const cmap = font.readUInt32BE(record + 8)
  const letters = new Set()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + 4 + 8 * index
    const platform = font.readUInt16BE(at)
    const encoding = font.readUInt16BE(at + 2)
    // Unicode (0), but for its variation sequences (5), and Windows' Unicode (3: 1 and 10).
    if (platform === 0 ? encoding === 5 : platform !== 3 || ![1, 10].includes(encoding)) continue
    const table = cmap + font.readUInt32BE(at + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) addSegments(letters, font, table)
    if (format === 12) addGroups(letters, font, table)
  }
  return letters
}

function addSegments(letters, font, table) {
  const size = font.readUInt16BE(table + 6)
  for (let at = 0; at < size; at += 2) {
    const last = font.readUInt16BE(table + 14 + at)
    const first = font.readUInt16BE(table + 16 + size + at)
    const delta = font.readUInt16BE(table + 16 + 2 * size + at)
    const rangeAt = table + 16 + 3 * size + at
    const range = font.readUInt16BE(rangeAt)
    for (let letter = first; letter <= last && letter < 0xffff; letter += 1) {
      const raw = range === 0 ? letter : font.readUInt16BE(rangeAt + range + 2 * (letter - first))
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) letters.add(letter)
    }
  }
}

function addGroups(letters, font, table) {
  for (let index = 0; index < font.readUInt32BE(table + 12); index += 1) {
    const at = table + 16 + 12 * index
    for (let letter = font.readUInt32BE(at); letter <= font.readUInt32BE(at + 4); letter += 1)
      letters.add(letter)
  }
}

/** Draws nothing, in any font: joiners, variants, marks of direction. */
const isSilent = (sign) => /^\p{Default_Ignorable_Code_Point}$/u.test(sign)
/**
 * Never put in as it is: what PDF/UA forbids (U+0000, U+FFFE and the like) or has no shape, and what turns around the
 * text after it, past its own end: a name could rewrite the line it stands in.
 */
const isForbidden = (sign) =>
  /^[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]$/u.test(sign) && sign !== '\n'
/** What nearly everyone writes: in Open Sans, letter by letter, and short enough. */
const ordinary = /^[\n\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f]*$/
const longRun = new RegExp(`\\S{${MAX_RUN + 1}}`)

/**
 * A function that writes a text so that the fonts draw all of it: what none of them has is told by its number,
 * `[U+4E2D]`, so that nothing sent is lost. Lines stay lines; a run of letters wider than the page may be broken.
 * @param {() => Set<number>[]} read gives the letters of each font; called for the first text that is not ordinary
 * @returns {(text: string) => string}
 */
export function rewriter(read) {
  let fonts
  const clusters = new Intl.Segmenter('fr', { granularity: 'grapheme' })
  const has = (letters, sign) => isSilent(sign) || letters.has(sign.codePointAt(0))
  const fits = (signs) =>
    !signs.some(isForbidden) && fonts.some((letters) => signs.every((sign) => has(letters, sign)))
  return (text) => {
    if (ordinary.test(text) && !longRun.test(text)) return text
    fonts ??= read()
    const lines = text
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replaceAll('\t', ' ')
      // The mark at the beginning of a file, that a paste may bring along.
      .replaceAll('\ufeff', '')
    let run = 0
    let written = ''
    for (const { segment } of clusters.segment(lines.normalize('NFC'))) {
      run = /^\s/.test(segment) && segment !== '\u00a0' && segment !== '\u202f' ? 0 : run + 1
      if (run > MAX_RUN) {
        written += breakHere
        run = 1
      }
      const signs = [...segment]
      if (segment === '\n' || fits(signs)) written += segment
      else {
        for (const sign of signs) written += alone(sign)
      }
    }
    return written
  }

  function alone(sign) {
    if (!/\p{M}/u.test(sign) && !isSilent(sign) && fits([sign])) return sign
    return `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
  }
}
