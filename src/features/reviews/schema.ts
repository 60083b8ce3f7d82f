import { z } from 'zod'

/** More than is read of one answer, in characters: what is too long is kept, and told. */
export const LONGEST_KEPT = 6_000

const text = z.string().catch('')

/** A request for review: sent, kept for later, or taken back. */
export const reviewSchema = z.object({
  intent: z.enum(['send', 'save', 'withdraw']).catch('send'),
  words: text,
  lateReason: text,
  lateWords: text,
})
export type ReviewForm = z.infer<typeof reviewSchema>
