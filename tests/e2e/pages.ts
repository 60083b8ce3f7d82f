import { addAccessCode, addAddress, addMandate } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import type { Locale } from '../../src/i18n/locale'
import { contentPages, paths, withQuery, type ContentPage, type Route } from '../../src/i18n/paths'
import type { Applicant } from './applicants/applicant'
import { together } from './applicants/couples'
import { sendTold, tell } from './applicants/tell'
import type { Settled, Town } from './town'
import { month } from './town'

/** What the pages of a town's couple need to show something. */
export type Stage = {
  readonly household: Settled
  /** The latest filing of November: its id and number. */
  readonly filing: { readonly id: string; readonly receiptNumber: string }
  /** The id of an application sent to the office of the agent, once someone of the office has entered. */
  readonly application?: string
}

/** Who opens a page. */
type Visitor = 'anyone' | 'applicant' | 'applied' | 'citizen' | 'agent' | 'supervisor'
type PageOf = { readonly as: Visitor; readonly at: (locale: Locale, stage: Stage) => string }

const anyone = (at: PageOf['at']): PageOf => ({ as: 'anyone', at })
const applicant = (at: PageOf['at']): PageOf => ({ as: 'applicant', at })
/** Of an application that is sent. */
const applied = (at: PageOf['at']): PageOf => ({ as: 'applied', at })
const citizen = (at: PageOf['at']): PageOf => ({ as: 'citizen', at })
const agent = (at: PageOf['at']): PageOf => ({ as: 'agent', at })
const supervisor = (at: PageOf['at']): PageOf => ({ as: 'supervisor', at })

const words = Object.fromEntries(
  contentPages.map((page) => [page, anyone((locale) => paths.content(locale, page))]),
) as Readonly<Record<ContentPage, PageOf>>

