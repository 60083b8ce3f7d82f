import type { Metadata } from 'next'
import { ApplicationDecisions } from '@/features/decisions/DecisionsView'
import { listApplicationDecisions } from '@/features/decisions/queries'
import { ProgressView } from '@/features/following/ProgressView'
import { readProgress } from '@/features/following/queries'
import { documentNameIn } from '@/features/following/words'
import { Conversation } from '@/features/messages/Conversation'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

const fileHref = (id: string) => `/api/application/documents/${id}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'following')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application progress', () => readProgress(viewer))
  const decisions = await openPage(locale, 'application decisions', () => listApplicationDecisions(viewer))
  return (
    <ApplicationPage locale={locale} at={paths.applicationProgress} viewer={viewer}>
      <ProgressView
        locale={locale}
        page={page}
        told={null}
        formKey={formKeyOf(viewer)}
        documentName={documentNameIn(locale, viewer.adult)}
        conversation={<Conversation {...{ locale, messages: page.messages, reader: 'person', fileHref }} />}
        fileProblem={null}
        decisions={<ApplicationDecisions locale={locale} decisions={decisions} />}
      />
    </ApplicationPage>
  )
}
