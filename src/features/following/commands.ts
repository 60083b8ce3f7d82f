import 'server-only'
import { randomUUID } from 'node:crypto'
import { statusOf } from '@/domain/application/timeline'
import { awaitedAfter } from '@/domain/application/waiting'
import { storableText } from '@/domain/typed'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { applicationCookie } from '@/server/applicant'
import { readEvents } from '@/server/application-events'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { storage } from '@/server/storage'
import type { Applicant } from '@/server/viewer'
import { LONGEST_MESSAGE, LONGEST_REASON, type MessageForm, type Told, type WithdrawalForm } from './schema'

/**
 * Writes to the office, for its eyes and one's own: the other adult never sees it. A message written while the office
 * waits for an answer of this adult is that answer: its clock goes on.
 */
export async function sendMessage(call: Call<Applicant, MessageForm>): Promise<Answer> {
  const { viewer, input } = call
  const text = clean(input.text)
  if (text === '') return told(call, 'messageEmpty', 422)
  if (text.length > LONGEST_MESSAGE) return told(call, 'messageTooLong', 422)
  return withViewer(viewer, async (door) => {
    const events = await readEvents(door, viewer.applicationId)
    const status = statusOf(events, viewer.adult)
    if (status === 'draft') return told(call, 'notSent', 409)
    if (status === 'withdrawn') return told(call, 'closed', 409)
    const answered = awaitedAfter(events).flatMap(({ kind, subject, of }) =>
      kind === 'information' && (of === viewer.adult || of === 'household') ? [subject] : [],
    )
    await writeMessage(door, viewer, keyIn(input.key), text, answered)
    return told(call, 'messageSent', 201)
  })
}

/*
 * The message, that it was written, and what it answers, once for one key: a second press finds the message and writes
 * nothing.
 */
async function writeMessage(
  { sql }: Door,
  { applicationId, adult }: Applicant,
  key: string,
  text: string,
  answered: readonly string[],
): Promise<void> {
  await sql(
    `with written as (
       insert into application_message (application_id, adult, text, key) values ($1, $2, $3, $4)
       on conflict (application_id, key) do nothing returning id)
     insert into application_event (application_id, kind, adult, "by", details)
     select $1, e.kind, $2, $2, jsonb_build_object('subject', coalesce(e.subject, written.id::text))
     from written, (select 'messageSent' as kind, null::text as subject
       union all select 'informationGiven', unnest($5::text[])) e`,
    [applicationId, adult, text, key, answered],
  )
}

/**
 * Takes back what was sent: an event, nothing is deleted, and the reason is for the office alone. A draft that was not
 * sent is erased, and the visit ends with it. Done twice, it is done.
 */
export async function withdraw(call: Call<Applicant, WithdrawalForm>): Promise<Answer> {
  const { viewer, input, locale } = call
  if (viewer.adult !== 'applicant') return { to: paths.applicationProgress(locale), status: 404 }
  if (input.confirm !== 'yes') return told(call, 'notConfirmed', 422)
  const files: string[] = []
  const answer = await withViewer(viewer, async (door) => {
    const status = statusOf(await readEvents(door, viewer.applicationId), viewer.adult)
    if (status === 'decided') return told(call, 'decided', 409)
    if (status === 'draft') {
      files.push(...(await erase(call, door)))
      return erased(call)
    }
    const { count } = await door.tx.application.updateMany({
      where: { id: viewer.applicationId, sentAt: { not: null }, withdrawnAt: null },
      data: { withdrawnAt: new Date(door.now) },
    })
    if (count > 0) await noteWithdrawal(call, door)
    return told(call, 'withdrawn', 200)
  })
  // Only once nothing in the database leads to them any more.
  for (const key of files) await storage().remove(key)
  return answer
}

async function noteWithdrawal({ viewer, input }: Call<Applicant, WithdrawalForm>, door: Door): Promise<void> {
  const { applicationId, adult } = viewer
  await door.tx.applicationEvent.createMany({ data: [{ applicationId, kind: 'withdrawn', by: adult }] })
  await record(door, viewer, { act: 'withdrawn', subjectKind: 'application', subjectId: applicationId })
  const reason = clean(input.reason).slice(0, LONGEST_REASON)
  if (reason !== '') await writeMessage(door, viewer, keyIn(input.key), reason, [])
}

/** Erases the draft, and answers the keys of its files, which are still to be removed. */
async function erase({ viewer }: Call<Applicant, WithdrawalForm>, door: Door): Promise<string[]> {
  const subjectId = viewer.applicationId
  await record(door, viewer, {
    act: 'withdrawn',
    subjectKind: 'application',
    subjectId,
    details: { sent: 0 },
  })
  const rows = await door.sql<{ storage_key: string }>('select storage_key from erase_application()')
  return rows.map((row) => row.storage_key)
}

const erased = ({ locale }: { readonly locale: Locale }): Answer => ({
  to: paths.applicationStart(locale),
  data: { code: 'erased' },
  cookies: [applicationCookie(null, false)],
})

/** Text as it can be kept, without what cannot be seen at either end. */
const clean = (text: string): string => storableText(text).trim()

const keyIn = (key: string): string => (isId(key) ? key : randomUUID())

function told({ locale }: { readonly locale: 'fr' | 'en' }, code: Told, status: number): Answer {
  return { to: paths.applicationProgressTold(locale, code), status, data: { code } }
}
