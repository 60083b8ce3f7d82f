import type { Metadata } from 'next'
import { readStart } from '@/features/estimator/queries'
import { StartView } from '@/features/estimator/StartView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; told: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'estimator')
  return { title: t('start.title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const { next } = await readStart()
  return (
    <PublicPage locale={locale} at={(other) => paths.estimatorAnew(other, told)}>
      <StartView locale={locale} next={next} told={told === 'erased' ? 'erased' : 'over'} />
    </PublicPage>
  )
}
