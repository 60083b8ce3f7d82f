import { randomBytes, randomUUID } from 'node:crypto'
import { addAccessCode, addAddress, addMandate, addOffice, addStaff } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { decisionNumberBytes, makeDecisionNumber } from '../../src/domain/decision/number'
import { makeReceiptNumber, receiptNumberBytes } from '../../src/domain/statement/receipt-number'
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
  /** The task of that filing, held by the agent. */
  readonly task: string
  /** A message of the first adult that waits for an answer. */
  readonly message: string
  /** The help of the agent with the first adult, from a paper, once the agent has entered. */
  readonly assisted?: string
  /** A decision about the household that has left, and its notice on paper, which waits for the printer. */
  readonly decision: { readonly id: string; readonly notice: string }
  /** A decision about the application that was sent, for who follows it. */
  readonly applicationDecision?: string
  /** A household of another office whose file the agent holds open. */
  readonly opened?: string
  /** An application the contact centre holds open. */
  readonly heldApplication?: string
  /** The agent, as their supervisor sees them. */
  readonly staff?: string
  /** A decision that left, on the household; on the application of whoever sent one. */
  readonly toReview: string
  /** The request for its review. */
  readonly review: string
  /** A run of payments that waits for its release. */
  readonly run: string
  /** What the first adult asked about their own information; and an incident that was completed once. */
  readonly privacyRequest: string
  readonly incident: string
}

/** Who opens a page. */
type Visitor = 'anyone' | 'applicant' | 'applied' | 'citizen' | 'agent' | 'contact' | 'supervisor' | 'auditor'
type PageOf = { readonly as: Visitor; readonly at: (locale: Locale, stage: Stage) => string }

