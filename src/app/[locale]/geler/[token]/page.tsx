import type { Metadata } from 'next'
import { FreezeView } from '@/features/account/FreezeView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; token: string }> }

/** Drawn for each address, from the address alone. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = textsOf(asLocale(locale), 'movements.link')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, token } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.freeze(other, token)}>
      <FreezeView locale={locale} token={token.slice(0, 64)} />
    </PublicPage>
  )
}
