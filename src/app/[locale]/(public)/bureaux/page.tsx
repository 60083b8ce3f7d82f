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
  return (
    <PublicPage locale={locale} at={paths.offices}>
      <OfficesView locale={locale} />
    </PublicPage>
  )
}
