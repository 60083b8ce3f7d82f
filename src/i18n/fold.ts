/** The letters of a text as people type them in a hurry: no accent, no capital, no ligature. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** What begins the names of half the municipalities, as people shorten it. */
const shortened = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mtl', 'montreal'],
])

/** A word as an index keeps it: `Ste` is `sainte`, `Trois-Rivières` was two words before. */
export function foldWord(word: string): string {
  const folded = fold(word)
  return shortened.get(folded) ?? folded
}

/** The words of a text: what stands between spaces, hyphens, apostrophes and other signs. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
