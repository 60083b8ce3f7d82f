import type { Metadata } from 'next'
import { HubView } from '@/features/application/HubView'
import { readHub } from '@/features/application/queries'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'application')('hub.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application', () => readHub(viewer))
  return (
    <ApplicationPage locale={locale} at={paths.application} viewer={viewer}>
      <HubView locale={locale} page={page} />
    </ApplicationPage>
  )
}
