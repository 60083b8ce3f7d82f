import type { Metadata } from 'next'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { PaymentsView } from '@/features/statement/PaymentView'
import { listPayments } from '@/features/statement/payment-queries'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'statement')
  return { title: t('payments.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'statement:read')
  const payments = await openPage(locale, 'ownPayments', () => listPayments(viewer))
  return (
    <FilePage locale={locale} at={paths.ownPayments} viewer={viewer}>
      <PaymentsView locale={locale} payments={payments} />
    </FilePage>
  )
}
