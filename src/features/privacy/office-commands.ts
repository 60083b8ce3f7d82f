import 'server-only'
import {
  readAnswer,
  readExtension,
  whyClosed,
  whyNoExtension,
  type NoExtension,
} from '@/domain/privacy/answer'
import { storableText } from '@/domain/typed'
import { paths, withQuery } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { forgetStaffForm, keepStaffForm } from '@/server/staff-forms'
import type { Staff } from '@/server/viewer'
import { requestColumns, requestOf, type PrivacyRequest, type RequestRow } from './requests'
import { LONGEST_KEPT, type AnswerForm, type ExtensionForm, type OfficeNote } from './schema'

type OfficeCall<Input> = Call<Staff, Input>
type Found = PrivacyRequest & { readonly householdId: string; readonly personId: string }

const told = ({ locale, params }: OfficeCall<unknown>, note: OfficeNote, status = 200): Answer => ({
  to: withQuery(paths.officePrivacyRequest(locale, params['id']!), { told: note }),
  status,
  data: { code: note },
})
const whyNote: Readonly<Record<NoExtension, OfficeNote>> = {
  answered: 'was-answered',
  withdrawn: 'was-withdrawn',
  extended: 'was-extended',
  tooLate: 'too-late',
}

/** Answers a request. What is refused waits in its form; answered, it is frozen. The person is told that a message waits. */
export async function answerRequest(call: OfficeCall<AnswerForm>): Promise<Answer> {
  return about(call, async (door, found) => {
    const { viewer, input } = call
    const closed = whyClosed(found)
    if (closed) return told(call, whyNote[closed], 409)
    const typed = { ...input, words: storableText(input.words) }
    const read = readAnswer(found.kind, typed)
    if ('problems' in read) return refuse(door, call, 'privacyAnswer', shortened(typed), read.problems)
    const { outcome, ground, words } = read.answer
    const done = await door.sql(
      `update privacy_request set answered_at = app_now(), outcome = $2, ground = $3, answer = $4
       where id = $1 and answered_at is null and withdrawn_at is null returning id`,
      [found.id, outcome, ground, words],
    )
    if (done.length === 0) return told(call, await whatHappened(door, call), 409)
    await tell(door, viewer, found, 'answered', { outcome })
    return told(call, 'answered')
  })
}

/** Adds days to the time to answer, once and before it is over, and tells the person why. */
export async function extendRequest(call: OfficeCall<ExtensionForm>): Promise<Answer> {
  return about(call, async (door, found) => {
    const { viewer, input } = call
    const never = whyNoExtension(found, door.now)
    if (never) return told(call, whyNote[never], 409)
    const typed = { ...input, reason: storableText(input.reason) }
    const read = readExtension(typed)
    if ('problems' in read) return refuse(door, call, 'privacyExtension', shortened(typed), read.problems)
    const { days, reason } = read.extension
    const done = await door.sql(
      `update privacy_request set extended_at = app_now(), extension_days = $2, extension_reason = $3
       where id = $1 and extended_at is null and answered_at is null and withdrawn_at is null returning id`,
      [found.id, days, reason],
    )
    if (done.length === 0) return told(call, await whatHappened(door, call), 409)
    await forgetStaffForm(door, viewer, 'privacyExtension', found.id)
    await tell(door, viewer, found, 'extended', { days })
    return told(call, 'extended')
  })
}

/** Does something with a request of the office. Another's is not found, never forbidden. */
async function about(
  call: OfficeCall<unknown>,
  run: (door: Door, found: Found) => Promise<Answer>,
): Promise<Answer> {
  const id = call.params['id'] ?? ''
  const notFound: Answer = {
    to: paths.problem(call.locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(id)) return notFound
  return withViewer(call.viewer, async (door) => {
    const found = await find(door, call.viewer, id)
    return found ? run(door, found) : notFound
  })
}

async function find({ sql }: Door, viewer: Staff, id: string): Promise<Found | null> {
  const [row] = await sql<RequestRow & { household_id: string; person_id: string }>(
    `select ${requestColumns}, r.household_id, r.person_id
     from privacy_request r join household h on h.id = r.household_id where h.office_id = $1 and r.id = $2`,
    [viewer.officeId, id],
  )
  return row ? { ...requestOf(row), householdId: row.household_id, personId: row.person_id } : null
}

/** Someone was there first: why nothing was done. */
async function whatHappened(door: Door, { viewer, params }: OfficeCall<unknown>): Promise<OfficeNote> {
  const now = await find(door, viewer, params['id']!)
  return whyNote[(now && whyNoExtension(now, door.now)) ?? 'answered']
}

async function refuse(
  door: Door,
  call: OfficeCall<unknown>,
  form: 'privacyAnswer' | 'privacyExtension',
  typed: Readonly<Record<string, string>>,
  problems: readonly object[],
): Promise<Answer> {
  const id = call.params['id']!
  await keepStaffForm(door, call.viewer, form, id, typed)
  const to = paths.officePrivacyRequest(call.locale, id)
  return { to, status: 422, data: { code: 'refused', problems } }
}

const shortened = (typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.slice(0, LONGEST_KEPT)]))

/** The trail, and the news that a message waits: whom it is for, and nothing else. */
async function tell(
  door: Door,
  viewer: Staff,
  { id, householdId, personId }: Found,
  act: 'answered' | 'extended',
  details: Record<string, string | number>,
): Promise<void> {
  await record(door, viewer, { act, subjectKind: 'privacyRequest', subjectId: id, householdId, details })
  await door.tx.outbox.createMany({ data: [{ kind: 'privacy-answer', personId, payload: {} }] })
}
