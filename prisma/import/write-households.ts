import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import {
  accessCodeDigest,
  newAccessCode,
  parseFileNumber,
  sealAccessCode,
} from '../../src/server/access-codes'
import { differencesBetween, saidByLine } from './compare'
import { householdInPortal } from './household-in-portal'
import type { Fault } from './read-line'
import { comparedNumber, type HouseholdLine } from './schema'

/** A line that is whole, and the digest by which it is known again. */
export type Entry = { readonly household: HouseholdLine; readonly digest: Buffer }
export const entryOf = (household: HouseholdLine, bytes: Buffer): Entry => ({
  household,
  digest: createHash('sha256').update(bytes).digest(),
})

/** What became of a line: in, already there, or why not. */
export type Outcome = 'added' | 'unchanged' | readonly Fault[]

/** Where households go. `run` null: a trial, nothing is written. `secret` is what access codes are kept with. */
export type Into = {
  readonly client: Client
  readonly run: string | null
  readonly offices: ReadonlyMap<string, { readonly id: string }>
  readonly secret: string
}

/**
 * Enters some households in one transaction, and says what became of each, in order. What the database refuses is tried again line by line, so that one line never keeps the others out.
 */
export async function writeHouseholds(into: Into, entries: readonly Entry[]): Promise<Outcome[]> {
  const { client, run } = into
  await client.query('begin')
  try {
    const outcomes = await judge(client, entries)
    const newcomers = entries.filter((_, index) => outcomes[index] === 'added')
    if (run !== null && newcomers.length > 0) await insert(into, newcomers)
    await client.query('commit')
    return outcomes
  } catch (error) {
    await client.query('rollback')
    if (!isRefusal(error)) throw error
    if (entries.length === 1) return [[{ field: '', key: 'refusedByDatabase' }]]
    const outcomes: Outcome[] = []
    for (const entry of entries) outcomes.push(...(await writeHouseholds(into, [entry])))
    return outcomes
  }
}

/** A value or a rule the database does not accept (SQLSTATE 22 and 23); anything else is a failure. */
const isRefusal = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '')

async function judge(client: Client, entries: readonly Entry[]): Promise<Outcome[]> {
  const { rows } = await client.query<{ file_number: string; id: string; line_digest: Buffer | null }>(
    `select compared_file_number(h.file_number) as file_number, h.id, i.line_digest
     from household h left join import_household i on i.household_id = h.id where compared_file_number(h.file_number) = any ($1)`,
    [entries.map(({ household }) => comparedNumber(household.fileNumber))],
  )
  const there = new Map(rows.map((row) => [row.file_number, row]))
  const outcomes: Outcome[] = []
  for (const { household, digest } of entries) {
    const known = there.get(comparedNumber(household.fileNumber))
    if (!known) outcomes.push('added')
    // The same line again: what the portal changed since is the portal's.
    else if (known.line_digest?.equals(digest)) outcomes.push('unchanged')
    else {
      const fields = differencesBetween(saidByLine(household), await householdInPortal(client, known.id))
      outcomes.push(fields.length === 0 ? 'unchanged' : fields.map((field) => ({ field, key: 'differs' })))
    }
  }
  return outcomes
}

/** Draws a code for each adult of a file; two born on the same day never draw the same. */
function drawer(secret: string, fileNumber: string) {
  const taken = new Set<string>()
  return (birthDate: string) => {
    for (;;) {
      const code = newAccessCode()
      if (taken.has(code)) continue
      taken.add(code)
      return {
        fileNumber: parseFileNumber(fileNumber),
        digest: accessCodeDigest(secret, { fileNumber, birthDate, code }).toString('hex'),
        sealed: sealAccessCode(secret, code).toString('hex'),
      }
    }
  }
}

type Rows = readonly Record<string, unknown>[]

