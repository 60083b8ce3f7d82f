import { randomBytes } from 'node:crypto'
import { dropDatabase, urlFor, withDatabase } from '../../src/setup/database.mjs'

/** A database of one test file's own, on the embedded PostgreSQL. */
export type TestDatabase = {
  /** Signed in as the owner: past row-level security, to arrange and to inspect. */
  ownerUrl: string
  /** Signed in as quinze_web, which may do nothing before it takes a viewer's role. */
  webUrl: string
  /** Signed in as the superuser, to cut connections. */
  adminUrl: string
  drop: () => Promise<void>
}

type Cluster = { adminUrl: string; ownerUrl: string; webUrl: string; files: string }

/** Where the test PostgreSQL is, and the folder of its files (whose postmaster.pid names its process). */
export function testCluster(): Cluster {
  const cluster = process.env['QUINZE_TEST_CLUSTER']
  if (!cluster) throw new Error('No test PostgreSQL: run these tests with --config tests/vitest.config.ts')
  return JSON.parse(cluster) as Cluster
}

/**
 * Copies the template: migrations applied, and the demo people unless `people` is false.
 * Takes some tens of milliseconds. Drop it when done.
 */
export async function freshDatabase({ people = true }: { people?: boolean } = {}): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, webUrl } = testCluster()
  const database = `quinze_test_${randomBytes(8).toString('hex')}`
  const template = people ? 'quinze_template' : 'quinze_template_empty'
  await withDatabase(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER quinze_owner`),
  )
  return {
    ownerUrl: urlFor(ownerUrl, { database }),
    webUrl: urlFor(webUrl, { database }),
    adminUrl: urlFor(adminUrl, { database }),
    drop: () => dropDatabase(adminUrl, database),
  }
}
