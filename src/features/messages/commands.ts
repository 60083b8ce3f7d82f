import 'server-only'
import { cleanMessage, messageProblem } from '@/domain/messages/text'
import { paths, withQuery } from '@/i18n/paths'
import { forgetRefused, keepRefused } from '@/server/account-forms'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { mailboxOfPerson } from '@/server/mailbox'
import { settleFiles, takeFiles, type TakenFiles } from '@/server/message-files'
import { keyIn, writeToOffice } from '@/server/messages'
import type { Citizen } from '@/server/viewer'
import type { MessageForm, Told } from './schema'

type MessageCall = Call<Citizen, MessageForm>

/**
 * Writes to one's office, with files. What was typed is never lost: a message that cannot go waits in its form, and a
 * file that is not good does not hold back the words it came with.
 */
export async function sendMessage(call: MessageCall): Promise<Answer> {
  const { viewer, input, files } = call
  const text = cleanMessage(input.text)
  const problem = messageProblem(text)
  if (problem) return refuse(call, text, problem, 422)
  const householdId = viewer.memberships.find(({ untilDay }) => untilDay === null)?.householdId
  if (!householdId) return refuse(call, text, 'noOffice', 409)
  const given = await takeFiles(viewer, files)
  let added: ReadonlySet<string> = new Set()
  try {
    if (given.broken) return await refuse(call, text, 'lineBroken', 422)
    const written = await withViewer(viewer, async (door) => {
      const letter = { key: keyIn(input.key), text, files: given.taken }
      await forgetRefused(door, viewer, 'message')
      return writeToOffice(door, viewer, mailboxOfPerson(householdId, viewer.personId), letter)
    })
    added = written.added
  } finally {
    await settleFiles(viewer, given, added)
  }
  return told(call, 'messageSent', 201, given)
}

/** Keeps what was typed and says why it was not sent. */
async function refuse(call: MessageCall, text: string, why: Told, status: number): Promise<Answer> {
  if (text !== '') {
    await withViewer(call.viewer, (door) =>
      keepRefused(door, call.viewer, 'message', { text: text.slice(0, LONGEST_KEPT) }),
    )
  }
  return told(call, why, status)
}
/** Twice the longest message: room to shorten it. */
const LONGEST_KEPT = 8_000

function told({ locale }: MessageCall, code: Told, status: number, given?: TakenFiles): Answer {
  const wrong = given?.wrong
  const query = { told: code, problem: wrong?.problem ?? '', file: wrong ? String(wrong.file) : '' }
  const data = { code, ...(wrong && { problem: wrong.problem, file: wrong.file }) }
  return { to: withQuery(paths.messages(locale), query), status, data }
}
