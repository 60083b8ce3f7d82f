import type { Metadata } from 'next'
import { OneTimeCodeView } from '@/features/access/OneTimeCodeView'
import { addressOfState, codeStates, findState } from '@/features/access/states'
import { PhoneLines } from '@/features/information/PhoneLines'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; state: string }> }

export function generateStaticParams() {
  return codeStates.map((state) => ({ state: addressOfState(state) }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, state } = await params
  const locale = asLocale(language)
  const t = textsOf(locale, 'access.received')
  const common = textsOf(locale, 'common')
  const page = t('title')
  const title = findState(state)!.fault ? common('titleWithErrors', { page }) : page
  return { title, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, state } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.oneTimeCode(other, state)}>
      <OneTimeCodeView locale={locale} state={findState(state)!} phones={<PhoneLines locale={locale} />} />
    </PublicPage>
  )
}
