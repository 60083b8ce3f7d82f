import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Instant } from '@/domain/calendar'
import { noteDatabaseTime } from './clock'
import { env } from './env'
import { PrismaClient } from './generated/client'
import type { Viewer } from './viewer'

/**
 * The one door to the database: a transaction that takes the viewer's role and name before anything else, so the
 * policies of row-level security hold for every statement in it. Two tools work on that same transaction:
 * `tx` (Prisma) for reads and ordinary writes, `sql` (plain SQL) where one statement must do the whole work.
 */
export type Door = {
  readonly tx: Tx
  readonly sql: Sql
  /** The database's time when the transaction began. */
  readonly now: Instant
}

/** Runs one statement and returns its rows. */
export type Sql = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/**
 * Prisma without `findUnique`: Prisma gathers the findUnique calls of one tick, of every request, into one query,
 * which would then run as one of the viewers. `findFirst` is never gathered.
 */
export type Tx = {
  [Model in ModelName]: Omit<PrismaClient[Model], 'findUnique' | 'findUniqueOrThrow'>
}
type ModelName = {
  [Key in keyof PrismaClient]: Key extends `$${string}`
    ? never
    : PrismaClient[Key] extends { findFirst: unknown }
      ? Key
      : never
}[keyof PrismaClient]

const current = new AsyncLocalStorage<pg.PoolClient>()

/** What Prisma takes for a pool: every query goes to the connection of the door it stands in. */
class DoorPool extends pg.Pool {
  override query = ((query: pg.QueryConfig) => {
    const client = current.getStore()
    if (!client) throw new Error('The database is reached through withViewer only')
    return client.query(query)
  }) as pg.Pool['query']
  override connect = (() => {
    throw new Error('Inside withViewer there is one transaction already: write without nesting')
  }) as unknown as pg.Pool['connect']
}

let prisma: PrismaClient | undefined

/** One set for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzePools?: Map<string, pg.Pool> }

/** The pool of connections of this process; with `role`, one whose connections hold that role from the start. */
export function poolOf(role?: 'quinze_anonymous' | 'quinze_auth'): pg.Pool {
  const pools = (shared.quinzePools ??= new Map<string, pg.Pool>())
  const name = `${env().databaseUrl} ${role}`
  const known = pools.get(name)
  if (known) return known
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    // One process for each core, four at most: all together they stay well under PostgreSQL's hundred.
    max: role === 'quinze_auth' ? 2 : 6,
    // On a busy evening a form waits its turn rather than being turned away.
    connectionTimeoutMillis: 15_000,
    // A lost reply must not hold a connection for ever, nor a page for longer than a person waits.
    options: `-c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000${role ? ` -c role=${role}` : ''}`,
  })
  // An idle connection that dies (the server restarted) is replaced at the next query; it must not end the process.
  opened.on('error', () => {})
  pools.set(name, opened)
  return opened
}

/**
 * Opens the door for a viewer and runs `work` in one transaction: committed when it returns, rolled back when it
 * throws. Doors do not nest: a second one would wait for a second connection while holding the first.
 */
export async function withViewer<T>(viewer: Viewer, work: (door: Door) => Promise<T>): Promise<T> {
  if (current.getStore()) throw new Error('withViewer inside withViewer: pass the door along instead')
  prisma ??= new PrismaClient({
    adapter: new PrismaPg(new DoorPool(), { statementNameGenerator: ({ sql }) => nameOf(sql) }),
  })
  const client = await poolOf().connect()
  let broken: Error | undefined
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    // One message, three statements: begin, take the role, name the viewer and read the clock.
    const opened = (await client.query(`begin; ${become(viewer).join('; ')}`)) as unknown as pg.QueryResult<{
      now: Date
    }>[]
    const now = opened[2]!.rows[0]!.now.toISOString() as Instant
    noteDatabaseTime(now)
    const sql: Sql = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>({ name: nameOf(text), text, values: [...values] })).rows
    const tx = prisma as unknown as Tx
    // Awaited inside: Prisma asks nothing before it is awaited, and would then stand outside the door.
    const result = await current.run(client, async () => await work({ tx, sql, now }))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.removeListener('error', onError)
    client.release(broken)
  }
}

/*
 * Statements are named, so that a connection plans each of them once: planning the household's question takes longer
 * than answering it. The name comes from the text alone, because the copies of this module share their connections:
 * one name for two statements would be refused. Texts are ours and few; past the limit they go unnamed.
 */
const names = new Map<string, string>()
const MOST_NAMES = 500

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? ''
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** In a transaction that is already open, goes on as another viewer: for a try of what they would do. */
export async function goOnAs({ sql }: Door, viewer: Viewer): Promise<void> {
  for (const statement of become(viewer)) await sql(statement)
}

/** The role, then the names the walls go by and the clock. */
function become(viewer: Viewer): [string, string] {
  const settings: string[] = []
  const set = (name: string, value: string) =>
    settings.push(`set_config('quinze.${name}', ${pg.escapeLiteral(value)}, true), `)
  // The database finds the household by itself: the wall does not take our word for it.
  const home = (person: string) =>
    settings.push(`set_config('quinze.household', coalesce(household_of(${person})::text, ''), true), `)
  if ('call' in viewer && viewer.call) {
    // Who calls is read from the call.
    settings.push(`enter_call(${pg.escapeLiteral(viewer.call.sid)}), `)
  } else if ('personId' in viewer && viewer.assisted) {
    // Nor our word for whom the staff may help: it is read from the session, which may be over.
    const [session, staff] = [viewer.assisted.id, viewer.assisted.staffId].map(pg.escapeLiteral)
    settings.push(`enter_assisted(${session}, ${staff}), `)
  } else if ('personId' in viewer && viewer.mandate) {
    set('actor', viewer.actorId)
    set('mandate', viewer.mandate.id)
    // Nor our word for the person and the rights of a mandate: it is read anew, and may have ended.
    const [mandate, actor] = [viewer.mandate.id, viewer.actorId].map(pg.escapeLiteral)
    const living = `(living_mandate(${mandate}, ${actor}))`
    settings.push(`set_config('quinze.person', coalesce(${living}.person_id::text, ''), true), `)
    settings.push(
      `set_config('quinze.rights', array_to_string(coalesce(${living}.rights, '{}'), ','), true), `,
    )
    home(`${living}.person_id`)
  } else if ('personId' in viewer) {
    set('person', viewer.personId)
    home(pg.escapeLiteral(viewer.personId))
  } else if (viewer.role === 'applicant') {
    // Nor our word for the application: it is found by the visit, which may be over.
    settings.push(`enter_application(${pg.escapeLiteral(viewer.sessionId)}), `)
  } else if ('staffId' in viewer) {
    set('staff', viewer.staffId)
    if (viewer.officeId) set('office', viewer.officeId)
  }
  // The role comes first and by itself: the names of the next statement are looked up with its rights.
  return [
    `set local role ${pg.escapeIdentifier(`quinze_${viewer.role}`)}`,
    `select ${settings.join('')}app_now() as now`,
  ]
}
