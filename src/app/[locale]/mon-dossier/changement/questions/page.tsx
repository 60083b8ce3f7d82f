import type { Metadata } from 'next'
import { cache } from 'react'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { QuestionsView } from '@/features/statement/QuestionsView'
import { findChangePage } from '@/features/statement/queries'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale) => {
  const viewer = await requireCitizen(locale, 'change:report')
  return { viewer, page: await openPage(locale, 'change questions', () => findChangePage(viewer)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const { page } = await load(locale)
  const t = textsOf(locale, 'statement')
  const title = t('questions.title')
  return {
    title: page.errors.some((error) => error.page === 'questions') ? t('errorPrefix', { title }) : title,
  }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const { viewer, page } = await load(locale)
  return (
    <FilePage locale={locale} at={paths.changeQuestions} viewer={viewer}>
      <QuestionsView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
