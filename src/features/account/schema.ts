import { z } from 'zod'

/** Beginning to sign in: the page of ours to come back to, when the person was on their way to one. */
export const signInSchema = z.object({
  returnTo: z.string().optional().catch(undefined),
  /** Others use this computer. */
  shared: z.literal('yes').optional().catch(undefined),
})
export type SignIn = z.infer<typeof signInSchema>
