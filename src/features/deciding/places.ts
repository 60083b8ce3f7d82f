import 'server-only'
import type { Refusal, Verb } from '@/domain/decision/transitions'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { taskPage } from '@/i18n/task-page'
import type { Answer, Call } from '@/server/endpoint'
import type { FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { moveName } from './move-name'
import type { MoveForm } from './schema'

type Of = Pick<FoundTask, 'id' | 'kind' | 'subjectId'>

/** Where a task is worked on. A conversation shows no move: its task has a page of its own. */
export const placeOf = (locale: Locale, task: Of): string =>
  task.kind === 'message' ? paths.officeTask(locale, task.id) : taskPage(locale, task)

/** The form of a move. */
export const formOf = (locale: Locale, { id }: Pick<Of, 'id'>, verb: Verb): string =>
  paths.officeMove(locale, moveName(id, verb))

/** Where the panel says what happened, or why nothing did. */
function told({ locale, input }: Call<Staff, MoveForm>, task: FoundTask, note: string): string {
  const to = input.next === 'list' ? paths.office(locale) : placeOf(locale, task)
  return `${withQuery(to, { move: note })}#task`
}

export function afterMove(
  call: Call<Staff, MoveForm>,
  task: FoundTask,
  verb: string,
  moved: Record<string, unknown> = {},
): Answer {
  return { to: told(call, task, `done-${verb}`), data: { code: 'moved', verb, ...moved } }
}

/** Refused by its name; a program is told the version that stands, so that it reads again before it decides. */
export function refusedTo(call: Call<Staff, MoveForm>, task: FoundTask, refusal: Refusal): Answer {
  const status = refusal === 'notYours' ? 403 : 409
  const data = { code: refusal, state: task.state, version: task.version }
  return { to: told(call, task, `not-${refusal}`), status, data }
}

/** Nothing here, or nothing for this viewer: the same answer, to the byte. */
export const notFound = ({ locale }: { readonly locale: Locale }): Answer => ({
  to: paths.problem(locale, 'not-allowed'),
  status: 404,
  data: { code: 'not-allowed' },
})
