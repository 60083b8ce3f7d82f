import { z } from 'zod'

const text = z.string().catch('')

/** The longest name of a language, in characters. */
export const LONGEST_LANGUAGE = 60

/**
 * The language of letters and messages, and the one an interpreter is needed for, empty for none. The field named
 * `language` says that of the page.
 */
export const correspondenceSchema = z.object({
  correspondence: z.enum(['fr', 'en']).optional().catch(undefined),
  interpreter: z.string().optional().catch(undefined),
})
export type Correspondence = z.infer<typeof correspondenceSchema>

/** How to reach someone, as typed. `intent` drops what was typed and refused. */
export const contactSchema = z.object({
  email: text,
  mobile: text,
  notifyBy: text,
  reminders: text,
  safeNote: text,
  intent: z.enum(['save', 'discard']).catch('save'),
})
export type ContactForm = z.infer<typeof contactSchema>

/** A new address, as typed. */
export const addressSchema = z.object({
  street: text,
  unit: text,
  city: text,
  postalCode: text,
  intent: z.enum(['save', 'discard']).catch('save'),
})
export type AddressForm = z.infer<typeof addressSchema>

/** The three numbers of a direct deposit, as typed. */
export const depositSchema = z.object({ institution: text, transit: text, account: text })
export type DepositForm = z.infer<typeof depositSchema>

/** Which page a code to prove oneself again leads to. */
export const nextSchema = z.object({ next: z.enum(['address', 'deposit', 'closing']).catch('deposit') })
export type Next = z.infer<typeof nextSchema>

/** A code, as typed. */
export const codeSchema = nextSchema.extend({ code: text })
export type CodeForm = z.infer<typeof codeSchema>

/** The link of a notice. */
export const freezeLinkSchema = z.object({ token: text })
export type FreezeLink = z.infer<typeof freezeLinkSchema>
