import type { Metadata } from 'next'
import { ProgressView } from '@/features/following/ProgressView'
import { readProgress } from '@/features/following/queries'
import { toldIn } from '@/features/following/schema'
import { documentNameIn } from '@/features/following/words'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; told: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const page = textsOf(locale, 'following')('title')
  return { title: isError(told) ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

const isError = (told: string): boolean => ['messageEmpty', 'messageTooLong', 'notConfirmed'].includes(told)

export default async function Page({ params }: Props) {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application progress', () => readProgress(viewer))
  return (
    <ApplicationPage
      locale={locale}
      at={(other) => paths.applicationProgressTold(other, told)}
      viewer={viewer}
    >
      <ProgressView
        locale={locale}
        page={page}
        told={toldIn(told)}
        formKey={formKeyOf(viewer)}
        documentName={documentNameIn(locale, viewer.adult)}
      />
    </ApplicationPage>
  )
}
