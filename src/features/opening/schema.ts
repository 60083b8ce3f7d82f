import { z } from 'zod'
import { askedIn } from '@/i18n/paths'
import { isId } from '@/server/ids'

/** Why someone of another office opens a file. The contact centre needs no reason: it answers a call. */
export const glassReasons = ['presentHere', 'replacing', 'urgent', 'other'] as const
export type GlassReason = (typeof glassReasons)[number]

/** The fewest letters that say why: the database asks as many. */
export const FEWEST_LETTERS = 10
export const MOST_LETTERS = 1000

/** A file to open, as typed: the command says what is missing. */
export const openingSchema = z.object({
  fileNumber: z.string().max(200).optional().catch(undefined),
  reason: z.enum(glassReasons).optional().catch(undefined),
  words: z.string().max(20_000).optional().catch(undefined),
})
export type Opening = z.infer<typeof openingSchema>

/** What the page says after a try that opened nothing. */
export const openingNotes = ['not-found', 'own-office', 'too-many', 'reason', 'words', 'ended'] as const
export type OpeningNote = (typeof openingNotes)[number]

/** The file of one's own office that the address of the page names; null when it names none. */
export function ownFileIn(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | null {
  const file = askedIn(query, 'file')
  return isId(file) ? file : null
}
