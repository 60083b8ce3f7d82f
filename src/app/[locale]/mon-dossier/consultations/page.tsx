import type { Metadata } from 'next'
import { LooksView } from '@/features/account/LooksView'
import { listLooks } from '@/features/account/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'account')
  return { title: t('looksTitle') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'account:read')
  const page = await openPage(locale, 'looks', () => listLooks(viewer))
  return (
    <FilePage locale={locale} at={paths.looks} viewer={viewer}>
      <LooksView locale={locale} page={page} />
    </FilePage>
  )
}
