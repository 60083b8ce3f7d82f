import type { Metadata } from 'next'
import { readStartForm } from '@/features/entering/queries'
import { StartForm } from '@/features/entering/StartForm'
import { ApplyView } from '@/features/estimator/ApplyView'
import { readResult } from '@/features/estimator/queries'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'estimator')
  return { title: t('apply.title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const page = await readResult(locale)
  const form = await readStartForm()
  const start = <StartForm locale={locale} action="/api/estimator/application" {...form} />
  return (
    <PublicPage locale={locale} at={paths.estimatorApply}>
      <ApplyView locale={locale} page={page} start={start} />
    </PublicPage>
  )
}
