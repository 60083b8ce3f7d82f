/** What a place of the service network is. A former centre is history. */
export const officeKinds = ['office', 'servicePoint', 'contactCentre', 'former'] as const
export type OfficeKind = (typeof officeKinds)[number]
/** Those where people may be sent and files kept. */
export const offeredKinds = ['office', 'servicePoint'] as const satisfies readonly OfficeKind[]
export type Offered<Place> = Place & { readonly kind: (typeof offeredKinds)[number] }

/** A place of the service network. `null` means that nobody found the fact, never that there is none. */
export type Office = {
  /** The agency's number of the office. */
  readonly code: string
  readonly kind: OfficeKind
  readonly nameFr: string
  readonly nameEn: string
  readonly regionCode: string
  readonly address: string | null
  /** The municipality, or a sector of it: `Chicoutimi (Saguenay)`. */
  readonly city: string
  readonly postalCode: string | null
  readonly phone: string | null
  readonly tollFree: string | null
  readonly fax: string | null
  readonly delegatedTo: string | null
  /** The code of the office that the people of a former centre were sent to. */
  readonly replacedBy: string | null
  /** Degrees. Approximate: a municipality, not a building. */
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * Whether people may be sent there and files kept there. The outlets of the contact centre answer the telephone and
 * keep no file; former centres are closed.
 */
export function isOffered<Place extends { readonly kind: OfficeKind }>(
  office: Place,
): office is Offered<Place> {
  return (offeredKinds as readonly OfficeKind[]).includes(office.kind)
}