/** Every page there is, and who opens it on what. A page of `paths` without its line here does not compile. */
export const pages: Readonly<Record<Route, PageOf>> = {
  ...words,
  home: anyone(paths.home),
  signIn: anyone(paths.signIn),
  signInExpired: anyone(paths.signInExpired),
  signInRefused: anyone(paths.signInRefused),
  signInUnavailable: anyone(paths.signInUnavailable),
  signedOut: anyone(paths.signedOut),
  accessCode: anyone(paths.accessCode),
  accessCodeAgain: anyone((locale) => paths.accessCodeAgain(locale, 'check-file-birth-code')),
  claim: anyone(paths.claim),
  claimAgain: anyone((locale) => paths.claimAgain(locale, 'person-has-identity')),
  oneTimeCode: anyone((locale) => paths.oneTimeCode(locale, 'desk-wrong')),
  signInWait: anyone((locale) => paths.signInWait(locale, 'access-120')),
  demoMessages: anyone(paths.demoMessages),
  checkReceipt: anyone(paths.checkReceipt),
  checkedReceipt: anyone((locale, { filing }) => paths.checkedReceipt(locale, filing.receiptNumber)),
  urgentNeed: anyone(paths.urgentNeed),
  problem: anyone((locale) => paths.problem(locale, 'other-person')),
  textSize: anyone(paths.textSize),
  api: anyone(paths.api),
  search: anyone((locale) =>
    withQuery(paths.search(locale), { q: locale === 'fr' ? 'déclaration' : 'statement' }),
  ),
  offices: anyone(paths.offices),
  // A postal code that several offices share: everything the page can hold.
  officeSearch: anyone((locale) =>
    withQuery(paths.officeSearch(locale), { q: 'J7J', municipality: 'Mirabel' }),
  ),
  officesIn: anyone((locale) => paths.officesIn(locale, 'estrie')),
  estimator: anyone(paths.estimator),
  estimatorAnew: anyone((locale) => paths.estimatorAnew(locale, 'over')),
  estimatorQuestion: anyone((locale) => paths.estimatorQuestion(locale, 'amounts')),
  estimatorResult: anyone(paths.estimatorResult),
  estimatorApply: anyone(paths.estimatorApply),

  applicationStart: anyone(paths.applicationStart),
  applicationResume: anyone(paths.applicationResume),
  applicationResumeAgain: anyone((locale) => paths.applicationResumeAgain(locale, 'expired')),
  applicationNow: applicant(paths.applicationNow),
  application: applicant(paths.application),
  applicationQuestion: applicant((locale) => paths.applicationQuestion(locale, 'identity')),
  applicationDocuments: applicant(paths.applicationDocuments),
  applicationDocument: applicant((locale) => paths.applicationDocument(locale, 'identityPhoto-applicant')),
  applicationSpouse: applicant(paths.applicationSpouse),
  applicationCode: applicant(paths.applicationCode),
  applicationCodeAgain: applicant((locale) => paths.applicationCodeAgain(locale, 'short')),
  applicationReview: applicant(paths.applicationReview),
  applicationDeclaration: applicant(paths.applicationDeclaration),
  applicationReceipt: applied(paths.applicationReceipt),
  applicationProgress: applied(paths.applicationProgress),
  applicationProgressTold: applied((locale) => paths.applicationProgressTold(locale, 'messageEmpty')),

  file: citizen(paths.file),
  statement: citizen((locale) => paths.statement(locale, month)),
  statementQuestions: citizen((locale) => paths.statementQuestions(locale, '2026-12')),
  statementReview: citizen((locale) => paths.statementReview(locale, month)),
  change: citizen(paths.change),
  changeQuestions: citizen(paths.changeQuestions),
  changeReview: citizen(paths.changeReview),
  receipt: citizen((locale, { filing }) => paths.receipt(locale, filing.id)),
  history: citizen(paths.history),
  payment: citizen((locale) => paths.payment(locale, '2026-12')),
  ownCode: citizen(paths.ownCode),
  mandates: citizen(paths.mandates),
  account: citizen(paths.account),
  devices: citizen(paths.devices),
  myData: citizen(paths.myData),
  looks: citizen(paths.looks),
  proveAgain: citizen((locale) => paths.proveAgain(locale, 'deposit')),
  address: citizen(paths.address),
  deposit: citizen(paths.deposit),
  freeze: anyone((locale) => paths.freeze(locale, 'a'.repeat(43))),
  frozen: anyone((locale) => paths.frozen(locale, 'done')),

  office: agent(paths.office),
  assistedSignIn: agent(paths.assistedSignIn),
  assistedSignInTold: agent((locale) => paths.assistedSignInTold(locale, 'check-file-birth')),
  officeApplication: agent((locale, { application }) => paths.officeApplication(locale, application!)),
  officeStatement: agent((locale, { filing }) => paths.officeStatement(locale, filing.id)),
  officeLetters: agent(paths.officeLetters),
  officeLetter: agent((locale, { household }) => paths.officeLetter(locale, household.adults[0]!.id)),
  officeAccessCodes: agent((locale, { household }) => paths.officeAccessCodes(locale, household.id)),
  officeNotices: supervisor(paths.officeNotices),
}

/** Settles a couple with something on every page: history, a draft, a correction, a mandate given. */
export async function stage(town: Town): Promise<Stage> {
  const adults = [
    { givenName: 'Rosalie', familyName: 'Épreuve-Longuenoms', birthDate: '1988-03-09' },
    { givenName: 'Maximilien', familyName: 'Épreuve-Longuenoms', birthDate: '1986-01-20' },
  ]
  const household = await town.settle({ adults })
  const [rosalie] = household.adults
  const work = [
    {
      adultId: rosalie!.id,
      employer: 'Café Imaginaire du Bout-du-Rang',
      grossCents: 45_000 as never,
      netCents: 41_000 as never,
      certainty: 'estimated' as const,
      ended: null,
    },
  ]
  await town.filed(household, '2026-09')
  await town.filed(household, '2026-10', { answers: { changed: ['work'], work } })
  const filing = await town.filed(household, month, { answers: { changed: ['work'], work } })
  const fields = { changed: ['work', 'absence', 'move', 'other'], 'other.words': 'Un mot de plus' }
  const draft = { householdId: household.id, personId: rosalie!.id, kind: 'change', month, fields }
  await town.owner.statementDraft.create({ data: draft })
  const helper = await town.owner.person.create({
    data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
  })
  await addMandate(town.owner, {
    personId: rosalie!.id,
    representativeId: helper.id,
    kind: 'powerOfAttorney',
    rights: ['read', 'file', 'report'],
    fromDay: '2026-01-01',
  })
  await letterFor(town, household)
  return { household, filing }
}

