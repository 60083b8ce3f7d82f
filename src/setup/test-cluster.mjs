import { generateClient } from './build.mjs'
import { demoConfiguration } from './configuration.mjs'
import {
  claimForDemo,
  dropDatabase,
  ensureDatabase,
  loadOffices,
  prepareServer,
  seedOnce,
} from './database.mjs'
import { urlFor, withDatabase } from './database.mjs'
import { holder, startPostgres } from './embedded-postgres.mjs'
import { fingerprint } from './fingerprint.mjs'
import { migrate } from './migrate.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { dataFolder } from './places.mjs'
import { step } from './say.mjs'
import { readSecrets } from './secrets.mjs'
import { join } from 'node:path'

/** Migrations applied, offices loaded and nobody in it; and the same with the demo people. Tests copy them, and never open them. */
const templates = { empty: 'quinze_template_empty', seeded: 'quinze_template' }

/**
 * Starts (or joins) the PostgreSQL of the tests, with its templates up to date.
 * Workers find it through QUINZE_TEST_CLUSTER, which this sets.
 * @returns {Promise<() => Promise<void>>} leaves it, and stops it when nobody else uses it
 */
export async function joinTestCluster() {
  const folder = dataFolder('test')
  const secrets = readSecrets(folder)
  const { adminUrl, folder: files, release } = await startPostgres('test', secrets.superuser)
  try {
    await prepareServer(adminUrl, secrets)
    const cluster = {
      adminUrl,
      ownerUrl: urlFor(adminUrl, { user: 'quinze_owner', password: secrets.owner }),
      webUrl: urlFor(adminUrl, { user: 'quinze_web', password: secrets.web }),
      files,
    }
    await oneAtATime(join(folder, 'template.lock'), async () => {
      await dropLeftovers(adminUrl)
      await ensureTemplates(cluster, secrets)
    })
    process.env.QUINZE_TEST_CLUSTER = JSON.stringify(cluster)
    return release
  } catch (error) {
    await release()
    throw error
  }
}

/** Databases of runs that were killed: those of the tests' names, when no other run is there to use them. */
async function dropLeftovers(adminUrl) {
  await withDatabase(adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT count(*)::int AS runs FROM pg_stat_activity WHERE application_name = $1',
      [holder],
    )
    if (rows[0].runs > 1) return
    const left = await client.query("SELECT datname FROM pg_database WHERE datname ~ '^quinze_(test|drift)_'")
    for (const { datname } of left.rows) await dropDatabase(adminUrl, datname)
  })
}

/** The templates carry, as their comment, what they were made from. Demo data depends on the day, so the day too. */
async function ensureTemplates({ adminUrl, ownerUrl }, secrets) {
  const rules = [
    'src/domain',
    'src/jobs',
    'src/features/statement/derive.ts',
    'src/server/access-codes.ts',
    'src/server/keys.ts',
  ]
  const sources = ['prisma', ...rules, 'src/setup/database.mjs']
  const wanted = `${new Date().toISOString().slice(0, 10)} ${fingerprint(sources)}`
  if ((await commentOf(adminUrl, templates.seeded)) === wanted) return
  await generateClient()
  await step('Preparing the test database', async () => {
    for (const name of Object.values(templates)) await dropDatabase(adminUrl, name)
    await ensureDatabase(adminUrl, templates.empty)
    const emptyUrl = urlFor(ownerUrl, { database: templates.empty })
    await claimForDemo(emptyUrl)
    await migrate(emptyUrl)
    await loadOffices(emptyUrl)
    await withDatabase(ownerUrl, (client) =>
      client.query(`CREATE DATABASE ${templates.seeded} TEMPLATE ${templates.empty}`),
    )
    const seededUrl = urlFor(ownerUrl, { database: templates.seeded })
    await seedOnce(seededUrl, {
      ...demoConfiguration({ secrets, databaseUrl: seededUrl, port: 3015, providerPort: 3016 }),
      // What is decided, the tests decide themselves.
      QUINZE_QUIET_DESK: '1',
    })
    await withDatabase(adminUrl, async (client) => {
      for (const name of Object.values(templates)) {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
        await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(wanted)}`)
      }
    })
  })
}

async function commentOf(adminUrl, name) {
  return withDatabase(adminUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS made_from FROM pg_database WHERE datname = $1",
      [name],
    )
    return rows[0]?.made_from
  })
}
