import 'server-only'
import { randomUUID } from 'node:crypto'
import { storableText } from '@/domain/typed'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { parseFileNumber } from '@/server/access-codes'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { ofOffice, officeValues } from '@/server/office-scope'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'
import { LONGEST_NOTE, type NoteForm, type NoteTold, type Search } from './schema'

/** Finds a file of the office by its number, or by that of a receipt. Another office's is not found, like none. */
export async function searchFile({ viewer, input, locale }: Call<Staff, Search>): Promise<Answer> {
  const receipt = parseReceiptNumber(input.number)
  const number = receipt ? null : parseFileNumber(input.number)
  const to = await withViewer(viewer, async (door) =>
    receipt
      ? await findByReceipt(door, viewer, receipt, locale)
      : number && (await findByNumber(door, viewer, number, locale)),
  )
  if (to) return { to, data: { code: 'found' } }
  return { to: `${paths.officeFiles(locale)}?note=no-file`, status: 404, data: { code: 'no-file' } }
}

async function findByNumber({ sql }: Door, { officeId }: Staff, number: string, locale: Locale) {
  const [row] = await sql<{ id: string }>(
    'select id from household where office_id = $1 and compared_file_number(file_number) = $2',
    [officeId, number],
  )
  return row ? paths.officeFile(locale, row.id) : null
}

async function findByReceipt({ sql }: Door, viewer: Staff, receipt: string, locale: Locale) {
  const [filing] = await sql<{ household_id: string }>(
    `select f.household_id from filing f join household h on h.id = f.household_id
     where f.receipt_number = $2 and h.office_id = $1`,
    [viewer.officeId, receipt],
  )
  if (filing) return paths.officeFile(locale, filing.household_id)
  const [sent] = await sql<{ id: string }>(
    `select a.id from application_version v join application a on a.id = v.application_id
     where v.receipt_number = $3 and ${ofOffice} and a.sent_at is not null`,
    [...officeValues(viewer), receipt],
  )
  return sent ? paths.officeApplication(locale, sent.id) : null
}

/** Writes a note in a household's file. Pressed twice, it is there once. */
export async function noteOnHousehold(call: Call<Staff, NoteForm>): Promise<Answer> {
  const { viewer, params, input, locale } = call
  const id = params['id'] ?? ''
  const page = isId(input.from) ? paths.officeStatement(locale, input.from) : paths.officeFile(locale, id)
  return writeNote(call, page, async (door) => {
    const { tx } = door
    const found = await tx.household.findFirst({
      where: { AND: [{ id }, visibleTo.households(viewer)] },
      select: { id: true },
    })
    return found && { householdId: id }
  })
}

/** Writes a note about an application. */
export async function noteOnApplication(call: Call<Staff, NoteForm>): Promise<Answer> {
  const { viewer, params, locale } = call
  const id = params['id'] ?? ''
  return writeNote(call, paths.officeApplication(locale, id), async ({ sql }) => {
    const found = await sql(
      `select a.id from application a where a.id = $3 and ${ofOffice} and a.sent_at is not null`,
      [...officeValues(viewer), id],
    )
    return found.length > 0 ? { applicationId: id } : null
  })
}

type Subject = { readonly householdId: string } | { readonly applicationId: string }

async function writeNote(
  { viewer, input, params, locale }: Call<Staff, NoteForm>,
  page: string,
  find: (door: Door) => Promise<Subject | null>,
): Promise<Answer> {
  const id = params['id'] ?? ''
  const text = storableText(input.text).trim()
  const told = (note: NoteTold, status: number): Answer => ({
    // What is wrong is said on top of the page.
    to: `${page}?note=${note}${note === 'noted' ? '#notes' : ''}`,
    status,
    data: { code: note },
  })
  return withViewer(viewer, async (door) => {
    const subject = isId(id) ? await find(door) : null
    if (!subject) {
      return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
    }
    if (text === '') return told('note-empty', 422)
    if (text.length > LONGEST_NOTE) return told('note-too-long', 422)
    const householdId = 'householdId' in subject ? subject.householdId : null
    const applicationId = 'applicationId' in subject ? subject.applicationId : null
    const key = isId(input.key) ? input.key : randomUUID()
    const written = await door.sql(
      `insert into note (household_id, application_id, staff_id, text, key) values ($1, $2, $3, $4, $5)
       on conflict (key) do nothing returning id`,
      [householdId, applicationId, viewer.staffId, text, key],
    )
    if (written.length > 0) {
      await record(door, viewer, {
        act: 'noted',
        subjectKind: householdId ? 'household' : 'application',
        subjectId: id,
        ...(householdId ? { householdId } : {}),
      })
    }
    return told('noted', 201)
  })
}
