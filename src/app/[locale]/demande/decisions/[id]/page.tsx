import type { Metadata } from 'next'
import { cache } from 'react'
import { DecisionView } from '@/features/decisions/DecisionView'
import { findApplicationDecision } from '@/features/decisions/queries'
import { readReviewEntry } from '@/features/reviews/queries'
import { ReviewEntryView } from '@/features/reviews/ReviewEntryView'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, id: string) => {
  const viewer = await requireApplicant(locale)
  const find = () => findApplicationDecision(viewer, id)
  return { viewer, decision: await openPage(locale, 'application decision', find) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { decision } = await load(locale, id)
  return {
    title: textsOf(locale, 'decisions.preview')('title', { number: decision.data.number ?? '' }),
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, decision } = await load(locale, id)
  const review = await readReviewEntry(viewer, id)
  return (
    <ApplicationPage
      locale={locale}
      at={(language) => paths.applicationDecision(language, id)}
      viewer={viewer}
    >
      <DecisionView
        locale={locale}
        decision={decision}
        reader={viewer.adult}
        back={{ href: paths.applicationProgress(locale), text: textsOf(locale, 'following')('title') }}
        newerHref={(newer) => paths.applicationDecision(locale, newer)}
        beside={
          review && (
            <ReviewEntryView
              locale={locale}
              entry={review}
              href={paths.applicationDecisionReview(locale, id)}
            />
          )
        }
        copyHref={`/api/application/decisions/${id}/pdf?language=${locale}`}
      />
    </ApplicationPage>
  )
}
