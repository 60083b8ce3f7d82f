import { contentRoutes } from './content-routes'
import { officePaths, officeRoutes } from './office-routes'
import { isLocale, locales, otherLocale } from './locale'
import type { Locale } from './locale'

export type ContentPage = keyof typeof contentRoutes
export const contentPages = Object.keys(contentRoutes) as ContentPage[]

/**
 * Every address of a page, in both languages. Folders under `src/app/[locale]` carry the French names; the
 * English ones are rewritten onto them (`addressRewrites`). `[x]` is a part given by the caller.
 */
const routes = {
  ...contentRoutes,
  home: { fr: '', en: '' },
  signIn: { fr: '/connexion', en: '/sign-in' },
  signInExpired: { fr: '/connexion/session-expiree', en: '/sign-in/session-expired' },
  signInRefused: { fr: '/connexion/refusee', en: '/sign-in/refused' },
  signInUnavailable: { fr: '/connexion/indisponible', en: '/sign-in/unavailable' },
  signedOut: { fr: '/connexion/deconnexion', en: '/sign-in/signed-out' },
  accessCode: { fr: '/connexion/code-d-acces', en: '/sign-in/access-code' },
  accessCodeAgain: { fr: '/connexion/code-d-acces/[reason]', en: '/sign-in/access-code/[reason]' },
  claim: { fr: '/connexion/relier-mon-identite', en: '/sign-in/link-my-identity' },
  claimAgain: { fr: '/connexion/relier-mon-identite/[reason]', en: '/sign-in/link-my-identity/[reason]' },
  oneTimeCode: { fr: '/connexion/code-recu/[state]', en: '/sign-in/code-received/[state]' },
  signInWait: { fr: '/connexion/attendre/[wait]', en: '/sign-in/wait/[wait]' },
  demoMessages: { fr: '/demo/messages-envoyes', en: '/demo/messages-sent' },
  checkReceipt: { fr: '/verifier-un-recu', en: '/check-a-receipt' },
  checkedReceipt: { fr: '/verifier-un-recu/[number]', en: '/check-a-receipt/[number]' },
  urgentNeed: { fr: '/besoin-urgent', en: '/urgent-need' },
  problem: { fr: '/probleme/[code]', en: '/problem/[code]' },
  textSize: { fr: '/taille-du-texte', en: '/text-size' },
  api: { fr: '/api', en: '/api' },
  search: { fr: '/recherche', en: '/search' },

  offices: { fr: '/bureaux', en: '/offices' },
  // Before the regions: it would be taken for one.
  officeSearch: { fr: '/bureaux/recherche', en: '/offices/search' },
  officesIn: { fr: '/bureaux/[region]', en: '/offices/[region]' },

  estimator: { fr: '/estimation', en: '/estimate' },
  estimatorAnew: { fr: '/estimation/nouvelle/[told]', en: '/estimate/anew/[told]' },
  estimatorQuestion: { fr: '/estimation/question/[question]', en: '/estimate/question/[question]' },
  estimatorResult: { fr: '/estimation/resultat', en: '/estimate/result' },
  estimatorApply: { fr: '/estimation/demande', en: '/estimate/apply' },

  applicationStart: { fr: '/demande', en: '/application' },
  applicationResume: { fr: '/demande/reprendre', en: '/application/resume' },
  applicationResumeAgain: { fr: '/demande/reprendre/[reason]', en: '/application/resume/[reason]' },
  // What to do now about an urgent need: its address names none.
  applicationNow: { fr: '/demande/maintenant', en: '/application/now' },
  application: { fr: '/demande/etapes', en: '/application/steps' },
  applicationQuestion: { fr: '/demande/question/[question]', en: '/application/question/[question]' },
  applicationDocuments: { fr: '/demande/documents', en: '/application/documents' },
  applicationDocument: { fr: '/demande/documents/[document]', en: '/application/documents/[document]' },
  applicationSpouse: { fr: '/demande/conjoint', en: '/application/spouse' },
  applicationCode: { fr: '/demande/mon-code', en: '/application/my-code' },
  applicationCodeAgain: { fr: '/demande/mon-code/[reason]', en: '/application/my-code/[reason]' },
  applicationReview: { fr: '/demande/verification', en: '/application/review' },
  applicationDeclaration: { fr: '/demande/declaration', en: '/application/declaration' },
  applicationReceipt: { fr: '/demande/recu', en: '/application/receipt' },
  applicationProgress: { fr: '/demande/suivi', en: '/application/progress' },
  applicationProgressTold: { fr: '/demande/suivi/[told]', en: '/application/progress/[told]' },
  applicationDecision: { fr: '/demande/decisions/[id]', en: '/application/decisions/[id]' },

  applicationDecisionReview: {
    fr: '/demande/decisions/[id]/revision',
    en: '/application/decisions/[id]/review',
  },

  file: { fr: '/mon-dossier', en: '/my-file' },
  statement: { fr: '/mon-dossier/declaration/[month]', en: '/my-file/statement/[month]' },
  statementQuestions: {
    fr: '/mon-dossier/declaration/[month]/questions',
    en: '/my-file/statement/[month]/questions',
  },
  statementReview: {
    fr: '/mon-dossier/declaration/[month]/verification',
    en: '/my-file/statement/[month]/review',
  },
  change: { fr: '/mon-dossier/changement', en: '/my-file/change' },
  changeQuestions: { fr: '/mon-dossier/changement/questions', en: '/my-file/change/questions' },
  changeReview: { fr: '/mon-dossier/changement/verification', en: '/my-file/change/review' },
  receipt: { fr: '/mon-dossier/recus/[id]', en: '/my-file/receipts/[id]' },
  history: { fr: '/mon-dossier/historique', en: '/my-file/history' },
  ownPayments: { fr: '/mon-dossier/paiements', en: '/my-file/payments' },
  payment: { fr: '/mon-dossier/paiements/[month]', en: '/my-file/payments/[month]' },
  decisions: { fr: '/mon-dossier/decisions', en: '/my-file/decisions' },
  decision: { fr: '/mon-dossier/decisions/[id]', en: '/my-file/decisions/[id]' },
  ownCode: { fr: '/mon-dossier/code-acces', en: '/my-file/access-code' },

  decisionReview: { fr: '/mon-dossier/decisions/[id]/revision', en: '/my-file/decisions/[id]/review' },
  mandates: { fr: '/mon-dossier/mandats', en: '/my-file/mandates' },

  account: { fr: '/mon-dossier/compte', en: '/my-file/account' },
  devices: { fr: '/mon-dossier/compte/appareils', en: '/my-file/account/devices' },
  myData: { fr: '/mon-dossier/compte/mes-donnees', en: '/my-file/account/my-data' },
  privacyRequests: { fr: '/mon-dossier/compte/renseignements', en: '/my-file/account/my-information' },
  proveAgain: { fr: '/mon-dossier/compte/code/[next]', en: '/my-file/account/code/[next]' },
  address: { fr: '/mon-dossier/compte/adresse', en: '/my-file/account/address' },
  deposit: { fr: '/mon-dossier/compte/depot-direct', en: '/my-file/account/direct-deposit' },
  closing: { fr: '/mon-dossier/compte/fermer', en: '/my-file/account/close' },
  freeze: { fr: '/geler/[token]', en: '/freeze/[token]' },
  frozen: { fr: '/gel/[outcome]', en: '/frozen/[outcome]' },
  looks: { fr: '/mon-dossier/consultations', en: '/my-file/looks' },
  messages: { fr: '/mon-dossier/messages', en: '/my-file/messages' },

  ...officeRoutes,
} as const
export type Route = keyof typeof routes

