import 'server-only'
import type { FilingFacts, PersonFacts, SituationFacts } from '@/domain/benefit/of-household'
import type { Door } from './db'
import { instantText, list, peopleNow, situations } from './household-sql'

/** What the payment of a household is computed from. */
export type HouseholdRecord = {
  readonly people: readonly PersonFacts[]
  readonly situations: readonly SituationFacts[]
  /** Every filing, oldest first: an income told long ago goes on until it is told otherwise. */
  readonly filings: readonly (FilingFacts & { readonly id: string })[]
}

const question = `
select ${peopleNow()} as people,
${situations} as situations,
${list(
  `'id', f.id, 'kind', f.kind, 'month', f.month, 'version', f.version, 'answers', f.answers, 'receivedAt',
   ${instantText('f.received_at')}`,
  'filing f where f.household_id = h.id',
  'f.received_at, f.version',
)} as filings
from household h where h.id = $1`

/** The facts of a household, as far as its payment depends on them; null when it is not this viewer's to see. */
export async function readHouseholdRecord({ sql }: Door, id: string): Promise<HouseholdRecord | null> {
  const [record] = await sql<HouseholdRecord>(question, [id])
  return record ?? null
}
