import type { Metadata } from 'next'
import { linesFor, NowView } from '@/features/entering/NowView'
import { getNow } from '@/features/entering/queries'
import { PhoneLines } from '@/features/information/PhoneLines'
import { UrgentLines } from '@/features/information/UrgentNeedView'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'entering.now')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application-now', () => getNow(viewer))
  const lines = <UrgentLines locale={locale} only={linesFor(page.needs)} />
  return (
    <ApplicationPage locale={locale} at={paths.applicationNow} viewer={viewer}>
      <NowView {...{ locale, page, lines }} phones={<PhoneLines locale={locale} />} />
    </ApplicationPage>
  )
}
