import type { Metadata } from 'next'
import { TextSizeView } from '@/features/information/TextSizeView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'public.textSize')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const t = textsOf(locale, 'public.textSize')
  return (
    <PublicPage locale={locale} at={paths.textSize} trail={[{ text: t('title') }]}>
      <TextSizeView locale={locale} />
    </PublicPage>
  )
}
