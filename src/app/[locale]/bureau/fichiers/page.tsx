import type { Metadata } from 'next'
import { ExportsView } from '@/features/exports/ExportsView'
import { listExports } from '@/features/exports/queries'
import { exportNotes } from '@/features/exports/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'exports')('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const asked = askedIn(await searchParams, 'note')
  const viewer = await requireStaff(locale, 'export:make')
  const files = await openPage(locale, 'exports', () => listExports(viewer))
  return (
    <OfficePage locale={locale} at={paths.exports} viewer={viewer}>
      <ExportsView
        locale={locale}
        formKey={formKeyOf(viewer)}
        files={files}
        note={exportNotes.find((note) => note === asked)}
      />
    </OfficePage>
  )
}
