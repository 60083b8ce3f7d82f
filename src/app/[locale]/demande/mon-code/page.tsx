import type { Metadata } from 'next'
import { CodeView } from '@/features/entering/CodeView'
import { getCode } from '@/features/entering/queries'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'entering.code')
  return { title: t('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application-code', () => getCode(viewer, locale))
  return (
    <ApplicationPage locale={locale} at={paths.applicationCode} viewer={viewer}>
      <CodeView locale={locale} page={page} formKey={formKeyOf(viewer)} />
    </ApplicationPage>
  )
}
