import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../../src/setup/places.mjs'
import { locales, type Locale } from '@/i18n/locale'
import { contentPages, files, paths, withQuery } from '@/i18n/paths'
import { applicationRoutes } from './probe-application-routes'
import { fileRoutes } from './probe-file-routes'
import { decisionRoutes } from './probe-decisions'
import { deskRoutes } from './probe-desk-routes'
import { assistedRoutes } from './probe-assisted'
import { letterRoutes } from './probe-letters'
import { messageRoutes } from './probe-messages'
import { noticeRoutes } from './probe-notices'
import { worklistRoutes } from './probe-worklist'
import { supervisionRoutes } from './probe-supervision'
import { privacyRoutes } from './probe-privacy'
import { reviewRoutes } from './probe-reviews'
import { makeReceiptNumber } from '@/domain/statement/receipt-number'
import { month } from '@/domain/calendar'
import type { Secret, ViewerName } from './probe-markers'
import type { Asker, ProbeWorld } from './probe-world'

/** Whom a route is for. */
export type Audience =
  | 'anyone'
  | 'applicant'
  | 'citizen'
  | 'staff'
  | 'reviewer'
  | 'supervisor'
  | 'opener'
  | 'auditor'
  | 'exporter'
  | 'contact'

export type Address = {
  readonly path: string
  /** Whose the thing is that the address names; viewers who may not see it must be told it does not exist. */
  readonly secret?: Secret
  /** Text that proves, in the answer, that the thing was shown. */
  readonly proof?: string
  /** The same address naming nothing: a stranger's answer must be the same, byte for byte. */
  readonly missing?: string
}

/** A form sent to an address. `words` in its fields say whose they become. */
export type Sending = Address & { readonly fields: Readonly<Record<string, string | string[]>> }

/** How one route is probed. A route file without an entry here fails the matrix. */
export type RouteEntry = {
  readonly audience: Audience
  readonly read?: (world: ProbeWorld) => Address[]
  readonly send?: (world: ProbeWorld, asker: Asker) => Sending[]
  /** Takes JSON of any site, what a provider signed, or a mark of ours; no form: whoever asks is nobody, no origin is foreign. */
  readonly open?: boolean
  /** It ends the session it is asked with: each asking gets a session of its own. */
  readonly endsSession?: boolean
  /** It takes a piece of a file, and its fields in the address. */
  readonly bytes?: boolean
  /** It takes a form with files. */
  readonly files?: boolean
  /** It takes a form with files or without. */
  readonly filesToo?: boolean
}

/** Every page.tsx and route.ts under src/app, as the address it answers: `/[locale]/mon-dossier/recus/[id]`. */
export function routesOnDisk(): string[] {
  const app = inProject('src', 'app')
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(page\.tsx|route\.ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath).slice(app.length).replaceAll('\\', '/'))
    .map((folder) => folder.replace(/\/\([^/]+\)/g, '') || '/')
    .sort()
}

const nothing = '01990000-0000-7000-8000-000000000000'
const noNumber = makeReceiptNumber(month('2026-10'), new Uint8Array(7).fill(5))
const noToken = 'A'.repeat(43)
const months = ['2026-11', '2026-10', '2026-03', '2023-05', '2027-09', 'nothing']

const inBoth = (link: (locale: Locale) => string): (() => Address[]) => {
  return () => locales.map((locale) => ({ path: link(locale) }))
}
const searched = (link: (locale: Locale) => string, texts: readonly string[]): Address[] =>
  texts.flatMap((q) => locales.map((locale) => ({ path: withQuery(link(locale), { q }) })))
const byMonth = (link: (locale: Locale, value: string) => string): (() => Address[]) => {
  return () => months.flatMap((one) => locales.map((locale) => ({ path: link(locale, one) })))
}
const byFiling = (link: (locale: Locale, value: string) => string): ((world: ProbeWorld) => Address[]) => {
  return ({ filings }) =>
    filings.flatMap(({ id, secret, receiptNumber }) =>
      locales.map((locale) => ({
        path: link(locale, id),
        secret,
        proof: receiptNumber,
        missing: link(locale, nothing),
      })),
    )
}
const page = (link: (locale: Locale) => string, audience: Audience = 'anyone'): RouteEntry => ({
  audience,
  read: inBoth(link),
})

