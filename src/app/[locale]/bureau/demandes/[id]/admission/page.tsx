import type { Metadata } from 'next'
import { AdmissionView } from '@/features/admission/AdmissionView'
import { findAdmission } from '@/features/admission/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'admission')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'application:admit')
  const admission = await openPage(locale, 'admission', () => findAdmission(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeAdmission(other, id)} viewer={viewer}>
      <AdmissionView locale={locale} applicationId={id} admission={admission} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
