import 'server-only'
import MiniSearch from 'minisearch'
import type { Office } from '@/domain/offices/office'
import { placesOf, shortName, type Place } from '@/domain/offices/places'
import { fold, foldWord, wordsOf } from '@/i18n/fold'
import { officeDirectory } from '@/server/offices'

/** What a name may mean: a place and its offices, an office by its own name, or a centre that closed. */
export type Named = {
  readonly kind: 'place' | 'office' | 'former'
  readonly name: { readonly fr: string; readonly en: string }
  readonly within: string | null
  readonly regionCode: string | null
  /** The offices of a place, most likely first; the one that replaced a former centre, when that is known. */
  readonly offices: readonly Office[]
  readonly point: Place['point']
}

/** What a text means, and the names that are only close to it, the closest first. */
export type Meaning = { readonly meant: readonly Named[]; readonly near: readonly Named[] }

const mostNear = 20
/** Longer than any name, and than what one types to find one. */
const mostWords = 8

/** Words that tell no place from another. */
const empty = new Set([
  'd',
  'l',
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'et',
  'the',
  'of',
  'and',
  'a',
  'au',
  'aux',
  'qc',
])
/** What an office calls itself: everyone's first words, and nobody's name. */
const titles =
  /\b(bureau|services? quebec|office|centre local d.emploi|local employment centre|cle|point de service)\b/g

const termOf = (word: string): string | null => {
  const term = foldWord(word)
  return empty.has(term) ? null : term
}
const termsOf = (text: string): string[] => wordsOf(text).flatMap((word) => termOf(word) ?? [])

let made: { readonly named: readonly Named[]; readonly index: MiniSearch } | undefined

/** Every name there is, and its index: made once, at the first search. */
function names() {
  if (made) return made
  const { offices, areas } = officeDirectory()
  const byCode = new Map(offices.map((office) => [office.code, office]))
  const officesOf = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? [])

  const places = placesOf(offices, areas).map((place): Named => ({
    ...place,
    kind: 'place',
    name: { fr: place.name, en: place.name },
    offices: officesOf(place.offices),
  }))
  const inRegion = (name: string, regionCode: string | null) => `${name}, ${regionCode ?? ''}`
  const known = new Set(places.map(({ name, regionCode }) => inRegion(name.fr, regionCode)))
  const others = offices.flatMap((office): Named[] => {
    const { kind, regionCode, replacedBy } = office
    const name = { fr: shortName(office, 'fr'), en: shortName(office, 'en') }
    const shared = { name, within: null, regionCode, point: null }
    if (kind === 'former') return [{ ...shared, kind, offices: officesOf(replacedBy ? [replacedBy] : []) }]
    // Most offices are called by their town, which is a place already.
    if (kind === 'contactCentre' || known.has(inRegion(name.fr, regionCode))) return []
    return [{ ...shared, kind: 'office', offices: [office] }]
  })
  const named = [...places, ...others]
  const index = new MiniSearch({ fields: ['fr', 'en', 'joined'], tokenize: wordsOf, processTerm: termOf })
  index.addAll(named.map(({ name }, id) => ({ id, ...name, joined: joined(name.fr) })))
  return (made = { named, index })
}

/** `Val-d’Or` as some write it, `valdor`. */
const joined = (text: string): string => wordsOf(text).map(foldWord).join('')

/** What a text means, whatever its accents, capitals, hyphens and a slip or two. */
export function meaningOf(text: string): Meaning {
  const said = fold(text).replace(/[’‘]/g, "'").replace(titles, ' ')
  const terms = termsOf(said).slice(0, mostWords)
  const found = search(terms, joined(said))
  // « Sherbrooke, Québec »: the province, unless nothing else was said.
  if (found.length > 0 || !terms.includes('quebec')) return sorted(terms, found)
  const rest = terms.filter((term) => term !== 'quebec')
  return sorted(rest, search(rest, rest.join('')))
}

type Hit = Named & { readonly slips: number }

/** First without a slip, then with one in a word, then with two: the fewer, the likelier. */
function search(terms: readonly string[], whole: string): Hit[] {
  if (terms.length === 0) return []
  const { named, index } = names()
  for (const slips of [0, 1, 2]) {
    const found = index.search({
      combineWith: 'OR',
      queries: [
        {
          queries: [terms.join(' ')],
          combineWith: 'AND',
          fields: ['fr', 'en'],
          prefix: (term) => term.length > 2,
          fuzzy: (term) => (term.length > 3 ? 0.25 : false),
          maxFuzzy: slips,
        },
        { queries: [whole], fields: ['joined'] },
      ],
    })
    if (found.length > 0) return found.map(({ id }) => ({ ...named[id as number]!, slips }))
  }
  return []
}

function sorted(terms: readonly string[], found: readonly Hit[]): Meaning {
  const wanted = keyOf(terms)
  // With a slip, the words cannot be the same: as many are near enough.
  const isMeant = ({ name, slips }: Hit) =>
    [name.fr, name.en]
      .map(termsOf)
      .some((one) => (slips === 0 ? keyOf(one) === wanted : one.length === terms.length))
  const meant = found.filter(isMeant)
  const all = meant.length === 0 && found.length === 1 ? found : meant
  // An office by its own name, beside the place it serves, says nothing more.
  const said = new Set(all.filter(({ kind }) => kind === 'place').map(codesOf))
  const isNew = (one: Hit) => one.kind !== 'office' || !said.has(codesOf(one))
  return {
    meant: all.filter(isNew),
    near: found.filter((one) => !all.includes(one) && !said.has(codesOf(one))).slice(0, mostNear),
  }
}

const keyOf = (terms: readonly string[]): string => [...terms].sort().join(' ')
const codesOf = ({ offices }: Named): string => offices.map(({ code }) => code).join()
