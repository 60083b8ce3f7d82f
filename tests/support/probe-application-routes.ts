import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Address, RouteEntry, Sending } from './probe-routes'
import type { Secret, ViewerName } from './probe-markers'
import type { Asker, ProbeWorld } from './probe-world'

/*
 * How the pages and the forms of an application for aid are probed. No address of it names an application: it is the
 * visit's own. What names something (a file, a piece of one) is asked for by everyone, and by another adult of the same
 * application.
 */

const nothing = '01990000-0000-7000-8000-000000000000'
/** Pages of both adults, of one of them, and none. */
const questions = [
  'urgent',
  'identity',
  'reasonWords',
  'address',
  'rent',
  'spouse',
  'numbers',
  'reachWords',
  'helperWho',
  'job-0',
  'more',
  'spouse-identity',
  'spouse-reachWords',
  'spouse-helperWho',
  'spouse-job-0',
  'spouse-more',
  'nothing',
]
const page = (
  link: (locale: Locale) => string,
  audience: RouteEntry['audience'] = 'applicant',
): RouteEntry => ({
  audience,
  read: () => locales.map((locale) => ({ path: link(locale) })),
})
const each = (
  texts: readonly string[],
  link: (locale: Locale, text: string) => string,
): (() => Address[]) => {
  return () => texts.flatMap((text) => locales.map((locale) => ({ path: link(locale, text) })))
}

/** Whose the words become that a viewer types into an application. */
const become: Partial<Record<ViewerName, { own: Secret; sent: Secret; home: Secret }>> = {
  applicant: { own: 'applyOwn', sent: 'applySentOwn', home: 'applyHousehold' },
  applicantExpired: { own: 'applyOwn', sent: 'applySentOwn', home: 'applyHousehold' },
  applicantSpouse: { own: 'applySpouse', sent: 'applySentSpouse', home: 'applySpouse' },
  applicantOther: { own: 'applyOther', sent: 'applyOther', home: 'applyOther' },
}
const word = ({ markers }: ProbeWorld, { name }: Asker, kind: 'own' | 'sent' | 'home'): string =>
  markers.word(become[name]?.[kind] ?? 'nobody')

/** Another application, another adult and another person in every field a careless reader could take for an answer. */
function smuggled({ applications, ids }: ProbeWorld, asker: Asker): Record<string, string> {
  const foreign = applications.applications.find(({ id }) => id !== asker.visit?.applicationId)!.id
  return {
    application: foreign,
    applicationId: foreign,
    application_id: foreign,
    adult: asker.visit?.adult === 'spouse' ? 'applicant' : 'spouse',
    whose: 'spouse',
    part: 'spouse',
    viewer: 'worker',
    role: 'agent',
    personId: ids.people[0]!,
    corrects: '1',
    version: '99',
    key: nothing,
  }
}

/** The page of a question and its fields, for one's own part and for the others'. */
function answers(world: ProbeWorld, asker: Asker): Sending[] {
  const own = word(world, asker, 'own')
  const home = word(world, asker, 'home')
  const rest = smuggled(world, asker)
  const pages: Record<string, string>[] = [
    { question: 'helperWho', helperName: own, 'spouse.helperName': own },
    { question: 'spouse-helperWho', 'spouse.helperName': own, helperName: own },
    { question: 'address', street: home, city: home, postalCode: 'J2B 1A1' },
    { question: 'more', more: own, 'spouse.more': own },
    { question: 'spouse-more', 'spouse.more': own, more: own },
    { question: 'nothing', street: home },
  ]
  return pages.flatMap((fields) => [
    { path: '/api/application/answers', fields: { ...fields, intent: 'save' } },
    { path: '/api/application/answers', fields: { ...rest, ...fields, intent: 'continue' } },
  ])
}

const press = (path: string, more: Record<string, string> = {}): RouteEntry['send'] => {
  return (world, asker) => [{ path, fields: { ...smuggled(world, asker), ...more } }]
}

