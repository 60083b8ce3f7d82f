import type { Metadata } from 'next'
import { ResumeView } from '@/features/entering/ResumeView'
import { addressOfReason, reasonOf } from '@/features/entering/states'
import { PhoneLines } from '@/features/information/PhoneLines'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { currentApplicant } from '@/server/applicant'

type Props = { readonly params: Promise<{ locale: string; reason: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reason } = await params
  const t = textsOf(asLocale(locale), 'entering.resume')
  return { title: t(reasonOf(reason)?.is ?? 'title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, reason: typed } = await params
  const locale = asLocale(language)
  const reason = reasonOf(typed)
  const at = (one: typeof locale) =>
    reason ? paths.applicationResumeAgain(one, addressOfReason(reason)) : paths.applicationResume(one)
  // Just come back: the way out is there already.
  const { viewer } = await currentApplicant()
  const isBack = reason?.is === 'restored' || reason?.is === 'partly'
  return (
    <ApplicationPage {...{ locale, at }} viewer={isBack && viewer.role === 'applicant' ? viewer : null}>
      <ResumeView locale={locale} reason={reason} phones={<PhoneLines locale={locale} />} />
    </ApplicationPage>
  )
}
