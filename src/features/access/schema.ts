import { z } from 'zod'

const text = z.string().trim().max(100).catch('')
const errand = z.enum(['sign-in', 'claim']).catch('sign-in')
const date = { 'birth.day': text, 'birth.month': text, 'birth.year': text }

/** The proof on paper: nothing of it is ever shown again. */
export const proofSchema = z.object({
  file: text,
  ...date,
  code: text,
  shared: z.literal('yes').optional().catch(undefined),
  errand,
})
export type ProofFields = z.infer<typeof proofSchema>

/** The one-time code, and where it was typed. */
export const oneTimeCodeSchema = z.object({
  code: text,
  errand,
  channel: z.enum(['email', 'text', 'desk', 'any']).catch('any'),
})
export type OneTimeCodeFields = z.infer<typeof oneTimeCodeSchema>

/** What a caller tells an agent. */
export const assistSchema = z.object({ file: text, ...date })
export type AssistFields = z.infer<typeof assistSchema>

/** The page to come back to. */
export const extensionSchema = z.object({ returnTo: z.string().max(300).optional().catch(undefined) })
export type ExtensionFields = z.infer<typeof extensionSchema>
