import { z } from 'zod'

const text = z.string().max(40).optional().catch(undefined)

/** What a provider sends of a call. Its names are the provider's. */
export const callSchema = z.object({
  /** The name of the call. */
  CallSid: z.string().min(1).max(64),
  /** The number it comes from, when it is told. */
  From: text,
  /** The keys that were pressed. */
  Digits: text,
  /** How a transfer ended. */
  DialCallStatus: text,
})
export type CallFields = z.infer<typeof callSchema>
