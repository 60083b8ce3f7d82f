import type { Metadata } from 'next'
import { cache } from 'react'
import { QuestionView } from '@/features/application/QuestionView'
import { readQuestion } from '@/features/application/queries'
import { titleOf, wordsOf } from '@/features/application/words'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; question: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, question: string) => {
  const viewer = await requireApplicant(locale)
  return { viewer, page: await openPage(locale, 'question', () => readQuestion(viewer, locale, question)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, question } = await params
  const locale = asLocale(language)
  const { page } = await load(locale, question)
  const title = titleOf(wordsOf(locale, 'application'), page.ref, page.draft)
  return {
    title: page.errors.length > 0 ? textsOf(locale, 'common')('titleWithErrors', { page: title }) : title,
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, question } = await params
  const locale = asLocale(language)
  const { viewer, page } = await load(locale, question)
  return (
    <ApplicationPage
      locale={locale}
      at={(other) => paths.applicationQuestion(other, page.id)}
      viewer={viewer}
    >
      <QuestionView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </ApplicationPage>
  )
}
