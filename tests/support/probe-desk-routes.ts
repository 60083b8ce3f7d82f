import type { Owner } from '../../prisma/builders'
import { verbs } from '@/domain/decision/transitions'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers, Secret } from './probe-markers'
import type { RouteEntry, Sending } from './probe-routes'

/** A task that something filed opened, and whose it is. */
export type ProbeTask = { readonly id: string; readonly secret: Secret }

/** The tasks that what was filed has opened: whoever may read what was filed, at the office, may know of its task. */
export async function findTasks(
  owner: Owner,
  markers: Markers,
  filings: readonly { readonly id: string; readonly secret: Secret }[],
): Promise<ProbeTask[]> {
  const tasks = await owner.task.findMany({ select: { id: true, subjectId: true }, orderBy: { id: 'asc' } })
  return tasks.flatMap(({ id, subjectId }) => {
    const filing = filings.find((one) => one.id === subjectId)
    return filing ? [{ id: markers.learn(id, filing.secret), secret: filing.secret }] : []
  })
}

const nothing = '01990000-0000-7000-8000-000000000000'

const byTask =
  (link: (locale: Locale, id: string) => string) =>
  ({ tasks }: { readonly tasks: readonly ProbeTask[] }) =>
    tasks.flatMap(({ id, secret }) =>
      locales.map((locale) => ({ path: link(locale, id), secret, missing: link(locale, nothing) })),
    )

/** Forms of moves, right and wrong, on the version a task begins with. */
const forms: readonly Readonly<Record<string, string>>[] = [
  { verb: 'claim', version: '1' },
  { verb: 'accept', version: '2', reasons: 'agreesWithFile' },
  { verb: 'refuse', version: '2' },
  { verb: 'nothing', version: '1' },
]

/** How the pages and the endpoint of tasks are probed. */
export const deskRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau/taches/[id]': { audience: 'reviewer', read: byTask(paths.officeTask) },
  '/[locale]/bureau/gestes/[move]': {
    audience: 'reviewer',
    read: (world) =>
      [...verbs.filter((verb) => ['claim', 'refuse', 'assign'].includes(verb)), 'nothing'].flatMap((verb) =>
        byTask((locale, id) => paths.officeMove(locale, `${verb}-${id}`))(world),
      ),
  },
  '/api/tasks/[id]/moves': {
    audience: 'reviewer',
    send: ({ tasks }): Sending[] =>
      tasks.flatMap(({ id, secret }) =>
        forms.map((fields) => ({
          path: `/api/tasks/${id}/moves`,
          secret,
          missing: `/api/tasks/${nothing}/moves`,
          fields,
        })),
      ),
  },
}
