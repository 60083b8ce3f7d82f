import type { Metadata } from 'next'
import { DocumentsView } from '@/features/documents/DocumentsView'
import { listDocuments } from '@/features/documents/queries'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'documents')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const documents = await openPage(locale, 'documents', () => listDocuments(viewer))
  return (
    <ApplicationPage locale={locale} at={paths.applicationDocuments} viewer={viewer}>
      <DocumentsView locale={locale} documents={documents} />
    </ApplicationPage>
  )
}
