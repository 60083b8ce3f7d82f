import type { Metadata } from 'next'
import { AdministrationView } from '@/features/administration/AdministrationView'
import { getAdministration } from '@/features/administration/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'administration')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'administration:read')
  const page = await openPage(locale, 'administration', () => getAdministration(viewer))
  return (
    <OfficePage locale={locale} at={paths.administration} viewer={viewer}>
      <AdministrationView locale={locale} page={page} />
    </OfficePage>
  )
}
