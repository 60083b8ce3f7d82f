import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Phone } from '@/ui/Phone'
import { phoneNumbers } from './phone-numbers'

/** The customer contact centre, from Montréal and from elsewhere. */
export function PhoneLines({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.home')
  return (
    <ul>
      <li>
        {t('phoneMontreal')} <Phone number={phoneNumbers.contactMontreal} />
      </li>
      <li>
        {t('phoneElsewhere')} <Phone number={phoneNumbers.contactElsewhere} />
      </li>
    </ul>
  )
}
