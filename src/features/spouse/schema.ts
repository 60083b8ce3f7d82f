import { z } from 'zod'

const text = z.string().max(6_000).catch('')

/** The spouse's word on the application. `key` was drawn into the form, so that it counts once. */
export const confirmationSchema = z.object({
  key: z.uuid().optional().catch(undefined),
  answer: text,
  note: text,
  signedName: text,
})
export type ConfirmationFields = z.infer<typeof confirmationSchema>

/** A button without answers. */
export const nothingSchema = z.object({})
