import '@/ui/fonts.css'
import '@/ui/tokens.css'
import '@/ui/global.css'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NotFoundView } from '@/features/information/NotFoundView'
import { PublicPage } from '@/features/shell/PublicPage'
import { isLocale, languageHeader, locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Main } from '@/ui/Main'
import { textSizePath } from '@/ui/text-size'

/** The language of the address that is nobody's, when it begins with one. The framework does not say the address. */
async function language() {
  const said = (await headers()).get(languageHeader) ?? ''
  return isLocale(said) ? said : null
}

export async function generateMetadata(): Promise<Metadata> {
  const locale = await language()
  const titles = (locale ? [locale] : locales).map((one) => textsOf(one, 'public.notFound')('title'))
  return {
    title: [...titles, textsOf('fr', 'common')('siteName')].join(' – '),
    icons: { icon: '/favicon.svg' },
  }
}

/** An address that is nobody's: in its language, or else in French first, then in English. */
export default async function GlobalNotFound() {
  const locale = await language()
  return (
    <html lang={`${locale ?? 'fr'}-CA`}>
      <head>
        <link rel="stylesheet" href={textSizePath} />
      </head>
      <body>
        {locale ? (
          <PublicPage locale={locale} at={paths.home}>
            <NotFoundView locale={locale} />
          </PublicPage>
        ) : (
          <Main>
            <NotFoundView locale="fr" />
            <div lang="en-CA">
              <NotFoundView locale="en" />
            </div>
          </Main>
        )}
      </body>
    </html>
  )
}
