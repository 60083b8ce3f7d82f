import type { Metadata } from 'next'
import { PaymentsView } from '@/features/payments/PaymentsView'
import { listRuns } from '@/features/payments/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'payments')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'payments:release')
  const runs = await openPage(locale, 'payments', () => listRuns(viewer))
  return (
    <OfficePage locale={locale} at={paths.payments} viewer={viewer}>
      <PaymentsView locale={locale} runs={runs} />
    </OfficePage>
  )
}
