import type { Metadata } from 'next'
import { AccessCodeView } from '@/features/access/AccessCodeView'
import { PhoneLines } from '@/features/information/PhoneLines'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'access.claim')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  return (
    <PublicPage locale={locale} at={paths.claim}>
      <AccessCodeView locale={locale} errand="claim" phones={<PhoneLines locale={locale} />} />
    </PublicPage>
  )
}
