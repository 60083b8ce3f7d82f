import 'server-only'
import MiniSearch, { type SearchOptions } from 'minisearch'
import { fold, foldWord, wordsOf } from '@/i18n/fold'
import type { Locale } from '@/i18n/locale'
import { documentsOf, type Document } from './search-documents'

/** The longest text that is read as a search. */
export const longestSearch = 200
const mostWords = 12
const mostHits = 20

/** A piece of an excerpt; `found` when it is one of the words searched for. */
export type Piece = { readonly text: string; readonly found: boolean }
export type Hit = Pick<Document, 'kind' | 'href' | 'title'> & { readonly excerpt: readonly Piece[] }
export type SiteSearch = { readonly typed: string } & (
  | { readonly found: 'notAsked' | 'tooLong' | 'nothing' }
  | { readonly found: 'some'; readonly hits: readonly Hit[]; readonly total: number }
)

/** Words that every page has, so that they tell none from another. */
const empty: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: new Set(
    'a au aux avec c ce ces d dans de des du elle en est et il ils j je l la le les leur m ma me mes mon n ne nous on ou par pas pour qu que qui s sa se ses si son sont sur t te un une vous y'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an and are as at be by do does for from how i if in is it me my of on or s that the their they this to we with you your'.split(
      ' ',
    ),
  ),
}
/** Old and short names of the programme, which the site never uses. */
const called: Readonly<Record<Locale, readonly [RegExp, string]>> = {
  fr: [/\b(?:bs|bien etre(?: social)?)\b/g, 'aide sociale'],
  en: [/\bwelfare\b/g, 'social assistance'],
}

/** What a word is in the index of a language: no accent, no capital, no plural; null when it tells nothing. */
const termOf =
  (locale: Locale) =>
  (word: string): string | null => {
    const term = foldWord(word)
    return empty[locale].has(term) ? null : term.replace(/(?<=\w{3})[sx]$/, '')
  }

type Index = { readonly documents: readonly Document[]; readonly index: MiniSearch }
const made = new Map<Locale, Index>()

/** The index of a language, made at the first search: pages change with a release only. */
function indexOf(locale: Locale): Index {
  const known = made.get(locale)
  if (known) return known
  const documents = documentsOf(locale)
  const index = new MiniSearch({
    fields: ['title', 'headings', 'passages'],
    tokenize: wordsOf,
    processTerm: termOf(locale),
    searchOptions: { boost: { title: 6, headings: 3 } },
  })
  index.addAll(
    documents.map(({ title, headings, passages }, id) => ({
      id,
      title,
      headings: headings.join('\n'),
      passages: passages.join('\n'),
    })),
  )
  made.set(locale, { documents, index })
  return { documents, index }
}

const whole = { prefix: (term: string) => term.length > 2, combineWith: 'AND' } as const
const slip = (term: string) => (term.length > 3 ? 0.25 : false)
/** In turn, until one finds something: every word, every word with a slip, any word. */
const ways: readonly SearchOptions[] = [
  whole,
  { ...whole, fuzzy: slip, maxFuzzy: 1 },
  { ...whole, fuzzy: slip, maxFuzzy: 2 },
  { ...whole, fuzzy: slip, maxFuzzy: 1, combineWith: 'OR' },
]

/** What the site says about some words, the closest first. Whatever is typed has its answer. */
export function searchSite(text: string, locale: Locale): SiteSearch {
  const typed = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')
  if (typed === '') return { typed, found: 'notAsked' }
  if (typed.length > longestSearch) return { typed: typed.slice(0, longestSearch), found: 'tooLong' }

  const { documents, index } = indexOf(locale)
  const [pattern, name] = called[locale]
  const said = wordsOf(fold(typed)).join(' ').replace(pattern, name)
  const query = wordsOf(said)
    .filter((word) => termOf(locale)(word) !== null)
    .slice(0, mostWords)
    .join(' ')
  for (const way of query === '' ? [] : ways) {
    const found = index.search(query, way)
    if (found.length === 0) continue
    const hits = found.slice(0, mostHits).map(({ id, terms }): Hit => {
      const { kind, href, title, passages } = documents[id as number]!
      return { kind, href, title, excerpt: excerptOf(passages, new Set(terms), locale) }
    })
    return { typed, found: 'some', hits, total: found.length }
  }
  return { typed, found: 'nothing' }
}

const longestExcerpt = 220
const before = 80

/** The passage that has most of the words, cut around the first of them, those words apart. */
function excerptOf(passages: readonly string[], terms: ReadonlySet<string>, locale: Locale): Piece[] {
  let best: Piece[] = []
  let most = -1
  for (const passage of passages) {
    const pieces = split(passage, terms, locale)
    const words = new Set(pieces.filter(({ found }) => found).map(({ text }) => termOf(locale)(text)))
    if (words.size > most) [best, most] = [pieces, words.size]
  }
  return cut(best)
}

function split(passage: string, terms: ReadonlySet<string>, locale: Locale): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: word, index } of passage.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const term = termOf(locale)(word)
    if (term === null || !terms.has(term)) continue
    if (index > from) pieces.push({ text: passage.slice(from, index), found: false })
    pieces.push({ text: word, found: true })
    from = index + word.length
  }
  if (from < passage.length) pieces.push({ text: passage.slice(from), found: false })
  return pieces
}

/** At most a few lines, cut between words. */
function cut(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces
  if (!first) return []
  const start =
    !first.found && rest.length > 0 && first.text.length > before
      ? { ...first, text: `…${first.text.slice(-before).replace(/^\S*/, '')}` }
      : first
  const kept: Piece[] = []
  let room = longestExcerpt
  for (const piece of [start, ...rest]) {
    if (piece.text.length <= room) kept.push(piece)
    else kept.push({ ...piece, text: `${piece.text.slice(0, room).replace(/\s?\S*$/, '')}…` })
    room -= piece.text.length
    if (room <= 0) break
  }
  return kept
}
