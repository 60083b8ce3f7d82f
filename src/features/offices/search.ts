import 'server-only'
import {
  byDistance,
  kilometresBetween,
  pointOf,
  roundedKilometres,
  type Point,
} from '@/domain/offices/distance'
import { isOffered, type Office } from '@/domain/offices/office'
import { otherProvinceOf, postalAreaOf, type OtherProvince } from '@/domain/offices/postal-code'
import { regionOf, type Region } from '@/domain/offices/regions'
import { officeDirectory, officesOf } from '@/server/offices'
import { meaningOf, type Named } from './names'

/** The longest text that is read as a question. */
export const longestText = 100

/** An office, and about how far it is as the crow flies, when that is known. */
export type NearOffice = { readonly office: Office; readonly kilometres: number | null }

/** A name and what it leads to. */
export type Choice = {
  readonly name: { readonly fr: string; readonly en: string }
  readonly within: string | null
  readonly region: Region | null
}
export type PlaceFound = Choice & {
  readonly offices: readonly NearOffice[]
  /** Others around, nearest first. */
  readonly around: readonly NearOffice[]
}
export type FormerFound = Choice & { readonly replacedBy: Office | null }

/** What the text of a person led to. `typed` is that text, shortened. */
export type OfficeSearch = { readonly typed: string } & (
  | { readonly found: 'notAsked' | 'tooLong' | 'noCode' | 'nothing' }
  | { readonly found: 'otherProvince'; readonly province: OtherProvince }
  | {
      readonly found: 'area'
      readonly area: string
      /** The municipality of the area, when it has one only. */
      readonly place: string | null
      readonly offices: readonly NearOffice[]
      readonly around: readonly NearOffice[]
      /** Several offices serve the area: what the person said of their municipality. */
      readonly municipality: Municipality | null
    }
  | {
      readonly found: 'names'
      readonly places: readonly PlaceFound[]
      readonly former: readonly FormerFound[]
      readonly near: readonly Choice[]
    }
)
export type Municipality = {
  readonly typed: string
  /** The towns of the offices, to choose from. */
  readonly towns: readonly string[]
  /** The offices of that municipality among those of the area; none when it is not known. */
  readonly offices: readonly NearOffice[]
}

/** The offices for a postal code, a municipality or a name, as typed. Whatever is typed has its answer. */
export function searchOffices(text: string, municipality = ''): OfficeSearch {
  const typed = plain(text)
  if (typed === '') return { typed, found: 'notAsked' }
  if (typed.length > longestText) return { typed: typed.slice(0, longestText), found: 'tooLong' }
  const code = codeIn(typed)
  const area = postalAreaOf(code)
  if (area) return inArea(typed, area, plain(municipality).slice(0, longestText))
  const province = otherProvinceOf(code)
  if (province) return { typed, found: 'otherProvince', province }

  const { meant, near } = meaningOf(typed)
  if (meant.length === 0 && near.length === 0) {
    return { typed, found: /\d/.test(typed) ? 'noCode' : 'nothing' }
  }
  return {
    typed,
    found: 'names',
    places: meant.filter(({ kind }) => kind !== 'former').map(placeFound),
    former: meant
      .filter(({ kind }) => kind === 'former')
      .map((named) => ({ ...choiceOf(named), replacedBy: named.offices[0] ?? null })),
    near: near.map(choiceOf),
  }
}

/** One line of plain characters: control characters become spaces. */
const plain = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')

/** The postal code within an address; the whole text when there is none. */
const codeIn = (text: string): string => /(?<!\w)[A-Z]\d[A-Z][ -]?\d[A-Z]\d(?!\w)/i.exec(text)?.[0] ?? text

function inArea(typed: string, area: string, municipality: string): OfficeSearch {
  const row = officeDirectory().areas.find(({ fsa }) => fsa === area)
  const from = row ? pointOf(row) : null
  const offices = officesOf(area).map((office) => measured(from, office))
  const isTown = row !== undefined && row.fsa[1] !== '0'
  return {
    typed,
    found: 'area',
    area,
    place: isTown ? row.city : null,
    offices,
    around: around(from, offices),
    municipality: offices.length > 1 ? asked(municipality, offices) : null,
  }
}

function asked(typed: string, offices: readonly NearOffice[]): Municipality {
  const towns = [...new Set(offices.map(({ office }) => office.city.replace(/ \(.*/, '')))]
  const served = typed === '' ? [] : meaningOf(typed).meant.flatMap((named) => named.offices)
  return { typed, towns, offices: offices.filter(({ office }) => served.includes(office)) }
}

function placeFound(named: Named): PlaceFound {
  const offices = named.offices
    .map((office) => measured(named.point, office))
    .sort((one, other) => (one.kilometres ?? unknownKm) - (other.kilometres ?? unknownKm))
  return { ...choiceOf(named), offices, around: around(named.point, offices) }
}

const choiceOf = ({ name, within, regionCode }: Named): Choice => ({
  name,
  within,
  region: regionCode === null ? null : regionOf(regionCode),
})

function measured(from: Point | null, office: Office): NearOffice {
  const to = pointOf(office)
  return { office, kilometres: from && to && roundedKilometres(kilometresBetween(from, to)) }
}

/** After every known distance. */
const unknownKm = 100_000
/** Further than this, an office is no longer near. */
const farthestKm = 60
const mostAround = 3

/** The offices around a place beside those that serve it, which are one or two: more would confuse. */
function around(from: Point | null, serving: readonly NearOffice[]): NearOffice[] {
  if (from === null || serving.length > 2) return []
  const others = officeDirectory().offices.filter(
    (office) => isOffered(office) && !serving.some((one) => one.office === office),
  )
  return byDistance(from, others)
    .filter(({ kilometres }) => kilometres <= farthestKm)
    .slice(0, mostAround)
    .map(({ office, kilometres }) => ({ office, kilometres: roundedKilometres(kilometres) }))
}

/** What a region has: its offices by name, the outlets of the contact centre, and the centres that closed. */
export type RegionNetwork = {
  readonly region: Region
  readonly offices: readonly Office[]
  readonly outlets: readonly Office[]
  readonly former: readonly { readonly office: Office; readonly replacedBy: Office | null }[]
}

/** The network of a region, in alphabetical order. */
export function networkOf(region: Region): RegionNetwork {
  const { offices } = officeDirectory()
  const here = offices
    .filter(({ regionCode }) => regionCode === region.code)
    .sort((one, other) => one.nameFr.localeCompare(other.nameFr, 'fr'))
  return {
    region,
    offices: here.filter(isOffered),
    outlets: here.filter(({ kind }) => kind === 'contactCentre'),
    former: here
      .filter(({ kind }) => kind === 'former')
      .map((office) => ({
        office,
        replacedBy: offices.find(({ code }) => code === office.replacedBy) ?? null,
      })),
  }
}
