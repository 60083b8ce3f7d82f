import type { Metadata } from 'next'
import { ApplicationDecisions } from '@/features/decisions/DecisionsView'
import { listApplicationDecisions } from '@/features/decisions/queries'
import { ProgressView } from '@/features/following/ProgressView'
import { readProgress } from '@/features/following/queries'
import { toldIn } from '@/features/following/schema'
import { documentNameIn } from '@/features/following/words'
import { Conversation } from '@/features/messages/Conversation'
import { fileProblemIn } from '@/features/messages/ToldView'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; told: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const fileHref = (id: string) => `/api/application/documents/${id}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const page = textsOf(locale, 'following')('title')
  return { title: isError(told) ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

const isError = (told: string): boolean =>
  ['messageEmpty', 'messageTooLong', 'lineBroken', 'notConfirmed'].includes(told)

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, told } = await params
  const locale = asLocale(language)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application progress', () => readProgress(viewer))
  const decisions = await openPage(locale, 'application decisions', () => listApplicationDecisions(viewer))
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
        conversation={<Conversation {...{ locale, messages: page.messages, reader: 'person', fileHref }} />}
        fileProblem={fileProblemIn(locale, await searchParams)}
        decisions={<ApplicationDecisions locale={locale} decisions={decisions} />}
      />
    </ApplicationPage>
  )
}
