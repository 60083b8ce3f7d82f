import { z } from 'zod'

/** A file sought by its number, as typed: the command says when there is none. */
export const searchSchema = z.object({ fileNumber: z.string().max(200).optional().catch(undefined) })
export type Search = z.infer<typeof searchSchema>

/** The letter that was printed, by the moment its code was given. */
export const printedSchema = z.object({ issuedAt: z.string().optional().catch(undefined) })
export type Printed = z.infer<typeof printedSchema>

/** A new code is given only to someone whose identity was checked. */
export const renewalSchema = z.object({ identity: z.string().optional().catch(undefined) })
export type Renewal = z.infer<typeof renewalSchema>

/** The reminders that were printed: their identifiers, separated by spaces. */
export const printedRemindersSchema = z.object({ letters: z.string().max(4_000).optional().catch(undefined) })
export type PrintedReminders = z.infer<typeof printedRemindersSchema>
