import type { Metadata } from 'next'
import { HomeView } from '@/features/information/HomeView'
import { FinderForm } from '@/features/offices/FinderForm'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { publicState } from '@/server/public-state'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'public.home')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const { now } = await publicState()
  return (
    <PublicPage locale={locale} at={paths.home}>
      <HomeView locale={locale} now={now} office={<FinderForm locale={locale} />} />
    </PublicPage>
  )
}
