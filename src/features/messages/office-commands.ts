import 'server-only'
import { cleanMessage, messageProblem } from '@/domain/messages/text'
import { findPlace, paths, withQuery } from '@/i18n/paths'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Mailbox } from '@/server/mailbox'
import { settleFiles, takeFiles, type TakenFiles } from '@/server/message-files'
import { answerTo, keyIn, writeFromOffice } from '@/server/messages'
import { findMailboxes, type FileOf } from '@/server/office-mailboxes'
import type { Staff } from '@/server/viewer'
import type { ReplyForm, Told } from './schema'

type ReplyCall = Call<Staff, ReplyForm>

/** Writes to an adult of a household of the office. */
export const writeToPerson = (call: ReplyCall): Promise<Answer> =>
  write(call, { householdId: call.params['id'] ?? '' }, ({ personId }) => personId === call.input.person)

/** Writes to an adult of an application sent to the office. */
export const writeToApplicant = (call: ReplyCall): Promise<Answer> =>
  write(call, { applicationId: call.params['id'] ?? '' }, ({ adult }) => adult === call.input.adult)

async function write(call: ReplyCall, of: FileOf, isIt: (mailbox: Mailbox) => boolean): Promise<Answer> {
  const { viewer, input, files, locale } = call
  const mailboxes = await withViewer(viewer, (door) => findMailboxes(door, viewer, of))
  const mailbox = mailboxes.map((one) => one.mailbox).find(isIt)
  if (!mailbox) {
    return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  }
  const text = cleanMessage(input.text)
  const problem = messageProblem(text)
  if (problem) return told(call, problem, 422)
  const given = await takeFiles(viewer, files)
  let added: ReadonlySet<string> = new Set()
  try {
    if (given.broken) return told(call, 'lineBroken', 422)
    const { written, rest } = await withViewer(viewer, async (door) => {
      const letter = { key: keyIn(input.key), text, files: given.taken }
      const written = await writeFromOffice(door, viewer, mailbox, letter)
      return { written, rest: await answerTo(door, viewer, mailbox, input.seen) }
    })
    added = written.added
    return told(call, rest === 'moreCame' ? 'moreCame' : 'replied', 201, given)
  } finally {
    await settleFiles(viewer, given, added)
  }
}

function told({ locale, input }: ReplyCall, code: Told, status: number, given?: TakenFiles): Answer {
  const wrong = given?.wrong
  const query = { told: code, problem: wrong?.problem ?? '', file: wrong ? String(wrong.file) : '' }
  const data = { code, ...(wrong && { problem: wrong.problem, file: wrong.file }) }
  const back = findPlace(input.back) ? input.back : paths.office(locale)
  return { to: `${withQuery(back, query)}#messages`, status, data }
}
