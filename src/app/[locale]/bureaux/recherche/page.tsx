import type { Metadata } from 'next'
import { errorOf, FoundView, titleOf } from '@/features/offices/FoundView'
import { askedBy, readOfficeSearch } from '@/features/offices/queries'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<Query> }
type Query = Readonly<Record<string, string | string[] | undefined>>

async function read({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const query = await searchParams
  return { locale, search: readOfficeSearch(askedIn(query, 'q'), askedIn(query, 'municipality')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, search } = await read(props)
  const page = titleOf(locale, search)
  const title = errorOf(locale, search) ? textsOf(locale, 'common')('titleWithErrors', { page }) : page
  return { title, robots: { index: false } }
}

/** Not made at build: what is asked is in the address. It asks nothing of the database. */
export default async function Page(props: Props) {
  const { locale, search } = await read(props)
  const t = textsOf(locale, 'offices')
  return (
    <PublicPage
      locale={locale}
      at={(language) => withQuery(paths.officeSearch(language), askedBy(search))}
      trail={[{ href: paths.offices(locale), text: t('short') }, { text: t('result.short') }]}
    >
      <FoundView locale={locale} search={search} />
    </PublicPage>
  )
}
