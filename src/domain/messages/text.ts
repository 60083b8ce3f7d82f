import { storableText } from '../typed'

/** The longest message, in characters: two pages. */
export const LONGEST_MESSAGE = 4_000

/** Why a text cannot be sent. Each has a sentence in both languages. */
export type MessageProblem = 'messageEmpty' | 'messageTooLong'

/** A message as it can be kept: without what cannot be seen at either end. */
export const cleanMessage = (typed: string): string => storableText(typed).trim()

/** What is wrong with a clean message, if anything. */
export function messageProblem(text: string): MessageProblem | null {
  if (text === '') return 'messageEmpty'
  return text.length > LONGEST_MESSAGE ? 'messageTooLong' : null
}
