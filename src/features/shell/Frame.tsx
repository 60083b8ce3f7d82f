import type { ComponentProps, ReactNode } from 'react'
import { otherLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { englishNotice, paths, towardEnglish } from '@/i18n/paths'
import type { textsOf } from '@/i18n/texts'
import { Breadcrumb, type Trail } from '@/ui/Breadcrumb'
import { EnglishNotice } from '@/ui/EnglishNotice'
import { Header } from '@/ui/Header'
import { SearchBox } from '@/ui/SearchBox'
import { TextSizeButtons } from '@/ui/TextSizeButtons'
import { ServiceNotices } from './ServiceNotices'

/** A neutral page of the Government of Canada, which says nothing about the one left behind. */
const neutralPage = { fr: 'https://meteo.gc.ca/', en: 'https://weather.gc.ca/' }

/**
 * The band, what the service tells everyone and, on arrival from French for the first time, the notice of the Charter.
 * The footer is the layout's.
 * `trail` is the way from the home page, without it.
 */
export function Frame(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly t: ReturnType<typeof textsOf<'common'>>
  readonly trail?: Trail | undefined
  readonly header?: Pick<ComponentProps<typeof Header>, 'menu' | 'who' | 'signOut'>
  readonly children: ReactNode
}) {
  const { locale, at, t, trail } = props
  const other = otherLocale(locale)
  return (
    <>
      <Header
        skip={t('skip')}
        home={{ href: paths.home(locale), name: t('siteName'), label: t('homeLabel') }}
        search={{
          link: t('search'),
          form: (
            <SearchBox action={paths.search(locale)} name="q" label={t('searchLabel')} button={t('search')} />
          ),
        }}
        language={{
          href: other === 'en' ? towardEnglish(at('en')) : at('fr'),
          text: t('switchLanguage'),
          lang: other,
        }}
        exit={{ href: neutralPage[locale], text: t('quickExit') }}
        textSize={
          <TextSizeButtons
            action="/api/preferences"
            hidden={{ language: locale, returnTo: at(locale) }}
            label={t('textSize')}
            words={{
              smaller: t('textSizeStep.smaller'),
              reset: t('textSizeStep.reset'),
              larger: t('textSizeStep.larger'),
            }}
          />
        }
        trail={
          trail && (
            <Breadcrumb
              label={t('breadcrumb')}
              trail={[{ href: paths.home(locale), text: t('breadcrumbHome') }, ...trail]}
            />
          )
        }
        {...props.header}
      />
      {locale === 'en' && (
        <EnglishNotice id={englishNotice} back={{ href: at('fr'), text: t('englishNoticeBack') }}>
          {t('englishNotice')}
        </EnglishNotice>
      )}
      <ServiceNotices locale={locale} />
      {props.children}
    </>
  )
}
