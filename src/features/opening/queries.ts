import 'server-only'
import {
  addMonths,
  dayOf,
  firstDay,
  instantOf,
  monthOf,
  type Day,
  type Instant,
  type Month,
} from '@/domain/calendar'
import type { Constraint, FileProgramme } from '@/domain/benefit/situation'
import type { TaskKind, TaskState } from '@/domain/decision/task'
import { cents, type Cents } from '@/domain/money'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { isEnded } from '@/domain/payment/ended'
import { closedObligation, obligationFor } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor, type Files } from '@/domain/statement/policy'
import { statementState, type StatementState } from '@/domain/statement/state'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import { listExtensions } from '@/server/extensions'
import type { Closing } from '@/server/household-sql'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'

/** How far back an open file is read, in months. */
const MONTHS_READ = 12

/** A file held open by this member of staff: what a caller may ask of, and nothing to decide. */
export type OpenedFile = {
  readonly id: string
  readonly fileNumber: string
  readonly officeFr: string
  readonly officeEn: string
  readonly officePhone: string | null
  readonly reason: string
  readonly until: Instant
  readonly now: Instant
  readonly people: readonly {
    readonly name: string
    readonly role: 'adult' | 'child'
    readonly birthDate: Day
  }[]
  readonly states: readonly StatementState[]
  readonly filings: readonly OpenedFiling[]
  readonly payments: readonly { readonly month: Month; readonly total: Cents }[]
  readonly tasks: readonly OpenedTask[]
  readonly decisions: readonly {
    readonly number: string
    readonly outcome: string
    readonly fromMonth: Month | null
    readonly at: Instant
  }[]
}
export type OpenedFiling = {
  readonly id: string
  readonly kind: 'statement' | 'change'
  readonly month: Month
  readonly version: number
  readonly receiptNumber: string
  readonly filedByName: string
  readonly receivedAt: Instant
  readonly answers: FiledAnswers & { readonly adults?: readonly { id: string; name: string }[] }
}
export type OpenedTask = {
  readonly id: string
  readonly kind: TaskKind
  readonly state: TaskState
  readonly openedAt: Instant
  readonly dueAt: Instant | null
}

/** Whoever holds a file open reads it as the contact centre does: the wall of that role, and no other's, bounds it. */
const asContact = (viewer: Staff): Staff => ({ ...viewer, role: 'contact' })

/** Reads a file this member of staff holds open, and writes the look in the trail. Null when it is not, or no longer. */
export async function findOpened(viewer: Staff, id: string): Promise<OpenedFile | null> {
  if (!isId(id)) return null
  return withViewer(asContact(viewer), async (door) => {
    const [file] = await door.sql<FileRow>(fileQuestion, [id, viewer.staffId])
    if (!file) return null
    const months = [monthOf(dayOf(door.now)), addMonths(monthOf(dayOf(door.now)), -1)]
    const filings = await filingsOf(door, id)
    const extensions = await listExtensions(door, months)
    await record(door, viewer, {
      act: 'looked',
      subjectKind: 'household',
      subjectId: id,
      householdId: id,
      details: { opening: file.reason },
    })
    const states = months.map((month) =>
      statementState(
        {
          month,
          obligation: dutyOf(file, month),
          filings: filings
            .filter((one) => one.kind === 'statement' && one.month === month)
            .map(({ version, receivedAt, dueAt }) => ({ version, receivedAt, dueAt })),
          drafts: [],
          viewerId: null,
          place: { householdId: id, officeId: file.office_id, regionCode: file.region_code },
        },
        { policies: defaultPolicies, extensions },
        door.now,
      ),
    )
    return {
      id,
      fileNumber: file.file_number,
      officeFr: file.name_fr,
      officeEn: file.name_en,
      officePhone: file.phone,
      reason: file.reason,
      until: instantOf(file.until),
      now: door.now,
      people: file.people.map(({ name, role, birthDate }) => ({ name, role, birthDate })),
      states,
      filings,
      payments: file.payments
        .filter(({ month }) => !isEnded(file.closing, month))
        .map(({ month, total }) => ({ month, total: cents(total) })),
      ...(await progressOf(door, id)),
    }
  })
}

type FileRow = {
  closing: Closing | null
  file_number: string
  office_id: string
  region_code: string
  name_fr: string
  name_en: string
  phone: string | null
  reason: string
  until: Date
  people: { name: string; role: 'adult' | 'child'; birthDate: Day; constraints: Held[] }[]
  situations: { fromMonth: Month; programme: FileProgramme; fluctuatingIncome: boolean }[]
  decided: { month: Month; files: Files; reason: string }[]
  payments: { month: Month; total: number }[]
}
type Held = { kind: Exclude<Constraint, 'none'>; fromDay: Day; untilDay: Day | null }

