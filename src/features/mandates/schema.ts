import { z } from 'zod'

/** For whom to act: a mandate, or nothing for oneself. */
export const actingSchema = z.object({ mandate: z.string().max(64).optional().catch(undefined) })
export type Acting = z.infer<typeof actingSchema>
