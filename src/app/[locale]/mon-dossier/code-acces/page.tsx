import type { Metadata } from 'next'
import { OwnCodeView } from '@/features/letters/OwnCodeView'
import { findOwnCode } from '@/features/letters/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'letters')
  return { title: t('own.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'access-code:ask')
  const { code } = await openPage(locale, 'access code', () => findOwnCode(viewer))
  return (
    <FilePage locale={locale} at={paths.ownCode} viewer={viewer}>
      <OwnCodeView locale={locale} code={code} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
