import { z } from 'zod'

const text = z.string().catch('')

/** A request as typed. `intent` drops what was typed and refused. */
export const askSchema = z.object({
  kind: text,
  words: text,
  key: text,
  intent: z.enum(['send', 'discard']).catch('send'),
})
export type AskForm = z.infer<typeof askSchema>

/** An answer of the office, as typed. */
export const answerSchema = z.object({ outcome: text, ground: text, words: text })
export type AnswerForm = z.infer<typeof answerSchema>

/** More time, as typed: how many days, and why. */
export const extensionSchema = z.object({ days: text, reason: text })
export type ExtensionForm = z.infer<typeof extensionSchema>

/** What the page of the person says after a form. */
export const askNotes = [
  'sent',
  'withdrawn',
  'already-answered',
  'already-withdrawn',
  'no-office',
  'restored',
] as const
export type AskNote = (typeof askNotes)[number]

/** What the page of the office says after a form. */
export const officeNotes = [
  'answered',
  'extended',
  'was-answered',
  'was-withdrawn',
  'was-extended',
  'too-late',
] as const
export type OfficeNote = (typeof officeNotes)[number]

/** The longest words that are kept of a refused form, in characters: room to shorten them. */
export const LONGEST_KEPT = 8_000
