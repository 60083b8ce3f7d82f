import type { Metadata } from 'next'
import { cache } from 'react'
import { DeclarationView } from '@/features/application/DeclarationView'
import { readDeclaration } from '@/features/application/queries'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale) => {
  const viewer = await requireApplicant(locale)
  return { viewer, page: await openPage(locale, 'declaration', () => readDeclaration(viewer, locale)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const { page } = await load(locale)
  const title = textsOf(locale, 'application')('declaration.title')
  return {
    title: page.errors.length > 0 ? textsOf(locale, 'common')('titleWithErrors', { page: title }) : title,
  }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const { viewer, page } = await load(locale)
  return (
    <ApplicationPage locale={locale} at={paths.applicationDeclaration} viewer={viewer}>
      <DeclarationView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </ApplicationPage>
  )
}
