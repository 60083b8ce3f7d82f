import type { Metadata } from 'next'
import { OfficePrivacyView } from '@/features/privacy/OfficePrivacyView'
import { listOfficeRequests } from '@/features/privacy/office-queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'privacy.office')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'privacy:answer')
  const page = await openPage(locale, 'office privacy', () => listOfficeRequests(viewer))
  return (
    <OfficePage locale={locale} at={paths.officePrivacy} viewer={viewer}>
      <OfficePrivacyView locale={locale} page={page} />
    </OfficePage>
  )
}
