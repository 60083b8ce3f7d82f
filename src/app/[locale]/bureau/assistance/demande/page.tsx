import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { ApplicationStartView } from '@/features/assisted/ApplicationStartView'
import { OfficePage } from '@/features/shell/OfficePage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'assisted')('application.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'file:assist')
  return (
    <OfficePage locale={locale} at={paths.assistedApplication} viewer={viewer}>
      <ApplicationStartView locale={locale} formKey={formKeyOf(viewer)} startKey={randomUUID()} />
    </OfficePage>
  )
}
