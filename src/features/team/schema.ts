import { z } from 'zod'
import { isId } from '@/server/ids'

/** How many days back promises and mistakes are counted. */
export const DAYS_COUNTED = 30

/** The most tasks that are given at once. */
export const MOST_AT_ONCE = 100

/** A task as its box sends it: its id, and the version that was on the screen. */
const chosen = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
export const reassignmentSchema = z.object({
  from: z.string().max(60).optional().catch(undefined),
  to: z.string().max(60).optional().catch(undefined),
  task: chosen.optional().catch(undefined),
})
export type Reassignment = z.infer<typeof reassignmentSchema>

export type ChosenTask = { readonly id: string; readonly version: number }

/** The tasks of a form, each once, in one order: two supervisors never wait for each other. */
export function chosenTasks(values: readonly string[] = []): ChosenTask[] {
  const read = values.flatMap((value) => {
    const [id = '', version = ''] = value.split('.')
    return isId(id) && /^\d{1,9}$/.test(version) ? [{ id, version: Number(version) }] : []
  })
  const byId = new Map(read.map((task) => [task.id, task]))
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, MOST_AT_ONCE)
}

/** Tasks that are nobody's yet stand under this name in the address of a hand-over. */
export const NOBODY = 'personne'

export const teamNotes = ['moved', 'none', 'nobody-chosen', 'no-such-colleague'] as const
export type TeamNote = (typeof teamNotes)[number]
