import type { Metadata } from 'next'
import { DevicesView } from '@/features/account/DevicesView'
import { listDevices } from '@/features/account/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'account')
  return { title: t('devicesTitle') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'account:read')
  const sessions = await openPage(locale, 'devices', () => listDevices())
  return (
    <FilePage locale={locale} at={paths.devices} viewer={viewer}>
      <DevicesView locale={locale} sessions={sessions} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
