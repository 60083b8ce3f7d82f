import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { dayOf, type Instant } from '@/domain/calendar'
import type { Office } from '@/domain/offices/office'
import { postalAreaOf } from '@/domain/offices/postal-code'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { arrivalFromReading } from '@/server/clock'
import { withViewer } from '@/server/db'
import { officesOf } from '@/server/offices'
import { type Answers, answersCookieName, noAnswers, openAnswers } from './cookie'
import { type Draft, valueOf } from './draft'
import { type Field, isQuestion, type QuestionName } from './form'
import { fieldsOf, journeyOf, nextQuestion } from './journey'
import { errorsIn, type FieldError } from './reading'
import { type Result, resultOf } from './result'

/** The answers of the visitor whose page is drawn, opened once; `lost` when there was a cookie we cannot read. */
const readAnswers = cache(async (): Promise<Answers & { readonly state: 'none' | 'lost' | 'kept' }> => {
  const value = (await cookies()).get(answersCookieName())?.value
  if (value === undefined) return { ...noAnswers, state: 'none' }
  const answers = openAnswers(value, await now())
  return answers ? { ...answers, state: 'kept' } : { ...noAnswers, state: 'lost' }
})

const now = cache(
  async (): Promise<Instant> =>
    arrivalFromReading() ?? (await withViewer({ role: 'anonymous' }, async (door) => door.now)),
)

/** What the first page says: whether there are answers to go on with, and where. */
export async function readStart(): Promise<{
  readonly lost: boolean
  /** The next question, or the result; null when nothing was answered. */
  readonly next: QuestionName | 'result' | null
}> {
  const { draft, state } = await readAnswers()
  return { lost: state === 'lost', next: state === 'kept' ? (nextQuestion(draft) ?? 'result') : null }
}

/** One page of questions, as a person finds it. */
export type QuestionPage = {
  readonly question: QuestionName
  readonly fields: readonly Field[]
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  readonly told: Answers['told']
  /** Its place among the pages of this person. */
  readonly number: number
  readonly total: number
  /** The page before, or the result when everything is answered. */
  readonly back: QuestionName | 'result' | null
}

/** The page of a question. One that is not this person's to answer leads to the next that is. */
export const readQuestion = cache(async (locale: Locale, name: string): Promise<QuestionPage> => {
  const { draft, attempted, told, state } = await readAnswers()
  if (state === 'lost') redirect(paths.estimatorAnew(locale, 'over'))
  const journey = journeyOf(draft)
  const next = nextQuestion(draft)
  const at = isQuestion(name) ? journey.indexOf(name) : -1
  // Without an answer yet, only the first question has an address of its own.
  if (at === -1 || !isQuestion(name) || (next !== null && at > journey.indexOf(next))) {
    redirect(next === null ? paths.estimatorResult(locale) : paths.estimatorQuestion(locale, next))
  }
  const fields = fieldsOf(name, draft)
  const errors = attempted === name && told !== 'tooLong' ? errorsIn(draft, fields) : []
  return {
    question: name,
    fields,
    draft,
    errors,
    told,
    number: at + 1,
    total: journey.length,
    back: next === null ? 'result' : (journey[at - 1] ?? null),
  }
})

/** What is shown of a place where one may go. */
export type NearOffice = Pick<
  Office,
  'nameFr' | 'nameEn' | 'address' | 'city' | 'postalCode' | 'phone' | 'tollFree'
>

/** More would not help to choose: the finder of offices asks for the municipality. */
const mostOffices = 3

/** The result, the answers it rests on, and the offices of the postal code if one was given. */
export type ResultPage = {
  readonly result: Result
  readonly draft: Draft
  readonly journey: readonly QuestionName[]
  readonly office: OfficeSearch
}
export type OfficeSearch =
  | { readonly found: 'notAsked' | 'notReadable' | 'none'; readonly typed: string }
  | { readonly found: 'some'; readonly typed: string; readonly offices: readonly NearOffice[] }

/** The result page; whoever has a question left to answer is led there. */
export async function readResult(locale: Locale): Promise<ResultPage> {
  const { draft, state } = await readAnswers()
  if (state !== 'kept') redirect(paths.estimatorAnew(locale, 'over'))
  const next = nextQuestion(draft)
  if (next !== null) redirect(paths.estimatorQuestion(locale, next))
  const result = resultOf(draft, dayOf(await now()))
  return { result, draft, journey: journeyOf(draft), office: findOffices(valueOf(draft, 'postalCode')) }
}

function findOffices(typed: string): OfficeSearch {
  if (typed === '') return { found: 'notAsked', typed }
  const area = postalAreaOf(typed)
  if (area === null) return { found: 'notReadable', typed }
  const offices = officesOf(area).slice(0, mostOffices)
  return offices.length === 0 ? { found: 'none', typed } : { found: 'some', typed, offices }
}
