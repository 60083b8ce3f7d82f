import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Month } from '@/domain/calendar'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { type JourneyPage, journeyPages, pageAfter, sendingPage } from '@/domain/statement/journey'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { record } from '@/server/audit'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { restoreAccountForm } from '@/server/account-forms'
import { countMistakes } from '@/server/mistakes'
import { takeParked } from '@/server/parking'
import type { Citizen } from '@/server/viewer'
import { draftOf } from './answers-of'
import { type Desk, openDesk } from './desk'
import { previewOf } from './derive'
import { addEntry, type Draft, joinDrafts, knownFields, mergeDraft, removeEntry, valueOf } from './draft'
import { digestOf, file, keep, type Keeping, type Receipt, setAside } from './filing'
import { monthFrom } from './household'
import { pagePath, placeOf } from './place'
import { estimateMark, isPrivate, journeyOf, readDraft, readSending } from './schema'

type DraftCall = Call<Citizen, Draft>

/** The statement of a month; or a change, which is reported now and names no month. Null is no month of ours. */
type About = Month | 'now' | null

/** Keeps the draft of the month's statement. */
export const saveStatementDraft = (call: DraftCall) => saveDraft(call, monthFrom(call.params))
/** Sends the month's statement or its correction. */
export const submitStatement = (call: DraftCall) => submit(call, monthFrom(call.params))
/** The same, in a transaction that is already open: for a try that is taken back. */
export const submitStatementIn = (door: Door, call: DraftCall) => submitIn(door, call, monthFrom(call.params))
/** Keeps the draft of a change report. */
export const saveChangeDraft = (call: DraftCall) => saveDraft(call, 'now')
/** Sends a change report. */
export const submitChange = (call: DraftCall) => submit(call, 'now')

/**
 * Keeps what was typed, whatever it is, and goes on as the pressed button says: to the next page when this one is
 * right (`continue`), home (`save`), nowhere (`autosave`), or back with one more or one less entry. `correct`,
 * `correct-mine` and `discard` begin or end a correction.
 */
async function saveDraft(call: DraftCall, about: About): Promise<Answer> {
  return withViewer(call.viewer, async (door) => {
    const desk = await deskOf(door, call, about)
    if (!desk) return notFound(call)
    if (!desk.open) return closed(desk, call)
    const intent = valueOf(call.input, 'intent')
    const page = pageOf(call.input)
    const fields = applied(desk, call.input, page, intent)
    if (isUnseen(desk, call))
      return keepUnseen(door, desk, call, page && intent !== 'autosave' ? fields : null)
    if (intent === 'discard') return discard(door, desk, call)
    if (intent === 'correct' || intent === 'correct-mine') return correct(door, desk, call, intent)
    if (intent === 'take-mine' || intent === 'keep-theirs') return settle(door, desk, call, intent)
    const attempted = new Set(desk.draft?.attempted ?? [])
    attempted.delete('continue')
    attempted.delete('changed-since')
    let next: JourneyPage | null = page
    let mistakes: string[] = []
    if (intent === 'continue' && page) {
      attempted.add(page)
      // The sending is for later: the page it happens on must not greet the person with its errors.
      attempted.delete('send')
      const context = { ...desk.context }
      const errors = readDraft(fields, context).errors?.filter((error) => error.page === page) ?? []
      const wrong = errors.length > 0
      mistakes = errors.map(({ field }) => field)
      if (!wrong) next = pageAfter(page, journeyOf(fields, context)) ?? page
      // Nothing ticked and nothing to show: the page says to tick, or to send as it is.
      if (!wrong && next === page && page === 'start') attempted.add('continue')
    }
    const kept = await keepFields(door, desk, call, fields, [...attempted])
    if (!kept) return keepUnseen(door, desk, call, page && intent !== 'autosave' ? fields : null)
    await countMistakes(door, call.viewer, desk.kind, mistakes)
    const data = { code: 'saved', at: door.now }
    if (intent === 'save' || !next) return { to: desk.place.home(call.locale), data }
    const [verb, entry = ''] = intent.split(':')
    const anchor = verb === 'add' || verb === 'remove' ? `#${entry.split('.')[0]}` : ''
    return { to: pagePath(desk, call.locale, next) + anchor, data }
  })
}

/**
 * Sends a statement, a correction or a change report. Answers that are not right yet are kept, and the page says
 * why; the same answers give the same receipt; other answers filed meanwhile are shown beside these.
 */
async function submit(call: DraftCall, about: About): Promise<Answer> {
  return withViewer(call.viewer, (door) => submitIn(door, call, about))
}

