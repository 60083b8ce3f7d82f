import type { Metadata } from 'next'
import { cache } from 'react'
import { DocumentView } from '@/features/documents/DocumentView'
import { findDocument } from '@/features/documents/queries'
import { wrongIn } from '@/features/documents/wrong'
import { documentTitle } from '@/i18n/papers'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; document: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Read once, for the title and for the page. */
const read = cache(async (localeText: string, slug: string) => {
  const locale = asLocale(localeText)
  const viewer = await requireApplicant(locale)
  const document = await openPage(locale, 'document', () => findDocument(viewer, slug))
  return { locale, viewer, document }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: text, document: slug } = await params
  const { locale, document } = await read(text, slug)
  const title = documentTitle(document.asked, locale)
  const query = await searchParams
  const wrong = wrongIn((name) => askedIn(query, name))
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page: title }) : title }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: text, document: slug } = await params
  const { locale, viewer, document } = await read(text, slug)
  const query = await searchParams
  const wrong = wrongIn((name) => askedIn(query, name))
  return (
    <ApplicationPage
      locale={locale}
      at={(language) => paths.applicationDocument(language, slug)}
      viewer={viewer}
    >
      <DocumentView locale={locale} document={document} formKey={formKeyOf(viewer)} wrong={wrong} />
    </ApplicationPage>
  )
}
