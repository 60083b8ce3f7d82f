import type { Metadata } from 'next'
import { ResumeView } from '@/features/entering/ResumeView'
import { PhoneLines } from '@/features/information/PhoneLines'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'entering.resume')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  return (
    <ApplicationPage locale={locale} at={paths.applicationResume} viewer={null}>
      <ResumeView locale={locale} reason={null} phones={<PhoneLines locale={locale} />} />
    </ApplicationPage>
  )
}
