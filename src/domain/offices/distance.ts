import type { Office } from './office'

/** A place on the map, in degrees. */
export type Point = { readonly latitude: number; readonly longitude: number }

const EARTH_RADIUS_KM = 6371

/** Kilometres between two places as the crow flies (haversine formula). Roads are longer. */
export function kilometresBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const chord = north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord))
}

/**
 * A distance as it may be said, when both ends are only known to a kilometre or two: whole kilometres up to ten, then
 * by five, then by ten. Never less than two.
 */
export function roundedKilometres(kilometres: number): number {
  const step = kilometres < 10 ? 1 : kilometres < 100 ? 5 : 10
  return Math.max(2, Math.round(kilometres / step) * step)
}

/** The place of an office or of a postal area; null when it is not known. */
export function pointOf(place: {
  readonly latitude: number | null
  readonly longitude: number | null
}): Point | null {
  const { latitude, longitude } = place
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** Offices by distance from a place, nearest first. Those whose own place is not known are left out. */
export function byDistance(
  from: Point,
  offices: readonly Office[],
): { readonly office: Office; readonly kilometres: number }[] {
  return offices
    .flatMap((office) => {
      const point = pointOf(office)
      return point ? [{ office, kilometres: kilometresBetween(from, point) }] : []
    })
    .sort((one, other) => one.kilometres - other.kilometres)
}
