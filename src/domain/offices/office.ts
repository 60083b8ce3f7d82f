/** What a place of the service network is. A former centre is history. */
export const officeKinds = ['office', 'servicePoint', 'contactCentre', 'former'] as const
export type OfficeKind = (typeof officeKinds)[number]

/**
 * Whether people may be sent there and files kept there. The outlets of the contact centre answer the telephone and
 * keep no file; former centres are closed.
 */
export function isOffered(office: { readonly kind: OfficeKind }): boolean {
  return office.kind === 'office' || office.kind === 'servicePoint'
}