async function submitIn(door: Door, call: DraftCall, about: About): Promise<Answer> {
  const desk = await deskOf(door, call, about)
  if (!desk) return notFound(call)
  const page = pageOf(call.input)
  // Sent from the last page, the answers are in the draft, which went when they were filed: the key knows them.
  const before = page && desk.household.filings.find((filing) => filing.key === valueOf(call.input, 'key'))
  if (before && page !== 'start') return receiptOf(call, before, 'already-filed-same')
  const fields = applied(desk, call.input, page, 'send')
  if (desk.open && isUnseen(desk, call)) return keepUnseen(door, desk, call, fields)
  const context = { ...desk.context, correcting: correctingIn(desk, fields) }
  const read = readDraft(fields, context)
  const errors = [...read.errors, ...readSending(fields, context)]
  if (!desk.open) {
    const same = desk.latest && read.answers && digestOf(read.answers) === desk.latest.digest
    return same ? receiptOf(call, desk.latest, 'already-filed-same') : closed(desk, call)
  }
  const seen = valueOf(call.input, 'seen')
  if (read.answers && seen !== '' && seen !== digestOf(read.answers)) {
    await keepFields(door, desk, call, fields, [...(desk.draft?.attempted ?? []), 'changed-since'])
    return toPage(desk, call, 'verification', 'changed-since')
  }
  const attempted = desk.draft?.attempted ?? []
  const journey = journeyOf(fields, context)
  if (page && page !== sendingPage(journey) && !read.errors.some((error) => error.page === page)) {
    await keepFields(door, desk, call, fields, attempted)
    return toPage(desk, call, pageAfter(page, journey) ?? sendingPage(journey), 'more-to-ask')
  }
  if (!read.answers || errors.length > 0) {
    const pages = errors.map((error) => error.page)
    await keepFields(door, desk, call, fields, [...new Set([...attempted, ...pages, 'send'])])
    const mistakes = errors.map(({ field }) => field)
    await countMistakes(door, call.viewer, desk.kind, mistakes)
    const first = journeyPages(journey).find((one) => pages.includes(one)) ?? 'start'
    return { ...toPage(desk, call, first, 'wrong-answers'), data: { code: 'wrong-answers', errors } }
  }
  return send(door, desk, call, fields, read.answers, context.correcting)
}

/** The other adult's own word on what was filed for both. Once: what is already said stays. */
export async function confirmFiling(call: Call<Citizen, Draft>): Promise<Answer> {
  return withViewer(call.viewer, async (door) => {
    const desk = await openDesk(door, call.viewer, null)
    const filing = desk?.household.filings.find((one) => one.id === call.params.id)
    const answer = valueOf(call.input, 'answer')
    if (!filing || filing.filedByPerson === call.viewer.personId) return notFound(call)
    const to = paths.receipt(call.locale, filing.id)
    if (answer !== 'agrees' && answer !== 'disagrees') {
      return { to: `${to}#confirmation`, status: 422, data: { code: 'choice.required' } }
    }
    const note = valueOf(call.input, 'note').trim().slice(0, 2_000) || null
    const rows = await door.sql<{ done: boolean }>(
      `with said as (
         insert into filing_confirmation (filing_id, person_id, answer, note) values ($1, $2, $3, $4)
         on conflict do nothing returning 1)
       select exists (select 1 from said) as done`,
      [filing.id, call.viewer.personId, answer, note],
    )
    if (desk && rows[0]?.done) {
      await record(door, call.viewer, {
        act: 'confirmed',
        subjectKind: 'filing',
        subjectId: filing.id,
        householdId: desk.household.id,
        details: { answer },
      })
    }
    return { to, data: { code: rows[0]?.done ? 'confirmed' : 'already-confirmed' } }
  })
}

/**
 * Puts back what arrived after a session had expired: into the drafts it was meant for, and leads there. Nothing is
 * filed by it: the person sends it again, having seen it.
 */
export async function restoreParked(call: DraftCall): Promise<Answer> {
  return withViewer(call.viewer, async (door) => {
    let to = paths.file(call.locale)
    // Taken newest first; put back oldest first, so that the latest words stand.
    for (const { path, fields: posted } of (await takeParked(door, call.viewer)).reverse()) {
      const address = /^\/api\/(?:statements\/(\d{4}-\d{2})|changes)\/(?:draft|submission)$/.exec(path)
      if (!address) {
        const form = await restoreAccountForm(door, call.viewer, path, posted)
        if (form) to = pageOfForm[form](call.locale)
        continue
      }
      const about = address[1] === undefined ? 'now' : monthFrom({ month: address[1] })
      const desk = await deskOf(door, call, about)
      if (!desk) continue
      const page = pageOf(posted)
      await keepFields(door, desk, call, applied(desk, posted, page, 'restore'), desk.draft?.attempted ?? [])
      await record(door, call.viewer, {
        act: 'restored',
        subjectKind: 'parked',
        householdId: desk.household.id,
        details: { kind: desk.kind, month: desk.month },
      })
      to = pagePath(desk, call.locale, page ?? 'start')
    }
    return { to, data: { code: 'restored' } }
  })
}

