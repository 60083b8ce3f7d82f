import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findRegion, regionSlugs } from '@/features/offices/queries'
import { RegionView } from '@/features/offices/RegionView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; region: string }> }

export function generateStaticParams() {
  return regionSlugs.map((region) => ({ region }))
}

async function read({ params }: Props) {
  const { locale, region: slug } = await params
  const region = findRegion(slug)
  if (!region) notFound()
  return { locale: asLocale(locale), region }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, region } = await read(props)
  const t = textsOf(locale, 'offices')
  return { title: t('region.page', { region: region.name }), description: t('description') }
}

export default async function Page(props: Props) {
  const { locale, region } = await read(props)
  const t = textsOf(locale, 'offices')
  return (
    <PublicPage
      locale={locale}
      at={(language) => paths.officesIn(language, region.slug)}
      trail={[{ href: paths.offices(locale), text: t('short') }, { text: region.name }]}
    >
      <RegionView locale={locale} region={region} />
    </PublicPage>
  )
}
