import 'server-only'
import { journeyOf, statusOf } from '@/domain/application/journey'
import type { Day } from '@/domain/calendar'
import type { Kept } from '@/server/application-drafts'
import type { Door } from '@/server/db'
import type { Applicant } from '@/server/viewer'
import { withoutWord } from './word'

/** How many of the spouse's own pages still miss an answer. */
export function pagesLeftIn({ draft }: Kept, today: Day): number {
  const own = withoutWord(draft)
  return journeyOf(own, 'spouse', today).filter((ref) => statusOf(ref, own, today) !== 'done').length
}

/** Whether the spouse comes by a way of their own: a code and a word they made, or an account. */
export async function choseOwnWord({ sql }: Door, viewer: Applicant): Promise<boolean> {
  if (viewer.accountId) return true
  const [row] = await sql<{ chose: boolean }>(
    `select exists (select from application_event
       where application_id = $1 and kind = 'codeMade' and "by" = 'spouse') as chose`,
    [viewer.applicationId],
  )
  return row!.chose
}
