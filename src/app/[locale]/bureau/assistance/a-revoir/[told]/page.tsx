import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { ApplicationStartView } from '@/features/assisted/ApplicationStartView'
import { StartView } from '@/features/assisted/StartView'
import { findTold } from '@/features/assisted/states'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; told: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, told: address } = await params
  const locale = asLocale(language)
  const told = findTold(address)
  const title = textsOf(
    locale,
    'assisted',
  )(told?.errand === 'application' ? 'application.title' : 'start.title')
  return { title: told?.fields.length ? textsOf(locale, 'statement')('errorPrefix', { title }) : title }
}

export default async function Page({ params }: Props) {
  const { locale: language, told: address } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'file:assist')
  const told = await openPage(locale, 'assisted again', async () => findTold(address))
  const formKey = formKeyOf(viewer)
  return (
    <OfficePage locale={locale} at={(other) => paths.assistedAgain(other, address)} viewer={viewer}>
      {told.errand === 'application' ? (
        <ApplicationStartView locale={locale} formKey={formKey} startKey={randomUUID()} told={told} />
      ) : (
        <StartView locale={locale} formKey={formKey} told={told} />
      )}
    </OfficePage>
  )
}
