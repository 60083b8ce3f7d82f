import type { Metadata } from 'next'
import type { Payment } from '@/features/application/estimate'
import { readReview } from '@/features/application/queries'
import { ReviewView } from '@/features/application/ReviewView'
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
  return { title: textsOf(asLocale((await params).locale), 'application')('review.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'review', () => readReview(viewer, locale))
  const { estimate } = page
  const lines = (of: Payment | null) => of?.benefit && <BenefitLines locale={locale} benefit={of.benefit} />
  return (
    <ApplicationPage locale={locale} at={paths.applicationReview} viewer={viewer}>
      <ReviewView
        locale={locale}
        page={page}
        formKey={formKeyOf(viewer)}
        lines={{
          first: lines(estimate.known ? estimate.first : null),
          whole: lines(estimate.known ? estimate.whole : null),
        }}
      />
    </ApplicationPage>
  )
}
