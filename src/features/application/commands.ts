import 'server-only'
import { dayOf, type Day } from '@/domain/calendar'
import {
  errorsIn,
  fieldsOf,
  findPage,
  inputNames,
  journeyOf,
  pageAfter,
  pageId,
  type PageRef,
  partOf,
} from '@/domain/application/journey'
import { type Draft, valueOf } from '@/domain/draft'
import { urgentNeedsIn } from '@/domain/application/urgent'
import { paths } from '@/i18n/paths'
import { answersIn, postedValue } from '@/server/application-answers'
import {
  type Change,
  changeOf,
  isCorrecting,
  type Kept,
  noteAttempted,
  partIn,
  readKept,
  writeKept,
} from '@/server/application-drafts'
import type { Fields } from '@/server/body'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { countMistakes } from '@/server/mistakes'
import type { Applicant } from '@/server/viewer'
import { listOf, markOfOthers, withoutEntry } from './entries'
import { markOfAnswers } from './seen'
import { restoreSent } from './sent'

type AnswersCall = Call<Applicant, Fields>

/** As many tabs as one person may have pressing at the same time; each waits for the one before. */
const MOST_TRIES = 60

/** What a press leads to: what is to be written, and where to go once it is. */
type Step = {
  readonly changes: readonly (Change | null)[]
  readonly answer: Answer
  /** The fields that were answered wrongly. */
  readonly mistakes?: readonly string[]
}

/**
 * Keeps what was typed on a page, whatever it is, and goes on as the pressed button says: to the next page when this
 * one is right (`continue`), to the task list (`save`), nowhere (`autosave`), or with one entry less (`remove`).
 * `correct` and `discard` begin and end a correction of what was sent.
 */
export async function saveAnswers(call: AnswersCall): Promise<Answer> {
  return withViewer(call.viewer, async (door) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const kept = await readKept(door, call.viewer)
      if (!kept) return refused('not-found', paths.application(call.locale), 404)
      const { changes, answer, mistakes = [] } = await stepOf(door, call, kept)
      const done = changes.flatMap((change) => change ?? [])
      const outcome = await writeKept(door, call.viewer, done)
      if (outcome === 'tooLong') return tooLong(door, call, kept)
      if (outcome !== 'kept') continue
      await countMistakes(door, call.viewer, 'application', mistakes)
      return answer
    }
    throw new Error('An application is written by too many at once')
  })
}

async function stepOf(door: Door, call: AnswersCall, kept: Kept): Promise<Step> {
  const intent = postedValue(call.input, 'intent')
  const shut = closedTo(call, kept, intent)
  if (shut) return { changes: [], answer: shut }
  if (intent === 'correct') return correct(call, kept)
  if (intent === 'discard') return { changes: await restoreSent(door, call.viewer, kept), answer: home(call) }
  const today = dayOf(door.now)
  const ref = findPage(postedValue(call.input, 'question'), kept.draft, call.viewer.adult, today)
  // A page of a branch that was left meanwhile, in another tab.
  if (!ref) return { changes: [], answer: refused('not-asked', paths.application(call.locale), 409) }
  const step = keepPage(call, kept, ref, today, intent)
  if (ref.page === 'urgent' && call.viewer.adult === 'applicant') await noteUrgency(door, call, step.changes)
  return step
}

