import type { Owner } from '../../prisma/builders'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers } from './probe-markers'
import type { Audience, RouteEntry, Sending } from './probe-routes'
import type { Asker, ProbeWorld } from './probe-world'

const nothing = '01990000-0000-7000-8000-000000000000'

/** A living session of the agent with the person of the other household of their office. Returns its id. */
export async function addAssisted(
  owner: Owner,
  markers: Markers,
  of: { readonly staffId: string; readonly householdId: string; readonly personId: string },
): Promise<string> {
  const { id } = await owner.assistedSession.create({
    data: {
      ...of,
      channel: 'telephone',
      identifiedBy: 'accessCode',
      language: 'fr',
      consentWording: 'probe',
      endsAt: new Date('2027-06-01T12:00:00.000Z'),
    },
  })
  return markers.learn(id, 'assistedOther')
}

const page = (link: (locale: Locale) => string): RouteEntry => ({
  audience: 'staff',
  read: () => locales.map((locale) => ({ path: link(locale) })),
})

/** A page of the session, by everyone: its own member of staff is shown the file, anyone else what is of none. */
const inSession = (link: (locale: Locale, session: string) => string): RouteEntry => ({
  audience: 'staff',
  read: ({ assisted }) =>
    locales.map((locale) => ({
      path: link(locale, assisted),
      secret: 'assistedOther' as const,
      missing: link(locale, nothing),
    })),
})

/** A form of the session, sent by everyone. What the agent types becomes the person's. */
const sentIn = (
  what: string,
  fields: (world: ProbeWorld, asker: Asker) => Record<string, string | string[]> = () => ({}),
  more: Partial<RouteEntry> = {},
): RouteEntry => ({
  audience: 'staff' satisfies Audience,
  ...more,
  send: (world, asker): Sending[] => [
    {
      path: `/api/assisted/${world.assisted}/${what}`,
      secret: 'assistedOther' as const,
      missing: `/api/assisted/${nothing}/${what}`,
      fields: fields(world, asker),
    },
  ],
})

const told = ({ markers }: ProbeWorld, { name }: Asker, secret: 'draftOther' | 'otherHome') =>
  markers.word(name === 'agent' ? secret : 'nobody')

const draft = (world: ProbeWorld, asker: Asker) => ({
  page: 'questions',
  intent: 'save',
  changed: 'other',
  'other.words': told(world, asker, 'draftOther'),
})
const filed = (world: ProbeWorld, asker: Asker) => ({
  changed: 'other',
  'other.words': told(world, asker, 'otherHome'),
  attest: 'yes',
  readBack: 'yes',
})

/** How the pages and the forms of the staff's help are probed. */
export const assistedRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau/assistance': page(paths.assisted),
  '/[locale]/bureau/assistance/demande': page(paths.assistedApplication),
  '/[locale]/bureau/assistance/a-revoir/[told]': page((locale) => paths.assistedAgain(locale, 'over')),
  '/[locale]/bureau/assistance/dossier/[session]': inSession(paths.assistedFile),
  '/[locale]/bureau/assistance/dossier/[session]/declaration/[month]': inSession((locale, session) =>
    paths.assistedStatement(locale, session, '2026-11'),
  ),
  '/[locale]/bureau/assistance/dossier/[session]/declaration/[month]/questions': inSession(
    (locale, session) => paths.assistedQuestions(locale, session, '2026-11'),
  ),
  '/[locale]/bureau/assistance/dossier/[session]/declaration/[month]/verification': inSession(
    (locale, session) => paths.assistedReview(locale, session, '2026-11'),
  ),
  '/[locale]/bureau/assistance/dossier/[session]/changement': inSession(paths.assistedChange),
  '/[locale]/bureau/assistance/dossier/[session]/changement/questions': inSession(
    paths.assistedChangeQuestions,
  ),
  '/[locale]/bureau/assistance/dossier/[session]/changement/verification': inSession(
    paths.assistedChangeReview,
  ),
  '/[locale]/bureau/assistance/dossier/[session]/recus/[id]': {
    audience: 'staff',
    read: ({ assisted, filings }) =>
      filings.flatMap(({ id, secret, receiptNumber }) =>
        locales.map((locale) => ({
          path: paths.assistedReceipt(locale, assisted, id),
          // Of the household that is helped; anyone else's is of none, whoever of the staff asks.
          secret:
            secret === 'otherHome' || secret === 'privateOther'
              ? ('assistedOther' as const)
              : ('nobody' as const),
          proof: receiptNumber,
          missing: paths.assistedReceipt(locale, assisted, nothing),
        })),
      ),
  },
  '/api/assisted': {
    audience: 'staff',
    send: ({ fileNumbers }) =>
      fileNumbers.map((file) => ({
        path: '/api/assisted',
        fields: {
          ...{ channel: 'telephone', way: 'accessCode', file, code: '00000', consent: 'yes' },
          ...{ 'birth.day': '4', 'birth.month': '3', 'birth.year': '1985' },
        },
      })),
  },
  // Without a consent nothing begins.
  '/api/assisted/application': {
    audience: 'staff',
    send: () => [{ path: '/api/assisted/application', fields: { channel: 'counter' } }],
  },
  '/api/assisted/[session]/end': {
    audience: 'staff',
    // The agent's own goes on: its pages are read afterwards.
    send: ({ assisted }, { name }) => [
      { path: `/api/assisted/${name === 'agent' ? nothing : assisted}/end`, fields: {} },
    ],
  },
  '/api/assisted/[session]/scans': sentIn('scans', () => ({}), { files: true }),
  '/api/assisted/[session]/statements/[month]/draft': sentIn('statements/2026-11/draft', draft),
  '/api/assisted/[session]/statements/[month]/submission': sentIn('statements/2026-11/submission', filed),
  '/api/assisted/[session]/changes/draft': sentIn('changes/draft', draft),
  '/api/assisted/[session]/changes/submission': sentIn('changes/submission', filed),
  '/api/assisted/[session]/receipts/[id]/pdf': {
    audience: 'staff',
    read: ({ assisted, filings }) =>
      filings.map(({ id, secret, receiptNumber }) => ({
        path: `/api/assisted/${assisted}/receipts/${id}/pdf?language=fr`,
        secret:
          secret === 'otherHome' || secret === 'privateOther'
            ? ('assistedOther' as const)
            : ('nobody' as const),
        proof: receiptNumber,
        missing: `/api/assisted/${assisted}/receipts/${nothing}/pdf?language=fr`,
      })),
  },
  '/api/scans/[id]/content': { audience: 'staff', read: () => [{ path: `/api/scans/${nothing}/content` }] },
}
