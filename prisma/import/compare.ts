import { comparedNumber, type HouseholdLine } from './schema'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** A household as both a line and the portal can say it: what the portal does not keep is left out. */
export type Said = { readonly [name: string]: Json }

/** What a line says of a household, in the order the portal lists it. */
export function saidByLine(line: HouseholdLine): Said {
  const { office, children, address } = line
  const adults = line.adults.map(({ sin: _sin, minorBecause: _why, constraints, ...adult }) => ({
    ...adult,
    constraints: sorted(constraints, ({ from, kind }) => `${from} ${kind}`),
  }))
  return {
    office,
    adults,
    children,
    situations: sorted(line.situations, ({ from }) => from),
    address,
    mandates: sorted(
      line.mandates.map(({ representative, ...one }) => ({
        ...one,
        representative: { ...representative, fileNumber: comparedNumber(representative.fileNumber) },
        rights: [...one.rights].sort(),
      })),
      ({ adult, from, kind }) => `${adult} ${from} ${kind}`,
    ),
    obligations: sorted(line.obligations, ({ month }) => month),
  }
}

function sorted<One>(list: readonly One[], by: (one: One) => string): One[] {
  return [...list].sort((one, other) => (by(one) < by(other) ? -1 : 1))
}

/** The fields where two say otherwise: `adults[0].contact.email`. */
export function differencesBetween(one: Json | undefined, other: Json | undefined, at = ''): string[] {
  if (one === other) return []
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return [at]
    return one.flatMap((item, index) => differencesBetween(item, other[index] as Json, `${at}[${index}]`))
  }
  if (!isObject(one) || !isObject(other)) return [at]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.flatMap((name) =>
    differencesBetween(one[name], other[name], at === '' ? name : `${at}.${name}`),
  )
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
