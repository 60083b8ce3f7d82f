import type { Metadata } from 'next'
import { AccountView } from '@/features/account/AccountView'
import { findMovements } from '@/features/account/money-queries'
import { findAccount } from '@/features/account/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'account')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'account:read')
  const page = await openPage(locale, 'account', async () => ({
    ...(await findAccount(viewer)),
    movements: await findMovements(viewer),
  }))
  return (
    <FilePage locale={locale} at={paths.account} viewer={viewer}>
      <AccountView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