/** Whose the words become that a viewer types: kept as a draft, told to the office alone, or filed for the home. */
const become: Partial<Record<ViewerName, Partial<Record<Kind, Secret>>>> = {
  expired: { draft: 'draftRecipient', alone: 'draftRecipient', home: 'draftRecipient', own: 'ownRecipient' },
  recipient: { draft: 'draftRecipient', alone: 'privateRecipient', home: 'homeNow', own: 'ownRecipient' },
  spouse: { draft: 'draftSpouse', alone: 'privateSpouse', home: 'homeNow', own: 'ownSpouse' },
  former: { draft: 'draftFormer', alone: 'formerHome', home: 'formerHome', own: 'ownFormer' },
  formerAlone: { own: 'ownFormerAlone' },
  representative: { draft: 'draftRepresentative', alone: 'privateByRepresentative', home: 'homeNow' },
  other: { draft: 'draftOther', alone: 'privateOther', home: 'otherHome', own: 'ownOther' },
}

type Kind = 'draft' | 'alone' | 'home' | 'own'
const word = ({ markers }: ProbeWorld, { name }: Asker, kind: Kind): string =>
  markers.word(become[name]?.[kind] ?? 'nobody')

/** Other people's ids in every field a careless reader could take for an answer. */
function smuggled({ ids, filings, home }: ProbeWorld, asker: Asker): Record<string, string> {
  const foreignHome = [home, ...ids.homes].find((id) => !asker.homes.includes(id)) ?? home
  const foreignPerson = ids.people.find((id) => id !== asker.personId) ?? ''
  // The key of another household's filing: every adult of a household sends the same.
  const foreignFiling = filings.find(({ secret }) => secret === 'farHome')
  return {
    household: foreignHome,
    householdId: foreignHome,
    household_id: foreignHome,
    personId: foreignPerson,
    person: foreignPerson,
    filedByPerson: foreignPerson,
    viewer: 'worker',
    role: 'agent',
    corrects: '1',
    key: foreignFiling?.key ?? nothing,
  }
}

const sendBoth =
  (path: (month: string) => string, kind: Kind, more: Record<string, string>) =>
  (world: ProbeWorld, asker: Asker): Sending[] => {
    const own = (kindOf: Kind) => ({ changed: 'other', 'other.words': word(world, asker, kindOf), ...more })
    const told = { personId: world.ids.people[0]!, 'work.0.adultId': world.ids.people.at(-1)! }
    return ['2026-11', '2026-10', '2023-05'].flatMap((one) => [
      { path: path(one), fields: own(kind) },
      { path: path(one), fields: { ...own(kind), ...smuggled(world, asker) } },
      {
        path: path(one),
        fields: { ...own('draft'), ...told, changed: ['work', 'other'], page: 'questions' },
      },
    ])
  }

/** File numbers that exist, and one that does not, with the birth date of everyone in the world and a code nobody has. */
function proofs(world: ProbeWorld, asker: Asker, path = '/api/sign-in/code'): Sending[] {
  const birth = { 'birth.day': '4', 'birth.month': '3', 'birth.year': '1985' }
  return [...world.fileNumbers, 'NOBODY00'].map((file) => ({
    path,
    fields: { file, ...birth, code: '00000', ...smuggled(world, asker) },
  }))
}

