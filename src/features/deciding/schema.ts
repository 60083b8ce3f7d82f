import { z } from 'zod'

const text = z.string().catch('')
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])

/**
 * A move as its form sends it, with or without script. Lenient: what does not fit is explained by the page. What stands
 * beside a reason comes under names of its own (`fact.<code>.<name>`).
 */
export const moveSchema = z
  .object({
    verb: text,
    /** The version of the task that was on the screen. */
    version: text,
    key: text,
    reasons: list,
    words: text,
    note: text,
    'until.day': text,
    'until.month': text,
    'until.year': text,
    document: text,
    whose: text,
    assignee: text,
    amount: text,
    /** Not empty: nothing is written, and what it would do is said. */
    try: text,
    /** Where to go on: the list, or the file. */
    next: text,
  })
  .catchall(z.union([z.string(), z.array(z.string())]).catch(''))
export type MoveForm = z.infer<typeof moveSchema>
