import type { Metadata } from 'next'
import { CodeView } from '@/features/entering/CodeView'
import { getCode } from '@/features/entering/queries'
import { codeReasons } from '@/features/entering/states'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; reason: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'entering.code')('title')
  return { title: textsOf(locale, 'common')('titleWithErrors', { page }), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, reason: typed } = await params
  const locale = asLocale(language)
  const viewer = await requireApplicant(locale)
  const reason = codeReasons.find((one) => one === typed)
  const page = await openPage(locale, 'application-code', () => getCode(viewer, locale))
  return (
    <ApplicationPage
      locale={locale}
      at={(one) => paths.applicationCodeAgain(one, reason ?? 'short')}
      viewer={viewer}
    >
      <CodeView locale={locale} page={{ ...page, shown: null }} formKey={formKeyOf(viewer)} reason={reason} />
    </ApplicationPage>
  )
}
