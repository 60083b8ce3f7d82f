import type { Metadata } from 'next'
import { listReceived } from '@/features/review/queries'
import { ReceivedListView } from '@/features/review/ReceivedListView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'review')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'review:read', paths.assistedSignIn(locale))
  const list = await openPage(locale, 'office', () => listReceived(viewer))
  return (
    <OfficePage locale={locale} at={paths.office} viewer={viewer}>
      <ReceivedListView locale={locale} list={list} />
    </OfficePage>
  )
}
