import type { Metadata } from 'next'
import { cache } from 'react'
import { IncidentView } from '@/features/incidents/IncidentView'
import { findIncident } from '@/features/incidents/queries'
import { incidentNotes } from '@/features/incidents/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { formatDay } from '@/i18n/format'
import { asLocale, type Locale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const open = cache(async (locale: Locale, id: string) => {
  const viewer = await requireStaff(locale, 'incident:read')
  return { viewer, page: await openPage(locale, 'incident', () => findIncident(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { latest, form } = (await open(locale, id)).page
  const day = formatDay(latest.incident.awareFrom, locale)
  const page = textsOf(locale, 'incidents')('knownOn', { day })
  const wrong = (form?.problems.length ?? 0) > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, page } = await open(locale, id)
  const asked = askedIn(await searchParams, 'told')
  return (
    <OfficePage locale={locale} at={(other) => paths.incident(other, id)} viewer={viewer}>
      <IncidentView
        locale={locale}
        page={page}
        note={incidentNotes.find((note) => note === asked)}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
