import type { Metadata } from 'next'
import { cache } from 'react'
import { DecisionView } from '@/features/decisions/DecisionView'
import { findDecision } from '@/features/decisions/queries'
import { readReviewEntry } from '@/features/reviews/queries'
import { ReviewEntryView } from '@/features/reviews/ReviewEntryView'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, id: string) => {
  const viewer = await requireCitizen(locale, 'decision:read')
  return { viewer, decision: await openPage(locale, 'decision', () => findDecision(viewer, id)) }
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
  // A review is asked by the person: whoever acts for them reads the decision, its rights included.
  const review = viewer.role === 'citizen' ? await readReviewEntry(viewer, id) : null
  return (
    <FilePage locale={locale} at={(language) => paths.decision(language, id)} viewer={viewer}>
      <DecisionView
        locale={locale}
        decision={decision}
        reader={null}
        back={{ href: paths.decisions(locale), text: textsOf(locale, 'decisions')('back') }}
        newerHref={(newer) => paths.decision(locale, newer)}
        beside={
          review && <ReviewEntryView locale={locale} entry={review} href={paths.decisionReview(locale, id)} />
        }
        copyHref={`/api/decisions/${id}/pdf?language=${locale}`}
      />
    </FilePage>
  )
}
