import { displayPhone, numberToCall } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { Phone } from '@/ui/Phone'
import type { Household } from './household'

/**
 * What a sentence needs to send someone to their office by telephone: its name, the number, and whom the number
 * reaches. The office's own is often unknown: the sentence then names the contact centre.
 */
export function officeLine(locale: Locale, office: Household['office']) {
  const { phone, reaches } = numberToCall(office)
  return {
    office: locale === 'fr' ? office.nameFr : office.nameEn,
    reaches,
    phone: () => <Phone number={displayPhone(phone)} />,
  }
}
