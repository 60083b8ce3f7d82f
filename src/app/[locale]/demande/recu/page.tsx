import type { Metadata } from 'next'
import type { Payment } from '@/features/application/estimate'
import { readReceipt } from '@/features/application/queries'
import { ReceiptView } from '@/features/application/ReceiptView'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { BenefitLines } from '@/features/statement/PreviewView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'application')('receipt.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'receipt', () => readReceipt(viewer, locale))
  const { estimate } = page
  const lines = (of: Payment) => of.benefit && <BenefitLines locale={locale} benefit={of.benefit} />
  return (
    <ApplicationPage locale={locale} at={paths.applicationReceipt} viewer={viewer}>
      <ReceiptView
        locale={locale}
        page={page}
        formKey={formKeyOf(viewer)}
        lines={estimate?.known ? { first: lines(estimate.first), whole: lines(estimate.whole) } : null}
      />
    </ApplicationPage>
  )
}
