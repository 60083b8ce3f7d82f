import { getTranslations } from 'next-intl/server'
import { locale as rootLocale } from 'next/root-params'
import { NotFoundView } from '@/features/information/NotFoundView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'

export async function generateMetadata() {
  const t = await getTranslations('public.notFound')
  return { title: t('title') }
}

export default async function NotFound() {
  const locale = asLocale(await rootLocale())
  return (
    <PublicPage locale={locale} at={paths.home}>
      <NotFoundView locale={locale} />
    </PublicPage>
  )
}
