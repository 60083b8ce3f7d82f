import 'server-only'
import { randomUUID } from 'node:crypto'
import { dayOf, monthOf } from '@/domain/calendar'
import { journeyOf, pageId, prune, statusOf } from '@/domain/application/journey'
import { urgentNeedsIn } from '@/domain/application/urgent'
import { documentsOf } from '@/domain/application/documents'
import { hasSpouse } from '@/domain/application/facts'
import { type Draft, valueOf } from '@/domain/draft'
import { paths } from '@/i18n/paths'
import { keepPromise } from '@/server/application-promise'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Applicant } from '@/server/viewer'
import { declarationErrors, declared } from './declaration'
import { postedValue } from '@/server/application-answers'
import type { Fields } from '@/server/body'
import { estimateOf } from './estimate'
import { changeOf, isCorrecting, type Kept, partIn, readKept, writeKept } from '@/server/application-drafts'
import { routeFor } from './office-of'
import { digestOf, type Receipt, send, sentWith, Stale } from './sending'

type SendingCall = Call<Applicant, Fields>

const MOST_TRIES = 20

/**
 * Sends an application, at any hour, or the correction of one. What is missing is shown on the page where everything is
 * checked; the same answers, or the same press, give the same receipt.
 */
export async function submitApplication(call: SendingCall): Promise<Answer> {
  const { viewer, locale } = call
  if (viewer.adult !== 'applicant') {
    return { to: paths.application(locale), status: 404, data: { code: 'not-allowed' } }
  }
  const key = keyIn(call.input)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      return await submitOnce(call, key)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
    }
  }
  throw new Error('An application is written by too many at once')
}

async function submitOnce(call: SendingCall, key: string): Promise<Answer> {
  const { viewer, locale } = call
  return withViewer(viewer, async (door) => {
    const kept = await readKept(door, viewer)
    if (!kept) return { to: paths.application(locale), status: 404, data: { code: 'not-found' } }
    const before = kept.sentVersion > 0 ? await sentWith(door, viewer, key) : null
    if (before) return receiptOf(call, before, 'already-sent-same')
    if (kept.withdrawnAt) {
      return { to: paths.applicationProgress(locale), status: 409, data: { code: 'withdrawn' } }
    }
    return submit(door, call, kept, key)
  })
}

async function submit(door: Door, call: SendingCall, kept: Kept, key: string): Promise<Answer> {
  const { viewer, locale } = call
  const today = dayOf(door.now)
  const correcting = isCorrecting(kept)
  const answers = prune(kept.draft, today)
  const journey = journeyOf(kept.draft, viewer.adult, today)
  const missing = journey.filter((ref) => statusOf(ref, kept.draft, today) !== 'done').map(pageId)
  if (missing.length > 0) {
    await keepDeclared(door, call, kept, missing)
    return {
      to: paths.applicationReview(locale),
      status: 422,
      data: { code: 'answers-missing', pages: missing },
    }
  }
  // Another tab changed an answer since the page that is signed was drawn: what one signs is what one has read.
  const seen = postedValue(call.input, 'seen')
  if (seen !== '' && seen !== digestOf(answers)) {
    await keepDeclared(door, call, kept, ['changedSince'])
    return { to: paths.applicationReview(locale), status: 409, data: { code: 'changed-since' } }
  }
  const typed = declared(call.input)
  const errors = declarationErrors(typed, correcting)
  if (errors.length > 0) {
    await keepDeclared(door, call, kept, ['declaration'])
    return { to: paths.applicationDeclaration(locale), status: 422, data: { code: 'wrong-answers', errors } }
  }
  const { outcome, receipt } = await send(door, viewer, kept, {
    after: correcting ? kept.sentVersion : 0,
    key,
    answers,
    signedName: typed.signedName,
    correctionReason: correcting ? typed.correctionReason : null,
    language: locale,
    arrival: call.arrival,
    month: monthOf(today),
    urgent: urgentNeedsIn(valueOf(answers, 'urgentNeeds')),
    route: routeFor(answers),
    estimate: estimateOf(kept.draft, today),
    required: documentsOf(answers, today).flatMap(({ id, required }) => (required ? [id] : [])),
    spouseConfirms: hasSpouse(answers),
  })
  if (outcome === 'other') {
    return {
      to: paths.applicationReceipt(locale),
      status: 409,
      data: { code: 'already-sent', receiptNumber: receipt.receiptNumber },
    }
  }
  if (outcome === 'sent') await keepPromise(door, viewer, viewer.applicationId)
  return receiptOf(call, receipt, outcome === 'sent' ? 'sent' : 'already-sent-same')
}

/** Keeps what was typed on the page of the declaration, and whose errors are to be shown. */
async function keepDeclared(
  door: Door,
  call: SendingCall,
  kept: Kept,
  attempted: readonly string[],
): Promise<void> {
  const own = partIn(kept, 'applicant')
  if (!own) return
  const answers: Draft = { ...own.answers, ...declared(call.input) }
  const shown = [...new Set([...own.attempted, ...attempted])]
  const change = changeOf(kept, 'applicant', answers, shown, 'declaration')
  // Written by another tab meanwhile: it is only what was typed on this page, and it is still on the screen before.
  if (change) await writeKept(door, call.viewer, [change])
}

function receiptOf({ locale }: SendingCall, receipt: Receipt, code: 'sent' | 'already-sent-same'): Answer {
  const { receiptNumber, version } = receipt
  return {
    to: paths.applicationReceipt(locale),
    status: code === 'sent' ? 201 : 200,
    data: { code, receiptNumber, version },
  }
}

/** The key drawn when the page was opened; a program that sends none gets one, and its answers still count once. */
function keyIn(posted: Fields): string {
  const key = postedValue(posted, 'key')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key) ? key : randomUUID()
}
