import type { ComponentProps, ReactNode } from 'react'
import { otherLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { textsOf } from '@/i18n/texts'
import { EnglishNotice } from '@/ui/EnglishNotice'
import { Footer } from '@/ui/Footer'
import { Header } from '@/ui/Header'

/** A neutral page of the Government of Canada, which says nothing about the one left behind. */
const neutralPage = { fr: 'https://meteo.gc.ca/', en: 'https://weather.gc.ca/' }

/** The band, the footer and, on arrival from French, the notice of the Charter. */
export function Frame(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly t: ReturnType<typeof textsOf<'common'>>
  readonly header?: Pick<ComponentProps<typeof Header>, 'menu' | 'who' | 'signOut'>
  readonly children: ReactNode
}) {
  const { locale, at, t } = props
  const other = otherLocale(locale)
  return (
    <>
      <Header
        skip={t('skip')}
        home={{ href: paths.home(locale), name: t('siteName'), label: t('homeLabel') }}
        language={{
          href: other === 'en' ? `${at('en')}#english` : at('fr'),
          text: t('switchLanguage'),
          lang: other,
        }}
        exit={{ href: neutralPage[locale], text: t('quickExit') }}
        {...props.header}
      />
      {locale === 'en' && (
        <EnglishNotice id="english" back={{ href: at('fr'), text: t('englishNoticeBack') }}>
          {t('englishNotice')}
        </EnglishNotice>
      )}
      {props.children}
      <Footer
        label={t('footer')}
        links={[
          { href: paths.urgentNeed(locale), text: t('footerUrgent') },
          { href: paths.textSize(locale), text: t('footerTextSize') },
          { href: paths.checkReceipt(locale), text: t('footerReceipt') },
        ]}
        note={t('footerNote')}
      />
    </>
  )
}
