import { isOffered, type Offered, type OfficeKind } from './office'

/** The first three characters of postal codes, and the offices its people may be sent to. */
export type PostalArea = {
  readonly fsa: string
  /** The municipality, or a sector of it: `Saguenay (Chicoutimi)`. A rural area is named by its largest part. */
  readonly city: string
  readonly regionCode: string
  readonly confidence: string
  /** Codes of offices, most likely first. */
  readonly offices: readonly string[]
  /** Degrees of its middle, approximate; null where the area is too wide for its middle to mean anything. */
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Letters of a Canadian postal code: D, F, I, O, Q and U are never used; the first names the province. */
const quebec = '[GHJ]'
const letter = '[ABCEGHJ-NPRSTV-Z]'

/** Whether a text is a postal area of Québec: the first three characters of a postal code, `G1R`. */
export function isPostalArea(text: string): boolean {
  return new RegExp(`^${quebec}\\d${letter}$`).test(text)
}

/** Whether a text is a postal code of Québec as it is kept: `G1R 4S9`. */
export function isPostalCode(text: string): boolean {
  return new RegExp(`^${quebec}\\d${letter} \\d${letter}\\d$`).test(text)
}

/** The postal area of a code as people type it, `g1r4s9` or only `G1R`; null when it is no code of Québec. */
export function postalAreaOf(typed: string): string | null {
  const text = compact(typed)
  if (isPostalArea(text)) return text
  return isPostalCode(`${text.slice(0, 3)} ${text.slice(3)}`) ? text.slice(0, 3) : null
}

/** A code without spaces. In a whole one, a letter O or I where a digit stands is a slip for 0 or 1. */
function compact(typed: string): string {
  const text = typed.replace(/[\s-]/g, '').toUpperCase()
  if (text.length !== 6) return text
  return text.replace(/[OI]/g, (letter, at: number) => (at % 2 === 0 ? letter : letter === 'O' ? '0' : '1'))
}

/** The provinces and territories by the first letter of their codes. `X` is two territories. */
const provinces = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NTNU',
  Y: 'YT',
} as const
export type OtherProvince = (typeof provinces)[keyof typeof provinces]

/** The province or territory of a postal code of Canada outside Québec, whole or its first three characters. */
export function otherProvinceOf(typed: string): OtherProvince | null {
  const text = compact(typed)
  if (!new RegExp(`^[A-Z]\\d${letter}(\\d${letter}\\d)?$`).test(text)) return null
  return provinces[text[0] as keyof typeof provinces] ?? null
}

/**
 * The offices a person of a postal area may be sent to, most likely first. Former centres never appear, whatever the
 * table says. Several: ask for the municipality. None: the area is unknown, send them to the contact centre.
 */
export function candidatesFor<Place extends { readonly code: string; readonly kind: OfficeKind }>(
  area: string,
  areas: readonly { readonly fsa: string; readonly offices: readonly string[] }[],
  offices: readonly Place[],
): Offered<Place>[] {
  const codes = areas.find(({ fsa }) => fsa === area)?.offices ?? []
  return codes.flatMap((code) => offices.filter(isOffered<Place>).filter((office) => office.code === code))
}
