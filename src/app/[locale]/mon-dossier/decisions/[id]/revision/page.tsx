import type { Metadata } from 'next'
import { AskedView } from '@/features/reviews/AskedView'
import { AskView } from '@/features/reviews/AskView'
import { readReviewPage } from '@/features/reviews/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'reviews')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireCitizen(locale, 'decision:ask-review')
  const page = await openPage(locale, 'review request', () => readReviewPage(viewer, id))
  const form = { formKey: formKeyOf(viewer), action: `/api/decisions/${id}/review` }
  const Shown = page.standing ? AskedView : AskView
  return (
    <FilePage locale={locale} at={(other) => paths.decisionReview(other, id)} viewer={viewer}>
      <Shown locale={locale} page={page} {...form} />
    </FilePage>
  )
}
