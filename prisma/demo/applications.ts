import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { agencyClock } from '../../src/domain/application/agency-clock'
import { requirementEvents } from '../../src/domain/application/events'
import { partOf } from '../../src/domain/application/journey'
import type { Part } from '../../src/domain/application/question'
import { documentsOf } from '../../src/domain/application/documents'
import { addDays, dayOf, dayOfMonth, endOfDay, type Instant, type Month } from '../../src/domain/calendar'
import type { Draft } from '../../src/domain/draft'
import { makeReceiptNumber, receiptNumberBytes } from '../../src/domain/statement/receipt-number'
import { eventsOf } from '../../src/server/application-events'
import type { Prisma } from '../../src/server/generated/client'
import { morningOf, type Owner } from '../builders'

/** Someone alone who has nothing and pays rent in Drummondville: what each of these lives begins from. */
const alone: Draft = {
  ...{ urgentNeeds: 'none', reason: 'noIncome', status: 'bornInQuebec', assistanceBefore: 'never' },
  ...{
    healthNumberNone: 'yes',
    phone: '819 555-0142',
    lettersLanguage: 'fr',
    safeReach: 'anyTime',
    helper: 'nobody',
  },
  ...{
    dwelling: 'tenant',
    street: '12, rue de l’Exemple',
    city: 'Drummondville',
    postalCode: 'J2B 1G3',
    rent: '650',
  },
  ...{ livesWith: 'nobody', pastUnion: 'none', studies: 'no', health: 'none', work: 'before', away: 'no' },
  ...{ income: 'none', awaited: 'none', accounts: '12,50', cash: '0', outstanding: '0', owned: 'none' },
  ...{ givenAway: 'no', deposit: 'no', needs: 'none', more: '' },
}
const born = (year: string, month: string, day: string): Draft => ({
  ...{ 'birthDate.year': year, 'birthDate.month': month, 'birthDate.day': day },
})

type DemoApplication = {
  readonly name: string
  readonly office: string
  /** How many days before the demo begins. */
  readonly ago: number
  readonly answers: Draft
  /** What they have given already, by its requirement; `all`: everything that is required. */
  readonly given: readonly string[] | 'all'
}

/** Applications that wait at the offices of the demo: one that presses, one complete, one late, one that waits for papers. */
const demoApplications: readonly DemoApplication[] = [
  {
    ...{ name: 'Yvette Pressée', office: '009', ago: 1, given: [] },
    answers: { ...alone, ...born('1979', '12', '24'), urgentNeeds: 'noFood', rent: '480', dwelling: 'room' },
  },
  {
    ...{ name: 'Rémi Sansrien', office: '009', ago: 2, given: 'all' },
    answers: { ...alone, ...born('1984', '03', '12') },
  },
  {
    ...{ name: 'Solange Attente', office: '009', ago: 12, given: 'all' },
    answers: { ...alone, ...born('1990', '07', '05'), accounts: '240,00', rent: '700' },
  },
  {
    ...{ name: 'Fernand Fauteuil', office: '009', ago: 5, given: ['identityPhoto.applicant'] },
    answers: {
      ...{
        ...alone,
        ...born('1965', '08', '20'),
        reason: 'health',
        health: 'severe',
        healthLasts: 'forGood',
      },
      healthWords: 'Le dos et le cœur. Je ne peux plus travailler.',
    },
  },
  {
    ...{ name: 'Kim Essai', office: '002', ago: 3, given: 'all' },
    answers: { ...alone, ...born('1988', '01', '05'), city: 'Amos', postalCode: 'J9T 1A1' },
  },
]

/** Writes the applications as they would have been sent, and keeps the day that is promised for each. */
export async function writeApplications(owner: Owner, month: Month, now: Instant): Promise<void> {
  const offices = new Map((await owner.office.findMany()).map(({ id, code }) => [code, id]))
  for (const one of demoApplications) {
    const sentAt = morningOf(addDays(dayOfMonth(month, 10), -one.ago))
    const id = await writeOne(owner, one, offices.get(one.office)!, sentAt, month)
    const events = await owner.applicationEvent.findMany({
      where: { applicationId: id },
      orderBy: { id: 'asc' },
    })
    const clock = agencyClock(eventsOf(events as never), now)
    const promised =
      clock.state === 'running' || clock.state === 'overdue' ? endOfDay(clock.promisedDay) : null
    await owner.task.updateMany({
      where: { applicationId: id },
      data: {
        openedAt: new Date(sentAt),
        changedAt: new Date(sentAt),
        dueAt: promised && new Date(promised),
      },
    })
  }
}

async function writeOne(
  owner: Owner,
  { name, office, answers: told, given }: DemoApplication,
  officeId: string,
  sentAt: Instant,
  month: Month,
): Promise<string> {
  const [givenName = '', ...family] = name.split(' ')
  const answers: Draft = { ...told, givenName, familyName: family.join(' ') }
  const at = new Date(sentAt)
  const { id } = await owner.application.create({ data: { startKey: randomUUID(), startedAt: at } })
  await owner.applicationAdult.create({ data: { applicationId: id, adult: 'applicant', cameAt: at } })
  const parts: Partial<Record<Part, Draft>> = {}
  for (const [field, value] of Object.entries(answers))
    parts[partOf(field)] = { ...parts[partOf(field)], [field]: value }
  const rows = (['household', 'applicant'] as const).map((part) => ({
    part,
    answers: (parts[part] ?? {}) as Prisma.InputJsonObject,
  }))
  await owner.applicationDraft.createMany({
    data: [
      ...rows.map(({ part, answers: fields }) => ({ applicationId: id, part, fields })),
      { applicationId: id, part: 'spouse', fields: {} },
    ],
  })
  await owner.applicationVersion.create({
    data: {
      ...{ applicationId: id, version: 1, schemaVersion: 1, wordingVersion: '2026-11', language: 'fr' },
      ...{ signedName: name, receivedAt: at, key: randomUUID(), parts: { create: rows } },
      receiptNumber: makeReceiptNumber(month, randomBytes(receiptNumberBytes)),
      answersDigest: createHash('sha256').update(JSON.stringify(answers)).digest('hex'),
    },
  })
  const required = documentsOf(answers, dayOf(sentAt)).flatMap((one) => (one.required ? [one.id] : []))
  const papers = given === 'all' ? required : given
  const sent = [
    ...requirementEvents(required, 'applicant'),
    { kind: 'sent', adult: null, details: { version: 1, spouseConfirms: false } },
    { kind: 'routed', adult: null, details: { subject: office } },
    ...papers.map((subject) => ({ kind: 'documentGiven', adult: 'applicant', details: { subject } })),
  ]
  for (const [index, { kind, adult, details }] of sent.entries())
    await owner.applicationEvent.create({
      data: {
        ...{ applicationId: id, kind, adult, by: 'applicant', details: details as Prisma.InputJsonObject },
        at: new Date(at.getTime() + index),
      },
    })
  await owner.application.update({
    where: { id },
    data: {
      ...{
        officeId,
        sentAt: at,
        urgent: answers['urgentNeeds'] === 'none' ? [] : [String(answers['urgentNeeds'])],
      },
      routing: {
        ...{ officeCode: office, reason: 'postalArea', certain: true },
        details: {
          postalArea: String(answers['postalCode']).slice(0, 3),
          place: null,
          delegatedTo: null,
          others: [],
          notes: [],
        },
      },
    },
  })
  return id
}
