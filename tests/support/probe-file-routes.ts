import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { RouteEntry } from './probe-routes'

const nothing = '01990000-0000-7000-8000-000000000000'

/** How the pages and the forms of a household's file, as the office has it, are probed. */
export const fileRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau/dossiers': {
    audience: 'reviewer',
    read: () => locales.map((locale) => ({ path: paths.officeFiles(locale) })),
  },
  '/[locale]/bureau/dossiers/[id]': {
    audience: 'reviewer',
    read: ({ letters }) =>
      letters.flatMap(({ home, secret, fileNumber }) =>
        locales.map((locale) => ({
          path: paths.officeFile(locale, home),
          secret,
          proof: fileNumber,
          missing: paths.officeFile(locale, nothing),
        })),
      ),
  },
  '/[locale]/bureau/dossiers/[id]/prolongation': {
    audience: 'reviewer',
    read: ({ letters }) =>
      letters.flatMap(({ home, secret, fileNumber }) =>
        locales.map((locale) => ({
          path: paths.officeExtension(locale, home),
          secret,
          proof: fileNumber,
          missing: paths.officeExtension(locale, nothing),
        })),
      ),
  },
  '/[locale]/bureau/dossiers/[id]/fermeture': {
    audience: 'reviewer',
    read: ({ letters }) =>
      letters.flatMap(({ home, secret, fileNumber }) =>
        locales.map((locale) => ({
          path: paths.officeClosing(locale, home),
          secret,
          proof: fileNumber,
          missing: paths.officeClosing(locale, nothing),
        })),
      ),
  },
  '/api/households/[id]/closing': {
    audience: 'reviewer',
    send: ({ letters }) =>
      letters.flatMap(({ home, secret }) =>
        // The first is refused, and kept as typed.
        ['', 'others'].map((toldBy) => ({
          path: `/api/households/${home}/closing`,
          secret,
          missing: `/api/households/${nothing}/closing`,
          fields: { cause: 'leftQuebec', 'day.day': '1', 'day.month': '10', 'day.year': '2026', toldBy },
        })),
      ),
  },
  '/api/households/[id]/extensions': {
    audience: 'reviewer',
    send: ({ letters }) =>
      letters.map(({ home, secret }) => ({
        path: `/api/households/${home}/extensions`,
        secret,
        missing: `/api/households/${nothing}/extensions`,
        fields: {
          // Of a month to come: no task of the file is healed by it.
          month: '2026-12',
          'until.day': '17',
          'until.month': '12',
          'until.year': '2026',
          reason: 'mail',
        },
      })),
  },
  '/api/documents/[id]/content': {
    audience: 'reviewer',
    read: ({ applications, messages }) => [
      ...applications.documents.map(({ id, secret }) => ({
        path: `/api/documents/${id}/content`,
        secret,
        missing: `/api/documents/${nothing}/content`,
      })),
      ...messages.map(({ file, secret, proof }) => ({
        ...{ path: `/api/documents/${file}/content`, secret, proof },
        missing: `/api/documents/${nothing}/content`,
      })),
    ],
  },
  '/api/households/search': {
    audience: 'reviewer',
    send: ({ letters, filings }) =>
      [
        ...letters.map(({ fileNumber }) => fileNumber),
        ...filings.map(({ receiptNumber }) => receiptNumber),
      ].map((number) => ({ path: '/api/households/search', fields: { number } })),
  },
  '/api/households/[id]/notes': {
    audience: 'reviewer',
    send: ({ letters }) =>
      letters.map(({ home, secret }) => ({
        path: `/api/households/${home}/notes`,
        secret,
        missing: `/api/households/${nothing}/notes`,
        fields: { text: 'Une note', from: nothing },
      })),
  },
  '/api/applications/[id]/notes': {
    audience: 'reviewer',
    send: ({ applications }) =>
      applications.applications.map(({ id, secret }) => ({
        path: `/api/applications/${id}/notes`,
        secret,
        missing: `/api/applications/${nothing}/notes`,
        fields: { text: 'Une note' },
      })),
  },
  '/api/tasks/[id]/verifications': {
    audience: 'reviewer',
    // What is no task of the office is not found, whatever else it names.
    send: ({ filings, ids }) =>
      [...filings.map(({ id }) => id), ...ids.homes, nothing, 'odd'].map((id) => ({
        path: `/api/tasks/${id}/verifications`,
        fields: { 'outcome.work.0': 'verified', 'outcome.answers.identity': 'verified' },
      })),
  },
}
