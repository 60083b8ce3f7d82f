import type { Client } from 'pg'
import type { MadeFiling } from './filings'
import { nameOf } from './filings'
import type { MadeHousehold, MadePerson } from './households'

type Row = Readonly<Record<string, string | number | boolean | object | null>>

/** The tables that are filled, in the order their references ask for, and the columns of each with their types. */
const tables = {
  person: ['id uuid', 'given_name text', 'family_name text', 'birth_date text', 'language text'],
  household: ['id uuid', 'file_number text', 'office_id uuid'],
  household_member: ['id uuid', 'household_id uuid', 'person_id uuid', 'role text', 'from_day text'],
  household_situation: [
    ...['id uuid', 'household_id uuid', 'from_month text', 'programme text', 'lives_with_parents bool'],
    ...['spouse_of_student bool', 'subsidised_dwelling bool', 'fluctuating_income bool'],
    ...['on_assistance_since text', 'recovery_cents int'],
  ],
  adult_constraint: ['id uuid', 'person_id uuid', 'kind text', 'from_day text'],
  filing: [
    ...['id uuid', 'household_id uuid', 'kind text', 'month text', 'version int', 'receipt_number text'],
    ...[
      'answers jsonb',
      'answers_digest text',
      'schema_version int',
      'wording_version text',
      'language text',
    ],
    ...['channel text', 'filed_by_person uuid', 'filed_by_name text', 'filed_for text'],
    ...[
      'received_at timestamptz',
      'due_at timestamptz',
      'late_reason text',
      'correction_reason text',
      'key uuid',
    ],
  ],
  filing_confirmation: ['id uuid', 'filing_id uuid', 'person_id uuid', 'answer text', 'at timestamptz'],
  expected_payment: [
    ...['id uuid', 'household_id uuid', 'month text', 'filing_id uuid', 'total_cents int', 'benefit jsonb'],
    'computed_at timestamptz',
  ],
} as const
export type Table = keyof typeof tables
export type Rows = Readonly<Record<Table, Row[]>>

export const tableNames = Object.keys(tables) as Table[]

export const noRows = (): Rows =>
  Object.fromEntries(tableNames.map((name) => [name, [] as Row[]])) as unknown as Rows

/** Adds the rows of one household to those of others. */
export function addRows(
  rows: Rows,
  household: MadeHousehold,
  filings: readonly MadeFiling[],
  officeId: string,
): void {
  const household_id = household.id
  rows.household.push({ id: household_id, file_number: household.fileNumber, office_id: officeId })
  for (const person of [...household.adults, ...household.children]) addPerson(rows, household_id, person)
  for (const one of household.situations) {
    rows.household_situation.push({
      id: one.id,
      household_id,
      from_month: one.fromMonth,
      programme: one.programme,
      lives_with_parents: one.livesWithParents,
      spouse_of_student: one.spouseOfStudent,
      subsidised_dwelling: one.subsidisedDwelling,
      fluctuating_income: one.fluctuatingIncome,
      on_assistance_since: one.onAssistanceSince,
      recovery_cents: one.recoveryCents,
    })
  }
  for (const filing of filings) addFiling(rows, household_id, filing)
}

function addPerson(rows: Rows, household_id: string, person: MadePerson): void {
  const { id, role, constraint } = person
  const { givenName: given_name, familyName: family_name, birthDate: birth_date, language } = person
  rows.person.push({ id, given_name, family_name, birth_date, language })
  rows.household_member.push({
    id: person.memberId,
    household_id,
    person_id: id,
    role,
    from_day: person.fromDay,
  })
  if (!constraint) return
  const { kind, fromDay: from_day } = constraint
  rows.adult_constraint.push({ id: constraint.id, person_id: id, kind, from_day })
}

function addFiling(rows: Rows, household_id: string, filing: MadeFiling): void {
  const { id, month, receivedAt, payment, confirmation } = filing
  rows.filing.push({
    id,
    household_id,
    kind: filing.kind,
    month,
    version: filing.version,
    receipt_number: filing.receiptNumber,
    answers: filing.answers,
    answers_digest: filing.digest,
    schema_version: 1,
    wording_version: '2026-11',
    language: filing.language,
    channel: 'web',
    filed_by_person: filing.by.id,
    filed_by_name: nameOf(filing.by),
    filed_for: filing.answers.adults.map(({ name }) => name).join(', '),
    received_at: receivedAt,
    due_at: filing.dueAt,
    late_reason: filing.lateReason,
    correction_reason: filing.correctionReason,
    key: filing.key,
  })
  if (payment) {
    const { benefit, text } = payment
    const paid = { household_id, month: benefit.month, filing_id: id, total_cents: benefit.totalCents }
    rows.expected_payment.push({ id: payment.id, ...paid, benefit: text, computed_at: receivedAt })
  }
  if (!confirmation) return
  const { by, answer, at } = confirmation
  rows.filing_confirmation.push({ id: confirmation.id, filing_id: id, person_id: by.id, answer, at })
}

/** Writes the rows, one statement a table. The benefit is text already: computed once, it is written many times. */
export async function writeRows(client: Client, rows: Rows): Promise<void> {
  for (const table of tableNames) {
    const columns = tables[table]
    const names = columns.map((column) => column.split(' ')[0]!)
    const read = columns.map((column) => column.replace('benefit jsonb', 'benefit text'))
    const values = names.map((name) => (name === 'benefit' ? 'benefit::jsonb' : name))
    await client.query(
      `insert into ${table} (${names.join(', ')})
       select ${values.join(', ')} from json_to_recordset($1::json) as made(${read.join(', ')})`,
      [JSON.stringify(rows[table])],
    )
  }
}