/** Every route, and how it is probed. */
export const routeTable: Readonly<Record<string, RouteEntry>> = {
  ...applicationRoutes,
  ...fileRoutes,
  ...decisionRoutes,
  ...deskRoutes,
  ...assistedRoutes,
  ...letterRoutes,
  ...messageRoutes,
  ...noticeRoutes,
  ...privacyRoutes,
  ...worklistRoutes,
  ...supervisionRoutes,
  ...reviewRoutes,
  '/[locale]': page(paths.home),
  '/[locale]/[slug]': {
    audience: 'anyone',
    read: () =>
      contentPages.flatMap((one) => locales.map((locale) => ({ path: paths.content(locale, one) }))),
  },
  '/[locale]/besoin-urgent': page(paths.urgentNeed),
  '/[locale]/calendrier/quinze.ics': page(files.calendar),
  '/[locale]/connexion': page(paths.signIn),
  '/[locale]/connexion/code-d-acces': page(paths.accessCode),
  '/[locale]/connexion/code-d-acces/[reason]': page((locale) => paths.accessCodeAgain(locale, 'refused')),
  '/[locale]/connexion/relier-mon-identite': page(paths.claim),
  '/[locale]/connexion/relier-mon-identite/[reason]': page((locale) => paths.claimAgain(locale, 'refused')),
  '/[locale]/connexion/code-recu/[state]': page((locale) => paths.oneTimeCode(locale, 'email')),
  '/[locale]/connexion/attendre/[wait]': page((locale) => paths.signInWait(locale, 'access-60')),
  '/[locale]/demo/messages-envoyes': page(paths.demoMessages),
  '/[locale]/connexion/deconnexion': page(paths.signedOut),
  '/[locale]/connexion/indisponible': page(paths.signInUnavailable),
  '/[locale]/connexion/refusee': page(paths.signInRefused),
  '/[locale]/connexion/session-expiree': page(paths.signInExpired),
  '/[locale]/probleme/[code]': page((locale) => paths.problem(locale, 'not-allowed')),
  '/[locale]/taille-du-texte': page(paths.textSize),
  '/[locale]/api': page(paths.api),
  '/[locale]/bureaux': page(paths.offices),
  '/[locale]/bureaux/[region]': page((locale) => paths.officesIn(locale, 'estrie')),
  '/[locale]/bureaux/recherche': {
    audience: 'anyone',
    read: () => searched(paths.officeSearch, ['J2B 1G3', 'G0A', 'K1A 0B1', 'sherbroke', '<script>', '']),
  },
  '/[locale]/recherche': {
    audience: 'anyone',
    read: () => searched(paths.search, ['bureau', '<script>', '']),
  },
  '/[locale]/verifier-un-recu': page(paths.checkReceipt),
  // Whoever holds a number may check it. What was told to the office alone has a number nobody confirms.
  '/[locale]/verifier-un-recu/[number]': {
    audience: 'anyone',
    read: ({ filings }) =>
      filings.flatMap(({ receiptNumber, secret }) =>
        locales.map((locale) => ({
          path: paths.checkedReceipt(locale, receiptNumber),
          ...(secret.startsWith('private')
            ? { secret: 'nobody' as const, missing: paths.checkedReceipt(locale, noNumber) }
            : {}),
        })),
      ),
  },
  // Whoever asks reads their own answers, from their own browser: no session, no row.
  '/[locale]/estimation': page(paths.estimator),
  '/[locale]/estimation/nouvelle/[told]': page((locale) => paths.estimatorAnew(locale, 'erased')),
  '/[locale]/estimation/question/[question]': {
    audience: 'anyone',
    read: () =>
      ['household', 'age', 'nothing'].flatMap((question) =>
        locales.map((locale) => ({ path: paths.estimatorQuestion(locale, question) })),
      ),
  },
  '/[locale]/estimation/resultat': page(paths.estimatorResult),
  '/[locale]/estimation/demande': page(paths.estimatorApply),
  '/[locale]/mon-dossier': page(paths.file, 'citizen'),
  '/[locale]/mon-dossier/historique': page(paths.history, 'citizen'),
  '/[locale]/mon-dossier/paiements': page(paths.ownPayments, 'citizen'),
  '/[locale]/mon-dossier/changement': page(paths.change, 'citizen'),
  '/[locale]/mon-dossier/changement/questions': page(paths.changeQuestions, 'citizen'),
  '/[locale]/mon-dossier/changement/verification': page(paths.changeReview, 'citizen'),
  '/[locale]/mon-dossier/declaration/[month]': { audience: 'citizen', read: byMonth(paths.statement) },
  '/[locale]/mon-dossier/declaration/[month]/questions': {
    audience: 'citizen',
    read: byMonth(paths.statementQuestions),
  },
  '/[locale]/mon-dossier/declaration/[month]/verification': {
    audience: 'citizen',
    read: byMonth(paths.statementReview),
  },
  '/[locale]/mon-dossier/paiements/[month]': { audience: 'citizen', read: byMonth(paths.payment) },
  '/[locale]/mon-dossier/recus/[id]': { audience: 'citizen', read: byFiling(paths.receipt) },
  '/[locale]/mon-dossier/mandats': page(paths.mandates, 'citizen'),
  '/[locale]/mon-dossier/compte': page(paths.account, 'citizen'),
  '/[locale]/mon-dossier/compte/appareils': page(paths.devices, 'citizen'),
  '/[locale]/mon-dossier/compte/mes-donnees': page(paths.myData, 'citizen'),
  '/[locale]/mon-dossier/compte/adresse': page(paths.address, 'citizen'),
  '/[locale]/mon-dossier/compte/depot-direct': page(paths.deposit, 'citizen'),
  '/[locale]/mon-dossier/compte/fermer': page(paths.closing, 'citizen'),
  '/[locale]/mon-dossier/compte/code/[next]': page(
    (locale) => paths.proveAgain(locale, 'deposit'),
    'citizen',
  ),
  // Whatever the link, the page says the same.
  '/[locale]/geler/[token]': page((locale) => paths.freeze(locale, noToken)),
  '/[locale]/gel/[outcome]': page((locale) => paths.frozen(locale, 'done')),
  '/[locale]/mon-dossier/consultations': page(paths.looks, 'citizen'),
  '/[locale]/bureau/declarations/[id]': { audience: 'reviewer', read: byFiling(paths.officeStatement) },
  '/[locale]/bureau/connexion-assistee': page(paths.assistedSignIn, 'staff'),
  '/[locale]/bureau/connexion-assistee/[told]': page(
    (locale) => paths.assistedSignInTold(locale, 'code'),
    'staff',
  ),
  '/preferences/english': {
    audience: 'anyone',
    read: () => [{ path: '/preferences/english?page=/en/my-file' }],
  },
  '/preferences/text.css': { audience: 'anyone', read: () => [{ path: '/preferences/text.css' }] },

  '/api/auth/callback/[realm]': {
    audience: 'anyone',
    read: () =>
      ['citizen', 'staff', 'worker'].map((realm) => ({ path: `/api/auth/callback/${realm}?code=a` })),
  },
  '/api/receipts': {
    audience: 'anyone',
    read: ({ filings }) =>
      filings.map(({ receiptNumber, secret }) => ({
        path: `/api/receipts?number=${receiptNumber}`,
        ...(secret.startsWith('private')
          ? { secret: 'nobody' as const, missing: `/api/receipts?number=${noNumber}` }
          : {}),
      })),
  },
  '/api/receipts/[id]/pdf': {
    audience: 'citizen',
    read: ({ filings }) =>
      filings.map(({ id, secret, receiptNumber }) => ({
        path: `/api/receipts/${id}/pdf?language=fr`,
        secret,
        proof: receiptNumber,
        missing: `/api/receipts/${nothing}/pdf?language=fr`,
      })),
  },
  '/api/offices': {
    audience: 'anyone',
    read: () =>
      ['J2B 1G3', 'K1A', ''].map((postalCode) => ({ path: withQuery('/api/offices', { postalCode }) })),
  },
  '/api/openapi.json': {
    audience: 'anyone',
    read: () => locales.map((locale) => ({ path: `/api/openapi.json?language=${locale}` })),
  },
  '/api/estimates': {
    audience: 'anyone',
    open: true,
    // No form is taken here: whatever a viewer sends is refused, and nobody is known.
    send: (world, asker) => [{ path: '/api/estimates', fields: smuggled(world, asker) }],
  },
  '/api/estimates/curve': {
    audience: 'anyone',
    open: true,
    send: (world, asker) => [{ path: '/api/estimates/curve', fields: smuggled(world, asker) }],
  },
  // Nothing here is signed: everyone is turned away before anything is read.
  '/api/telephone': {
    audience: 'anyone',
    open: true,
    send: (world, asker) => [
      { path: '/api/telephone', fields: { CallSid: 'CA1', ...smuggled(world, asker) } },
    ],
  },
  '/api/preferences': {
    audience: 'anyone',
    send: (world, asker) => [
      { path: '/api/preferences', fields: { textSize: '125', ...smuggled(world, asker) } },
    ],
  },
  '/api/estimator/answers': {
    audience: 'anyone',
    send: (world, asker) =>
      ['household', 'age', 'nothing'].map((question) => ({
        path: '/api/estimator/answers',
        fields: { question, home: 'nobody', age: '42', ...smuggled(world, asker) },
      })),
  },
  '/api/estimator/erasure': {
    audience: 'anyone',
    send: (world, asker) => [{ path: '/api/estimator/erasure', fields: smuggled(world, asker) }],
  },
  '/api/estimator/office': {
    audience: 'anyone',
    send: (world, asker) => [
      { path: '/api/estimator/office', fields: { postalCode: 'J2B 1A1', ...smuggled(world, asker) } },
    ],
  },
  '/api/estimator/application': {
    audience: 'anyone',
    send: (world, asker) => [{ path: '/api/estimator/application', fields: smuggled(world, asker) }],
  },
  '/api/sign-in/code': {
    audience: 'anyone',
    endsSession: true,
    send: (world, asker) => proofs(world, asker),
  },
  '/api/sign-in/one-time-code': {
    audience: 'anyone',
    endsSession: true,
    send: (world, asker) => [
      {
        path: '/api/sign-in/one-time-code',
        fields: { code: '123456', errand: 'sign-in', ...smuggled(world, asker) },
      },
      {
        path: '/api/sign-in/one-time-code',
        fields: { code: '123456', errand: 'claim', ...smuggled(world, asker) },
      },
    ],
  },
  '/api/sign-in/assistance': {
    audience: 'staff',
    send: (world, asker) => proofs(world, asker, '/api/sign-in/assistance'),
  },
  '/api/session/extension': {
    audience: 'anyone',
    send: (world, asker) => [
      {
        path: '/api/session/extension',
        fields: { returnTo: paths.receipt('fr', world.filings[0]!.id), ...smuggled(world, asker) },
      },
    ],
  },
  '/api/sign-in/[realm]': {
    audience: 'anyone',
    endsSession: true,
    send: (world, asker) =>
      ['citizen', 'staff', 'worker'].map((realm) => ({
        path: `/api/sign-in/${realm}`,
        fields: { returnTo: paths.receipt('fr', world.filings[0]!.id), ...smuggled(world, asker) },
      })),
  },
  '/api/sign-out': {
    audience: 'anyone',
    endsSession: true,
    send: (world, asker) => [{ path: '/api/sign-out', fields: smuggled(world, asker) }],
  },
  '/api/demo/clock': {
    audience: 'anyone',
    // The moment just after the world was made: moving there changes nothing for the others.
    send: () => [{ path: '/api/demo/clock', fields: { moment: 'tenth' } }],
  },
  '/api/statements/[month]/submission': {
    audience: 'citizen',
    send: sendBoth((one) => `/api/statements/${one}/submission`, 'home', { attest: 'yes' }),
  },
  '/api/statements/[month]/draft': {
    audience: 'citizen',
    send: sendBoth((one) => `/api/statements/${one}/draft`, 'draft', { page: 'questions', intent: 'save' }),
  },
  '/api/changes/submission': {
    audience: 'citizen',
    send: sendBoth(() => '/api/changes/submission', 'alone', { attest: 'yes', private: 'yes' }),
  },
  '/api/changes/draft': {
    audience: 'citizen',
    send: sendBoth(() => '/api/changes/draft', 'draft', { page: 'questions', intent: 'save' }),
  },
  '/api/filings/[id]/confirmation': {
    audience: 'citizen',
    send: (world, asker) =>
      world.filings.map(({ id, secret }) => ({
        path: `/api/filings/${id}/confirmation`,
        secret,
        missing: `/api/filings/${nothing}/confirmation`,
        fields: { answer: 'agrees', note: word(world, asker, 'alone'), ...smuggled(world, asker) },
      })),
  },
  '/api/mandates/acting': {
    audience: 'citizen',
    // It changes for whom the session acts: each asking gets a session of its own.
    endsSession: true,
    send: (world, asker) =>
      [...world.mandates, { id: nothing, secret: undefined }].map(({ id }) => ({
        path: '/api/mandates/acting',
        fields: { ...smuggled(world, asker), mandate: id },
      })),
  },
  '/api/mandates/[id]/end': {
    audience: 'citizen',
    send: (world, asker) =>
      world.mandates.map(({ id, secret }) => ({
        path: `/api/mandates/${id}/end`,
        secret,
        missing: `/api/mandates/${nothing}/end`,
        fields: smuggled(world, asker),
      })),
  },
  '/api/my-data': {
    audience: 'citizen',
    read: () => locales.map((locale) => ({ path: `/api/my-data?language=${locale}` })),
  },
  '/api/account/address': {
    audience: 'citizen',
    send: (world, asker) => {
      const street = `1, rue ${word(world, asker, 'home')}`
      const fields = { street, city: 'Essai', postalCode: 'G1R 4S9', ...smuggled(world, asker) }
      const refused = { ...fields, street: word(world, asker, 'own'), postalCode: 'K1A 0B1' }
      return [fields, refused].map((one) => ({ path: '/api/account/address', fields: one }))
    },
  },
  '/api/account/direct-deposit': {
    audience: 'citizen',
    send: (world, asker) =>
      ['1234567', '12'].map((account) => ({
        path: '/api/account/direct-deposit',
        fields: { institution: '815', transit: '30000', account, ...smuggled(world, asker) },
      })),
  },
  '/api/account/code': {
    audience: 'citizen',
    send: (world, asker) => [
      { path: '/api/account/code', fields: { next: 'deposit', ...smuggled(world, asker) } },
    ],
  },
  '/api/account/code/check': {
    audience: 'citizen',
    send: (world, asker) => [
      {
        path: '/api/account/code/check',
        fields: { code: '12345', next: 'address', ...smuggled(world, asker) },
      },
    ],
  },
  '/api/account/closing': {
    audience: 'citizen',
    // The first is refused, and kept as typed.
    send: (world, asker) =>
      ['2020-01', '2027-01'].map((one) => ({
        path: '/api/account/closing',
        fields: { ...smuggled(world, asker), month: one, words: word(world, asker, 'own') },
      })),
  },
  '/api/account/closing/withdrawal': {
    audience: 'citizen',
    send: (world, asker) => [{ path: '/api/account/closing/withdrawal', fields: smuggled(world, asker) }],
  },
  '/api/account/freeze': {
    audience: 'citizen',
    send: (world, asker) => [{ path: '/api/account/freeze', fields: smuggled(world, asker) }],
  },
  '/api/freeze-by-link': {
    audience: 'anyone',
    send: (world, asker) => [
      { path: '/api/freeze-by-link', fields: { token: noToken, ...smuggled(world, asker) } },
    ],
  },
  '/api/stop-reminders/[token]': {
    audience: 'anyone',
    open: true,
    send: (world, asker) => [{ path: `/api/stop-reminders/${noToken}`, fields: smuggled(world, asker) }],
  },
  '/api/households/[id]/freeze-lift': {
    audience: 'reviewer',
    send: (world, asker) =>
      world.ids.homes.map((id) => ({
        path: `/api/households/${id}/freeze-lift`,
        fields: smuggled(world, asker),
      })),
  },
  '/api/account/language': {
    audience: 'citizen',
    send: (world, asker) => [
      { path: '/api/account/language', fields: { ...smuggled(world, asker), correspondence: 'en' } },
    ],
  },
  '/api/account/contact': {
    audience: 'citizen',
    send: (world, asker) => {
      const typed = word(world, asker, 'own')
      const own = { mobile: '819 555-0123', notifyBy: 'email', safeNote: typed }
      // The last is refused, and kept as typed.
      return [
        { ...own, email: `${typed}@example.org` },
        { ...own, email: `${typed}@example.org`, ...smuggled(world, asker) },
        { ...own, email: typed, ...smuggled(world, asker) },
      ].map((fields) => ({ path: '/api/account/contact', fields }))
    },
  },
  '/api/account/sessions/[id]/end': {
    audience: 'citizen',
    send: (world, asker) =>
      world.sessions.map(({ id, secret }) => ({
        path: `/api/account/sessions/${id}/end`,
        secret,
        missing: `/api/account/sessions/${nothing}/end`,
        fields: smuggled(world, asker),
      })),
  },
  '/api/account/sessions/end': {
    audience: 'citizen',
    send: (world, asker) => [{ path: '/api/account/sessions/end', fields: smuggled(world, asker) }],
  },
  '/api/parked/restoration': {
    audience: 'citizen',
    send: (world, asker) => [{ path: '/api/parked/restoration', fields: smuggled(world, asker) }],
  },
}
