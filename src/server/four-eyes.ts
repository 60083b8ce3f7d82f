import 'server-only'
import type { Day } from '@/domain/calendar'
import { withSamplings, type FourEyesPolicy } from '@/domain/decision/four-eyes'
import type { Door } from './db'

/** What takes two: the domain's policy, with the shares of refusals that two supervisors set. */
export async function fourEyesPolicies({ sql }: Pick<Door, 'sql'>): Promise<readonly FourEyesPolicy[]> {
  const rows = await sql<{ from: Day; oneIn: number }>(
    'select from_day as "from", one_in as "oneIn" from four_eyes_samplings()',
  )
  return withSamplings(rows)
}
