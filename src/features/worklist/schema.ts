import { z } from 'zod'

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
const one = z.string().max(2_000).optional().catch(undefined)

/** Tasks chosen in a list, each as `id:version`, and what is done with all of them. */
export const sharingSchema = z.object({
  task: several,
  /** The one task whose own button was pressed: it alone is taken. */
  take: one,
  verb: one,
  assignee: one,
  /** The list they were chosen in, to come back to it. */
  list: one,
  of: one,
})
export type Sharing = z.infer<typeof sharingSchema>
