import 'server-only'
import type { Typed } from './account-forms'
import { storable } from './account-forms'
import type { Door } from './db'
import type { Staff } from './viewer'

/** The forms of the staff that are kept when they are refused, until they are accepted. */
export type StaffForm = 'privacyAnswer' | 'privacyExtension' | 'incident' | 'closing'

/**
 * Keeps a refused form as it was typed, its author's alone, so that the page shows it again with what to put right.
 * `subject`: the identifier of what it is about, or `new`.
 */
export async function keepStaffForm(
  { sql }: Door,
  { staffId }: Staff,
  form: StaffForm,
  subject: string,
  fields: Typed,
): Promise<void> {
  await sql(
    `insert into staff_form (staff_id, form, subject, fields) values ($1, $2, $3, $4)
     on conflict (staff_id, form, subject) do update set fields = excluded.fields, updated_at = app_now()`,
    [staffId, form, subject, JSON.stringify(storable(fields))],
  )
}

/** What was typed last in a form and refused; null when nothing waits. */
export async function findStaffForm(
  { sql }: Door,
  { staffId }: Staff,
  form: StaffForm,
  subject: string,
): Promise<Typed | null> {
  const [kept] = await sql<{ fields: Typed }>(
    'select fields from staff_form where staff_id = $1 and form = $2 and subject = $3',
    [staffId, form, subject],
  )
  return kept?.fields ?? null
}

/** The form was accepted, or its author wants none of it. */
export async function forgetStaffForm(
  { sql }: Door,
  { staffId }: Staff,
  form: StaffForm,
  subject: string,
): Promise<void> {
  await sql('delete from staff_form where staff_id = $1 and form = $2 and subject = $3', [
    staffId,
    form,
    subject,
  ])
}
