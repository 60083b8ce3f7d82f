import { z } from 'zod'

const typed = z.string().max(300).optional().catch(undefined)

/** What asks for a release: why, for the trail and for whoever decides. */
export const releaseSchema = z.object({ key: typed, reason: typed })
export type ReleaseForm = z.infer<typeof releaseSchema>

/** In which form the export is taken. */
export const exportSchema = z.object({ format: z.enum(['ndjson', 'csv']).catch('ndjson') })
export type ExportForm = z.infer<typeof exportSchema>

/** What keeps a run from being released, as the database says it (`payment_run_problem`). */
export const runProblems = ['gone', 'not-rehearsed', 'not-computed', 'totals-differ'] as const
export type RunProblem = (typeof runProblems)[number]

export const paymentNotes = ['asked', 'waiting', 'reason', ...runProblems] as const
export type PaymentNote = (typeof paymentNotes)[number]
