import type { Metadata } from 'next'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { CloseLooksView } from '@/features/trail/CloseLooksView'
import { listCloseLooks } from '@/features/trail/queries'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'trail')('page.alikeLooks') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'trail:search')
  const until = askedIn(await searchParams, 'until')
  const list = await openPage(locale, 'trail alikeLooks', () => listCloseLooks(viewer, until))
  return (
    <OfficePage locale={locale} at={paths.alikeLooks} viewer={viewer}>
      <CloseLooksView locale={locale} list={list} />
    </OfficePage>
  )
}
