import { rmSync } from 'node:fs'
import { generateClient } from './build.mjs'
import {
  claimForDemo,
  ensureDatabase,
  ensureRoles,
  loadOffices,
  prepareServer,
  requireServerVersion,
  seedOnce,
  urlFor,
} from './database.mjs'
import { discardPostgres, startPostgres } from './embedded-postgres.mjs'
import { migrate } from './migrate.mjs'
import { dataFolder } from './places.mjs'
import { Problem, say, step } from './say.mjs'
import { readSecrets } from './secrets.mjs'
import { prepareQueues } from './worker.mjs'

/**
 * The database of the demo: the embedded PostgreSQL, started or joined, or the one named by both variables.
 * @param {Record<string, string | undefined>} env
 * @param {string} folder of the demo's data
 * @param {boolean} [fresh] throws the data away first
 * @returns {Promise<{ ownerUrl: string, databaseUrl: string, secrets: Record<string, string>, release: () => Promise<void> }>}
 *   `release` stops the embedded one unless another run still uses it
 * @throws {Problem}
 */
export async function startDemoDatabase(env, folder, fresh = false) {
  if (env.DATABASE_URL || env.DATABASE_OWNER_URL) {
    if (!env.DATABASE_URL || !env.DATABASE_OWNER_URL) {
      throw new Problem(
        'Only one of DATABASE_URL and DATABASE_OWNER_URL is given.',
        'Give both: the first for the web (role quinze_web), the second for migrations and demo data.',
      )
    }
    if (fresh)
      throw new Problem('--fresh empties the embedded database only.', 'Empty your own database yourself.')
    await requireServerVersion(env.DATABASE_OWNER_URL)
    await ensureRoles(env.DATABASE_OWNER_URL, decodeURIComponent(new URL(env.DATABASE_URL).password))
    const secrets = readSecrets(folder)
    const release = async () => {}
    return { ownerUrl: env.DATABASE_OWNER_URL, databaseUrl: env.DATABASE_URL, secrets, release }
  }
  if (fresh) {
    await discardPostgres('demo')
    rmSync(folder, { recursive: true, force: true })
    dataFolder('demo')
  }
  const secrets = readSecrets(folder)
  const { adminUrl, release } = await step('Starting the database', () =>
    startPostgres('demo', secrets.superuser),
  )
  await prepareServer(adminUrl, secrets)
  await ensureDatabase(adminUrl, 'quinze')
  const url = (user, password) => urlFor(adminUrl, { user, password, database: 'quinze' })
  return {
    ownerUrl: url('quinze_owner', secrets.owner),
    databaseUrl: url('quinze_web', secrets.web),
    secrets,
    release,
  }
}

/**
 * What the demo needs in its database: the migrations, the offices, its people.
 * @param {string} ownerUrl
 * @param {Record<string, string>} configuration of the demo
 */
export async function prepareDemoDatabase(ownerUrl, configuration) {
  await claimForDemo(ownerUrl)
  const applied = await migrate(ownerUrl)
  if (applied.length > 0) say(`✓ Migrations applied: ${applied.join(', ')}`)
  await loadOffices(ownerUrl)
  await generateClient()
  await seedOnce(ownerUrl, configuration)
  await prepareQueues(ownerUrl)
}
