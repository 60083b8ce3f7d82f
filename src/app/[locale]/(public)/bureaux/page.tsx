import type { Metadata } from 'next'
import { OfficesView } from '@/features/offices/OfficesView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'offices')
  return { title: t('title'), description: t('description') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const t = textsOf(locale, 'offices')
  return (
    <PublicPage locale={locale} at={paths.offices} trail={[{ text: t('short') }]}>
      <OfficesView locale={locale} />
    </PublicPage>
  )
}
