import type { Metadata } from 'next'
import { cache } from 'react'
import { Banner } from '@/features/assisted/Banner'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { findChangePage } from '@/features/statement/queries'
import { StatementView } from '@/features/statement/StatementView'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireAssisted } from '@/server/assisted'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; session: string }> }

/** Read once per request, for the title and for the page. */
const load = cache(async (locale: Locale, session: string) => {
  const visit = await requireAssisted(locale, session)
  return {
    visit,
    page: await openPage(locale, 'assisted change start', () => findChangePage(visit.viewer)),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, session } = await params
  const locale = asLocale(language)
  const { page } = await load(locale, session)
  const t = textsOf(locale, 'statement')
  const title = t('changeTitle')
  return {
    title: page.errors.some((error) => error.page === 'start') ? t('errorPrefix', { title }) : title,
  }
}

export default async function Page({ params }: Props) {
  const { locale: language, session } = await params
  const locale = asLocale(language)
  const { visit, page } = await load(locale, session)
  const formKey = formKeyOf(visit.staff)
  return (
    <OfficePage locale={locale} at={(other) => paths.assistedChange(other, session)} viewer={visit.staff}>
      <Banner locale={locale} visit={visit} formKey={formKey} />
      <StatementView locale={locale} page={page} formKey={formKey} />
    </OfficePage>
  )
}
