import type { Metadata } from 'next'
import { readSiteSearch } from '@/features/information/queries'
import { searchError, SearchView } from '@/features/information/SearchView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<Query> }
type Query = Readonly<Record<string, string | string[] | undefined>>

async function read({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  return { locale, search: readSiteSearch(askedIn(await searchParams, 'q'), locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, search } = await read(props)
  const t = textsOf(locale, 'search')
  const title = searchError(locale, search)
    ? textsOf(locale, 'common')('titleWithErrors', { page: t('title') })
    : t('titleOf', { typed: search.typed })
  return { title, robots: { index: false } }
}

/** Not made at build: the words are in the address. It asks nothing of the database. */
export default async function Page(props: Props) {
  const { locale, search } = await read(props)
  return (
    <PublicPage
      locale={locale}
      at={(language) => withQuery(paths.search(language), { q: search.typed })}
      trail={[{ text: textsOf(locale, 'search')('button') }]}
    >
      <SearchView locale={locale} search={search} />
    </PublicPage>
  )
}
