import { contactCentrePhone, displayPhone } from '@/domain/offices/phone'

/**
 * Numbers to call. The customer contact centre's come from the ministry's page on reporting a change; the others
 * are the province's lines, published by their services.
 */
export const phoneNumbers = {
  emergency: '911',
  community: '211',
  social: '811',
  violence: '1 800 363-9010',
  suicide: '1 866 277-3553',
  contactMontreal: '514 873-4000',
  contactElsewhere: displayPhone(contactCentrePhone),
} as const

/**
 * The number of that name, as content files ask for it.
 * @throws when there is none: the build stops there
 */
export function phoneNumberNamed(name: string): string {
  if (!Object.hasOwn(phoneNumbers, name)) throw new Error(`A content file asks for the number of “${name}”`)
  return phoneNumbers[name as keyof typeof phoneNumbers]
}
