import type { Metadata } from 'next'
import { findClosingAbout } from '@/features/closing/office-queries'
import { ClosingAboutView } from '@/features/closing/OfficeClosingView'
import { findTaskPage } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { TaskView } from '@/features/deciding/TaskView'
import { noteIn } from '@/features/deciding/words'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'deciding')('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'task:move')
  const task = await openPage(locale, 'office task', () => findTaskPage(viewer, id))
  const about = task.kind === 'closing' ? await findClosingAbout(viewer, task.subjectId) : null
  const note = noteIn(askedIn(await searchParams, 'move'))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeTask(other, id)} viewer={viewer}>
      <TaskView
        locale={locale}
        task={task}
        about={about && <ClosingAboutView locale={locale} about={about} />}
        panel={<TaskPanel locale={locale} task={task} note={note} formKey={formKeyOf(viewer)} />}
      />
    </OfficePage>
  )
}
