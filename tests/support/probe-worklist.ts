import { locales } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import type { RouteEntry } from './probe-routes'

const queries: readonly Readonly<Record<string, string | readonly string[]>>[] = [
  {},
  { whose: 'mine', sort: 'age', col: ['holder', 'programme'] },
  {
    kind: 'application',
    due: 'late',
    after: '9_infinity_2026-01-01T00:00:00.000Z_01990000-0000-7000-8000-000000000000',
  },
]

/** How the worklist, the hand-over and their form are probed. */
export const worklistRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau': {
    audience: 'reviewer',
    read: () =>
      queries.flatMap((query) => locales.map((locale) => ({ path: withQuery(paths.office(locale), query) }))),
  },
  '/[locale]/bureau/releve': {
    audience: 'reviewer',
    read: ({ staffIds }) =>
      ['', ...staffIds].flatMap((agent) =>
        locales.map((locale) => ({ path: withQuery(paths.officeHandOver(locale), { agent }) })),
      ),
  },
  // Everyone chooses every task there is, as it is and as it would be once taken, and gives it to each of the staff.
  '/api/tasks/sharing': {
    audience: 'staff',
    send: ({ taskIds, staffIds }) => [
      { path: '/api/tasks/sharing', fields: { verb: 'claim', task: taskIds.map((id) => `${id}:1`) } },
      ...staffIds.map((assignee) => ({
        path: '/api/tasks/sharing',
        fields: { verb: 'assign', assignee, task: taskIds.map((id) => `${id}:2`) },
      })),
    ],
  },
}
