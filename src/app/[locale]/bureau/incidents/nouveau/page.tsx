import type { Metadata } from 'next'
import { cache } from 'react'
import { NewIncidentView } from '@/features/incidents/NewIncidentView'
import { getNewIncident } from '@/features/incidents/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

const open = cache(async (locale: Locale) => {
  const viewer = await requireStaff(locale, 'incident:record')
  return { viewer, form: await openPage(locale, 'new incident', () => getNewIncident(viewer)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'incidents')('newTitle')
  const wrong = (await open(locale)).form.problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const { viewer, form } = await open(locale)
  return (
    <OfficePage locale={locale} at={paths.newIncident} viewer={viewer}>
      <NewIncidentView locale={locale} form={form} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
