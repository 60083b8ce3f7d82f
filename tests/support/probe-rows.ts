import { createHash } from 'node:crypto'
import type { Owner } from '../../prisma/builders'
import { isOfApplications, mayHaveWritten } from './probe-application-rows'
import { mayHaveExchanged } from './probe-messages'
import { isOfDesk, mayHaveMoved } from './probe-desk-rows'
import { isOfPrivacy, mayHaveAsked } from './probe-privacy'
import { isOfReviews, mayHaveReviewed } from './probe-reviews'
import type { Asker } from './probe-world'

/** A row as the database has it, columns by their own names. */
type Row = Readonly<Record<string, unknown>>
/** Every row of every table, by table and key. */
export type Snapshot = ReadonlyMap<string, Row>
/** What became of one row. `before` null: added; `after` null: removed. */
export type Change = { readonly table: string; readonly before: Row | null; readonly after: Row | null }

/** What is known of one table: the newest transaction that wrote to it, and its rows by key. */
type Known = { readonly newest: string; readonly rows: ReadonlyMap<string, Row> }
const lastSeen = new WeakMap<Owner, Map<string, Known>>()

/**
 * Reads every table of the product whole, whatever tables there are: a new one is never forgotten. Only rows written
 * since they were last read are fetched again (the database notes on each row the transaction that wrote it): neither
 * thousands of postal codes, nor every look there has been.
 */
