import type { Region } from '@/domain/offices/regions'
import { shortName } from '@/domain/offices/places'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { centreNumber, nameOf, OfficeList } from './OfficeCard'
import { CallAndSources } from './OtherWays'
import { networkOf } from './search'

/** Every office of a region, then what is no office: the outlets of the contact centre and the centres that closed. */
export function RegionView({ locale, region }: { readonly locale: Locale; readonly region: Region }) {
  const t = textsOf(locale, 'offices')
  const { offices, outlets, former } = networkOf(region)
  return (
    <>
      <PageTitle>{t('region.page', { region: region.name })}</PageTitle>
      <OfficeList locale={locale} offices={offices.map((office) => ({ office, kilometres: null }))} anchors />
      {outlets.length > 0 && (
        <>
          <h2>{t('region.outlets')}</h2>
          <p>{t('region.outletsText')}</p>
          <ul>
            {outlets.map((office) => (
              <li key={office.code}>
                {nameOf(office, locale)} <span>({centreNumber()})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {former.length > 0 && (
        <>
          <h2>{t('region.former')}</h2>
          <p>{t('region.formerText')}</p>
          <ul>
            {former.map(({ office, replacedBy }) => {
              const name = shortName(office, locale)
              return (
                <li key={office.code}>
                  {replacedBy
                    ? t('former.replacedIn', { name, office: nameOf(replacedBy, locale) })
                    : t('former.askIn', { name })}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <CallAndSources locale={locale} />
    </>
  )
}
