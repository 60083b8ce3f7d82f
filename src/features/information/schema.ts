import { z } from 'zod'
import { textSizes, textSizeSteps } from '@/ui/text-size'

/** A receipt number, as a person copies it. */
export const receiptCheckSchema = z.object({ number: z.string().max(64).catch('') })
export type ReceiptCheck = z.infer<typeof receiptCheckSchema>

export const preferencesSchema = z.object({
  textSize: z.enum([...textSizes, ...textSizeSteps]).catch('reset'),
  returnTo: z.string().optional().catch(undefined),
})
export type Preferences = z.infer<typeof preferencesSchema>
