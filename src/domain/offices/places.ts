import { pointOf, type Point } from './distance'
import { isOffered, type Office } from './office'
import type { PostalArea } from './postal-code'

/** A municipality, or a sector of one, and the offices its people may be sent to. */
export type Place = {
  readonly name: string
  /** The municipality of a sector. */
  readonly within: string | null
  /** Null for a town that only names a rural postal area: the area may reach into another region. */
  readonly regionCode: string | null
  /** Codes, most likely first. Several: the postal code decides. */
  readonly offices: readonly string[]
  /** About its middle; null when it is not known. */
  readonly point: Point | null
}

/** `Chicoutimi (Saguenay)` or `Saguenay (Chicoutimi)`: what stands before the parentheses, and in them. */
function parts(label: string): { readonly outer: string; readonly inner: string | null } {
  const { outer, inner } = /^(?<outer>.+?) \((?<inner>.+)\)$/.exec(label)?.groups ?? {}
  return outer && inner ? { outer, inner } : { outer: label, inner: null }
}

/** The second character of a postal code is 0 where letters are carried along country roads. */
const isRural = ({ fsa }: PostalArea): boolean => fsa[1] === '0'

/**
 * Every place that a name may mean: the municipalities of the postal areas and their sectors, the towns that name
 * rural areas, and the towns of offices. The same name in two regions is two places: Mercier is a town and a
 * neighbourhood.
 */
export function placesOf(offices: readonly Office[], areas: readonly PostalArea[]): Place[] {
  const offered = offices.filter(isOffered)
  const located = (town: string) => offered.filter(({ city }) => parts(city).outer === town)
  const known = new Map<string, Place>()
  const add = (place: Place) => {
    const key = `${place.name}, ${place.regionCode ?? ''}`
    if (!known.has(key)) known.set(key, place)
  }

  const whole = new Map<string, PostalArea[]>()
  const sectors = new Map<string, PostalArea[]>()
  const rural: PostalArea[] = []
  for (const area of areas) {
    const { outer, inner } = parts(area.city)
    if (isRural(area) && inner) rural.push(area)
    else {
      gather(whole, `${area.regionCode} ${outer}`, area)
      if (inner) gather(sectors, `${area.regionCode} ${area.city}`, area)
    }
  }
  for (const of of whole.values()) {
    const { city, regionCode } = of[0]!
    add({ name: parts(city).outer, within: null, regionCode, offices: inOrder(of), point: middleOf(of) })
  }
  for (const of of sectors.values()) {
    const { outer, inner } = parts(of[0]!.city)
    const { regionCode } = of[0]!
    add({ name: inner!, within: outer, regionCode, offices: inOrder(of), point: middleOf(of) })
  }
  for (const office of offered) {
    const { outer, inner } = parts(office.city)
    const here = located(outer).filter(({ regionCode }) => regionCode === office.regionCode)
    const codes = here.map(({ code }) => code)
    add({ name: outer, within: inner, regionCode: office.regionCode, offices: codes, point: pointOf(office) })
  }
  for (const area of rural) {
    const name = parts(area.city).inner!
    if (located(name).length > 0) continue
    add({ name, within: null, regionCode: null, offices: area.offices, point: null })
  }
  return [...known.values()]
}

function gather<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}

/** The offices of some postal areas: those that serve most of them first. */
function inOrder(areas: readonly PostalArea[]): string[] {
  const served = new Map<string, number>()
  for (const { offices } of areas) for (const code of offices) served.set(code, (served.get(code) ?? 0) + 1)
  return [...served].sort(([, one], [, other]) => other - one).map(([code]) => code)
}

function middleOf(areas: readonly PostalArea[]): Point | null {
  const points = areas.flatMap((area) => pointOf(area) ?? [])
  if (points.length === 0) return null
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) }
}

/** The part of an office's name that tells it from the others: `Alma`, `La Baie`, `centre-ville de Montréal`. */
export function shortName(office: Office, language: 'fr' | 'en'): string {
  if (language === 'en') return office.nameEn.replace(/^.+ – /, '')
  return office.nameFr
    .replace(
      /^(?:Bureau de Services Québec|Centre local d’emploi|Centre de communication avec la clientèle)(?: –)? /,
      '',
    )
    .replace(/^(?:de (?=l’)|de |du |des |d’)/, '')
}
