import { z } from 'zod'

/** Moments of the month worth seeing, around its limit. */
export const moments = ['opening', 'tenth', 'lastDay', 'lastMinutes', 'dayAfter', 'weekAfter', 'now'] as const
export type Moment = (typeof moments)[number]

export const moveClockSchema = z.object({
  moment: z.enum(moments).catch('now'),
  returnTo: z.string().optional().catch(undefined),
})
export type MoveClock = z.infer<typeof moveClockSchema>
