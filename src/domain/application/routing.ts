import { isOffered, type Office, type Offered } from '../offices/office'
import { placesOf, type Place } from '../offices/places'
import { candidatesFor, otherProvinceOf, postalAreaOf, type PostalArea } from '../offices/postal-code'

/*
 * Which office receives an application. The rule is the residence: the office that serves the postal code (Québec.ca
 * has a locator; its table was not found, so ours is derived and each area says how sure it is).
 *
 * Nobody is refused for want of an office: what no table settles goes to the contact centre, where a person assigns
 * it, and the route says so.
 */

/** Where a person lives, in their own words. `null` means that it was not said. */
export type Whereabouts = {
  /** As typed. Of a person without a fixed address: that of the place they sleep, if there is one. */
  readonly postalCode: string | null
  /** As typed. Of a person without a fixed address: where they sleep, or the nearest municipality. */
  readonly municipality: string | null
  readonly noFixedAddress: boolean
  /** An adult asked that their address be known to nobody else. */
  readonly addressProtected: boolean
  /** An adult of the household claims refugee protection. */
  readonly refugeeClaimant: boolean
  /** They live in the community of a First Nation. */
  readonly inCommunity: boolean
}

export type Network = { readonly offices: readonly Office[]; readonly areas: readonly PostalArea[] }

/** Why this office. Each has its sentence in both languages. */
export const routeReasons = [
  /** One office serves the postal area. */
  'postalArea',
  /** Several do; the municipality told which. */
  'municipality',
  /** Several do, and nothing tells which: the most likely one. */
  'mostLikely',
  /** No postal code that is known, and a municipality that is. */
  'municipalityOnly',
  /** The place where a person without a fixed address sleeps, or the nearest municipality. */
  'noFixedAddress',
  /** The centre for refugee claimants. */
  'refugeeClaimants',
  /** A person assigns the office: the address is to be known to nobody else. */
  'assignedByPerson',
  /** A person assigns the office: the address is not in Québec. */
  'outsideQuebec',
  /** A person assigns the office: the area is not known. */
  'unknownArea',
] as const
export type RouteReason = (typeof routeReasons)[number]

/** What else is told with the route. */
export const routeNotes = [
  /** The municipality typed is served by another office than the postal code. */
  'municipalityDiffers',
  /** The centre for refugee claimants is not known to be open: the office of the address receives them. */
  'refugeeCentreUnconfirmed',
  /** The council of the community may be the one that helps: the office finds out and tells. */
  'communityMayServe',
] as const
export type RouteNote = (typeof routeNotes)[number]

export type Route = {
  /** That of the office; of the contact centre when a person there is to assign one. */
  readonly officeCode: string
  readonly reason: RouteReason
  /** False when another office may turn out to be the right one: the page says so, and nothing is asked again. */
  readonly certain: boolean
  readonly details: {
    /** The first three characters of the postal code that decided. */
    readonly postalArea: string | null
    /** The municipality that decided, as the table writes it. */
    readonly place: string | null
    /** Who runs the office for the agency, when it is delegated. */
    readonly delegatedTo: string | null
    /** Codes of the other offices that may be the right one, most likely first. */
    readonly others: readonly string[]
    readonly notes: readonly RouteNote[]
  }
}

