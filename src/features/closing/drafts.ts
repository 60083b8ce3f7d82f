import 'server-only'
import { storable } from '@/server/account-forms'
import type { Door } from '@/server/db'
import type { Staff } from '@/server/viewer'
import { officeClosingSchema, type OfficeClosingForm } from './schema'

/* What was typed in the office's form and refused: its author's alone, until it is good. */

export async function keepTyped(
  { sql }: Door,
  { staffId }: Staff,
  household: string,
  form: OfficeClosingForm,
): Promise<void> {
  await sql(
    `insert into closing_draft (household_id, staff_id, fields) values ($1, $2, $3)
     on conflict (household_id, staff_id) do update set fields = excluded.fields, updated_at = app_now()`,
    [household, staffId, JSON.stringify(storable(form))],
  )
}

export async function findTyped(
  { sql }: Door,
  { staffId }: Staff,
  household: string,
): Promise<OfficeClosingForm | null> {
  const [row] = await sql<{ fields: unknown }>(
    'select fields from closing_draft where household_id = $1 and staff_id = $2',
    [household, staffId],
  )
  return row ? officeClosingSchema.parse(row.fields) : null
}

export async function forgetTyped({ sql }: Door, { staffId }: Staff, household: string): Promise<void> {
  await sql('delete from closing_draft where household_id = $1 and staff_id = $2', [household, staffId])
}
