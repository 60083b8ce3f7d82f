import type { Metadata } from 'next'
import { SentAnswersView } from '@/features/application/SentAnswersView'
import { findApplication } from '@/features/review/application-queries'
import { documentNameIn } from '@/features/review/application-words'
import { OfficeApplicationView } from '@/features/review/OfficeApplicationView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'review')
  return { title: t('application.one') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'application:review')
  const application = await openPage(locale, 'office application', () => findApplication(viewer, id))
  const { answers, sentOn } = application
  const shown = { locale, day: sentOn }
  return (
    <OfficePage locale={locale} at={(other) => paths.officeApplication(other, id)} viewer={viewer}>
      <OfficeApplicationView
        locale={locale}
        application={application}
        answers={<SentAnswersView {...shown} of="applicant" answers={answers.applicant} />}
        spouseAnswers={answers.spouse && <SentAnswersView {...shown} of="spouse" answers={answers.spouse} />}
        documentName={documentNameIn(locale)}
      />
    </OfficePage>
  )
}
