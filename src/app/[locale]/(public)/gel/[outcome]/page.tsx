import type { Metadata } from 'next'
import { FrozenView } from '@/features/account/FreezeView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string; outcome: string }> }

/** What became of a link: it froze the change, or it can no longer be used. */
export function generateStaticParams() {
  return ['done', 'over'].map((outcome) => ({ outcome }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, outcome } = await params
  const t = textsOf(asLocale(locale), 'movements.link')
  return { title: t(outcome === 'done' ? 'doneTitle' : 'overTitle'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, outcome } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.frozen(other, outcome)}>
      <FrozenView locale={locale} done={outcome === 'done'} />
    </PublicPage>
  )
}
