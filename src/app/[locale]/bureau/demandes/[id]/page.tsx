import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { SentAnswersView } from '@/features/application/SentAnswersView'
import { findTaskPanel } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { noteIn } from '@/features/deciding/words'
import { OfficeMessagesView } from '@/features/messages/OfficeMessagesView'
import { toldIn } from '@/features/messages/schema'
import { ApplicationDesk } from '@/features/file/ApplicationDesk'
import { DocumentsPanel } from '@/features/file/DocumentsPanel'
import { NoteErrors, titleAfterNote } from '@/features/file/NoteErrors'
import { TasksPanel } from '@/features/file/TasksPanel'
import { findApplication } from '@/features/review/application-queries'
import { documentNameIn } from '@/features/review/application-words'
import { OfficeApplicationView } from '@/features/review/OfficeApplicationView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, requireStaff } from '@/server/viewer'
import { ButtonLink } from '@/ui/Button'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'review')('application.one')
  return { title: titleAfterNote(locale, page, askedIn(await searchParams, 'note')) }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const asked = await searchParams
  const viewer = await requireStaff(locale, 'application:review')
  const application = await openPage(locale, 'office application', () => findApplication(viewer, id))
  const task = await findTaskPanel(viewer, { subjectId: id })
  const { answers, sentOn } = application
  const shown = { locale, day: sentOn }
  const ask = (name: string) => askedIn(asked, name)
  return (
    <OfficePage locale={locale} at={(other) => paths.officeApplication(other, id)} viewer={viewer}>
      <NoteErrors locale={locale} told={askedIn(asked, 'note')} />
      <OfficeApplicationView
        locale={locale}
        application={application}
        tasks={<TasksPanel locale={locale} tasks={application.desk.tasks} />}
        answers={<SentAnswersView {...shown} of="applicant" answers={answers.applicant} />}
        spouseAnswers={answers.spouse && <SentAnswersView {...shown} of="spouse" answers={answers.spouse} />}
        documents={
          <DocumentsPanel
            locale={locale}
            documents={application.files.map((file) => ({ ...file, source: 'documents' as const }))}
            here={paths.officeApplication(locale, id)}
            open={ask('document')}
          />
        }
        beside={
          <ApplicationDesk
            locale={locale}
            application={application}
            told={ask('note')}
            formKey={formKeyOf(viewer)}
            noteKey={randomUUID()}
          />
        }
        documentName={documentNameIn(locale)}
        messages={
          <OfficeMessagesView
            locale={locale}
            mailboxes={application.mailboxes}
            here={paths.officeApplication(locale, id)}
            formKey={formKeyOf(viewer)}
            told={toldIn(ask)}
            asked={{ to: ask('to'), answer: ask('answer') }}
          />
        }
      />
      {task && (
        <TaskPanel locale={locale} task={task} note={noteIn(ask('move'))} formKey={formKeyOf(viewer)} />
      )}
      {may(viewer, 'application:admit') && (
        <ButtonLink kind="secondary" href={paths.officeAdmission(locale, id)}>
          {textsOf(locale, 'admission')('title')}
        </ButtonLink>
      )}
    </OfficePage>
  )
}
