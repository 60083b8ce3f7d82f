import type { Metadata } from 'next'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { HistoryView } from '@/features/statement/HistoryView'
import { getHistory } from '@/features/statement/queries'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'statement')
  return { title: t('history.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'statement:read')
  const history = await openPage(locale, 'history', () => getHistory(viewer))
  return (
    <FilePage locale={locale} at={paths.history} viewer={viewer}>
      <HistoryView locale={locale} history={history} />
    </FilePage>
  )
}
