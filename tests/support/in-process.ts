import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { demoConfiguration } from '../../src/setup/configuration.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { freshDatabase } from './database'
import type { TestDatabase } from './database'

/**
 * Lets a test file call queries and commands themselves, on a database of its own: call it once, at the top.
 * The server's modules read the configuration at their first use, which must come after `beforeAll`.
 * @returns a function that gives the database once the tests run
 */
export function useDatabase(options: { people?: boolean } = {}): () => TestDatabase {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(options)
    Object.assign(process.env, configurationFor(database.webUrl))
  })
  afterAll(() => database.drop())
  return () => database
}

/** The demo's configuration for a database, as the server reads it. */
export function configurationFor(webUrl: string): Record<string, string> {
  const folder = dataFolder('test')
  const files = join(folder, 'files')
  const secrets = readSecrets(folder)
  return demoConfiguration({ secrets, databaseUrl: webUrl, port: 3015, providerPort: 3016, files })
}
