import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/locale'
import { Phone } from '@/ui/Phone'
import { phoneNumbers } from './phone-numbers'

/** The customer contact centre, from Montréal and from elsewhere. */
export async function PhoneLines({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'public.home' })
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