/** Files anyone may fetch. No page to come back to, so they stand beside the routes. */
const fileRoutes = {
  calendar: { fr: '/calendrier/quinze.ics', en: '/calendar/quinze.ics' },
} as const

function at(locale: Locale, route: Route, ...values: readonly string[]): string {
  const left = [...values]
  const path = routes[route][locale].replace(/\[\w+\]/g, () => encodeURIComponent(left.shift() ?? ''))
  return `/${locale}${path}`
}

/** The only maker of links to our pages: `paths.statement('en', month)` is `/en/my-file/statement/2026-11`. */
export const paths = {
  /** A page of words. */
  content: (locale: Locale, page: ContentPage) => at(locale, page),
  home: (locale: Locale) => at(locale, 'home'),
  signIn: (locale: Locale) => at(locale, 'signIn'),
  signInExpired: (locale: Locale) => at(locale, 'signInExpired'),
  signInRefused: (locale: Locale) => at(locale, 'signInRefused'),
  signInUnavailable: (locale: Locale) => at(locale, 'signInUnavailable'),
  signedOut: (locale: Locale) => at(locale, 'signedOut'),
  accessCode: (locale: Locale) => at(locale, 'accessCode'),
  accessCodeAgain: (locale: Locale, reason: string) => at(locale, 'accessCodeAgain', reason),
  claim: (locale: Locale) => at(locale, 'claim'),
  claimAgain: (locale: Locale, reason: string) => at(locale, 'claimAgain', reason),
  oneTimeCode: (locale: Locale, state: string) => at(locale, 'oneTimeCode', state),
  signInWait: (locale: Locale, wait: string) => at(locale, 'signInWait', wait),
  demoMessages: (locale: Locale) => at(locale, 'demoMessages'),
  checkReceipt: (locale: Locale) => at(locale, 'checkReceipt'),
  checkedReceipt: (locale: Locale, number: string) => at(locale, 'checkedReceipt', number),
  urgentNeed: (locale: Locale) => at(locale, 'urgentNeed'),
  problem: (locale: Locale, code: string) => at(locale, 'problem', code),
  textSize: (locale: Locale) => at(locale, 'textSize'),
  api: (locale: Locale) => at(locale, 'api'),
  search: (locale: Locale) => at(locale, 'search'),
  offices: (locale: Locale) => at(locale, 'offices'),
  officeSearch: (locale: Locale) => at(locale, 'officeSearch'),
  officesIn: (locale: Locale, region: string) => at(locale, 'officesIn', region),
  estimator: (locale: Locale) => at(locale, 'estimator'),
  estimatorAnew: (locale: Locale, told: string) => at(locale, 'estimatorAnew', told),
  estimatorQuestion: (locale: Locale, question: string) => at(locale, 'estimatorQuestion', question),
  estimatorResult: (locale: Locale) => at(locale, 'estimatorResult'),
  estimatorApply: (locale: Locale) => at(locale, 'estimatorApply'),
  applicationStart: (locale: Locale) => at(locale, 'applicationStart'),
  applicationResume: (locale: Locale) => at(locale, 'applicationResume'),
  applicationResumeAgain: (locale: Locale, reason: string) => at(locale, 'applicationResumeAgain', reason),
  applicationNow: (locale: Locale) => at(locale, 'applicationNow'),
  application: (locale: Locale) => at(locale, 'application'),
  applicationQuestion: (locale: Locale, question: string) => at(locale, 'applicationQuestion', question),
  applicationDocuments: (locale: Locale) => at(locale, 'applicationDocuments'),
  applicationDocument: (locale: Locale, document: string) => at(locale, 'applicationDocument', document),
  applicationSpouse: (locale: Locale) => at(locale, 'applicationSpouse'),
  applicationCode: (locale: Locale) => at(locale, 'applicationCode'),
  applicationCodeAgain: (locale: Locale, reason: string) => at(locale, 'applicationCodeAgain', reason),
  applicationReview: (locale: Locale) => at(locale, 'applicationReview'),
  applicationDeclaration: (locale: Locale) => at(locale, 'applicationDeclaration'),
  applicationReceipt: (locale: Locale) => at(locale, 'applicationReceipt'),
  applicationProgress: (locale: Locale) => at(locale, 'applicationProgress'),
  applicationProgressTold: (locale: Locale, told: string) => at(locale, 'applicationProgressTold', told),
  applicationDecisionReview: (locale: Locale, id: string) => at(locale, 'applicationDecisionReview', id),
  applicationDecision: (locale: Locale, id: string) => at(locale, 'applicationDecision', id),
  file: (locale: Locale) => at(locale, 'file'),
  statement: (locale: Locale, month: string) => at(locale, 'statement', month),
  statementQuestions: (locale: Locale, month: string) => at(locale, 'statementQuestions', month),
  statementReview: (locale: Locale, month: string) => at(locale, 'statementReview', month),
  change: (locale: Locale) => at(locale, 'change'),
  changeQuestions: (locale: Locale) => at(locale, 'changeQuestions'),
  changeReview: (locale: Locale) => at(locale, 'changeReview'),
  receipt: (locale: Locale, id: string) => at(locale, 'receipt', id),
  history: (locale: Locale) => at(locale, 'history'),
  ownPayments: (locale: Locale) => at(locale, 'ownPayments'),
  payment: (locale: Locale, month: string) => at(locale, 'payment', month),
  decisions: (locale: Locale) => at(locale, 'decisions'),
  decision: (locale: Locale, id: string) => at(locale, 'decision', id),
  ownCode: (locale: Locale) => at(locale, 'ownCode'),
  decisionReview: (locale: Locale, id: string) => at(locale, 'decisionReview', id),
  mandates: (locale: Locale) => at(locale, 'mandates'),
  account: (locale: Locale) => at(locale, 'account'),
  devices: (locale: Locale) => at(locale, 'devices'),
  myData: (locale: Locale) => at(locale, 'myData'),
  privacyRequests: (locale: Locale) => at(locale, 'privacyRequests'),
  proveAgain: (locale: Locale, next: string) => at(locale, 'proveAgain', next),
  address: (locale: Locale) => at(locale, 'address'),
  deposit: (locale: Locale) => at(locale, 'deposit'),
  closing: (locale: Locale) => at(locale, 'closing'),
  freeze: (locale: Locale, token: string) => at(locale, 'freeze', token),
  frozen: (locale: Locale, outcome: string) => at(locale, 'frozen', outcome),
  looks: (locale: Locale) => at(locale, 'looks'),
  messages: (locale: Locale) => at(locale, 'messages'),
  ...officePaths(at),
} satisfies Record<Exclude<Route, ContentPage> | 'content', (locale: Locale, ...values: never[]) => string>