/** Each table is filled by one statement, from rows sent as JSON. */
async function insert({ client, run, offices, secret }: Into, entries: readonly Entry[]): Promise<void> {
  const households = entries.map(({ household }) => household)
  const people = households.reduce((sum, { adults, children }) => sum + adults.length + children.length, 0)
  // Identifiers in order: the first adult of a line stays the first.
  const { rows } = await client.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [
    households.length + people,
  ])
  let next = 0
  const newId = () => rows[next++]!.id
  const tables = {
    household: [] as Record<string, unknown>[],
    person: [] as Record<string, unknown>[],
    member: [] as Record<string, unknown>[],
    constraint: [] as Record<string, unknown>[],
    contact: [] as Record<string, unknown>[],
    code: [] as Record<string, unknown>[],
    situation: [] as Record<string, unknown>[],
    address: [] as Record<string, unknown>[],
    obligation: [] as Record<string, unknown>[],
  }
  for (const { household, digest } of entries) {
    const id = newId()
    const { fileNumber } = household
    const draw = drawer(secret, fileNumber)
    tables.household.push({
      id,
      fileNumber,
      office: offices.get(household.office)!.id,
      digest: digest.toString('hex'),
    })
    for (const { constraints, contact, ...adult } of household.adults) {
      const person = newId()
      tables.person.push({ id: person, ...adult })
      tables.member.push({ household: id, person, role: 'adult', from: adult.from })
      for (const constraint of constraints) tables.constraint.push({ person, ...constraint })
      if (contact) tables.contact.push({ person, ...contact })
      tables.code.push({ person, ...draw(adult.birthDate) })
    }
    for (const child of household.children) {
      const person = newId()
      // A child has no correspondence of their own.
      tables.person.push({ id: person, ...child, language: household.adults[0]!.language })
      tables.member.push({ household: id, person, role: 'child', from: child.from })
    }
    for (const situation of household.situations) tables.situation.push({ household: id, ...situation })
    if (household.address) tables.address.push({ household: id, ...household.address })
    for (const obligation of household.obligations) tables.obligation.push({ household: id, ...obligation })
  }
  const fill = async (sql: string, rows: Rows, ...more: unknown[]) => {
    if (rows.length > 0) await client.query(sql, [JSON.stringify(rows), ...more])
  }
  await fill(
    `insert into household (id, file_number, office_id)
     select id, "fileNumber", office from jsonb_to_recordset($1) as r(id uuid, "fileNumber" text, office uuid)`,
    tables.household,
  )
  await fill(
    `insert into import_household (household_id, run_id, line_digest)
     select id, $2::uuid, decode(digest, 'hex') from jsonb_to_recordset($1) as r(id uuid, digest text)`,
    tables.household,
    run,
  )
  await fill(
    `insert into person (id, given_name, family_name, birth_date, language)
     select id, "givenName", "familyName", "birthDate", language
     from jsonb_to_recordset($1) as r(id uuid, "givenName" text, "familyName" text, "birthDate" text, language text)`,
    tables.person,
  )
  await fill(
    `insert into household_member (household_id, person_id, role, from_day)
     select household, person, role, "from"
     from jsonb_to_recordset($1) as r(household uuid, person uuid, role text, "from" text)`,
    tables.member,
  )
  await fill(
    `insert into adult_constraint (person_id, kind, from_day, until_day)
     select person, kind, "from", "until"
     from jsonb_to_recordset($1) as r(person uuid, kind text, "from" text, "until" text)`,
    tables.constraint,
  )
  await fill(
    `insert into contact (person_id, email, mobile, notify_by, safe_note)
     select person, email, mobile, "notifyBy", "safeNote"
     from jsonb_to_recordset($1) as r(person uuid, email text, mobile text, "notifyBy" text, "safeNote" text)`,
    tables.contact,
  )
  await fill(
    `insert into auth.access_code (person_id, file_number, digest, sealed, reason)
     select person, "fileNumber", decode(digest, 'hex'), decode(sealed, 'hex'), 'first'
     from jsonb_to_recordset($1) as r(person uuid, "fileNumber" text, digest text, sealed text)`,
    tables.code,
  )
  await fill(
    `insert into household_situation (household_id, from_month, programme, on_assistance_since, lives_with_parents,
       spouse_of_student, subsidised_dwelling, fluctuating_income, recovery_cents)
     select household, "from", programme, "onAssistanceSince", "livesWithParents", "spouseOfStudent",
       "subsidisedDwelling", "fluctuatingIncome", "recoveryCents"
     from jsonb_to_recordset($1) as r(household uuid, "from" text, programme text, "onAssistanceSince" text,
       "livesWithParents" boolean, "spouseOfStudent" boolean, "subsidisedDwelling" boolean,
       "fluctuatingIncome" boolean, "recoveryCents" integer)`,
    tables.situation,
  )
  await fill(
    `insert into household_address (household_id, street, unit, city, postal_code, from_day, protected)
     select household, street, unit, city, "postalCode", "from", protected
     from jsonb_to_recordset($1) as r(household uuid, street text, unit text, city text, "postalCode" text,
       "from" text, protected boolean)`,
    tables.address,
  )
  await fill(
    `insert into filing_obligation (household_id, month, files, reason)
     select household, month, files, reason
     from jsonb_to_recordset($1) as r(household uuid, month text, files text, reason text)`,
    tables.obligation,
  )
  await fill(
    `insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
     select 'machine', 'imported', 'household', id, id, jsonb_build_object('run', $2::text)
     from jsonb_to_recordset($1) as r(id uuid)`,
    tables.household,
    run,
  )
}
