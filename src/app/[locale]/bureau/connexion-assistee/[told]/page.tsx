import type { Metadata } from 'next'
import { AssistView } from '@/features/access/AssistView'
import { findToldCode } from '@/features/access/queries'
import { isTold } from '@/features/access/states'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; told: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'access.assist')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'sign-in:assist')
  const found = await openPage(locale, 'assisted-sign-in', async () =>
    isTold(told) ? { code: told === 'code' ? await findToldCode(viewer) : null } : null,
  )
  return (
    <OfficePage locale={locale} at={(other) => paths.assistedSignInTold(other, told)} viewer={viewer}>
      <AssistView locale={locale} formKey={formKeyOf(viewer)} told={told} code={found.code} />
    </OfficePage>
  )
}
