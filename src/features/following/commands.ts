import 'server-only'
import { statusOf } from '@/domain/application/timeline'
import { awaitedAfter } from '@/domain/application/waiting'
import { cleanMessage, messageProblem } from '@/domain/messages/text'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { applicationCookie } from '@/server/applicant'
import { readEvents } from '@/server/application-events'
import { keepPromise } from '@/server/application-promise'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { mailboxOfApplication } from '@/server/mailbox'
import { settleFiles, takeFiles, type TakenFiles } from '@/server/message-files'
import { keyIn, writeToOffice, type Letter } from '@/server/messages'
import { storage } from '@/server/storage'
import type { Applicant } from '@/server/viewer'
import { LONGEST_REASON, type MessageForm, type Told, type WithdrawalForm } from './schema'

/**
 * Writes to the office, for its eyes and one's own: the other adult never sees it. A message written while the office
 * waits for an answer of this adult is that answer: its clock goes on.
 */
export async function sendMessage(call: Call<Applicant, MessageForm>): Promise<Answer> {
  const { viewer, input, files } = call
  const text = cleanMessage(input.text)
  const problem = messageProblem(text)
  if (problem) return told(call, problem, 422)
  const given = await takeFiles(viewer, files)
  let added: ReadonlySet<string> = new Set()
  try {
    if (given.broken) return told(call, 'lineBroken', 422)
    const written = await withViewer(viewer, async (door) => {
      const events = await readEvents(door, viewer.applicationId)
      const status = statusOf(events, viewer.adult)
      if (status === 'draft') return 'notSent' as const
      if (status === 'withdrawn') return 'closed' as const
      const answered = awaitedAfter(events).flatMap(({ kind, subject, of }) =>
        kind === 'information' && (of === viewer.adult || of === 'household') ? [subject] : [],
      )
      return writeMessage(door, viewer, { key: keyIn(input.key), text, files: given.taken }, answered)
    })
    if (typeof written === 'string') return told(call, written, 409)
    added = written
    return told(call, 'messageSent', 201, given)
  } finally {
    await settleFiles(viewer, given, added)
  }
}

/*
 * The message, that it was written, and what it answers, once for one key: a second press finds the message and writes
 * nothing. Gives the files that are its own.
 */
async function writeMessage(
  door: Door,
  viewer: Applicant,
  letter: Letter,
  answered: readonly string[],
): Promise<ReadonlySet<string>> {
  const { applicationId, adult } = viewer
  const { id, isNew, added } = await writeToOffice(
    door,
    viewer,
    mailboxOfApplication(applicationId, adult),
    letter,
  )
  if (isNew) {
    await door.sql(
      `insert into application_event (application_id, kind, adult, "by", details)
       select $1, e.kind, $2, $2, jsonb_build_object('subject', coalesce(e.subject, $3))
       from (select 'messageSent' as kind, null::text as subject
         union all select 'informationGiven', unnest($4::text[])) e`,
      [applicationId, adult, id, answered],
    )
    if (answered.length > 0) await keepPromise(door, viewer, applicationId)
  }
  return added
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
  const text = cleanMessage(input.reason).slice(0, LONGEST_REASON)
  if (text !== '') await writeMessage(door, viewer, { key: keyIn(input.key), text, isLast: true }, [])
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

function told(
  { locale }: { readonly locale: Locale },
  code: Told,
  status: number,
  given?: TakenFiles,
): Answer {
  const wrong = given?.wrong
  const query = { problem: wrong?.problem ?? '', file: wrong ? String(wrong.file) : '' }
  const data = { code, ...(wrong && { problem: wrong.problem, file: wrong.file }) }
  return { to: withQuery(paths.applicationProgressTold(locale, code), query), status, data }
}
