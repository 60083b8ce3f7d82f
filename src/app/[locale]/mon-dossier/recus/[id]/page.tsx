import type { Metadata } from 'next'
import { cache } from 'react'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { findReceipt } from '@/features/statement/queries'
import { ReceiptView } from '@/features/statement/ReceiptView'
import { formatOfMonth } from '@/i18n/format'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, id: string) => {
  const viewer = await requireCitizen(locale, 'statement:read')
  return { viewer, receipt: await openPage(locale, 'receipt', () => findReceipt(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { receipt } = await load(locale, id)
  const t = textsOf(locale, 'receipt')
  return {
    title: t(`title.${receipt.filing.kind}`, { ofMonth: formatOfMonth(receipt.filing.month, locale) }),
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, receipt } = await load(locale, id)
  return (
    <FilePage locale={locale} at={(language) => paths.receipt(language, id)} viewer={viewer}>
      <ReceiptView locale={locale} receipt={receipt} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
