import type { Metadata } from 'next'
import { cache } from 'react'
import { findOfficeClosing } from '@/features/closing/office-queries'
import { OfficeClosingView } from '@/features/closing/OfficeClosingView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

// Once for the title and the page: each opening is a look in the trail.
const open = cache(async (locale: Locale, id: string) => {
  const viewer = await requireStaff(locale, 'file:close')
  return { viewer, page: await openPage(locale, 'closing of a file', () => findOfficeClosing(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const page = textsOf(locale, 'closing')('office.title')
  const wrong = (await open(locale, id)).page.problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, page } = await open(locale, id)
  return (
    <OfficePage locale={locale} at={(other) => paths.officeClosing(other, id)} viewer={viewer}>
      <OfficeClosingView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