export const applicationRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/demande': page(paths.applicationStart, 'anyone'),
  '/[locale]/demande/reprendre': page(paths.applicationResume, 'anyone'),
  '/[locale]/demande/reprendre/[reason]': {
    audience: 'anyone',
    read: each(['over', 'expired', 'wrong', 'nothing'], paths.applicationResumeAgain),
  },
  '/[locale]/demande/maintenant': page(paths.applicationNow),
  '/[locale]/demande/etapes': page(paths.application),
  '/[locale]/demande/question/[question]': {
    audience: 'applicant',
    read: each(questions, paths.applicationQuestion),
  },
  '/[locale]/demande/documents': page(paths.applicationDocuments),
  '/[locale]/demande/documents/[document]': {
    audience: 'applicant',
    read: each(['identityPhoto-applicant', 'identityPhoto-spouse', 'nothing'], paths.applicationDocument),
  },
  '/[locale]/demande/conjoint': page(paths.applicationSpouse),
  '/[locale]/demande/mon-code': page(paths.applicationCode),
  '/[locale]/demande/mon-code/[reason]': page((locale) => paths.applicationCodeAgain(locale, 'short')),
  '/[locale]/demande/verification': page(paths.applicationReview),
  '/[locale]/demande/declaration': page(paths.applicationDeclaration),
  '/[locale]/demande/recu': page(paths.applicationReceipt),
  '/[locale]/demande/suivi': page(paths.applicationProgress),
  '/[locale]/demande/suivi/[told]': page((locale) => paths.applicationProgressTold(locale, 'messageSent')),
  '/[locale]/bureau/demandes/[id]': {
    audience: 'reviewer',
    read: ({ applications }) =>
      applications.applications.flatMap(({ id, secret, receipt }) =>
        locales.map((locale) => ({
          path: paths.officeApplication(locale, id),
          secret,
          ...(receipt ? { proof: receipt } : {}),
          missing: paths.officeApplication(locale, nothing),
        })),
      ),
  },

  '/api/applications': {
    audience: 'anyone',
    send: (world, asker) => [
      { path: '/api/applications', fields: { urgentNeeds: 'none', attach: 'yes' } },
      {
        path: '/api/applications',
        fields: { ...smuggled(world, asker), urgentNeeds: 'noFood', attach: 'no' },
      },
    ],
  },
  '/api/application/resumption': {
    audience: 'anyone',
    // Coming back, even in vain, is the business of who holds a visit: each asking gets one of its own.
    endsSession: true,
    send: press('/api/application/resumption', { code: 'K7Q2M9X4TR', word: 'corneille' }),
  },
  '/api/application/attachment': {
    audience: 'citizen',
    endsSession: true,
    send: press('/api/application/attachment'),
  },
  '/api/application/opening': {
    audience: 'citizen',
    endsSession: true,
    send: (world, asker) =>
      [...world.applications.applications, { id: nothing }].map(({ id }) => ({
        path: '/api/application/opening',
        fields: { ...smuggled(world, asker), application: id },
      })),
  },
  '/api/application/leaving': {
    audience: 'applicant',
    endsSession: true,
    send: press('/api/application/leaving'),
  },
  '/api/application/extension': {
    audience: 'applicant',
    send: press('/api/application/extension', { returnTo: paths.application('fr') }),
  },
  '/api/application/code': {
    audience: 'applicant',
    send: (world, asker) =>
      ['corneille et pommier', 'x'].map((typed) => ({
        path: '/api/application/code',
        fields: { ...smuggled(world, asker), word: typed, email: '' },
      })),
  },
  '/api/application/answers': { audience: 'applicant', send: answers },
  '/api/application/submission': {
    audience: 'applicant',
    send: (world, asker) => [
      {
        path: '/api/application/submission',
        fields: { ...smuggled(world, asker), signedName: word(world, asker, 'own'), attest: 'yes' },
      },
    ],
  },
  '/api/application/confirmation': {
    audience: 'applicant',
    send: (world, asker) =>
      ['agrees', 'disagrees', 'nothing'].map((answer) => ({
        path: '/api/application/confirmation',
        fields: {
          ...smuggled(world, asker),
          answer,
          note: word(world, asker, 'sent'),
          signedName: word(world, asker, 'sent'),
        },
      })),
  },
  '/api/application/spouse-code': {
    audience: 'applicant',
    send: press('/api/application/spouse-code'),
  },
  '/api/application/copy/pdf': {
    audience: 'applicant',
    read: () => locales.map((locale) => ({ path: `/api/application/copy/pdf?language=${locale}` })),
  },
  '/api/application/messages': {
    filesToo: true,
    audience: 'applicant',
    send: (world, asker) => [
      { path: '/api/application/messages', fields: { text: word(world, asker, 'sent') } },
      {
        path: '/api/application/messages',
        fields: { ...smuggled(world, asker), text: word(world, asker, 'sent') },
      },
    ],
  },
  '/api/application/withdrawal': {
    audience: 'applicant',
    // Whoever has something to take back does not confirm it: it is looked for later.
    send: (world, asker) => [
      {
        path: '/api/application/withdrawal',
        fields: {
          ...smuggled(world, asker),
          confirm: asker.visit?.adult === 'applicant' ? 'no' : 'yes',
          reason: word(world, asker, 'sent'),
        },
      },
    ],
  },
  '/api/application/documents/answer': {
    audience: 'applicant',
    send: (world, asker) =>
      world.applications.requirements.map((requirement) => ({
        path: '/api/application/documents/answer',
        fields: { ...smuggled(world, asker), requirement, answer: 'mail', note: word(world, asker, 'sent') },
      })),
  },
  '/api/application/documents/[id]': {
    audience: 'applicant',
    read: ({ applications }) =>
      applications.documents.map(({ id, secret, proof }) => ({
        path: `/api/application/documents/${id}`,
        secret,
        proof,
        missing: `/api/application/documents/${nothing}`,
      })),
  },
  '/api/application/documents/[id]/removal': {
    audience: 'applicant',
    // One's own stay: they are looked for later.
    send: (world, asker) =>
      world.applications.documents
        .filter(({ secret }) => !Object.values(become[asker.name] ?? {}).includes(secret))
        .filter(({ secret }) => asker.name !== 'applicant' || secret !== 'applySent')
        .map(({ id, secret }) => ({
          path: `/api/application/documents/${id}/removal`,
          secret,
          missing: `/api/application/documents/${nothing}/removal`,
          fields: smuggled(world, asker),
        })),
  },
  '/api/application/uploads': {
    audience: 'applicant',
    send: (world, asker) =>
      world.applications.requirements.map((requirement) => ({
        path: '/api/application/uploads',
        fields: {
          ...smuggled(world, asker),
          requirement,
          name: `${word(world, asker, 'own')}.pdf`,
          size: '900',
        },
      })),
  },
  '/api/application/uploads/[id]': {
    audience: 'applicant',
    bytes: true,
    read: ({ applications }) =>
      applications.uploads.map(({ id, secret }) => ({
        path: `/api/application/uploads/${id}`,
        secret,
        missing: `/api/application/uploads/${nothing}`,
      })),
    send: (world) =>
      world.applications.uploads.map(({ id, secret }) => ({
        path: `/api/application/uploads/${id}?offset=0`,
        secret,
        missing: `/api/application/uploads/${nothing}?offset=0`,
        fields: {},
      })),
  },
  '/api/application/uploads/[id]/end': {
    audience: 'applicant',
    send: (world, asker) =>
      world.applications.uploads
        .filter(({ secret }) => !Object.values(become[asker.name] ?? {}).includes(secret))
        .map(({ id, secret }) => ({
          path: `/api/application/uploads/${id}/end`,
          secret,
          missing: `/api/application/uploads/${nothing}/end`,
          fields: smuggled(world, asker),
        })),
  },
  '/api/application/files': {
    audience: 'applicant',
    files: true,
    send: (world, asker) => [
      {
        path: '/api/application/files',
        fields: { ...smuggled(world, asker), requirement: 'identityPhoto.applicant' },
      },
    ],
  },
}