/** A route as it was kept with an application. What is not there, or is not known any more, is left out. */
export function readRoute(kept: unknown): Route {
  const { officeCode, reason, certain, details } = objectIn(kept)
  const { postalArea, place, delegatedTo, others, notes } = objectIn(details)
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
  return {
    officeCode: text(officeCode) ?? assigningCentre,
    reason: routeReasons.find((one) => one === reason) ?? 'unknownArea',
    certain: certain === true,
    details: {
      postalArea: text(postalArea),
      place: text(place),
      delegatedTo: text(delegatedTo),
      others: list(others).flatMap((one) => text(one) ?? []),
      notes: routeNotes.filter((note) => list(notes).includes(note)),
    },
  }
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/**
 * The centre that received refugee claimants in Montréal, one of the 21 delegated centres (Le Devoir, 15627). It is
 * kept as a former centre because nobody knows whether it is open; once its row says that it is, it is used.
 */
export const refugeeClaimantsCentre = 'H-MTL-DEMANDEURS-ASILE'
const montreal = '06'

/** The outlet of the contact centre where a person assigns an office to what no table settles. */
export const assigningCentre = 'CCC-TROIS-RIVIERES'

/** Whether a person is to assign the office. */
export const isToAssign = ({ officeCode }: Pick<Route, 'officeCode'>): boolean =>
  officeCode === assigningCentre

/**
 * The office of an application. A protected address is looked at by nothing here: the route is the same whatever it
 * is, so that neither the office nor the reason tells anyone where the person is.
 */
export function routeOf(where: Whereabouts, network: Network): Route {
  if (where.addressProtected) return toAssign('assignedByPerson')
  const route = byResidence(where, network)
  const centre = where.refugeeClaimant ? claimantsCentre(route, network) : null
  const notes: readonly RouteNote[] = [
    ...route.details.notes,
    ...(where.refugeeClaimant && !centre && isIn(montreal, route, network)
      ? (['refugeeCentreUnconfirmed'] as const)
      : []),
    ...(where.inCommunity ? (['communityMayServe'] as const) : []),
  ]
  const certain = route.certain && !where.inCommunity
  if (!centre) return { ...route, certain, details: { ...route.details, notes } }
  const others = [route.officeCode, ...route.details.others]
  // The area the centre serves was never found: the office of the address stays beside it.
  return {
    officeCode: centre.code,
    reason: 'refugeeClaimants',
    certain: false,
    details: { ...route.details, delegatedTo: centre.delegatedTo, others, notes },
  }
}

function byResidence(where: Whereabouts, network: Network): Route {
  const typed = where.postalCode?.trim() ?? ''
  const postalArea = postalAreaOf(typed)
  const area = network.areas.find(({ fsa }) => fsa === postalArea)
  const served = postalArea ? candidatesFor(postalArea, network.areas, network.offices) : []
  const places = placesNamed(where.municipality, network)
  if (!area || served.length === 0) {
    const route = byMunicipality(places, network)
    if (route) return where.noFixedAddress ? { ...route, reason: 'noFixedAddress' } : route
    return toAssign(postalArea === null && otherProvinceOf(typed) ? 'outsideQuebec' : 'unknownArea')
  }
  const route = byArea(area, served, places)
  return where.noFixedAddress ? { ...route, reason: 'noFixedAddress' } : route
}

function byArea(area: PostalArea, served: readonly Offered<Office>[], places: readonly Place[]): Route {
  const isSure = area.confidence !== 'low'
  const named = served.filter(({ code }) => places.some(({ offices }) => offices.includes(code)))
  const differs = places.length > 0 && named.length === 0
  const notes: readonly RouteNote[] = differs ? ['municipalityDiffers'] : []
  const [first] = served
  if (served.length === 1) {
    return routeTo(first!, { reason: 'postalArea', certain: isSure && !differs, postalArea: area.fsa, notes })
  }
  const place = named.length === 1 ? nameOf(places, named[0]!) : null
  const chosen = named[0] ?? first!
  const others = served.flatMap(({ code }) => (code === chosen.code ? [] : [code]))
  // The municipality settles it when it is served by one office of the area: then the others are not in doubt.
  if (place !== null) {
    return routeTo(chosen, { reason: 'municipality', certain: true, postalArea: area.fsa, place, notes })
  }
  return routeTo(chosen, { reason: 'mostLikely', certain: false, postalArea: area.fsa, others, notes })
}

function byMunicipality(places: readonly Place[], { offices }: Network): Route | null {
  const codes = [...new Set(places.flatMap((place) => place.offices))]
  const served = codes.flatMap((code) => offices.filter(isOffered).filter((office) => office.code === code))
  const [first, ...rest] = served
  if (!first) return null
  const others = rest.map(({ code }) => code)
  return routeTo(first, {
    reason: 'municipalityOnly',
    certain: others.length === 0,
    place: nameOf(places, first),
    others,
  })
}

type Found = Pick<Route, 'reason' | 'certain'> & Partial<Route['details']>

function routeTo(office: Office, { reason, certain, ...details }: Found): Route {
  return {
    officeCode: office.code,
    reason,
    certain,
    details: {
      ...{ postalArea: null, place: null, others: [], notes: [], ...details },
      delegatedTo: office.delegatedTo,
    },
  }
}

/** A person assigns the office. Says nothing of the address. */
function toAssign(reason: RouteReason): Route {
  const details = { postalArea: null, place: null, delegatedTo: null, others: [], notes: [] }
  return { officeCode: assigningCentre, reason, certain: false, details }
}

function claimantsCentre(route: Route, network: Network): Office | null {
  const centre = network.offices.find(({ code }) => code === refugeeClaimantsCentre)
  return centre && isOffered(centre) && isIn(centre.regionCode, route, network) ? centre : null
}

function isIn(regionCode: string, { officeCode }: Route, { offices }: Network): boolean {
  return offices.some((office) => office.code === officeCode && office.regionCode === regionCode)
}

const nameOf = (places: readonly Place[], office: Office): string | null =>
  places.find(({ offices }) => offices.includes(office.code))?.name ?? null

/** The places that a typed municipality names: the same name may be a town and a sector of another. */
function placesNamed(typed: string | null, { offices, areas }: Network): Place[] {
  const name = plain(typed ?? '')
  if (name === '') return []
  return placesOf(offices, areas).filter((place) => plain(place.name) === name)
}

/** A name without what people leave out: accents, capitals, hyphens, `St` for `Saint`, the province after a comma. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,(]\s*(?:quebec|qc|p\.?q\.?)\b.*$/, '')
    .replace(/\b(st|ste)\b\.?/g, (_, short: string) => (short === 'st' ? 'saint' : 'sainte'))
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