/** A letter that waits for the first adult of a household, and where to send it. */
export async function letterFor({ owner }: Town, { id, adults }: Settled, code = '40417'): Promise<void> {
  const secret = readSecrets(dataFolder('test'))['session']!
  await addAddress(owner, id, {
    street: '1234, rue Imaginaire-de-Saint-Exemple',
    unit: '5',
    city: 'Val-des-Tests',
    postalCode: 'J2B 1A1',
    fromDay: '2026-01-01',
  })
  await addAccessCode(owner, { personId: adults[0]!.id, code, secret })
}

/** Signs in whoever opens a page; for `anyone`, nobody. Gives the stage as they find it. */
export async function enterAs(
  visitor: Visitor,
  page: Parameters<Town['enter']>[0],
  town: Town,
  stage: Stage,
): Promise<Stage> {
  await page.context().clearCookies({ name: 'quinze' })
  if (visitor === 'anyone') await estimate(page)
  if (visitor === 'applicant' || visitor === 'applied' || visitor === 'agent') {
    const { origin } = new URL((await page.request.get('/fr')).url())
    await tell({ request: page.request, origin }, everything)
    if (visitor !== 'applicant') await sendTold({ request: page.request, origin }, everything)
  }
  if (visitor === 'citizen') await town.enter(page, 'citizen', stage.household.adults[0]!.id)
  if (visitor === 'supervisor') await town.enter(page, 'staff', town.supervisor)
  if (visitor !== 'agent') return stage
  await page.context().clearCookies()
  await town.enter(page, 'staff', town.agent)
  return { ...stage, application: await sentTo(town) }
}

/** Brings the application sent last to the office of the town, wherever its postal code led. Gives its id. */
async function sentTo({ owner, officeId }: Town): Promise<string> {
  const { id } = await owner.application.findFirstOrThrow({
    where: { sentAt: { not: null } },
    orderBy: { sentAt: 'desc' },
  })
  await owner.application.update({ where: { id }, data: { officeId } })
  return id
}

/** An applicant with something on every page. */
const everything: Applicant = {
  ...together,
  answers: { ...together.answers, urgent: { urgentNeeds: 'noFood evictedSoon' } },
}

/** What a household with something on every line answers to the estimator, page by page. */
const estimated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  household: { home: 'partner children' },
  couple: { couple: 'aYear' },
  children: { childAges: '4, 13' },
  age: { age: '34', age2: '59' },
  status: { status: 'citizen', status2: 'permanentResident' },
  studies: { studies: 'no', studies2: 'no' },
  health: { health: 'none', health2: 'unknown' },
  income: { income: 'work childSupport' },
  amounts: { work: '640', work2: '0', childSupport: '1250,50' },
  money: { liquid: '300' },
  property: { property: 'vehicle' },
  values: { vehicleValue: '4 500' },
  aid: { aid: 'never' },
}

/** Answers the estimator without its pages, as a program would, and gives the browser what it keeps. */
export async function estimate(page: Parameters<Town['enter']>[0], answers = estimated): Promise<void> {
  const { origin } = new URL((await page.request.get('/fr')).url())
  const headers = { Origin: origin, Accept: 'application/json' }
  for (const [question, fields] of Object.entries(answers)) {
    await page.request.post('/api/estimator/answers', { headers, form: { question, ...fields } })
  }
  const form = { postalCode: 'J2B 1A1' }
  await page.request.post('/api/estimator/office', { headers, form })
}
