import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findOpenedApplication } from '@/features/opening/application-queries'
import { OpenedApplicationView } from '@/features/opening/OpenedApplicationView'
import { clockWords } from '@/features/review/application-words'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'opening')('application.one') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'application:follow')
  const application = await openPage(
    locale,
    'opened application',
    async () => (await findOpenedApplication(viewer, id)) ?? redirect(`${paths.openFile(locale)}?note=ended`),
  )
  return (
    <OfficePage locale={locale} at={(other) => paths.openedApplication(other, id)} viewer={viewer}>
      <OpenedApplicationView
        locale={locale}
        application={application}
        promise={clockWords(locale, application.clock)}
      />
    </OfficePage>
  )
}
