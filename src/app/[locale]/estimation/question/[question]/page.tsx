import type { Metadata } from 'next'
import { readQuestion } from '@/features/estimator/queries'
import { QuestionView } from '@/features/estimator/QuestionView'
import { titleOf, wordsOf } from '@/features/estimator/words'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; question: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, question } = await params
  const locale = asLocale(language)
  const page = await readQuestion(locale, question)
  const both = page.fields.some((field) => field.spouse)
  const title = titleOf(wordsOf(locale, 'estimator'), page.question, both)
  const t = textsOf(locale, 'common')
  return {
    title: page.errors.length > 0 ? t('titleWithErrors', { page: title }) : title,
    robots: { index: false },
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, question } = await params
  const locale = asLocale(language)
  const page = await readQuestion(locale, question)
  return (
    <PublicPage locale={locale} at={(other) => paths.estimatorQuestion(other, page.question)}>
      <QuestionView locale={locale} page={page} />
    </PublicPage>
  )
}