const fileQuestion = `
  select closing_of(h.id) as closing, h.file_number, h.office_id, f.region_code, f.name_fr, f.name_en, coalesce(f.toll_free, f.phone) as phone, o.reason, o.until,
    (select coalesce(json_agg(json_build_object('name', p.given_name || ' ' || p.family_name, 'role', m.role,
        'birthDate', p.birth_date, 'constraints', (select coalesce(json_agg(json_build_object('kind', c.kind, 'fromDay', c.from_day,
          'untilDay', c.until_day)), '[]') from adult_constraint c where c.person_id = p.id)) order by m.role, m.id), '[]')
      from household_member m join person p on p.id = m.person_id where m.household_id = h.id and m.until_day is null) as people,
    (select coalesce(json_agg(json_build_object('fromMonth', s.from_month, 'programme', s.programme,
        'fluctuatingIncome', s.fluctuating_income) order by s.from_month), '[]')
      from household_situation s where s.household_id = h.id) as situations,
    (select coalesce(json_agg(json_build_object('month', d.month, 'files', d.files, 'reason', d.reason)), '[]')
      from filing_obligation d where d.household_id = h.id) as decided,
    (select coalesce(json_agg(json_build_object('month', e.month, 'total', e.total_cents) order by e.month desc), '[]')
      from (select distinct on (x.month) x.month, x.total_cents from expected_payment x where x.household_id = h.id
        order by x.month desc, x.computed_at desc, x.id desc limit ${MONTHS_READ}) e) as payments
  from file_opening o join household h on h.id = o.household_id join office f on f.id = h.office_id
  where o.household_id = $1 and o.staff_id = $2 and o.until > app_now()
  order by o.until desc limit 1`

async function filingsOf({ sql }: Door, id: string) {
  type Row = Omit<OpenedFiling, 'receivedAt'> & { receivedAt: Date; dueAt: Date | null }
  const rows = await sql<Row>(
    `select id, kind, month, version, receipt_number as "receiptNumber", filed_by_name as "filedByName",
       received_at as "receivedAt", due_at as "dueAt", answers
     from filing where household_id = $1 and kind <> 'privateChange'
     order by month desc, received_at desc, id desc limit ${2 * MONTHS_READ}`,
    [id],
  )
  return rows.map((row) => ({
    ...row,
    receivedAt: instantOf(row.receivedAt),
    dueAt: row.dueAt && instantOf(row.dueAt),
  }))
}

/** Where each matter of the file stands: open tasks, and what was decided and has left. */
async function progressOf({ sql }: Door, id: string): Promise<Pick<OpenedFile, 'tasks' | 'decisions'>> {
  type TaskRow = Pick<OpenedTask, 'id' | 'kind' | 'state'> & { openedAt: Date; dueAt: Date | null }
  const tasks = await sql<TaskRow>(
    `select id, kind, state, opened_at as "openedAt", due_at as "dueAt" from task
     where household_id = $1 and ended_at is null order by urgency, opened_at, id limit 50`,
    [id],
  )
  const decisions = await sql<{ number: string; outcome: string; fromMonth: Month | null; at: Date }>(
    `select number, outcome, from_month as "fromMonth", decided_at as at from decision
     where household_id = $1 and undone_at is null and leaves_at <= app_now() order by decided_at desc, id desc limit 20`,
    [id],
  )
  return {
    tasks: tasks.map((row) => ({
      ...row,
      openedAt: instantOf(row.openedAt),
      dueAt: row.dueAt && instantOf(row.dueAt),
    })),
    decisions: decisions.map((row) => ({ ...row, at: instantOf(row.at) })),
  }
}

function dutyOf({ people, situations, decided, closing }: FileRow, month: Month) {
  const situation = situations.findLast((one) => one.fromMonth <= month) ?? situations[0]!
  const on = firstDay(month)
  const constraints = people
    .filter(({ role }) => role === 'adult')
    .map(({ constraints: held }): Constraint => {
      const now = held.filter(
        ({ fromDay, untilDay }) => fromDay <= on && (untilDay === null || on < untilDay),
      )
      return now.some(({ kind }) => kind === 'severe') ? 'severe' : now.length > 0 ? 'temporary' : 'none'
    })
  const decision = decided.find((one) => one.month === month) ?? null
  return (
    closedObligation(month, closing?.fromMonth ?? null) ??
    obligationFor({ ...situation, constraints }, policyFor(month, defaultPolicies), decision)
  )
}
