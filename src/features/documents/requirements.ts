import 'server-only'
import { dayOf } from '@/domain/calendar'
import { documentsAskedOf, type DocumentAsked } from '@/domain/application/documents'
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
  // A part the wall hides is one its adult has taken as their own.
  const spouseCame = !parts.some(({ part }) => part === 'spouse')
  return documentsAskedOf(viewer.adult, draft, dayOf(now), spouseCame)
}

/** A requirement as an address carries it. */
export const slugOf = (requirement: string): string => requirement.replaceAll('.', '-')

/** Whether a requirement is about both adults: neither of them is named in it. */
export const isOfHousehold = (requirement: string): boolean =>
  !['applicant', 'spouse'].includes(requirement.split('.')[1] ?? '')
