// `npm run db:drift`: does prisma/schema.prisma say what the migrations make? Prisma's own engine compares them, on
// the embedded PostgreSQL. Prints the SQL that would close the gap, which is also where a new migration begins.
// The engine leaves alone what its schema has no word for: checks, policies, functions, partial indexes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { dropDatabase, ensureDatabase, prepareServer, urlFor } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { migrate } from './migrate.mjs'
import { dataFolder, inProject } from './places.mjs'
import { explain, say } from './say.mjs'
import { readSecrets } from './secrets.mjs'

/**
 * What separates the schema from the migrations.
 * @returns {Promise<string[]>} SQL statements; empty when they agree
 */
export async function findDrift() {
  const secrets = readSecrets(dataFolder('test'))
  const { adminUrl, release } = await startPostgres('test', secrets.superuser)
  const database = `quinze_drift_${process.pid}`
  try {
    await prepareServer(adminUrl, secrets)
    await ensureDatabase(adminUrl, database)
    const url = urlFor(adminUrl, { user: 'quinze_owner', password: secrets.owner, database })
    await migrate(url)
    return statementsOf(await compare(url))
  } finally {
    await dropDatabase(adminUrl, database)
    await release()
  }
}

/** The engine's script, from the database to the schema. It runs once per process: it keeps its state in globals. */
async function compare(url) {
  loadEngine()
  const { hostname, port, username, password, pathname } = new URL(url)
  const pool = new CataloguePool({
    host: hostname,
    port: Number(port),
    user: username,
    password,
    database: pathname.slice(1),
  })
  const schema = inProject('prisma', 'schema.prisma')
  const files = [{ path: schema, content: readFileSync(schema, 'utf8') }]
  const adapter = bindMigrationAwareSqlAdapterFactory(readCharacters(new PrismaPg(pool), pool))
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    adapter,
  )
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: inProject('prisma') },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  })
  await pool.end()
  return stdout ?? ''
}

/** Node does not load a .wasm as a module, so its two halves are joined here. */
function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`Prisma's engine panicked: ${message}`)
    },
  }
  const require = createRequire(import.meta.url)
  const path = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const wasm = new WebAssembly.Module(readFileSync(path))
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
}

/**
 * The catalogue's type "char" (18) is unknown to the adapter: it passes as text (25), and is then handed to the
 * engine as the single character it expects. The engine asks one thing at a time.
 */
class CataloguePool extends pg.Pool {
  characters = []
  async query(...args) {
    const result = await super.query(...args)
    const fields = result.fields ?? []
    this.characters = fields.map((field) => field.dataTypeID === 18)
    for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25
    return result
  }
}

function readCharacters(factory, pool) {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type, at) =>
        pool.characters[at] ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
  return factory
}

/** The statements alone, without the engine's comments. */
function statementsOf(script) {
  return script
    .split(/;\s*\n/)
    .map((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
    .filter((statement) => statement !== '')
}

if (process.argv[1] === inProject('src', 'setup', 'migration-drift.mjs')) {
  try {
    const drift = await findDrift()
    if (drift.length === 0) say('The schema and the migrations agree.')
    else say(`The schema asks for what no migration makes:\n\n${drift.join(';\n')};`)
    process.exit(drift.length === 0 ? 0 : 1)
  } catch (error) {
    explain(error)
    process.exit(1)
  }
}
