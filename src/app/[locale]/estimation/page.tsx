import type { Metadata } from 'next'
import { readStart } from '@/features/estimator/queries'
import { StartView } from '@/features/estimator/StartView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

/** It says whether there are answers to go on with. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'estimator')
  return { title: t('start.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const { lost, next } = await readStart()
  return (
    <PublicPage locale={locale} at={paths.estimator}>
      <StartView locale={locale} next={next} {...(lost ? { told: 'over' } : {})} />
    </PublicPage>
  )
}
