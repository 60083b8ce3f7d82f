import type { Metadata } from 'next'
import { DemoMailView } from '@/features/demo/DemoMailView'
import { findDemoMail } from '@/features/demo/queries'
import { openPage } from '@/features/shell/open-page'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

type Props = { readonly params: Promise<{ locale: string }> }

/** Asked of the database each time. Outside the demo there is no such page. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'access.demo')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const mail = await openPage(locale, 'demo-mail', findDemoMail)
  return (
    <PublicPage locale={locale} at={paths.demoMessages}>
      <DemoMailView locale={locale} mail={mail} />
    </PublicPage>
  )
}
