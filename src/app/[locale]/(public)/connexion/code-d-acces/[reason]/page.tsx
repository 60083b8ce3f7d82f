import type { Metadata } from 'next'
import { AccessCodeView } from '@/features/access/AccessCodeView'
import { accessReasons, checks } from '@/features/access/states'
import { PhoneLines } from '@/features/information/PhoneLines'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; reason: string }> }

export function generateStaticParams() {
  return [...accessReasons, ...checks].map((reason) => ({ reason }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, reason } = await params
  const locale = asLocale(language)
  const t = textsOf(locale, 'access.code')
  const common = textsOf(locale, 'common')
  const title = reason === 'over' ? t('over') : common('titleWithErrors', { page: t('title') })
  return { title, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, reason } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.accessCodeAgain(other, reason)}>
      <AccessCodeView
        locale={locale}
        errand="sign-in"
        reason={reason}
        phones={<PhoneLines locale={locale} />}
      />
    </PublicPage>
  )
}
