import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inProject } from './places.mjs'
import { Problem } from './say.mjs'

/** The number under which Prisma locks its own migrations: ours and `prisma migrate deploy` never run together. */
const prismaLock = 72707369

/** Prisma's book of applied migrations, column for column. */
const book = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Applies the migrations a database has not seen, in the order of their names, and keeps the books as
 * `prisma migrate deploy` does, so that either tool can follow the other.
 * @param {string} ownerUrl
 * @param {string} [folder] holds <timestamp>_<name>/migration.sql
 * @returns {Promise<string[]>} the names applied now
 * @throws {Problem} on an unfinished, changed or missing migration, or when one fails; nothing later is then applied
 */
export async function migrate(ownerUrl, folder = inProject('prisma', 'migrations')) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'quinze-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(book)
    const { rows } = await client.query(
      'SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const migrations = readMigrations(folder)
    requireSameHistory(migrations, rows)
    const seen = new Set(rows.map((row) => row.name))
    const waiting = migrations.filter((migration) => !seen.has(migration.name))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

function readMigrations(folder) {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** What was applied must still stand in the folder, unchanged and finished. */
function requireSameHistory(migrations, rows) {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    if (row.finished_at === null)
      throw new Problem(
        `Migration ${row.name} was begun in this database and never finished.`,
        `See what it left, put it right, then delete its row of _prisma_migrations or set its rolled_back_at.`,
      )
    const migration = byName.get(row.name)
    if (!migration)
      throw new Problem(
        `The database has seen migration ${row.name}, which is not in prisma/migrations.`,
        'Use the version of the project that has it. For demo data only: npm start -- --fresh',
      )
    if (migration.checksum !== row.checksum)
      throw new Problem(
        `Migration ${row.name} was changed after it was applied to this database.`,
        'Put the file back as it was and write a new migration. For demo data only: npm start -- --fresh',
      )
  }
}

/**
 * One migration is one transaction, its row included: a failing one leaves its row, unfinished, with the reason.
 * The row is written first and apart, as Prisma does, so that a migration cut short by a crash is noticed.
 */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    // Many statements in one message run as one transaction, unless the migration opens its own.
    await client.query(sql)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    const where = error.position
      ? ` (near: ${sql.slice(error.position - 1, Number(error.position) + 60).trim()})`
      : ''
    await client
      .query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, error.message])
      .catch(() => {})
    throw new Problem(
      `Migration ${name} failed: ${error.message}${where}`,
      'Nothing of it stays. Mend the cause, delete its row of _prisma_migrations, and run the same command again.',
    )
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = applied_steps_count + 1 WHERE id = $1',
    [id],
  )
}
