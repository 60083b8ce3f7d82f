import type { Metadata } from 'next'
import { cache } from 'react'
import { Banner } from '@/features/assisted/Banner'
import { NumberNotice } from '@/features/assisted/NumberNotice'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { findReceipt } from '@/features/statement/queries'
import { ReceiptView } from '@/features/statement/ReceiptView'
import { formatOfMonth } from '@/i18n/format'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireAssisted } from '@/server/assisted'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; session: string; id: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, session: string, id: string) => {
  const visit = await requireAssisted(locale, session)
  return {
    visit,
    receipt: await openPage(locale, 'assisted receipt', () => findReceipt(visit.viewer, id)),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, session, id } = await params
  const locale = asLocale(language)
  const { receipt } = await load(locale, session, id)
  const t = textsOf(locale, 'receipt')
  return {
    title: t(`title.${receipt.filing.kind}`, { ofMonth: formatOfMonth(receipt.filing.month, locale) }),
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, session, id } = await params
  const locale = asLocale(language)
  const { visit, receipt } = await load(locale, session, id)
  const { assisted } = visit.viewer
  return (
    <OfficePage
      locale={locale}
      at={(other) => paths.assistedReceipt(other, session, id)}
      viewer={visit.staff}
    >
      <Banner locale={locale} visit={visit} formKey={formKeyOf(visit.staff)} />
      {assisted && receipt.filing.assistedSessionId === session && (
        <NumberNotice locale={locale} number={receipt.filing.receiptNumber} channel={assisted.channel} />
      )}
      <ReceiptView locale={locale} receipt={receipt} formKey={formKeyOf(visit.staff)} />
    </OfficePage>
  )
}