const anyone = (at: PageOf['at']): PageOf => ({ as: 'anyone', at })
const applicant = (at: PageOf['at']): PageOf => ({ as: 'applicant', at })
/** Of an application that is sent. */
const applied = (at: PageOf['at']): PageOf => ({ as: 'applied', at })
const citizen = (at: PageOf['at']): PageOf => ({ as: 'citizen', at })
const agent = (at: PageOf['at']): PageOf => ({ as: 'agent', at })
const supervisor = (at: PageOf['at']): PageOf => ({ as: 'supervisor', at })
const contact = (at: PageOf['at']): PageOf => ({ as: 'contact', at })
const auditor = (at: PageOf['at']): PageOf => ({ as: 'auditor', at })

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
  applicationDecisionReview: applied((locale, { toReview }) =>
    paths.applicationDecisionReview(locale, toReview),
  ),
  applicationProgressTold: applied((locale) => paths.applicationProgressTold(locale, 'messageEmpty')),

  applicationDecision: applied((locale, { applicationDecision }) =>
    paths.applicationDecision(locale, applicationDecision!),
  ),

  file: citizen(paths.file),
  statement: citizen((locale) => paths.statement(locale, month)),
  statementQuestions: citizen((locale) => paths.statementQuestions(locale, '2026-12')),
  statementReview: citizen((locale) => paths.statementReview(locale, month)),
  change: citizen(paths.change),
  changeQuestions: citizen(paths.changeQuestions),
  changeReview: citizen(paths.changeReview),
  receipt: citizen((locale, { filing }) => paths.receipt(locale, filing.id)),
  history: citizen(paths.history),
  ownPayments: citizen(paths.ownPayments),
  payment: citizen((locale) => paths.payment(locale, '2026-12')),
  decisions: citizen(paths.decisions),
  decision: citizen((locale, { decision }) => paths.decision(locale, decision.id)),
  ownCode: citizen(paths.ownCode),
  decisionReview: citizen((locale, { toReview }) => paths.decisionReview(locale, toReview)),
  mandates: citizen(paths.mandates),
  account: citizen(paths.account),
  devices: citizen(paths.devices),
  myData: citizen(paths.myData),
  looks: citizen(paths.looks),
  messages: citizen((locale) => withQuery(paths.messages(locale), { told: 'messageEmpty' })),
  privacyRequests: citizen(paths.privacyRequests),
  proveAgain: citizen((locale) => paths.proveAgain(locale, 'deposit')),
  address: citizen(paths.address),
  deposit: citizen(paths.deposit),
  closing: citizen(paths.closing),
  freeze: anyone((locale) => paths.freeze(locale, 'a'.repeat(43))),
  frozen: anyone((locale) => paths.frozen(locale, 'done')),

  office: agent(paths.office),
  officeHandOver: agent(paths.officeHandOver),
  assistedSignIn: agent(paths.assistedSignIn),
  assistedSignInTold: agent((locale) => paths.assistedSignInTold(locale, 'check-file-birth')),
  officeMessages: agent((locale, { message }) => paths.officeMessages(locale, message)),
  assisted: agent(paths.assisted),
  assistedAgain: agent((locale) => paths.assistedAgain(locale, 'check-channel-file-birth-way-consent')),
  assistedApplication: agent(paths.assistedApplication),
  assistedFile: agent((locale, { assisted }) => paths.assistedFile(locale, assisted!)),
  assistedStatement: agent((locale, { assisted }) => paths.assistedStatement(locale, assisted!, month)),
  assistedQuestions: agent((locale, { assisted }) => paths.assistedQuestions(locale, assisted!, month)),
  assistedReview: agent((locale, { assisted }) => paths.assistedReview(locale, assisted!, month)),
  assistedChange: agent((locale, { assisted }) => paths.assistedChange(locale, assisted!)),
  assistedChangeQuestions: agent((locale, { assisted }) => paths.assistedChangeQuestions(locale, assisted!)),
  assistedChangeReview: agent((locale, { assisted }) => paths.assistedChangeReview(locale, assisted!)),
  assistedReceipt: agent((locale, { assisted, filing }) =>
    paths.assistedReceipt(locale, assisted!, filing.id),
  ),
  officeFiles: agent(paths.officeFiles),
  officeFile: agent((locale, { household }) => paths.officeFile(locale, household.id)),
  officeExtension: agent((locale, { household }) => paths.officeExtension(locale, household.id)),
  officeClosing: agent((locale, { household }) => paths.officeClosing(locale, household.id)),
  officeApplication: agent((locale, { application }) => paths.officeApplication(locale, application!)),
  officeAdmission: agent((locale, { application }) => paths.officeAdmission(locale, application!)),
  officeReview: agent((locale, { review }) => paths.officeReview(locale, review)),
  officeStatement: agent((locale, { filing }) => paths.officeStatement(locale, filing.id)),
  officeDecision: agent((locale, { decision }) => paths.officeDecision(locale, decision.id)),
  officeNoticeLetter: agent((locale, { decision }) => paths.officeNoticeLetter(locale, decision.notice)),
  officeTask: agent((locale, { task }) => paths.officeTask(locale, task)),
  officeMove: agent((locale, { task }) => paths.officeMove(locale, `hold-${task}`)),
  officeReminderLetters: agent(paths.officeReminderLetters),
  officeLetters: agent(paths.officeLetters),
  officeLetter: agent((locale, { household }) => paths.officeLetter(locale, household.adults[0]!.id)),
  officeAccessCodes: agent((locale, { household }) => paths.officeAccessCodes(locale, household.id)),
  officeNotices: supervisor(paths.officeNotices),
  openFile: agent((locale) => `${paths.openFile(locale)}?note=words`),
  openedFile: agent((locale, { household, opened }) => paths.openedFile(locale, opened ?? household.id)),
  openedApplication: contact((locale, { heldApplication }) =>
    paths.openedApplication(locale, heldApplication!),
  ),
  trail: auditor((locale) => `${paths.trail(locale)}?all=1`),
  alikeLooks: auditor(paths.alikeLooks),
  openings: auditor(paths.openings),
  team: supervisor(paths.team),
  officePrivacy: supervisor(paths.officePrivacy),
  officePrivacyRequest: supervisor((locale, { privacyRequest }) =>
    paths.officePrivacyRequest(locale, privacyRequest),
  ),
  incidents: supervisor(paths.incidents),
  newIncident: supervisor(paths.newIncident),
  incident: supervisor((locale, { incident }) => paths.incident(locale, incident)),
  teamMember: supervisor((locale, { staff }) => paths.teamMember(locale, staff!)),
  exports: supervisor(paths.exports),
  administration: supervisor(paths.administration),
  policyPreview: supervisor((locale) => withQuery(paths.policyPreview(locale), { rise: '2,1' })),
  payments: supervisor(paths.payments),
  paymentRun: supervisor((locale, { run }) => `${paths.paymentRun(locale, run)}?note=reason`),
  proposals: supervisor((locale) => `${paths.proposals(locale)}?note=month`),
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
  const { id } = await decided(town, { subjectId: filing.id })
  const notice = await town.owner.decisionNotice.create({
    data: {
      ...{
        decisionId: id,
        personId: household.adults[0]!.id,
        name: household.adults[0]!.name,
        language: 'fr',
      },
      ...{ delivery: 'mail', storageKey: `notices/${id}`, digest: new Uint8Array(32), bytes: 1 },
    },
  })
  const message = await exchange(town, household)
  const { id: task } = await town.owner.task.findFirstOrThrow({ where: { subjectId: filing.id } })
  await town.owner.task.update({ where: { id: task }, data: { state: 'claimed', assignedTo: town.agent } })
  const reviews = await reviewsOf(town, household)
  const run = await runOf(town, household)
  const asked = { privacyRequest: await privacyOf(town, household), incident: await incidentOf(town) }
  return { household, filing, task, message, decision: { id, notice: notice.id }, run, ...reviews, ...asked }
}

