import { z } from 'zod'

const typed = z.string().max(200).optional().catch(undefined)

/** A later limit for one household: the month, the day and why, as typed. */
export const extendSchema = z.object({
  month: typed,
  'until.day': typed,
  'until.month': typed,
  'until.year': typed,
  reason: typed,
})
export type ExtendForm = z.infer<typeof extendSchema>

/** What the page says after its form. Those of `fieldOfTold` are errors of a field. */
export const extendTolds = ['extended', 'already', 'month', 'day', 'reason'] as const
export type ExtendTold = (typeof extendTolds)[number]

/** The field an error is at. */
export const fieldOfTold: Readonly<Partial<Record<ExtendTold, string>>> = {
  month: 'month',
  day: 'until',
  reason: 'reason',
}
