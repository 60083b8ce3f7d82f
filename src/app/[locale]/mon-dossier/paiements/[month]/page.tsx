import type { Metadata } from 'next'
import { cache } from 'react'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { PaymentView } from '@/features/statement/PaymentView'
import { findPayment } from '@/features/statement/payment-queries'
import { formatOfMonth } from '@/i18n/format'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; month: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, month: string) => {
  const viewer = await requireCitizen(locale, 'statement:read')
  return { viewer, payment: await openPage(locale, 'payment', () => findPayment(viewer, month)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, month } = await params
  const locale = asLocale(language)
  const { payment } = await load(locale, month)
  const t = textsOf(locale, 'statement')
  return { title: t('payment.title', { ofMonth: formatOfMonth(payment.month, locale) }) }
}

export default async function Page({ params }: Props) {
  const { locale: language, month } = await params
  const locale = asLocale(language)
  const { viewer, payment } = await load(locale, month)
  return (
    <FilePage locale={locale} at={(language) => paths.payment(language, month)} viewer={viewer}>
      <PaymentView locale={locale} payment={payment} />
    </FilePage>
  )
}
