import type { Metadata } from 'next'
import { readStart } from '@/features/entering/queries'
import { StartView } from '@/features/entering/StartView'
import { PhoneLines } from '@/features/information/PhoneLines'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'entering.start')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const page = await openPage(locale, 'application-start', readStart)
  return (
    <ApplicationPage locale={locale} at={paths.applicationStart} viewer={null}>
      <StartView locale={locale} page={page} phones={<PhoneLines locale={locale} />} />
    </ApplicationPage>
  )
}