/** The only maker of links to our files. */
export const files = {
  /** The dates of statements and payments, for a calendar program to fetch again and again: never to be moved. */
  calendar: (locale: Locale) => `/${locale}${fileRoutes.calendar[locale]}`,
}

/** The notice of the Charter in a page of the other language: its fragment shows it. */
export const englishNotice = 'english'

/** The way to a page in English from the same page in French: the first time, it shows the notice of the Charter. */
export const towardEnglish = (page: string): string => `/preferences/english?page=${encodeURIComponent(page)}`

/** An address with what its form asked: `/fr/recherche?q=logement`. What is empty is left out. */
export function withQuery(path: string, asked: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  )
  const query = new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What an address asks under a name, the first time it says it; an empty text when it does not. */
export function askedIn(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string {
  const value = Object.hasOwn(query, name) ? query[name] : undefined
  return (typeof value === 'object' ? value[0] : value) ?? ''
}

/** The last part of a content page's French address, which is also its folder's: `programmes`. */
export const slugOf = (page: ContentPage): string => contentRoutes[page].fr.slice(1)

/** A page of ours found from its address: its language, its route and the parts the address carries. */
export type Place = { readonly locale: Locale; readonly route: Route; readonly values: readonly string[] }

const patterns = (Object.keys(routes) as Route[]).flatMap((route) =>
  locales.map((locale) => ({
    locale,
    route,
    pattern: new RegExp(`^/${locale}${routes[route][locale].replace(/\[\w+\]/g, '([\\w-]{1,64})')}$`),
  })),
)

/**
 * The page an address leads to, or null when it is not one of our pages. Only a path is accepted: no host, no
 * query, no fragment, no escapes; so a `returnTo` that is found here can be answered safely.
 */
export function findPlace(path: string): Place | null {
  for (const { locale, route, pattern } of patterns) {
    const match = pattern.exec(path)
    if (match) return { locale, route, values: match.slice(1) }
  }
  return null
}

/** The pages whose address says what was asked. */
const asking: readonly Route[] = ['search', 'officeSearch', 'office']

/** Whether someone may be sent back to an address from outside: a page of ours, a search with its words included. */
export function mayReturnTo(address: string): boolean {
  const [path = '', query, ...rest] = address.split('?')
  const place = findPlace(path)
  if (place === null || query === undefined) return place !== null
  // As a form writes it: letters, digits and escapes.
  return asking.includes(place.route) && rest.length === 0 && /^[\w.*+%&=-]{1,4000}$/.test(query)
}

/** The same page in another language; its home page when the address is not one of ours. */
export function translatePath(path: string, locale: Locale): string {
  const place = findPlace(path)
  return place ? at(locale, place.route, ...place.values) : paths.home(locale)
}

/** The first part of every private address. `src/proxy.ts` repeats them, since its matcher must be literal. */
export const privateRoots = locales.flatMap((locale) => [
  paths.applicationStart(locale),
  paths.file(locale),
  paths.office(locale),
])

/** Whether an address belongs to a person's application or file, or to the office: never static, never stored. */
export function isPrivatePath(path: string): boolean {
  return privateRoots.some((root) => path === root || path.startsWith(`${root}/`))
}

/** The pages outside the private roots that run scripts: the estimator's result, for its slider. */
export const scriptedPages = locales.map(paths.estimatorResult)

/** Whether the pages of an address may run scripts, those that carry the nonce of their answer. */
export function mayRunScripts(path: string): boolean {
  return isPrivatePath(path) || scriptedPages.includes(path)
}

/** Public pages drawn for each reader: they show what was typed, or what is kept on the device. */
const drawnEachTime: readonly Route[] = [
  'checkedReceipt',
  'demoMessages',
  'estimator',
  'estimatorAnew',
  'estimatorQuestion',
  'estimatorApply',
  'freeze',
  'search',
  'officeSearch',
]

/** Whether an address is of a page made ahead: the same for every reader, and without a script. */
export function isMadeAhead(path: string): boolean {
  if (mayRunScripts(path)) return false
  const place = findPlace(path)
  return place !== null && !drawnEachTime.includes(place.route)
}

type Addresses = Readonly<Record<Locale, string>>

function pattern(locale: Locale, addresses: Addresses, language: Locale): string {
  return `/${locale}${addresses[language].replace(/\[(\w+)\]/g, ':$1')}`
}

const twoAddresses: readonly Addresses[] = [...Object.values(routes), ...Object.values(fileRoutes)].filter(
  ({ fr, en }) => (en as string) !== fr,
)

/** English addresses onto the folders, which carry the French names. For `rewrites()`. */
export function addressRewrites(): { source: string; destination: string }[] {
  return twoAddresses.map((addresses) => ({
    source: pattern('en', addresses, 'en'),
    destination: pattern('en', addresses, 'fr'),
  }))
}

/**
 * An address in the words of the other language, without its language or with it in capitals, goes to its true one. For
 * `redirects()`. A language we do not speak is told so, in both of ours.
 */
export function addressRedirects(): { source: string; destination: string; permanent: boolean }[] {
  const crossed = twoAddresses.flatMap((addresses) =>
    locales.map((locale) => ({
      source: pattern(locale, addresses, otherLocale(locale)),
      destination: pattern(locale, addresses, locale),
      permanent: true,
    })),
  )
  const shouted = locales.map((locale) => {
    const [first, second] = [...locale] as [string, string]
    const capitals = [locale.toUpperCase(), first.toUpperCase() + second, first + second.toUpperCase()]
    return {
      source: `/:language(${capitals.join('|')})/:path*`,
      destination: `/${locale}/:path*`,
      permanent: true,
    }
  })
  return [{ source: '/', destination: '/fr', permanent: false }, ...crossed, ...shouted, ...withoutLanguage()]
}

/** `/programmes` is French, `/programs` English. What both call the same is French, but `/api`, which is no page. */
function withoutLanguage(): { source: string; destination: string; permanent: boolean }[] {
  const taken = new Set(['', '/api'])
  return locales.map((locale) => {
    const names = (Object.keys(routes) as Route[])
      .map((route) => routes[route][locale])
      .filter((path) => /^\/[\w-]+$/.test(path) && !taken.has(path))
    for (const name of names) taken.add(name)
    const pages = [...new Set(names)].map((path) => path.slice(1)).join('|')
    return { source: `/:page(${pages})`, destination: `/${locale}/:page`, permanent: true }
  })
}

/** The language of an address, or null when it has none (`/api/…`, files). */
export function localeOf(path: string): Locale | null {
  const first = path.split('/')[1]
  return isLocale(first) ? first : null
}
