import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { NoteErrors, titleAfterNote } from '@/features/file/NoteErrors'
import { StatementDesk } from '@/features/file/StatementDesk'
import { TasksPanel } from '@/features/file/TasksPanel'
import { findTaskPanel } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { noteIn } from '@/features/deciding/words'
import { findReceived } from '@/features/review/queries'
import { ReceivedStatementView } from '@/features/review/ReceivedStatementView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { AnswersView } from '@/features/statement/AnswersView'
import { DifferencesView } from '@/features/statement/DifferencesView'
import { BenefitLines } from '@/features/statement/PreviewView'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'review')('one')
  return { title: titleAfterNote(locale, page, askedIn(await searchParams, 'note')) }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const told = askedIn(await searchParams, 'note')
  const viewer = await requireStaff(locale, 'review:read')
  const statement = await openPage(locale, 'office statement', () => findReceived(viewer, id))
  const task = await findTaskPanel(viewer, { subjectId: id })
  const note = noteIn(askedIn(await searchParams, 'move'))
  const { answers, differences, adults } = statement
  const formKey = formKeyOf(viewer)
  return (
    <OfficePage locale={locale} at={(other) => paths.officeStatement(other, id)} viewer={viewer}>
      <NoteErrors locale={locale} told={told} />
      <ReceivedStatementView
        locale={locale}
        statement={statement}
        tasks={<TasksPanel locale={locale} tasks={statement.desk.tasks} />}
        changes={
          statement.comparedWith && (
            <DifferencesView locale={locale} differences={differences} adults={adults} />
          )
        }
        answers={<AnswersView locale={locale} answers={answers} adults={adults} />}
        beside={
          <StatementDesk
            locale={locale}
            statement={statement}
            told={told}
            formKey={formKey}
            noteKey={randomUUID()}
            drawBenefit={(benefit) => <BenefitLines locale={locale} benefit={benefit} />}
          />
        }
        formKey={formKey}
      />
      {task && <TaskPanel locale={locale} task={task} note={note} formKey={formKeyOf(viewer)} />}
    </OfficePage>
  )
}
