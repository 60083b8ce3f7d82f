import '@/ui/fonts.css'
import '@/ui/tokens.css'
import '@/ui/global.css'
import type { Metadata, Viewport } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/features/information/SiteFooter'
import { asLocale, defaultLocale, isLocale, locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { textSizePath } from '@/ui/text-size'

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

export const viewport: Viewport = { themeColor: '#095797' }

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const t = textsOf(locale, 'common')
  return {
    title: { default: t('siteName'), template: t('title', { page: '%s' }) },
    description: t('description'),
    icons: { icon: '/favicon.svg' },
    // Numbers in a statement are amounts and dates, not telephone numbers; ours are links already.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function RootLayout({ params, children }: Props) {
  const asked = (await params).locale
  // A form sent to no address of the API meets this layout too: sent on with a 307, it would be posted again. The page
  // within says that it is not there.
  if (!isLocale(asked) && asked !== 'api') redirect(paths.home(defaultLocale))
  const locale = asLocale(asked)
  return (
    <html lang={`${locale}-CA`}>
      <head>
        <link rel="stylesheet" href={textSizePath} />
      </head>
      <body>
        {children}
        <SiteFooter locale={locale} />
      </body>
    </html>
  )
}
