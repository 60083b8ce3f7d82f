import type { Metadata } from 'next'
import { AccessCodeView } from '@/features/access/AccessCodeView'
import { ClaimRefusedView } from '@/features/access/ClaimRefusedView'
import { checks, type ClaimReason, claimReasons } from '@/features/access/states'
import { PhoneLines } from '@/features/information/PhoneLines'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; reason: string }> }

export function generateStaticParams() {
  return [...claimReasons, ...checks].map((reason) => ({ reason }))
}

const ends = ['identity-used', 'person-has-identity', 'identity-over'] as const satisfies ClaimReason[]
const findEnd = (reason: string) => ends.find((one) => one === reason)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, reason } = await params
  const locale = asLocale(language)
  const t = textsOf(locale, 'access.claim')
  const common = textsOf(locale, 'common')
  const end = findEnd(reason)
  const title = end ? t(end) : common('titleWithErrors', { page: t('title') })
  return { title, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, reason } = await params
  const locale = asLocale(language)
  const phones = <PhoneLines locale={locale} />
  const end = findEnd(reason)
  return (
    <PublicPage locale={locale} at={(other) => paths.claimAgain(other, reason)}>
      {end ? (
        <ClaimRefusedView locale={locale} reason={end} phones={phones} />
      ) : (
        <AccessCodeView locale={locale} errand="claim" reason={reason} phones={phones} />
      )}
    </PublicPage>
  )
}
