import { randomUUID } from 'node:crypto'
import type { Instant } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { applicantOf, startApplication } from '@/server/applicant'
import type { Answer, Call } from '@/server/endpoint'
import { newToken } from '@/server/secrets'
import type { Applicant } from '@/server/viewer'
import { saveAnswers } from '@/features/application/commands'
import { submitApplication } from '@/features/application/submission'

type Posted = Record<string, string | string[]>

/** Someone at an application of their own, begun at an instant. */
export async function begin(arrival: Instant, fields: Draft = { urgentNeeds: 'none' }): Promise<Applicant> {
  const token = newToken()
  await startApplication({
    key: randomUUID(),
    token,
    shared: false,
    language: 'fr',
    arrival,
    parts: { household: {}, applicant: fields, spouse: {} },
    urgent: [],
  })
  return (await applicantOf(token)).viewer as Applicant
}

function callOf(viewer: Applicant, input: Posted, arrival: Instant): Call<Applicant, Posted> {
  const request = new Request('http://localhost:3015/api/application/answers', { method: 'POST' })
  return { viewer, input, params: {}, arrival, locale: 'fr', request }
}

/** Presses a button of a question's page. */
export const press = (
  viewer: Applicant,
  question: string,
  fields: Posted,
  arrival: Instant,
  intent = 'continue',
): Promise<Answer> => saveAnswers(callOf(viewer, { question, intent, ...fields }, arrival))

/** Sends an application as its last page does. */
export const sendIt = (viewer: Applicant, fields: Posted, arrival: Instant): Promise<Answer> =>
  submitApplication(
    callOf(viewer, { key: randomUUID(), signedName: 'Ada Roy', attest: 'yes', ...fields }, arrival),
  )

/** The page an answer leads to: `identity`; '' when it is none. */
export const pageOf = (answer: Answer): string => /question\/([\w-]+)/.exec(answer.to)?.[1] ?? ''

/** What a single adult with nothing answers, page by page. */
export const nothingToTell: Readonly<Record<string, Posted>> = {
  urgent: { urgentNeeds: 'none' },
  identity: {
    givenName: 'Ada',
    familyName: 'Roy',
    'birthDate.day': '12',
    'birthDate.month': '3',
    'birthDate.year': '1984',
  },
  reason: { reason: 'noIncome' },
  status: { status: 'bornInQuebec' },
  before: { assistanceBefore: 'never' },
  numbers: { healthNumber: 'ROYA84531218', sin: '123 456 782' },
  reaching: { phone: '514 555-0123', email: '', lettersLanguage: 'fr', safeReach: 'anyTime' },
  helper: { helper: 'nobody' },
  dwelling: { dwelling: 'tenant' },
  address: { street: '12, rue des Érables', unit: '', city: 'Montréal', postalCode: 'H2X 1Y4' },
  rent: { rent: '700' },
  livesWith: { livesWith: 'nobody' },
  pastUnion: { pastUnion: 'none' },
  studies: { studies: 'no' },
  health: { health: 'none' },
  work: { work: 'before' },
  away: { away: 'no' },
  income: { income: 'none' },
  awaited: { awaited: 'none' },
  money: { accounts: '120,50', cash: '0', outstanding: '0' },
  owned: { owned: 'none' },
  givenAway: { givenAway: 'no' },
  deposit: { deposit: 'yes' },
  account: { transit: '20101', institution: '815', account: '1234567' },
  needs: { needs: 'none' },
  more: { more: '' },
}

/**
 * Answers every question as it comes, from the first page, as a person does: the next page is where the answer leads.
 * @returns the pages answered, in order
 */
export async function answerAll(
  viewer: Applicant,
  answers: Readonly<Record<string, Posted>>,
  arrival: Instant,
  from = 'urgent',
): Promise<string[]> {
  const pages: string[] = []
  let page = from
  while (page !== '' && pages.length < 200) {
    const fields = answers[page]
    if (!fields) throw new Error(`No answer to ${page}`)
    const answer = await press(viewer, page, fields, arrival)
    if (answer.status === 422) throw new Error(`${page}: ${JSON.stringify(answer.data)}`)
    pages.push(page)
    page = pageOf(answer)
  }
  return pages
}