/** Keeps one page, and finds where to go. */
function keepPage(call: AnswersCall, kept: Kept, ref: PageRef, today: Day, intent: string): Step {
  const { viewer, locale } = call
  const fields = fieldsOf(ref, kept.draft, today)
  const seen = postedValue(call.input, 'seen')
  if (intent === 'autosave' && seen !== '' && seen !== markOfAnswers(fields, kept.draft)) {
    return {
      changes: [],
      answer: refused('changed-since', paths.applicationQuestion(locale, pageId(ref)), 409),
    }
  }
  const typed = answersIn(call.input, fields)
  const list = listOf(ref)
  const drawn = postedValue(call.input, 'others')
  if (drawn !== '' && drawn !== markOfOthers(list, kept.draft, ref)) {
    // What stands here now is another entry: this one was taken out already.
    const to = toAfterRemoval(call, kept.draft, ref, today)
    if (intent === 'remove') return { changes: [], answer: { to, data: { code: 'saved' } } }
    if (intent === 'autosave') return { changes: [], answer: refused('not-asked', to, 409) }
  }
  const change = (draft: Draft): Draft => {
    const now = { ...draft, ...typed }
    return intent === 'remove' && list ? withoutEntry(now, list, ref) : now
  }
  const part = partOf(Object.keys(typed)[0] ?? '')
  const before = partIn(kept, part)
  const draft = change(kept.draft)
  const id = pageId(ref)
  const wrong = intent === 'continue' ? errorsIn(ref, draft, today) : []
  const attempted = new Set(before?.attempted ?? [])
  if (intent === 'continue') attempted.delete(id)
  attempted.delete('tooLong')
  if (wrong.length > 0) attempted.add(id)
  const changes = [changeOf(kept, part, change(before?.answers ?? {}), [...attempted], ref.page)]
  const errors = wrong.map(({ field, problem }) => ({ field, problem }))
  if (wrong.length > 0) {
    const to = paths.applicationQuestion(locale, id)
    const mistakes = wrong.map(({ field }) => field)
    return { changes, mistakes, answer: { to, status: 422, data: { code: 'wrong-answers', errors } } }
  }
  const data = { code: 'saved' }
  if (intent === 'remove') return { changes, answer: { to: toAfterRemoval(call, draft, ref, today), data } }
  if (intent === 'autosave') {
    const now = { ...data, seen: markOfAnswers(fieldsOf(ref, draft, today), draft) }
    return { changes, answer: { to: paths.application(locale), data: now } }
  }
  if (intent !== 'continue') return { changes, answer: { to: paths.application(locale), data } }
  const next = pageAfter(ref, draft, viewer.adult, today)
  const to = next
    ? paths.applicationQuestion(locale, pageId(next))
    : viewer.adult === 'spouse'
      ? paths.application(locale)
      : paths.applicationReview(locale)
  return { changes, answer: { to, data: { ...data, next: next && pageId(next) } } }
}

/** The entry that took the place of the one taken out, or the one before it. */
function toAfterRemoval(call: AnswersCall, draft: Draft, ref: PageRef, today: Day): string {
  const left = journeyOf(draft, call.viewer.adult, today)
  const index = Math.max(0, (ref.index ?? 0) - 1)
  const near = [ref, { ...ref, index }].find((one) => left.some((other) => pageId(other) === pageId(one)))
  return near ? paths.applicationQuestion(call.locale, pageId(near)) : paths.application(call.locale)
}

/** What is urgent is seen at once by the office that receives the application. */
async function noteUrgency(door: Door, call: AnswersCall, changes: Step['changes']): Promise<void> {
  const needs = urgentNeedsIn(valueOf(changes[0]?.answers ?? {}, 'urgentNeeds'))
  await door.sql('update application set urgent = $2 where id = $1', [call.viewer.applicationId, needs])
}

/** Whether what was sent or withdrawn is to be left as it is. The spouse's own part stays open to the spouse. */
function closedTo(call: AnswersCall, kept: Kept, intent: string): Answer | null {
  const { viewer, locale } = call
  if (kept.withdrawnAt) return refused('withdrawn', paths.applicationProgress(locale), 409)
  if (viewer.adult === 'spouse') return null
  if (kept.sentVersion === 0) return null
  if (intent === 'correct' || isCorrecting(kept)) return null
  return refused('sent', paths.applicationReceipt(locale), 409)
}

function correct(call: AnswersCall, kept: Kept): Step {
  const own = partIn(kept, 'applicant')
  const to = paths.applicationReview(call.locale)
  const data = { code: 'correcting' }
  if (call.viewer.adult !== 'applicant' || !own || kept.sentVersion === 0)
    return { changes: [], answer: home(call) }
  const answers = { ...own.answers, corrects: String(kept.sentVersion) }
  return { changes: [changeOf(kept, 'applicant', answers)], answer: { to, data } }
}

/** More than is kept: what was there before stays, and the page says why. */
async function tooLong(door: Door, call: AnswersCall, kept: Kept): Promise<Answer> {
  const today = dayOf(door.now)
  const ref = findPage(postedValue(call.input, 'question'), kept.draft, call.viewer.adult, today)
  if (!ref) return refused('too-long', paths.application(call.locale), 422)
  const [name = ''] = fieldsOf(ref, kept.draft, today).flatMap(inputNames)
  await noteAttempted(door, call.viewer, partOf(name), 'tooLong')
  return refused('too-long', paths.applicationQuestion(call.locale, pageId(ref)), 422)
}

const home = (call: AnswersCall): Answer => ({ to: paths.application(call.locale), data: { code: 'saved' } })

const refused = (code: string, to: string, status: number): Answer => ({
  to,
  status,
  data: { code },
})
