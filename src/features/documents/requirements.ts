import 'server-only'
import { dayOf } from '@/domain/calendar'
import { documentsOf, type DocumentAsked } from '@/domain/application/documents'
import { answersForSpouse } from '@/domain/application/facts'
import type { Draft } from '@/domain/draft'
import type { Door } from '@/server/db'
import type { Applicant } from '@/server/viewer'

/** The documents that are asked of whoever looks: the household's are the applicant's to give. */
export async function listRequirements(
  { sql, now }: Door,
  viewer: Applicant,
): Promise<readonly DocumentAsked[]> {
  const parts = await sql<{ part: string; fields: Draft }>(
    `select d.part, d.fields from application_draft d join application a on a.id = d.application_id
     where d.application_id = $1 and a.withdrawn_at is null`,
    [viewer.applicationId],
  )
  if (parts.length === 0) return []
  const draft: Draft = Object.assign({}, ...parts.map(({ fields }) => fields))
  // Once the spouse has come, their part is theirs alone; until then they may have chosen to answer themself.
  const forSpouse = answersForSpouse(draft) && parts.some(({ part }) => part === 'spouse')
  return documentsOf(draft, dayOf(now)).filter(({ whose }) => {
    if (viewer.adult === 'spouse') return whose === 'spouse'
    return whose !== 'spouse' || forSpouse
  })
}

/** A requirement as an address carries it. */
export const slugOf = (requirement: string): string => requirement.replaceAll('.', '-')

/** Whether a requirement is about both adults: neither of them is named in it. */
export const isOfHousehold = (requirement: string): boolean =>
  !['applicant', 'spouse'].includes(requirement.split('.')[1] ?? '')
