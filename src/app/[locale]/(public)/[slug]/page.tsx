import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContentView } from '@/features/information/ContentView'
import { contentOf } from '@/features/information/content'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { contentPages, paths, slugOf, type ContentPage } from '@/i18n/paths'
import { publicState } from '@/server/public-state'

type Props = { readonly params: Promise<{ locale: string; slug: string }> }

/** Every page of words, in both languages: the layout above gives the languages. */
export function generateStaticParams() {
  return contentPages.map((page) => ({ slug: slugOf(page) }))
}

async function read({ params }: Props) {
  const { locale, slug } = await params
  const page = contentPages.find((one) => slugOf(one) === slug)
  if (!page) notFound()
  return { locale: asLocale(locale), page: page satisfies ContentPage }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, page } = await read(props)
  const { title, summary } = contentOf(page, locale)
  return { title, description: summary }
}

export default async function Page(props: Props) {
  const { locale, page } = await read(props)
  const { now } = await publicState()
  return (
    <PublicPage
      locale={locale}
      at={(language) => paths.content(language, page)}
      trail={[{ text: contentOf(page, locale).short }]}
    >
      <ContentView locale={locale} page={page} now={now} />
    </PublicPage>
  )
}
