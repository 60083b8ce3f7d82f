import type { Metadata } from 'next'
import { AssistView } from '@/features/access/AssistView'
import { OfficePage } from '@/features/shell/OfficePage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'access.assist')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'sign-in:assist', paths.trail(locale))
  return (
    <OfficePage locale={locale} at={paths.assistedSignIn} viewer={viewer}>
      <AssistView locale={locale} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
