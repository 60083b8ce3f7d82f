import type { Metadata } from 'next'
import { addressOfWait, findWait, waits } from '@/features/access/states'
import { WaitView } from '@/features/access/WaitView'
import { PhoneLines } from '@/features/information/PhoneLines'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; wait: string }> }

export function generateStaticParams() {
  return waits.map((wait) => ({ wait: addressOfWait(wait) }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'access.wait')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, wait } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.signInWait(other, wait)}>
      <WaitView locale={locale} wait={findWait(wait)!} phones={<PhoneLines locale={locale} />} />
    </PublicPage>
  )
}
