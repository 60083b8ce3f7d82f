import { z } from 'zod'
import { isFileProblem, type FileProblem } from '@/server/file-rules'

const text = z.string().catch('')

/** A message to the office. `key` is drawn with the form: pressed twice, it is sent once. */
export const messageSchema = z.object({ key: text, text })
export type MessageForm = z.infer<typeof messageSchema>

/**
 * A message from the office. `person` or `adult` says to whom; `seen` is the last message that was on the screen, and
 * `back` the page it was written on.
 */
export const replySchema = z.object({ key: text, text, person: text, adult: text, seen: text, back: text })
export type ReplyForm = z.infer<typeof replySchema>

/** What a page of messages is told after a form. */
export const tolds = [
  'messageSent',
  'messageEmpty',
  'messageTooLong',
  'lineBroken',
  'noOffice',
  'restored',
  'fileWaiting',
  'replied',
  'moreCame',
] as const
export type Told = (typeof tolds)[number]

/** What an address says it tells; null when it is nothing of ours. */
export type ToldIn = {
  readonly told: Told | null
  /** A file that could not go with the message, and which of them it was. */
  readonly file: { readonly problem: FileProblem; readonly number: string } | null
}
export function toldIn(asked: (name: string) => string): ToldIn {
  const problem = asked('problem')
  const number = asked('file')
  return {
    told: tolds.find((one) => one === asked('told')) ?? null,
    file: isFileProblem(problem) ? { problem, number: /^\d{1,2}$/.test(number) ? number : '1' } : null,
  }
}

/** A file is opened by its address alone. */
export const openingSchema = z.object({})
