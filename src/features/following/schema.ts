import { z } from 'zod'

/** The longest reason of a withdrawal: it is kept as a message. */
export const LONGEST_REASON = 1_000

const text = z.string().catch('')

/** A message to the office. `key` is drawn with the form: pressed twice, it is sent once. */
export const messageSchema = z.object({ key: text, text })
export type MessageForm = z.infer<typeof messageSchema>

/** Takes an application back, or erases a draft. */
export const withdrawalSchema = z.object({ key: text, confirm: text, reason: text })
export type WithdrawalForm = z.infer<typeof withdrawalSchema>

/** What the page is told after a form. */
export const tolds = [
  'messageSent',
  'messageEmpty',
  'messageTooLong',
  'lineBroken',
  'fileWaiting',
  'notSent',
  'closed',
  'withdrawn',
  'notConfirmed',
  'decided',
] as const
export type Told = (typeof tolds)[number]

/** What an address says it tells; null when it is nothing of ours. */
export const toldIn = (text: string): Told | null => tolds.find((told) => told === text) ?? null
