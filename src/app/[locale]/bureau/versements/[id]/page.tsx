import type { Metadata } from 'next'
import { findRun } from '@/features/payments/queries'
import { RunView } from '@/features/payments/RunView'
import { paymentNotes, type PaymentNote } from '@/features/payments/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Query = Record<string, string | string[] | undefined>
type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Query>
}

const noteIn = (query: Query): PaymentNote | undefined =>
  paymentNotes.find((note) => note === askedIn(query, 'note'))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'payments')('title')
  const isWrong = noteIn(await searchParams) === 'reason'
  return { title: isWrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: asked, id } = await params
  const locale = asLocale(asked)
  const note = noteIn(await searchParams)
  const viewer = await requireStaff(locale, 'payments:release')
  const run = await openPage(locale, 'paymentRun', () => findRun(viewer, id))
  return (
    <OfficePage locale={locale} at={(language) => paths.paymentRun(language, id)} viewer={viewer}>
      <RunView locale={locale} formKey={formKeyOf(viewer)} run={run} note={note} />
    </OfficePage>
  )
}
