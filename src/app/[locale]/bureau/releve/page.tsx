import type { Metadata } from 'next'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { HandOverView } from '@/features/worklist/HandOverView'
import { toldIn } from '@/features/worklist/outcome'
import { getHandOver } from '@/features/worklist/queries'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'common')
  return { title: t('officeHandOver') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const query = await searchParams
  const viewer = await requireStaff(locale, 'tasks:share')
  const of = askedIn(query, 'agent')
  const handOver = await openPage(locale, 'hand-over', () => getHandOver(viewer, of === '' ? null : of))
  return (
    <OfficePage locale={locale} at={paths.officeHandOver} viewer={viewer}>
      <HandOverView
        {...{ locale, handOver }}
        told={toldIn(query)}
        viewerId={viewer.staffId}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
