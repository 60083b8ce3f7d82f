import 'server-only'
import { withViewer } from '@/server/db'
import { unsealOneTimeCode } from '@/server/one-time-codes'
import type { Staff } from '@/server/viewer'

/** The code this agent has just asked for, for two minutes; then null. */
export function findToldCode(viewer: Staff): Promise<string | null> {
  return withViewer(viewer, async ({ sql }) => {
    const [row] = await sql<{ sealed: Buffer | null }>('select auth.told_code() as sealed')
    return row?.sealed ? unsealOneTimeCode(row.sealed) : null
  })
}
