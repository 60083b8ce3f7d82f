import { isOffered, type OfficeKind } from './office'

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
  const text = typed.replace(/[\s-]/g, '').toUpperCase()
  if (isPostalArea(text)) return text
  return isPostalCode(`${text.slice(0, 3)} ${text.slice(3)}`) ? text.slice(0, 3) : null
}

/**
 * The offices a person of a postal area may be sent to, most likely first. Former centres never appear, whatever the
 * table says. Several: ask for the municipality. None: the area is unknown, send them to the contact centre.
 */
export function candidatesFor<Office extends { readonly code: string; readonly kind: OfficeKind }>(
  area: string,
  areas: readonly { readonly fsa: string; readonly offices: readonly string[] }[],
  offices: readonly Office[],
): Office[] {
  const codes = areas.find(({ fsa }) => fsa === area)?.offices ?? []
  return codes.flatMap((code) => offices.filter((office) => office.code === code && isOffered(office)))
}
