import type { Metadata } from 'next'
import { cache } from 'react'
import { findOfficeRequest } from '@/features/privacy/office-queries'
import { OfficeRequestView } from '@/features/privacy/OfficeRequestView'
import { officeNotes } from '@/features/privacy/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

// Once for the title and the page: each opening is a look in the trail.
const open = cache(async (locale: Locale, id: string) => {
  const viewer = await requireStaff(locale, 'privacy:answer')
  return {
    viewer,
    page: await openPage(locale, 'office privacy request', () => findOfficeRequest(viewer, id)),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { answer, extension } = (await open(locale, id)).page
  const page = textsOf(locale, 'privacy.office')('title')
  const wrong = answer.problems.length + extension.problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, page } = await open(locale, id)
  const asked = askedIn(await searchParams, 'told')
  return (
    <OfficePage locale={locale} at={(other) => paths.officePrivacyRequest(other, id)} viewer={viewer}>
      <OfficeRequestView
        locale={locale}
        page={page}
        note={officeNotes.find((note) => note === asked)}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
