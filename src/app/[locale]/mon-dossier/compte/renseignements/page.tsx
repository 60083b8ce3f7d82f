import type { Metadata } from 'next'
import { cache } from 'react'
import { PrivacyView } from '@/features/privacy/PrivacyView'
import { getPrivacyPage } from '@/features/privacy/queries'
import { askNotes } from '@/features/privacy/schema'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const open = cache(async (locale: Locale) => {
  const viewer = await requireCitizen(locale, 'privacy:ask')
  return { viewer, page: await openPage(locale, 'privacy', () => getPrivacyPage(viewer)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'privacy')('title')
  const wrong = (await open(locale)).page.problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const { viewer, page } = await open(locale)
  const asked = askedIn(await searchParams, 'told')
  return (
    <FilePage locale={locale} at={paths.privacyRequests} viewer={viewer}>
      <PrivacyView
        locale={locale}
        page={page}
        note={askNotes.find((note) => note === asked)}
        formKey={formKeyOf(viewer)}
      />
    </FilePage>
  )
}
