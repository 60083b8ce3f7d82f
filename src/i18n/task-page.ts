import type { TaskKind } from '@/domain/decision/task'
import type { Locale } from './locale'
import { paths } from './paths'

type Task = {
  readonly id: string
  readonly kind: TaskKind
  readonly subjectId: string
  readonly householdId: string | null
  readonly applicationId: string | null
}

/** Where a task is worked on: the page of what it is about when that page holds its panel, or a page of its own. */
export function taskPage(
  locale: Locale,
  { id, kind, subjectId }: Pick<Task, 'id' | 'kind' | 'subjectId'>,
): string {
  switch (kind) {
    case 'statement':
    case 'change':
      return paths.officeStatement(locale, subjectId)
    case 'application':
      return paths.officeApplication(locale, subjectId)
    case 'review':
      return paths.officeReview(locale, subjectId)
    case 'message':
      return paths.officeMessages(locale, subjectId)
    default:
      return paths.officeTask(locale, id)
  }
}

/** What a task is about, from its own page: the conversation, the application or the file. */
export function subjectOfTask(
  locale: Locale,
  { kind, subjectId, householdId, applicationId }: Task,
): string | null {
  if (kind === 'message') return paths.officeMessages(locale, subjectId)
  if (applicationId !== null) return paths.officeApplication(locale, applicationId)
  return householdId === null ? null : paths.officeFile(locale, householdId)
}
