import { z } from 'zod'

/*
 * What the forms of coming and going accept. Lenient: what is wrong is said in words, and what is not known counts as
 * not said.
 */
const text = z.string().max(400).catch('')
const tick = z.literal('yes').optional().catch(undefined)
const several = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())

/** The first answer: what is urgent. `key` was drawn into the form, so that pressing twice begins once. */
export const startSchema = z.object({
  key: z.uuid().optional().catch(undefined),
  urgentNeeds: several.catch([]),
  shared: tick,
  attach: tick,
})
export type StartFields = z.infer<typeof startSchema>

/** A word of one's own, and where to send the code. Neither is kept as it is. */
export const codeSchema = z.object({ word: text, email: text })
export type CodeFields = z.infer<typeof codeSchema>

/** The code and the word one comes back with. */
export const resumeSchema = z.object({ code: text, word: text, shared: tick })
export type ResumeFields = z.infer<typeof resumeSchema>

export const pageSchema = z.object({ returnTo: z.string().max(300).optional().catch(undefined) })
export type PageFields = z.infer<typeof pageSchema>

/** A button without answers. */
export const nothingSchema = z.object({})

/** Which of one's own applications to open. */
export const openingSchema = z.object({ application: z.string().max(64).catch('') })
export type OpeningFields = z.infer<typeof openingSchema>
