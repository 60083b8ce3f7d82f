import type { Metadata } from 'next'
import { ExportForm } from '@/features/exports/ExportForm'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { searchLines } from '@/features/trail/queries'
import { readSearch } from '@/features/trail/schema'
import { TrailView } from '@/features/trail/TrailView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'trail')('title')
  const wrong = readSearch(await searchParams).problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'trail:search')
  const search = readSearch(await searchParams)
  const page = await openPage(locale, 'trail', () => searchLines(viewer, search))
  return (
    <OfficePage locale={locale} at={paths.trail} viewer={viewer}>
      <TrailView
        locale={locale}
        formKey={formKeyOf(viewer)}
        search={search}
        page={page}
        fileForm={
          <ExportForm
            locale={locale}
            formKey={formKeyOf(viewer)}
            asked={{
              householdId: search.householdId ?? undefined,
              staffId: search.staffId ?? undefined,
              from: search.from ?? undefined,
              until: search.until ?? undefined,
            }}
          />
        }
      />
    </OfficePage>
  )
}
