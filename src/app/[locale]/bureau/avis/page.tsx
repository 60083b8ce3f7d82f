import type { Metadata } from 'next'
import { cache } from 'react'
import { NoticesView } from '@/features/notices/NoticesView'
import { getNoticesPage } from '@/features/notices/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { ServiceNotice } from '@/features/shell/ServiceNotices'
import { asLocale, locales } from '@/i18n/locale'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const open = cache(async (locale: Locale) => {
  const viewer = await requireStaff(locale, 'notices:publish')
  return { viewer, page: await openPage(locale, 'service notices', () => getNoticesPage(viewer, locale)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const t = textsOf(locale, 'notices')
  const commonWords = textsOf(locale, 'common')
  const { page } = await open(locale)
  const wrong = page.problems.length > 0
  return { title: wrong ? commonWords('titleWithErrors', { page: t('title') }) : t('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const note = (await searchParams)['note']
  const { viewer, page } = await open(locale)
  const { ready } = page
  return (
    <OfficePage locale={locale} at={paths.officeNotices} viewer={viewer}>
      <NoticesView
        locale={locale}
        page={page}
        preview={
          ready &&
          locales.map((language) => (
            <div key={language} lang={`${language}-CA`}>
              <ServiceNotice locale={language} kind={ready.notice.kind} text={ready.notice.text[language]} />
            </div>
          ))
        }
        note={typeof note === 'string' ? note : undefined}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