export async function snapshot(owner: Owner): Promise<Snapshot> {
  const tables = await owner.$queryRawUnsafe<{ name: string; keys: string[] }[]>(
    `select format('%I.%I', t.schemaname, t.tablename) as name, array(select a.attname::text
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indisprimary and i.indrelid = format('%I.%I', t.schemaname, t.tablename)::regclass order by 1) as keys
     from pg_tables t
     where t.schemaname in ('public', 'auth') and t.tablename not like '%migration%' order by 1`,
  )
  const marks = await unionOf<{ name: string; count: number; newest: string }>(
    owner,
    tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as count, coalesce(max(xmin::text::bigint), 0)::text as newest from ${name}`,
    ),
  )
  const last = lastSeen.get(owner) ?? lastSeen.set(owner, new Map()).get(owner)!
  const keysOf = new Map(tables.map(({ name, keys }) => [name, keys]))
  const read = async (names: readonly string[], whole: boolean) => {
    const since = (name: string) => (whole ? '0' : (last.get(name)?.newest ?? '0'))
    const written = await unionOf<{ name: string; row: Row }>(
      owner,
      names.map(
        (name) =>
          `select '${name}' as name, to_jsonb(r) as row from ${name} r where xmin::text::bigint > ${since(name)}`,
      ),
    )
    for (const name of names) {
      const rows = new Map(whole ? [] : last.get(name)?.rows)
      for (const { row } of written.filter((one) => one.name === name)) {
        const keys = keysOf.get(name)!
        const key = JSON.stringify(keys.length > 0 ? keys.map((column) => row[column]) : row)
        rows.set(`${name} ${key}`, row)
      }
      last.set(name, { newest: marks.find((one) => one.name === name)!.newest, rows })
    }
  }
  const changed = ({ name, count, newest }: (typeof marks)[number]) =>
    last.get(name)?.newest !== newest || last.get(name)?.rows.size !== count
  await read(
    marks.filter(changed).map(({ name }) => name),
    false,
  )
  // More rows are known than there are: some were removed.
  await read(
    marks.filter(({ name, count }) => last.get(name)!.rows.size !== count).map(({ name }) => name),
    true,
  )
  return new Map(tables.flatMap(({ name }) => [...last.get(name)!.rows]))
}

const unionOf = async <Found>(owner: Owner, parts: readonly string[]): Promise<Found[]> =>
  parts.length === 0 ? [] : owner.$queryRawUnsafe<Found[]>(parts.join(' union all '))

/** What changed between two snapshots. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const tableOf = (key: string) =>
    key
      .split(' ', 1)[0]!
      .replace(/^public\./, '')
      .replaceAll('"', '')
  const changes: Change[] = []
  for (const [key, row] of before) {
    const now = after.get(key) ?? null
    if (row !== now && JSON.stringify(row) !== JSON.stringify(now))
      changes.push({ table: tableOf(key), before: row, after: now })
  }
  for (const [key, row] of after) {
    if (!before.has(key)) changes.push({ table: tableOf(key), before: null, after: row })
  }
  return changes
}

/**
 * Whether a viewer may have caused a change: their own draft, a filing of their own household in their own name,
 * the trail and the news of it, their own session. Nothing sent or noted is ever changed or removed. `known`: the
 * applications there were when the world was made; `tasks`: those there are now.
 */
export function mayHaveCaused(
  asker: Asker,
  route: string,
  change: Change,
  known: ReadonlySet<string>,
  tasks: ReadonlyMap<unknown, Row> = new Map(),
): boolean {
  const { table, before, after } = change
  const exchanged = mayHaveExchanged(asker, route, change)
  if (exchanged !== null) return exchanged
  if (isOfReviews(route, table)) return mayHaveReviewed(asker, route, change)
  if (isOfPrivacy(table)) return mayHaveAsked(asker, change)
  if (isOfDesk(table)) return mayHaveMoved(asker, route, change, tasks)
  if (isOfApplications(table)) return mayHaveWritten(asker, route, change, known)
  const rows = [before, after].filter((row) => row !== null)
  const all = (column: string, value: unknown) => value !== null && rows.every((row) => row[column] === value)
  const atHome = rows.every((row) => asker.homes.includes(String(row['household_id'])))
  const citizen = asker.realm === 'citizen'
  const added = before === null
  // In the place of the person they help, the agent writes their draft and files for them, in their own name.
  const helps = asker.name === 'agent' && route.startsWith('/api/assisted/') && atHome
  const byStaff = (column: string) => after !== null && after[column] === asker.staffId
  switch (table) {
    case 'statement_draft':
      if (helps) return after === null || byStaff('written_by_staff')
      return citizen && atHome && all('person_id', asker.personId)
    case 'filing':
      if (helps) return added && byStaff('filed_by_staff') && all('channel', 'telephone')
      return citizen && added && atHome && all('filed_by_person', asker.personId) && all('channel', 'web')
    case 'expected_payment':
      return (citizen || helps) && added && atHome
    case 'filing_confirmation':
      return citizen && added && all('person_id', asker.personId)
    case 'outbox':
      if (asker.name === 'agent' && route.startsWith('/api/assisted/')) return added && all('kind', 'receipt')
      // A freeze, and its end, are told to every adult of the household.
      if (asker.visit) return added && isOfVisit(asker, (after?.['payload'] as Row)['applicationId'], after)
      if (route.endsWith('/freeze')) return added && asker.homeAdults!.includes(String(after?.['person_id']))
      if (route.endsWith('/freeze-lift')) return added && asker.realm === 'staff' && asker.homes.length > 0
      return citizen && added && all('person_id', asker.forPersonId ?? asker.personId)
    case 'closing_request':
      // Nobody changes what was told; a person tells it of their own file, an office of a file of its own.
      return added && atHome && (citizen ? all('person_id', asker.personId) : byStaff('staff_id'))
    case 'account_change':
      if (!citizen || !atHome || asker.forPersonId) return false
      return added ? all('person_id', asker.personId) : onlyChanged(['cancelled_at'], before, after)
    case 'account_freeze':
      if (route.endsWith('/freeze-lift')) return asker.realm === 'staff' && atHome && !added
      return citizen && !asker.forPersonId && added && atHome
    case 'account_freeze_link':
      return citizen && !asker.forPersonId && added && atHome
    case 'contact_change':
      return citizen && !asker.forPersonId && added && all('person_id', asker.personId)
    case 'auth.one_time_code':
      return citizen && route.startsWith('/api/account/code') && all('person_id', asker.personId)
    case 'auth.attempt':
      // Whoever tries a proof is counted, and nothing else becomes of a wrong one.
      if (route === '/api/application/resumption') return true
      if (route === '/api/assisted') return asker.realm === 'staff'
      return route === '/api/sign-in/code' || (citizen && route.startsWith('/api/account/code'))
    case 'contact':
    case 'account_form':
      return citizen && !asker.forPersonId && all('person_id', asker.personId)
    case 'person':
      return (
        citizen && !asker.forPersonId && all('id', asker.personId) && onlyChanged(['language'], before, after)
      )
    case 'filing_extension':
      // A person of the office grants it for one household of theirs, in their own name; nobody changes one.
      return added && asker.realm === 'staff' && atHome && all('decided_by', asker.staffId)
    case 'service_notice':
      return asker.name === 'supervisor' && onlyChanged(['withdrawn_at', 'withdrawn_by'], before, after)
    case 'service_notice_draft':
      return asker.name === 'supervisor' && all('staff_id', asker.staffId)
    case 'form_mistake':
      // A question is counted, whoever answered it: nobody is in the row.
      return citizen || asker.visit !== undefined
    case 'published_figures':
      // The database counts them, whoever finds them old.
      return true
    case 'audit':
      if (asker.visit)
        return added && all('actor_kind', 'applicant') && isOfVisit(asker, after?.['actor_id'], after)
      if (all('subject_kind', 'application') && asker.realm === 'staff')
        return added && all('actor_id', asker.staffId)
      // A search of the trail, a file that does not exist: of no household.
      if (all('act', 'sought')) return added && asker.realm === 'staff' && all('actor_id', asker.staffId)
      // A notice, the register: of no household.
      if (all('subject_kind', 'incident')) return added && all('actor_id', asker.staffId)
      if (all('subject_kind', 'notice'))
        return added && asker.name === 'supervisor' && all('actor_id', asker.staffId)
      if (all('act', 'assisted'))
        return added && !citizen && all('actor_id', asker.staffId) && after?.['subject_id'] === null
      // What one does with one's own account is of no household.
      if (citizen && added && after?.['household_id'] === null) return all('actor_id', asker.personId)
      return added && atHome && (citizen ? all('actor_id', asker.personId) : all('actor_id', asker.staffId))
    case 'decision_notice':
      // A decision that leaves by itself has its notices; an office prints those of its people.
      if (added) return after?.['printed_at'] === null && after['left_at'] !== null
      return (
        asker.realm === 'staff' &&
        onlyChanged(['printed_at', 'printed_by'], before, after) &&
        after?.['printed_by'] === asker.staffId
      )
    case 'auth.access_code':
      // An office gives and prints the codes of its people; a person asks for their own.
      return rows.every((row) => asker.codesOf?.includes(String(row['person_id'])))
    case 'parked_submission':
      if (!all('person_id', asker.personId)) return false
      return asker.name === 'expired' ? added : citizen && after === null
    case 'auth.session':
      // Every session travels with the demo's clock, by the same jump; nothing else of it changes.
      if (route === '/api/demo/clock')
        return before !== null && after !== null && onlyTravelled(before, after)
      if (
        route.startsWith('/api/account/sessions/') &&
        asker.userId &&
        onlyChanged(['ended_at'], before, after)
      )
        return all('user_id', asker.userId)
      return asker.token !== null && all('token_hash', hashOf(asker.token))
    case 'demo_clock':
      return route === '/api/demo/clock'
    default:
      return false
  }
}

/** Of the application of an asker's visit, and of no household nor person. */
const isOfVisit = ({ visit }: Asker, application: unknown, row: Row | null): boolean =>
  application === visit?.applicationId && !row?.['household_id'] && !row?.['person_id']

function onlyChanged(columns: readonly string[], before: Row | null, after: Row | null): boolean {
  const kept = (row: Row | null) =>
    JSON.stringify({ ...row, ...Object.fromEntries(columns.map((column) => [column, null])) })
  return before !== null && after !== null && kept(before) === kept(after)
}

function onlyTravelled(before: Row, after: Row): boolean {
  const kept = ({ seen_at: _seen, ends_at: _ends, ...rest }: Row) => JSON.stringify(rest)
  return kept(before) === kept(after)
}

const hashOf = (token: string): string => `\\x${createHash('sha256').update(token).digest('hex')}`
