import type { Metadata } from 'next'
import { IncidentsView } from '@/features/incidents/IncidentsView'
import { listIncidents } from '@/features/incidents/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { may, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'incidents')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'incident:read')
  const entries = await openPage(locale, 'incidents', () => listIncidents(viewer))
  return (
    <OfficePage locale={locale} at={paths.incidents} viewer={viewer}>
      <IncidentsView locale={locale} entries={entries} mayRecord={may(viewer, 'incident:record')} />
    </OfficePage>
  )
}
