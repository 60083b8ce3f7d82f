import { existsSync, readFileSync } from 'node:fs'
import { runNode, toolEnv } from './command.mjs'
import { inProject } from './places.mjs'
import { Problem } from './say.mjs'

/**
 * Opens one connection, does the work, closes it.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Problem} when the database cannot be reached or refuses us
 */
export async function withDatabase(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a connection lost while idle is said by the next query
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(error, url)
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function unreachable(error, url) {
  const { hostname, port, pathname, username } = new URL(url)
  const place = `${hostname}:${port || 5432}${pathname} as ${username}`
  const reasons = {
    '28P01': 'the password is wrong',
    28000: 'this user may not sign in',
    '3D000': 'there is no such database',
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'the host name is unknown',
  }
  const reason = reasons[error.code] ?? error.message
  return new Problem(
    `The database ${place} cannot be reached: ${reason}.`,
    'Check DATABASE_URL and DATABASE_OWNER_URL, and that PostgreSQL runs. Without them, an embedded one is used.',
  )
}

/**
 * Makes the roles of prisma/roles.sql where they are missing, and gives quinze_web its password.
 * A quinze_web that was there already keeps the password it has.
 * @param {string} url of a user who may create roles
 * @param {string} webPassword
 * @param {string} [sql] another list of roles, for tests
 * @throws {Problem} with the SQL to run when the user may not create roles
 */
export async function ensureRoles(url, webPassword, sql = rolesSql()) {
  await withDatabase(url, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'quinze_web'")
    try {
      await client.query(sql)
    } catch (error) {
      if (error.code !== '42501') throw error
      throw new Problem(
        `The roles are missing and the owner of the database may not create them.\n\n${sql}`,
        'Have an administrator run the SQL above (prisma/roles.sql) and set the password of quinze_web.',
      )
    }
    if (rowCount === 0) await setPassword(client, 'quinze_web', webPassword)
  })
}

const rolesSql = () => readFileSync(inProject('prisma', 'roles.sql'), 'utf8')

/**
 * On a server of our own: the owner of the databases, and the roles.
 * The owner is no superuser, so that row-level security and rights behave as in production.
 */
export async function prepareServer(adminUrl, secrets) {
  await withDatabase(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'quinze_owner'")
    if (rowCount > 0) return
    await client.query('CREATE ROLE quinze_owner LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS')
    await setPassword(client, 'quinze_owner', secrets.owner)
  })
  // Each time: a server made by an older version lacks the roles that came since.
  await ensureRoles(adminUrl, secrets.web)
}

/** Creates a database of the owner's unless it is there. */
export async function ensureDatabase(adminUrl, name) {
  await withDatabase(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER quinze_owner`)
  })
}

/**
 * Drops a database and ends whoever is in it. The administrator's address, never the owner's: the server's
 * own cleaning (autovacuum) may be at work in it, and only a superuser may end that.
 */
export async function dropDatabase(adminUrl, name) {
  await withDatabase(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

/**
 * The same address with another user, password or database.
 * @param {string} url
 * @param {{ user?: string, password?: string, database?: string }} other
 */
export function urlFor(url, { user, password, database }) {
  const changed = new URL(url)
  if (user) changed.username = user
  if (password) changed.password = password
  if (database) changed.pathname = `/${database}`
  return changed.href
}

async function setPassword(client, role, password) {
  await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} PASSWORD ${client.escapeLiteral(password)}`)
}

/** @throws {Problem} when the server is older than the schema needs (uuidv7 came with PostgreSQL 18) */
export async function requireServerVersion(url) {
  await withDatabase(url, async (client) => {
    const { rows } = await client.query('SHOW server_version_num')
    if (Number(rows[0].server_version_num) >= 180000) return
    throw new Problem(
      `The database server is too old (${rows[0].server_version_num}).`,
      'Quinze needs PostgreSQL 18 or newer. Without DATABASE_URL, an embedded one is used.',
    )
  })
}

/**
 * Marks an empty database as the demo's own, and refuses any other that is not marked: demo people never enter a
 * database that somebody else filled.
 * @throws {Problem}
 */
export async function claimForDemo(ownerUrl) {
  await withDatabase(ownerUrl, async (client) => {
    if (await isDemo(client)) return
    const { rowCount } = await client.query(
      `SELECT FROM pg_class WHERE relnamespace NOT IN (
         SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_' OR nspname = 'information_schema')`,
    )
    if (rowCount > 0)
      throw new Problem(
        `The database ${new URL(ownerUrl).pathname.slice(1)} was not made by the demo, and holds something.`,
        'Give the demo an empty database, or start without QUINZE_DEMO to run in production.',
      )
    await client.query(
      `BEGIN;
       CREATE SCHEMA quinze_demo;
       CREATE TABLE quinze_demo.origin (made_at timestamptz NOT NULL DEFAULT now(), seeded_at timestamptz);
       INSERT INTO quinze_demo.origin DEFAULT VALUES;
       GRANT USAGE ON SCHEMA quinze_demo TO quinze_web;
       GRANT SELECT ON quinze_demo.origin TO quinze_web;
       COMMIT`,
    )
  })
}

/** @throws {Problem} when production is given a database of the demo */
export async function refuseDemo(url) {
  await withDatabase(url, async (client) => {
    if (!(await isDemo(client))) return
    throw new Problem(
      'This database holds demo people: production refuses it.',
      'Give production a database of its own, or set QUINZE_DEMO=1.',
    )
  })
}

/** @throws {Problem} when a database was not made by the demo: made-up people never enter another */
export async function requireDemo(ownerUrl) {
  await withDatabase(ownerUrl, async (client) => {
    if (await isDemo(client)) return
    throw new Problem(
      `The database ${new URL(ownerUrl).pathname.slice(1)} was not made by the demo.`,
      'Fill a demo: npm run demo:population starts one when none runs.',
    )
  })
}

async function isDemo(client) {
  const { rows } = await client.query("SELECT to_regclass('quinze_demo.origin') IS NOT NULL AS demo")
  return rows[0].demo
}

/**
 * Loads the offices and postal areas of prisma/offices: reference data, in production as in the demo. What is
 * already there is left alone.
 * @param {string} ownerUrl
 * @returns {Promise<string>} what was loaded, in a sentence
 * @throws {Problem} with every fault of the files
 */
export async function loadOffices(ownerUrl) {
  const output = await runNode(['--import', 'tsx', 'prisma/import-offices.ts'], {
    what: 'Loading the offices',
    advice: 'Mend prisma/offices as said above.',
    env: { ...toolEnv(), DATABASE_OWNER_URL: ownerUrl },
  })
  return output.trim()
}

/**
 * Loads the demo people once.
 * @param {string} ownerUrl a database claimed for the demo
 * @param {Record<string, string>} env what the seed may read besides
 */
export async function seedOnce(ownerUrl, env) {
  const seeded = await withDatabase(ownerUrl, (client) =>
    client.query('SELECT FROM quinze_demo.origin WHERE seeded_at IS NOT NULL'),
  )
  if (seeded.rowCount > 0 || !existsSync(inProject('prisma', 'seed.ts'))) return
  // The condition makes `server-only` an empty package, as it is in the web server.
  await runNode(['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts'], {
    what: 'Loading the demo data',
    advice: 'Start afresh: npm start -- --fresh',
    env: { ...toolEnv(), ...env, QUINZE_DEMO: '1', DATABASE_OWNER_URL: ownerUrl },
  })
  await withDatabase(ownerUrl, (client) => client.query('UPDATE quinze_demo.origin SET seeded_at = now()'))
}