/** Where the forms that are no statement are sent again from. */
const pageOfForm = {
  contact: paths.account,
  address: paths.address,
  closing: paths.closing,
  message: (locale: Locale) => withQuery(paths.messages(locale), { told: 'restored' }),
  privacyRequest: (locale: Locale) => withQuery(paths.privacyRequests(locale), { told: 'restored' }),
} as const

async function send(
  door: Door,
  desk: Desk,
  call: DraftCall,
  fields: Draft,
  answers: FiledAnswers,
  correcting: number | null,
): Promise<Answer> {
  const hidden = isPrivate(fields, desk.context)
  const payment = hidden ? null : previewOf(desk.household, desk.kind, desk.month, answers, desk.now).after
  const lateReason = valueOf(fields, 'lateReason').trim()
  const reports = desk.household.filings.filter(
    (filing) => filing.kind === (hidden ? 'privateChange' : 'change') && filing.month === desk.month,
  )
  const filed = await file(door, call.viewer, {
    householdId: desk.household.id,
    kind: hidden ? 'privateChange' : desk.kind,
    month: desk.month,
    after: desk.kind === 'statement' ? (correcting ?? 0) : (reports.at(-1)?.version ?? 0),
    key: keyOf(call.input),
    answers,
    adults: desk.household.people
      .filter((person) => person.role === 'adult')
      .map(({ id, name }) => ({ id, name })),
    language: call.locale,
    arrival: call.arrival,
    dueAt: desk.kind === 'statement' ? desk.state.due.at : null,
    lateReason: lateReason === '' ? null : lateReason,
    correctionReason: correcting === null ? null : valueOf(fields, 'correctionReason').trim(),
    benefit: payment?.computed ? payment : null,
    draft: { kind: desk.kind, month: desk.draft?.month ?? desk.month },
  })
  if (filed.outcome === 'unseen') {
    await keepFields(door, desk, call, fields, ['filed-unseen'])
    return { ...toPage(desk, call, 'start', 'filed-unseen'), status: 409 }
  }
  const { outcome, receipt } = filed
  if (outcome === 'other') {
    await keepFields(door, desk, call, fields, [], { both: true })
    const to = pagePath(desk, call.locale, 'start')
    return { to, status: 409, data: { code: 'already-filed', receiptNumber: receipt.receiptNumber } }
  }
  if (outcome === 'same' && desk.draft && desk.draft.setAside.length === 0) await drop(door, desk, call)
  return receiptOf(call, receipt, outcome === 'filed' ? 'filed' : 'already-filed-same')
}

function receiptOf(call: DraftCall, receipt: Receipt, code: 'filed' | 'already-filed-same'): Answer {
  const { id, receiptNumber, version } = receipt
  const status = code === 'filed' ? 201 : 200
  // The number of a change report would tell one adult that the other has reported something in private.
  const told = 'month' in call.params ? { version } : {}
  return {
    to: placeOf(call.viewer).receipt(call.locale, id),
    status,
    data: { code, id, receiptNumber, ...told },
  }
}

async function correct(door: Door, desk: Desk, call: DraftCall, intent: string): Promise<Answer> {
  if (!desk.latest) return toPage(desk, call, 'start', 'nothing-to-correct')
  const version = String(desk.latest.version)
  const mine = intent === 'correct-mine' && desk.draft
  const sent = { ...draftOf(desk.latest.answers), ...confirmFields(desk) }
  const start = mine ? joinDrafts(sent, desk.fields) : sent
  await keepFields(door, desk, call, { ...start, corrects: version }, [])
  return toPage(desk, call, mine ? 'verification' : 'start', 'correcting')
}

/** The estimates as the latest version confirmed them, as form fields. */
function confirmFields(desk: Desk): Draft {
  const confirmed = desk.latest?.answers.confirmed ?? []
  return Object.fromEntries(
    desk.context.estimates.flatMap((estimate, index) => {
      const mark = estimateMark(estimate)
      const answer = confirmed.find((one) => estimateMark(one) === mark)
      if (!answer) return []
      const same = answer.finalCents === answer.estimatedCents
      const name = `confirm.${index}`
      return [
        [`${name}.of`, mark],
        [`${name}.same`, same ? 'yes' : 'no'],
        ...(same ? [] : [[`${name}.final`, (answer.finalCents / 100).toFixed(2).replace('.', ',')]]),
      ]
    }),
  ) as Draft
}

