import { regions } from '@/domain/offices/regions'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { centreNumber } from './OfficeCard'
import styles from './offices.module.css'
import { networkOf } from './search'

/** For whoever has not found their office: every region, the telephone, and how far our list may be trusted. */
export function OtherWays({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'offices')
  return (
    <>
      <section aria-labelledby="regions">
        <h2 id="regions">{t('region.title')}</h2>
        <p>{t('region.lead')}</p>
        <ul className={styles.regions}>
          {regions.map((region) => (
            <li key={region.code}>
              <a href={paths.officesIn(locale, region.slug)}>{region.name}</a> (
              {t('region.count', { count: networkOf(region).offices.length })})
            </li>
          ))}
        </ul>
      </section>
      <CallAndSources locale={locale} />
    </>
  )
}

/** What ends every page of offices. */
export function CallAndSources({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'offices')
  return (
    <>
      <h2>{t('call.title')}</h2>
      <p>{t.rich('call.text', { number: centreNumber })}</p>
      <Details summary={t('about.summary')}>
        <p>{t('about.text')}</p>
        <p>{t('about.points')}</p>
        <p>{t('about.maps')}</p>
      </Details>
    </>
  )
}