/** Two requests of the first adult about their own information: one that waits, and one that was answered. */
async function privacyOf(town: Town, { id: householdId, adults }: Settled): Promise<string> {
  const { owner, supervisor: answeredBy } = town
  const asked = () => ({
    ...{ householdId, personId: adults[0]!.id, kind: 'access', language: 'fr', key: randomUUID() },
    ...{
      words: 'Les notes de mes appels de 2025',
      receiptNumber: makeReceiptNumber(month, randomBytes(receiptNumberBytes)),
      askedAt: new Date(),
    },
  })
  await owner.privacyRequest.create({
    data: {
      ...asked(),
      ...{ answeredAt: new Date(), answeredBy, outcome: 'partly', ground: 'aboutOthers' },
      answer: 'Voici vos notes.\nCe qui parle d’une autre personne n’y est pas.',
    },
  })
  return (await owner.privacyRequest.create({ data: asked() })).id
}

/** An incident whose entry was completed once, and still misses something. */
async function incidentOf({ owner, supervisor: recordedBy }: Town): Promise<string> {
  const { id } = await owner.incident.create({ data: { key: randomUUID(), recordedBy } })
  const entry = {
    ...{ incidentId: id, recordedBy, circumstances: 'Une lettre est partie à une autre adresse.' },
    ...{ awareFrom: '2026-11-03', information: 'Adresses', whyNotDescribed: '', occurredWords: '' },
    ...{ approximate: true, sensitivity: '', fearedUse: '', likelihood: '', whyNotTold: '' },
    ...{ publicNoticeWhy: '', measures: '' },
  }
  await owner.incidentVersion.create({ data: { ...entry, version: 1 } })
  await owner.incidentVersion.create({ data: { ...entry, version: 2, persons: 12, serious: true } })
  return id
}

/** A run that waits for its release, with one payment, which is higher than the month before. A town has one. */
async function runOf({ owner }: Town, { id: householdId }: Settled): Promise<string> {
  const month = '2026-12'
  const known = await owner.paymentRun.findFirst({ where: { month } })
  if (known) return known.id
  const counted = (count: number, cents: number) => ({ count, cents })
  const [none, one] = [counted(0, 0), counted(1, 134_500)]
  const report = {
    ...{ total: one, before: counted(1, 131_500), pay: one },
    moves: { up: counted(1, 3_000), down: none, same: none, new: none, stopped: none },
    reasons: [{ cause: 'incomeFell', ...counted(1, 3_000) }],
    marks: {
      ...{ carriedForward: one, held: none, ended: none },
      ...{ notComputed: none, decided: none, recovery: none },
    },
  }
  const digest = '5'.repeat(64)
  const { id } = await owner.paymentRun.create({
    data: {
      ...{ month, number: 0, cutOff: new Date('2026-11-24T04:59:59.999Z'), state: 'rehearsed' },
      ...{
        households: 1,
        payCents: 134_500,
        digest,
        report,
        rehearsedAt: new Date('2026-11-24T05:10:00.000Z'),
      },
      ...{ exportHouseholds: 1, exportCents: 134_500, exportDigest: digest },
    },
  })
  await owner.paymentItem.create({
    data: {
      ...{ runId: id, householdId, fileNumber: 'TEST-0001', state: 'paid', carriedForward: true },
      ...{ totalCents: 134_500, payCents: 134_500, recoveryCents: 0, beforeCents: 131_500, deposit: false },
      why: [{ code: 'workIncome', cause: 'incomeFell', cents: 3_000 }],
    },
  })
  return id
}

