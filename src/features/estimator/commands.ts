import 'server-only'
import { fromEstimate } from '@/domain/application/from-estimate'
import type { Instant } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import type { Locale } from '@/i18n/locale'
import { readCookie } from '@/server/cookies'
import type { Answer, Call } from '@/server/endpoint'
import type { Viewer } from '@/server/viewer'
import {
  type Answers,
  answersCookie,
  answersCookieName,
  erasedCookie,
  noAnswers,
  openAnswers,
} from './cookie'
import { type Draft, type Postal, postedValue, type Posted } from './draft'
import { isQuestion, longestText } from './form'
import { childAges, fieldsOf, mergeAnswers, nextQuestion } from './journey'
import { errorsIn } from './reading'

/*
 * What a person sends to the estimator. It is kept in their own browser and nowhere else: no row is written here, and
 * nothing of it is logged.
 */

/** Keeps the answers of one page, and leads to the next one still without an answer, or to the result. */
export async function saveAnswers(call: Call<Viewer, Posted>): Promise<Answer> {
  const { input, arrival, locale } = call
  const question = postedValue(input, 'question')
  if (!isQuestion(question)) return { to: paths.estimator(locale) }
  const before = answersIn(call)
  const draft = mergeAnswers(before.draft, question, input)
  const isWrong = errorsIn(draft, fieldsOf(question, draft)).length > 0
  const attempted = isWrong ? question : null
  const told = before.lost && question !== 'household' ? 'over' : null
  const cookie = isTooLong(draft) ? null : answersCookie({ draft, attempted, told }, arrival)
  const here = paths.estimatorQuestion(locale, question)
  // What was there before is kept, and the page says why the rest is not.
  if (!cookie) return keep({ ...before, attempted: question, told: 'tooLong' }, here, arrival)
  const next = isWrong ? question : nextQuestion(draft)
  return {
    to: next ? paths.estimatorQuestion(locale, next) : paths.estimatorResult(locale),
    cookies: [cookie],
    data: {
      next,
      errors: errorsIn(draft, fieldsOf(question, draft)).map(({ field, problem }) => ({ field, problem })),
    },
  }
}

/** Forgets every answer. */
export async function eraseAnswers({ locale }: Call<Viewer, object>): Promise<Answer> {
  return { to: paths.estimatorAnew(locale, 'erased'), cookies: [erasedCookie()] }
}

/** Keeps the postal code with the answers, to show the office near it. */
export async function keepPostalCode(call: Call<Viewer, Postal>): Promise<Answer> {
  const { input, locale, arrival } = call
  const before = answersIn(call)
  if (before.lost) return lost(locale)
  const typed = input.postalCode.trim().slice(0, longestText)
  const { postalCode: _, ...rest } = before.draft
  const draft = typed ? { ...rest, postalCode: typed } : rest
  return keep({ ...before, draft, told: null }, `${paths.estimatorResult(locale)}#office`, arrival)
}

/** What an application begins with: the answers given here that mean the same there. None once they are over. */
export function answersToCarry(call: Call<Viewer, unknown>): Draft {
  const { draft } = answersIn(call)
  return fromEstimate(draft, childAges(draft).length)
}

/** The answers are forgotten once an application holds them: others may use this browser. */
export const forgetOnceBegun = (answer: Answer): Answer =>
  answer.status === 201 ? { ...answer, cookies: [...(answer.cookies ?? []), erasedCookie()] } : answer

function answersIn({ request, arrival }: Call<Viewer, unknown>): Answers & { readonly lost: boolean } {
  const value = readCookie(request, answersCookieName())
  const found = value === undefined ? null : openAnswers(value, arrival)
  return { ...(found ?? noAnswers), lost: found === null }
}

const lost = (locale: Locale): Answer => ({
  to: paths.estimatorAnew(locale, 'over'),
  cookies: [erasedCookie()],
})

/** What is typed in one field is bounded, so that all of it together always fits. */
const isTooLong = (draft: Answers['draft']): boolean =>
  Object.values(draft).some((value) => value.length > 4 * longestText)

function keep({ draft, attempted, told }: Answers, to: string, now: Instant): Answer {
  const cookie = answersCookie({ draft, attempted, told }, now)
  return { to, ...(cookie ? { cookies: [cookie] } : {}) }
}
