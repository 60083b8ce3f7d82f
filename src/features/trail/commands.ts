import 'server-only'
import { paths } from '@/i18n/paths'
import { parseFileNumber } from '@/server/access-codes'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import { joinDay, searchAddress, type TrailForm } from './schema'

/** Finds the file of a number, and goes to the search of the trail: its address names the file by an id alone. */
export async function searchTrail({ viewer, input, locale }: Call<Staff, TrailForm>): Promise<Answer> {
  const typedNumber = (input.fileNumber ?? '').trim()
  const fileNumber = parseFileNumber(typedNumber)
  const staffId = input.staff && isId(input.staff) ? input.staff : null
  const search = { staffId, typedFrom: joinDay(input, 'from'), typedUntil: joinDay(input, 'until') }
  const householdId =
    fileNumber &&
    (await withViewer(viewer, async ({ sql }) => {
      const [row] = await sql<{ id: string | null }>('select household_numbered($1) as id', [fileNumber])
      return row?.id ?? null
    }))
  if (typedNumber !== '' && !householdId) {
    const to = searchAddress(paths.trail(locale), search, 'no-file')
    return { to, status: 404, data: { code: 'no-file' } }
  }
  const to = searchAddress(paths.trail(locale), { ...search, householdId })
  return { to, data: { code: 'searched' } }
}
