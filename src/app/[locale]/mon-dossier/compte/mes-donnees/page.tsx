import type { Metadata } from 'next'
import { MyDataView } from '@/features/account/MyDataView'
import { findMyData } from '@/features/account/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'mydata')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'account:read')
  const data = await openPage(locale, 'myData', () => findMyData(viewer, locale))
  return (
    <FilePage locale={locale} at={paths.myData} viewer={viewer}>
      <MyDataView locale={locale} data={data} />
    </FilePage>
  )
}
