import type { Metadata } from 'next'
import { readResult } from '@/features/estimator/queries'
import { ResultView } from '@/features/estimator/ResultView'
import { PublicPage } from '@/features/shell/PublicPage'
import { BenefitLines } from '@/features/statement/PreviewView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'estimator')
  return { title: t('result.caption'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const page = await readResult(locale)
  const { whole, first } = page.result
  const lines = (of: typeof first) => of?.benefit && <BenefitLines locale={locale} benefit={of.benefit} />
  return (
    <PublicPage locale={locale} at={paths.estimatorResult}>
      <ResultView locale={locale} page={page} lines={{ whole: lines(whole), first: lines(first) }} />
    </PublicPage>
  )
}
