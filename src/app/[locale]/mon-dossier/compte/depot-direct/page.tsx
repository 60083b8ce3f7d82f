import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DepositView } from '@/features/account/DepositView'
import { findDeposit } from '@/features/account/money-queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'movements')
  return { title: t('deposit.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'account:read')
  // Not a refusal: the way there is to prove oneself again.
  if (!may(viewer, 'account:move-money')) redirect(paths.proveAgain(locale, 'deposit'))
  const page = await openPage(locale, 'deposit', () => findDeposit(viewer))
  return (
    <FilePage locale={locale} at={paths.deposit} viewer={viewer}>
      <DepositView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
