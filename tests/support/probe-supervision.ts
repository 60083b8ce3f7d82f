import { locales, type Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import type { Audience, RouteEntry } from './probe-routes'

const nothing = '01990000-0000-7000-8000-000000000000'

const page = (link: (locale: Locale) => string, audience: Audience): RouteEntry => ({
  audience,
  read: () => locales.map((locale) => ({ path: link(locale) })),
})

/**
 * How the pages and the forms of supervision are probed. No file is opened here, so that nobody may have seen one; that
 * an opened file is read by its opener alone, and for how long, is `tests/features/opening`'s. For the same reason the
 * trail is not searched: its lines name files.
 */
export const supervisionRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau/consultation': page(paths.openFile, 'opener'),
  '/[locale]/bureau/consultation/[id]': {
    audience: 'opener',
    read: ({ letters }) =>
      letters.flatMap(({ home }) =>
        locales.map((locale) => ({
          path: paths.openedFile(locale, home),
          secret: 'nobody' as const,
          missing: paths.openedFile(locale, nothing),
        })),
      ),
  },
  '/[locale]/bureau/consultation/demandes/[id]': {
    audience: 'contact',
    read: ({ applications }) =>
      applications.applications.flatMap(({ id }) =>
        locales.map((locale) => ({
          path: paths.openedApplication(locale, id),
          secret: 'nobody' as const,
          missing: paths.openedApplication(locale, nothing),
        })),
      ),
  },
  '/api/files/opening': {
    audience: 'opener',
    send: () => [
      {
        path: '/api/files/opening',
        fields: { fileNumber: 'NONE-0000', reason: 'other', words: 'Pour essayer.' },
      },
    ],
  },
  '/[locale]/bureau/piste': page(paths.trail, 'auditor'),
  '/[locale]/bureau/piste/proches': page(paths.alikeLooks, 'auditor'),
  '/[locale]/bureau/piste/ouvertures': page(paths.openings, 'auditor'),
  '/api/trail/search': {
    audience: 'auditor',
    send: () => [{ path: '/api/trail/search', fields: { fileNumber: 'NONE-0000' } }],
  },
  '/[locale]/bureau/equipe': page(paths.team, 'supervisor'),
  '/[locale]/bureau/equipe/[id]': page((locale) => paths.teamMember(locale, 'personne'), 'supervisor'),
  '/api/team/reassignment': {
    audience: 'supervisor',
    send: () => [{ path: '/api/team/reassignment', fields: { to: nothing, task: `${nothing}.1` } }],
  },
  '/[locale]/bureau/fichiers': page(paths.exports, 'exporter'),
  // Without its key no file begins: one made in the background would be taken for the work of who asks next.
  '/api/exports': {
    audience: 'exporter',
    send: () => [{ path: '/api/exports', fields: { staff: nothing } }],
  },
  '/api/exports/[id]/file': {
    audience: 'exporter',
    read: () => [{ path: `/api/exports/${nothing}/file` }],
  },
  '/api/exports/[id]/continuation': {
    audience: 'exporter',
    send: () => [{ path: `/api/exports/${nothing}/continuation`, fields: {} }],
  },
  '/[locale]/bureau/administration': page(paths.administration, 'supervisor'),
  '/[locale]/bureau/administration/essai': page(
    (locale) => withQuery(paths.policyPreview(locale), { rise: '2' }),
    'supervisor',
  ),
  '/[locale]/bureau/versements': page(paths.payments, 'supervisor'),
  '/[locale]/bureau/versements/[id]': page((locale) => paths.paymentRun(locale, nothing), 'supervisor'),
  '/api/payments/[id]/release': {
    audience: 'supervisor',
    send: () => [{ path: `/api/payments/${nothing}/release`, fields: { reason: 'Pour essayer' } }],
  },
  '/api/payments/[id]/export': {
    audience: 'supervisor',
    read: () => [{ path: `/api/payments/${nothing}/export?format=csv` }],
  },
  '/[locale]/bureau/propositions': page(paths.proposals, 'supervisor'),
  '/api/proposals/role': {
    audience: 'supervisor',
    send: () => [
      { path: '/api/proposals/role', fields: { staff: nothing, role: 'auditor', reason: 'Pour essayer' } },
    ],
  },
  '/api/proposals/extension': {
    audience: 'supervisor',
    send: () => [{ path: '/api/proposals/extension', fields: { month: '2026-11', scope: 'region' } }],
  },
  '/api/proposals/sampling': {
    audience: 'supervisor',
    send: () => [{ path: '/api/proposals/sampling', fields: { oneIn: '5' } }],
  },
  '/api/proposals/[id]/decision': {
    audience: 'supervisor',
    send: () => [{ path: `/api/proposals/${nothing}/decision`, fields: { word: 'granted' } }],
  },
}
