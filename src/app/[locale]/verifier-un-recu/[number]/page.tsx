import type { Metadata } from 'next'
import { CheckedReceiptView } from '@/features/information/CheckedReceiptView'
import { checkReceipt } from '@/features/information/queries'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; number: string }> }

/** Asked of the database each time: the one public page that is not made at build. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'public.receipt')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, number } = await params
  const locale = asLocale(language)
  const t = textsOf(locale, 'public.receipt')
  return (
    <PublicPage
      locale={locale}
      at={(other) => paths.checkedReceipt(other, number)}
      trail={[{ href: paths.checkReceipt(locale), text: t('title') }, { text: t('number') }]}
    >
      <CheckedReceiptView locale={locale} typed={number.slice(0, 40)} receipt={await checkReceipt(number)} />
    </PublicPage>
  )
}
