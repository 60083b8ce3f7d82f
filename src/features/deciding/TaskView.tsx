import type { ReactNode } from 'react'
import { formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { subjectOfTask } from '@/i18n/task-page'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { TaskPanelData } from './queries'

/** What a task is about, in words: its kind, and the file. */
export function titleOf(locale: Locale, { kind }: TaskPanelData): string {
  return textsOf(locale, 'deciding')(`panel.kind.${kind}`)
}
export function captionOf(locale: Locale, { fileNumber }: TaskPanelData): string | null {
  return fileNumber === null ? null : textsOf(locale, 'deciding')('panel.file', { number: fileNumber })
}

/** A task on a page of its own, whatever it is about: its panel, and the way to what it is about. */
export function TaskView(props: {
  readonly locale: Locale
  readonly task: TaskPanelData
  readonly panel: ReactNode
  /** What it is about, when no other page tells it. */
  readonly about?: ReactNode
}) {
  const { locale, task } = props
  const t = textsOf(locale, 'deciding')
  const subject = subjectOfTask(locale, task)
  return (
    <>
      <BackLink href={paths.office(locale)}>{textsOf(locale, 'review')('back')}</BackLink>
      <PageTitle caption={captionOf(locale, task)}>{titleOf(locale, task)}</PageTitle>
      {task.month && (
        <SummaryList rows={[{ term: t('panel.month'), value: formatMonth(task.month as never, locale) }]} />
      )}
      {subject && (
        <p>
          <a href={subject}>{t('panel.open')}</a>
        </p>
      )}
      {props.about}
      {props.panel}
    </>
  )
}
