import 'server-only'
import { instantOf, type Instant, type Month } from '@/domain/calendar'
import { extendableMonths } from '@/domain/statement/extending'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'

/** A household's limits that may be put back, and those that were. */
export type ExtendingPage = {
  readonly id: string
  readonly fileNumber: string
  readonly months: readonly Month[]
  readonly granted: readonly {
    readonly id: string
    readonly month: Month
    readonly newInstant: Instant
    /** It is this household's alone. */
    readonly own: boolean
    readonly reasonFr: string
    readonly reasonEn: string
  }[]
}

/** The page that puts back the limit of a household of the viewer's office, and a look in the trail. Null of another's. */
export async function findExtending(viewer: Staff, id: string): Promise<ExtendingPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const { sql, now } = door
    const months = extendableMonths(now)
    const rows = await sql<Row>(
      `select h.file_number as "fileNumber", e.id, e.month, e.new_instant as "newInstant", e.household_id is not null as own,
         e.reason_fr as "reasonFr", e.reason_en as "reasonEn"
       from household h join office o on o.id = h.office_id
         left join filing_extension e on e.month = any ($3) and (e.scope = 'everyone' or e.household_id = h.id
           or e.office_id = h.office_id or e.region_code = o.region_code)
       where h.id = $1 and h.office_id = $2 order by e.month desc, e.new_instant desc, e.id`,
      [id, viewer.officeId, months],
    )
    const [first] = rows
    if (!first) return null
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'household', subjectId: id, householdId: id },
    })
    return {
      ...{ id, fileNumber: first.fileNumber, months },
      // A household without one has a row all the same, with nothing of one.
      granted: rows.flatMap(({ fileNumber: _number, newInstant, ...row }) =>
        newInstant === null ? [] : [{ ...row, newInstant: instantOf(newInstant) }],
      ),
    }
  })
}

type Granted = ExtendingPage['granted'][number]
type Row = Omit<Granted, 'newInstant'> & { readonly fileNumber: string; readonly newInstant: Date | null }
