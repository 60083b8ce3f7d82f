import 'server-only'
import { paths, withQuery } from '@/i18n/paths'
import { record } from '@/server/audit'
import type { Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { findGivenFile, givenFile, type GivenRow } from '@/server/given-files'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'

/**
 * Shows a file someone gave, with an application or a message, to be looked at in the page: each time is a look, written
 * in the trail before the first byte leaves. What waits for the scanner, or was refused by it, is not shown.
 */
export async function showDocument({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const where = {
    OR: [{ household: visibleTo.households(viewer) }, { application: visibleTo.applications(viewer) }],
  }
  const found = await findGivenFile(viewer, params['id'] ?? '', where, async (door, row) => {
    const householdId = row.householdId ?? (await householdOf(door, viewer, row))
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'document', subjectId: row.id },
      ...(householdId !== null && { householdId }),
    })
  })
  if (!found) {
    return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  }
  if (found.scan !== 'waiting') return { to: '', file: { ...givenFile(found), inline: true } }
  const to =
    found.messageId === null
      ? `${paths.officeApplication(locale, found.applicationId!)}#documents`
      : withQuery(paths.officeMessages(locale, found.messageId), { told: 'fileWaiting' })
  return { to, status: 409, data: { code: 'waiting' } }
}

/** The present household, of the viewer's office, of whoever applied: they see there who looked. */
async function householdOf(
  { sql }: Door,
  viewer: Staff,
  { applicationId }: GivenRow,
): Promise<string | null> {
  const [row] = await sql<{ id: string }>(
    `select h.id from application_adult p join household_member m on m.person_id = p.person_id
       join household h on h.id = m.household_id
     where p.application_id = $1 and m.until_day is null and h.office_id = $2 limit 1`,
    [applicationId, viewer.officeId],
  )
  return row?.id ?? null
}