/** What the first adult and the office wrote to each other, with a file; the last of it waits. Gives its id. */
async function exchange({ owner, agent }: Town, { id, adults }: Settled): Promise<string> {
  const mailbox = { householdId: id, personId: adults[0]!.id }
  const write = (text: string, more: object = {}) =>
    owner.message.create({ data: { ...mailbox, text, key: randomUUID(), ...more } })
  await write(
    'Bonjour, mon bail a-t-il été reçu? https://exemple.invalid/une-adresse-sans-aucune-espace-du-tout',
  )
  await write('Oui, nous l’avons.', { fromStaff: agent })
  const last = await write('Voici aussi mon relevé.', { replyBy: '2026-11-12' })
  await owner.document.create({
    data: {
      ...{
        ...mailbox,
        messageId: last.id,
        requirement: 'message',
        name: 'un-releve-au-nom-tres-long-de-mon-appareil.jpg',
      },
      ...{
        type: 'image/jpeg',
        bytes: 120_000,
        storageKey: `documents/${randomUUID()}`,
        digest: Buffer.from('x'),
      },
    },
  })
  return last.id
}

/** A decision that has left, on the task of a filing or of an application, with everything a notice can hold. */
export async function decided(
  { owner, agent }: Town,
  about: { readonly subjectId: string },
): Promise<{ readonly id: string }> {
  const task = await owner.task.findFirstOrThrow({ where: about })
  const left = new Date('2026-11-09T15:00:00Z')
  const number = makeDecisionNumber(month, randomBytes(decisionNumberBytes))
  const payment = await owner.expectedPayment.findFirst({ orderBy: { computedAt: 'desc' } })
  const day = '2026-12-01'
  return owner.decision.create({
    data: {
      ...{ number, taskId: task.id, householdId: task.householdId, applicationId: task.applicationId },
      ...{ outcome: 'partlyAccepted', fromMonth: '2026-12', language: 'fr', wordingVersion: '2026-11-27' },
      reasons: [
        { code: 'provedByDocuments' },
        { code: 'documentNotGiven', facts: { day, document: 'wageProof.applicant.0' } },
        { code: 'notProved', item: 'work.0', facts: { day } },
      ],
      items: [{ item: 'work.0', outcome: 'waiting' }],
      ...(payment ? { benefit: payment.benefit as object } : {}),
      words: 'Appelez-moi si une phrase de cet avis n’est pas claire.',
      ...{ decidedBy: agent, decidedAt: left, leavesAt: left, leftAt: left },
    },
  })
}

/** A decision about the household whose review was asked, and another whose review is to be asked. */
async function reviewsOf(town: Town, household: Settled): Promise<{ review: string; toReview: string }> {
  const decision = await decidedOn(town, { householdId: household.id })
  const { id: review } = await town.owner.reviewRequest.create({
    data: {
      ...{ decisionId: decision, householdId: household.id, personId: household.adults[1]!.id },
      ...{ words: 'Ce salaire n’est pas le mien.', askedAt: new Date(), late: true, untilDay: '2026-10-01' },
      ...{ lateReason: 'illness', lateWords: 'À l’hôpital', receiptNumber: `Q-${decision}` },
      dueAt: new Date(),
    },
  })
  return { review, toReview: await decidedOn(town, { householdId: household.id }) }
}

/** A decision that left long ago, so that its review is asked with a reason. */
async function decidedOn(
  { owner, officeId, supervisor }: Town,
  of: { readonly householdId: string } | { readonly applicationId: string },
): Promise<string> {
  const { householdId = null, applicationId = null } = { householdId: null, applicationId: null, ...of }
  const [task] = await owner.$queryRawUnsafe<{ id: string }[]>(
    `select open_task('missing', uuidv7(), $1::uuid, $2::uuid, $3::uuid, '2026-06', 8::smallint, null) as id`,
    officeId,
    householdId,
    applicationId,
  )
  const { id } = await owner.decision.create({
    data: {
      ...{ number: `D-${task!.id}`, taskId: task!.id, householdId, applicationId, outcome: 'refused' },
      ...{ language: 'fr', wordingVersion: 'w', decidedBy: supervisor, leavesAt: new Date('2026-06-01') },
    },
  })
  return id
}

