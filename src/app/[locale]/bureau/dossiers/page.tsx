import type { Metadata } from 'next'
import { SearchView } from '@/features/file/SearchView'
import { OfficePage } from '@/features/shell/OfficePage'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'casefile')('search.title')
  const wrong = askedIn(await searchParams, 'note') === 'no-file'
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const notFound = askedIn(await searchParams, 'note') === 'no-file'
  const viewer = await requireStaff(locale, 'file:read')
  return (
    <OfficePage locale={locale} at={paths.officeFiles} viewer={viewer}>
      <SearchView locale={locale} formKey={formKeyOf(viewer)} notFound={notFound} />
    </OfficePage>
  )
}
