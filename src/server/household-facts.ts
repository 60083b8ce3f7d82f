import 'server-only'
import type { FilingFacts, PersonFacts, SituationFacts } from '@/domain/benefit/of-household'
import type { Door } from './db'

/** What the payment of a household is computed from. */
export type HouseholdRecord = {
  readonly people: readonly PersonFacts[]
  readonly situations: readonly SituationFacts[]
  /** Every filing, oldest first: an income told long ago goes on until it is told otherwise. */
  readonly filings: readonly (FilingFacts & { readonly id: string })[]
}

const list = (fields: string, from: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') from ${from})`

const question = `
select ${list(
  `'id', p.id, 'birthDate', p.birth_date, 'role', m.role, 'constraints', ${list(
    `'kind', c.kind, 'fromDay', c.from_day, 'untilDay', c.until_day`,
    'adult_constraint c where c.person_id = p.id',
    'c.from_day',
  )}`,
  'household_member m join person p on p.id = m.person_id where m.household_id = h.id and m.until_day is null',
  'm.role, p.birth_date, p.id',
)} as people,
${list(
  `'fromMonth', s.from_month, 'programme', s.programme, 'livesWithParents', s.lives_with_parents,
   'spouseOfStudent', s.spouse_of_student, 'subsidisedDwelling', s.subsidised_dwelling,
   'fluctuatingIncome', s.fluctuating_income, 'onAssistanceSince', s.on_assistance_since,
   'recoveryCents', s.recovery_cents`,
  'household_situation s where s.household_id = h.id',
  's.from_month',
)} as situations,
${list(
  `'id', f.id, 'kind', f.kind, 'month', f.month, 'version', f.version, 'answers', f.answers, 'receivedAt',
   to_char(f.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  'filing f where f.household_id = h.id',
  'f.received_at, f.version',
)} as filings
from household h where h.id = $1`

/** The facts of a household, as far as its payment depends on them; null when it is not this viewer's to see. */
export async function readHouseholdRecord({ sql }: Door, id: string): Promise<HouseholdRecord | null> {
  const [record] = await sql<HouseholdRecord>(question, [id])
  return record ?? null
}