/** A letter and a reminder that wait for the first adult of a household, and where to send them. */
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
  await owner.reminder.create({
    data: {
      ...{ householdId: id, personId: adults[0]!.id, month: '2030-01', moment: 'letter', channel: 'letter' },
      dueAt: new Date('2030-01-16T04:59:59.999Z'),
    },
  })
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
  if (visitor === 'applicant' || visitor === 'applied' || visitor === 'agent' || visitor === 'contact') {
    const { origin } = new URL((await page.request.get('/fr')).url())
    await tell({ request: page.request, origin }, everything)
    if (visitor !== 'applicant') await sendTold({ request: page.request, origin }, everything)
  }
  if (visitor === 'applied') {
    const { id } = await decided(town, { subjectId: await sentTo(town) })
    return { ...stage, applicationDecision: id, toReview: await decidedOn(town, await latest(town)) }
  }
  if (visitor === 'contact') {
    await page.context().clearCookies()
    return { ...stage, heldApplication: await onTheTelephone(town, page) }
  }
  if (visitor === 'citizen') await town.enter(page, 'citizen', stage.household.adults[0]!.id)
  if (visitor === 'supervisor') await town.enter(page, 'staff', town.supervisor)
  if (visitor === 'auditor') await town.enter(page, 'staff', await auditorOf(town))
  if (visitor !== 'agent') return { ...stage, staff: town.agent }
  await page.context().clearCookies()
  await town.enter(page, 'staff', town.agent)
  return {
    ...stage,
    application: await sentTo(town),
    assisted: await helpedBy(town, stage.household),
    opened: await heldOpen(town),
  }
}

/** The agent helps the first adult of a household, from a paper handed in on the 9th. Gives the session of it. */
async function helpedBy({ owner, agent: staffId }: Town, { id, adults }: Settled): Promise<string> {
  const session = await owner.assistedSession.create({
    data: {
      staffId,
      householdId: id,
      personId: adults[0]!.id,
      channel: 'paper',
      identifiedBy: 'signature',
      handedInOn: '2026-11-09',
      language: 'fr',
      consentWording: 'test',
    },
  })
  return session.id
}

/** Someone who watches, of the family name of those they may look at. */
async function auditorOf({ owner }: Town): Promise<string> {
  const name = 'Nadia Longuenoms'
  const known = await owner.staffMember.findFirst({ where: { name } })
  return known?.id ?? addStaff(owner, { name, role: 'auditor', officeId: null })
}

/** Someone of the contact centre, who holds open the application sent last. Gives its id. */
async function onTheTelephone(town: Town, page: Parameters<Town['enter']>[0]): Promise<string> {
  const { owner } = town
  const name = 'Omar Téléphone'
  const known = await owner.staffMember.findFirst({ where: { name } })
  const staffId = known?.id ?? (await addStaff(owner, { name, role: 'contact', officeId: null }))
  await town.enter(page, 'staff', staffId)
  const { applicationId } = await latest(town)
  const [{ now }] = (await owner.$queryRawUnsafe<{ now: Date }[]>('select app_now() as now')) as [
    { now: Date },
  ]
  const until = new Date(now.getTime() + 30 * 60_000)
  await owner.applicationOpening.create({ data: { staffId, applicationId, openedAt: now, until } })
  return applicationId
}

/** A file of another office that the agent of the town holds open, with something on every line. */
async function heldOpen(town: Town): Promise<string> {
  const { owner, agent: staffId } = town
  const code = 'LOIN'
  const far = (await owner.office.findFirst({ where: { code } }))?.id ?? (await addOffice(owner, { code }))
  const adults = [{ givenName: 'Ophélie', familyName: 'Lointaine-Épreuve', birthDate: '1991-06-02' }]
  const { id, adults: people } = await town.settle({ adults })
  await town.filed({ id, adults: people }, month)
  await owner.household.update({ where: { id }, data: { officeId: far } })
  const [{ now }] = (await owner.$queryRawUnsafe<{ now: Date }[]>('select app_now() as now')) as [
    { now: Date },
  ]
  const until = new Date(now.getTime() + 30 * 60_000)
  const why = { kind: 'glass', reason: 'presentHere', words: 'La personne est devant moi.' }
  await owner.fileOpening.create({ data: { ...why, staffId, householdId: id, openedAt: now, until } })
  return id
}

/** The application sent last. */
async function latest({ owner }: Town): Promise<{ readonly applicationId: string }> {
  const { id } = await owner.application.findFirstOrThrow({
    where: { sentAt: { not: null } },
    orderBy: { id: 'desc' },
  })
  return { applicationId: id }
}

/** Brings the application sent last to the office of the town, wherever its postal code led. Gives its id. */
async function sentTo(town: Town): Promise<string> {
  const { owner, officeId } = town
  const { applicationId: id } = await latest(town)
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
