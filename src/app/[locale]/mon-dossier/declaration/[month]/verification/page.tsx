import type { Metadata } from 'next'
import { cache } from 'react'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { VerificationView } from '@/features/statement/VerificationView'
import { findStatementPage } from '@/features/statement/queries'
import { asLocale } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; month: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, month: string) => {
  const viewer = await requireCitizen(locale, 'statement:read')
  return {
    viewer,
    page: await openPage(locale, 'statement verification', () => findStatementPage(viewer, month)),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, month } = await params
  const locale = asLocale(language)
  const { page } = await load(locale, month)
  const t = textsOf(locale, 'statement')
  const title = t('verification.title')
  return {
    title: page.errors.some((error) => error.page === 'verification') ? t('errorPrefix', { title }) : title,
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, month } = await params
  const locale = asLocale(language)
  const { viewer, page } = await load(locale, month)
  return (
    <FilePage locale={locale} at={(language) => paths.statementReview(language, month)} viewer={viewer}>
      <VerificationView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
