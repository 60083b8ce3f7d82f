import type { Metadata } from 'next'
import { findOfficeClosing } from '@/features/closing/office-queries'
import { OfficeClosingView } from '@/features/closing/OfficeClosingView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'closing')('office.title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'file:close')
  const page = await openPage(locale, 'closing of a file', () => findOfficeClosing(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeClosing(other, id)} viewer={viewer}>
      <OfficeClosingView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