async function discard(door: Door, desk: Desk, call: DraftCall): Promise<Answer> {
  await drop(door, desk, call)
  return toPage(desk, call, 'start', 'discarded')
}

async function drop(door: Door, desk: Desk, call: DraftCall): Promise<void> {
  await door.tx.statementDraft.deleteMany({
    where: {
      householdId: desk.household.id,
      personId: call.viewer.actorId,
      kind: desk.kind,
      month: desk.draft?.month ?? desk.month,
    },
  })
}

async function keepFields(
  door: Door,
  desk: Desk,
  call: DraftCall,
  fields: Draft,
  attempted: readonly string[],
  how: Keeping = {},
): Promise<boolean> {
  const month = desk.draft?.month ?? desk.month
  const draft = { householdId: desk.household.id, kind: desk.kind, month, fields, attempted }
  return keep(door, call.viewer, draft, { seen: versionSeen(call), ...how })
}

/** The version of the draft that was on the screen; null for a program, which saw none. */
function versionSeen({ input }: DraftCall): number | null {
  const seen = valueOf(input, 'draftVersion')
  return /^\d{1,9}$/.test(seen) ? Number(seen) : null
}

/** Another hand, the person's or that of who helps, wrote in the draft since this page was drawn. */
function isUnseen({ draft, assisted }: Desk, call: DraftCall): boolean {
  const seen = versionSeen(call)
  if (!draft || seen === null || draft.version === seen) return false
  return (draft.writtenBy?.staffId ?? null) !== (assisted?.staffId ?? null)
}

/** Replaces nothing that was not seen: what was typed is kept beside it, and the first page shows both. */
async function keepUnseen(door: Door, desk: Desk, call: DraftCall, fields: Draft | null): Promise<Answer> {
  if (fields) {
    const month = desk.draft?.month ?? desk.month
    await setAside(door, call.viewer, { householdId: desk.household.id, kind: desk.kind, month, fields })
  }
  return { ...toPage(desk, call, 'start', 'written-meanwhile'), status: 409 }
}

/** Chooses between what another hand wrote and what was typed without having seen it. */
async function settle(door: Door, desk: Desk, call: DraftCall, intent: string): Promise<Answer> {
  const mine = intent === 'take-mine' ? desk.draft?.setAside.at(-1) : undefined
  const attempted = (desk.draft?.attempted ?? []).filter((one) => one !== 'written-meanwhile')
  await keepFields(door, desk, call, mine ?? desk.fields, attempted, { settled: true })
  return toPage(desk, call, 'start', 'settled')
}

async function deskOf(door: Door, call: DraftCall, about: About): Promise<Desk | null> {
  return about && openDesk(door, call.viewer, about === 'now' ? null : about)
}

/** The draft with what was sent, and one more or one less entry when that button was pressed. */
function applied(desk: Desk, posted: Draft, page: JourneyPage | null, intent: string): Draft {
  // A program sends all its answers at once and names no page: nothing of an older draft may slip in.
  const merged = page || intent === 'autosave' ? mergeDraft(desk.fields, posted, page) : knownFields(posted)
  const [verb, entry = ''] = intent.split(':')
  if (verb === 'add') return addEntry(merged, entry)
  return verb === 'remove' ? removeEntry(merged, entry) : merged
}

function correctingIn(desk: Desk, fields: Draft): number | null {
  const version = Number(valueOf(fields, 'corrects'))
  return desk.latest && version > 0 && version <= desk.latest.version ? version : null
}

function pageOf(posted: Draft): JourneyPage | null {
  const page = valueOf(posted, 'page')
  return page === 'start' || page === 'questions' || page === 'verification' ? page : null
}

/** The key drawn when the form was opened; a program that sends none gets one, and its answers still count once. */
function keyOf(posted: Draft): string {
  const key = valueOf(posted, 'key')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key) ? key : randomUUID()
}

function toPage(desk: Desk, call: DraftCall, page: JourneyPage, code: string): Answer {
  return { to: pagePath(desk, call.locale, page), status: 422, data: { code } }
}

function closed(desk: Desk, call: DraftCall): Answer {
  return {
    to: pagePath(desk, call.locale, 'start'),
    status: 409,
    data: { code: desk.state.name },
  }
}

function notFound(call: DraftCall): Answer {
  return { to: placeOf(call.viewer).home(call.locale), status: 404, data: { code: 'not-found' } }
}
