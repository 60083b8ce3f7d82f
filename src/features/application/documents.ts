import 'server-only'
import { type DocumentAsked, documentsAskedOf } from '@/domain/application/documents'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import type { Door } from '@/server/db'
import type { Applicant } from '@/server/viewer'

/** How a document that is asked for stands: a file was given here, or how it was answered; `todo` when not yet. */
export type DocumentState = 'file' | 'given' | 'later' | 'mail' | 'office' | 'cannot' | 'todo'

export type AskedDocument = DocumentAsked & { readonly state: DocumentState }

const readStates = `
select requirement, 'file' as state, 0 as rank from document where application_id = $1 and message_id is null and removed_at is null
union all
select requirement, answer, 1 from document_answer where application_id = $1
order by rank desc`

/** What is asked of this viewer, and how each stands. */
export async function documentsFor(
  { sql }: Door,
  viewer: Applicant,
  draft: Draft,
  today: Day,
  spouseCame: boolean,
): Promise<readonly AskedDocument[]> {
  const rows = await sql<{ requirement: string; state: DocumentState }>(readStates, [viewer.applicationId])
  const states = new Map(rows.map(({ requirement, state }) => [requirement, state]))
  return documentsAskedOf(viewer.adult, draft, today, spouseCame).map((document) => ({
    ...document,
    state: states.get(document.id) ?? 'todo',
  }))
}
