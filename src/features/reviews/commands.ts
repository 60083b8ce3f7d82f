import 'server-only'
import { randomBytes } from 'node:crypto'
import { dayOf, monthOf } from '@/domain/calendar'
import { answerDue, errorsOfReview, reviewRight } from '@/domain/decision/review'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import { storableText } from '@/domain/typed'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { isCitizen } from '@/server/viewer'
import { type Asker, fileOf, findOwnRequest, findReviewable, findStanding, type OwnRequest } from './requests'
import { LONGEST_KEPT, type ReviewForm } from './schema'

type ReviewCall = Call<Asker, ReviewForm>

/**
 * Asks that a decision be looked at again, in time or late with the reason. What was typed is kept first, so nothing is
 * lost when something is missing. Sent twice, it is one request and one receipt.
 */
export async function askReview(call: ReviewCall): Promise<Answer> {
  const id = call.params['id'] ?? ''
  if (!isId(id)) return notFound(call)
  const { intent } = call.input
  if (intent === 'withdraw') return withdrawReview(call, id)
  const kept = await withViewer(call.viewer, (door) => keep(door, call, id))
  if ('to' in kept || intent === 'save') return 'to' in kept ? kept : answer(call, id, 'kept', 200)
  try {
    return await withViewer(call.viewer, (door) => send(door, call, id, kept.requestId))
  } catch (error) {
    // The other adult asked at the same moment: one request stands, and what was typed here stays a draft.
    if (!isTaken(error)) throw error
    return answer(call, id, 'already-asked', 409)
  }
}

/** Only one request of a decision stands at a time: the database says so (SQLSTATE 23505). */
const isTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'review_request_stands_alone'

/** Keeps what was typed, and says what is wrong with it. */
async function keep(
  door: Door,
  call: ReviewCall,
  id: string,
): Promise<Answer | { readonly requestId: string }> {
  const { viewer, arrival, locale, input } = call
  const decision = await findReviewable(door, viewer, id)
  if (!decision) return notFound(call)
  const own = await findOwnRequest(door, viewer, id)
  if (own?.asked) return receiptOf(call, id, own.asked.receiptNumber, 200)
  if (await findStanding(door, id)) return answer(call, id, 'already-asked', 409)
  const typed = typedIn(input)
  const errors =
    input.intent === 'send' ? errorsOfReview(typed, reviewRight(decision.leftAt, arrival).late) : []
  const { householdId, applicationId, personId, adult } = fileOf(viewer)
  const [draft] = await door.sql<{ id: string }>(
    `insert into review_request (decision_id, household_id, application_id, person_id, adult, language, words,
       late_reason, late_words, attempted)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (decision_id, coalesce(person_id::text, adult)) where asked_at is null do update
     set language = $6, words = $7, late_reason = $8, late_words = $9, attempted = $10
     returning id`,
    [
      ...[id, householdId, applicationId, personId, adult, locale],
      ...[typed.words, typed.lateReason, typed.lateWords, errors.length > 0],
    ],
  )
  if (errors.length === 0) return { requestId: draft!.id }
  return { to: pageOf(call, id), status: 422, data: { code: 'wrong-answers', errors } }
}

const typedIn = ({ words, lateReason, lateWords }: ReviewForm) => ({
  words: storableText(words).slice(0, LONGEST_KEPT),
  lateReason: storableText(lateReason).slice(0, 40),
  lateWords: storableText(lateWords).slice(0, LONGEST_KEPT),
})

/** Sends the draft: received when the whole form had been read. Someone who pressed twice finds the first receipt. */
async function send(door: Door, call: ReviewCall, id: string, requestId: string): Promise<Answer> {
  const { viewer, arrival } = call
  const decision = await findReviewable(door, viewer, id)
  if (!decision) return notFound(call)
  const { until, late } = reviewRight(decision.leftAt, arrival)
  const number = makeReceiptNumber(monthOf(dayOf(arrival)), randomBytes(receiptNumberBytes))
  const sent = await door.sql<{ id: string }>(
    `update review_request set asked_at = $2, late = $3, until_day = $4, receipt_number = $5, due_at = $6,
       late_reason = case when $3 then late_reason else '' end, late_words = case when $3 then late_words else '' end
     where id = $1 and asked_at is null returning id`,
    [requestId, arrival, late, until, number, answerDue(arrival)],
  )
  const own = await findOwnRequest(door, viewer, id)
  if (!own?.asked) return notFound(call)
  if (sent.length > 0) await trace(door, call, requestId, late ? 'late' : 'inTime')
  return receiptOf(call, id, own.asked.receiptNumber, sent.length > 0 ? 201 : 200)
}

/** Takes a request back, as long as nobody answered it. Done twice, it is done; another may be sent in its place. */
async function withdrawReview(call: ReviewCall, id: string): Promise<Answer> {
  return withViewer(call.viewer, async (door) => {
    const own = await findOwnRequest(door, call.viewer, id)
    if (!own) return notFound(call)
    if ((await findStanding(door, id))?.answer) return answer(call, id, 'answered', 409)
    if (own.asked) await takeBack(door, call, own)
    return answer(call, id, 'withdrawn', 200)
  })
}

async function takeBack(door: Door, call: ReviewCall, own: OwnRequest): Promise<void> {
  await door.sql(
    'update review_request set withdrawn_at = app_now() where id = $1 and withdrawn_at is null and asked_at is not null',
    [own.id],
  )
  await trace(door, call, own.id, 'withdrawn')
}

async function trace(
  door: Door,
  { viewer }: ReviewCall,
  subjectId: string,
  how: 'late' | 'inTime' | 'withdrawn',
): Promise<void> {
  const { householdId } = fileOf(viewer)
  await record(door, viewer, {
    act: how === 'withdrawn' ? 'withdrawn' : 'sent',
    subjectKind: 'review',
    subjectId,
    ...(householdId ? { householdId } : {}),
    details: { how },
  })
}

const pageOf = ({ viewer, locale }: ReviewCall, id: string): string =>
  isCitizen(viewer) ? paths.decisionReview(locale, id) : paths.applicationDecisionReview(locale, id)

const answer = (call: ReviewCall, id: string, code: string, status: number): Answer => ({
  to: pageOf(call, id),
  status,
  data: { code },
})

const receiptOf = (call: ReviewCall, id: string, receiptNumber: string, status: number): Answer => ({
  to: pageOf(call, id),
  status,
  data: { code: 'asked', receiptNumber },
})

/** Somebody else's decision is not found, never forbidden. */
const notFound = ({ locale }: ReviewCall): Answer => ({
  to: paths.problem(locale, 'not-allowed'),
  status: 404,
  data: { code: 'not-allowed' },
})
