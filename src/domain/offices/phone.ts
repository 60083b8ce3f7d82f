/** A telephone number as it is kept: `+1` and ten digits, neither the area nor the exchange beginning with 0 or 1. */
export function isPhone(text: string): boolean {
  return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(text)
}

/** Area codes that cost the caller nothing. Such a number is dialled and written with its 1. */
const tollFreeAreas = ['800', '833', '844', '855', '866', '877', '888']

/** A kept number as people write it: `819 475-8431`, `1 877 767-8773`. */
export function displayPhone(phone: string): string {
  const [area = '', exchange = '', line = ''] = [phone.slice(2, 5), phone.slice(5, 8), phone.slice(8)]
  return `${tollFreeAreas.includes(area) ? '1 ' : ''}${area} ${exchange}-${line}`
}

/** The customer contact centre, from anywhere in Québec. Source: the ministry's page on reporting a change. */
export const contactCentrePhone = '+18777678773'

/** Whom a number reaches: the office itself, or the contact centre, which passes the call on. */
export type NumberToCall = { readonly phone: string; readonly reaches: 'office' | 'contactCentre' }

/**
 * The number that reaches an office: its own, else its toll-free one, else the contact centre's. An empty field means
 * that the number is not known, never that there is none.
 */
export function numberToCall(office: {
  readonly phone: string | null
  readonly tollFree: string | null
}): NumberToCall {
  const own = office.phone ?? office.tollFree
  return own === null || own === contactCentrePhone
    ? { phone: contactCentrePhone, reaches: 'contactCentre' }
    : { phone: own, reaches: 'office' }
}
