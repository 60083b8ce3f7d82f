import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, buildVariant, copySite } from '../../src/setup/build.mjs'
import { demoConfiguration, providerEnv, webEnv } from '../../src/setup/configuration.mjs'
import { dataFolder, inProject } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { startServerProcess } from '../../src/setup/server-process.mjs'

/** A built server and an identity provider of its own, on free ports. */
export type TestServer = {
  /** `http://localhost:…`, where the site answers. */
  url: string
  /** The process of the web server. */
  pid: number
  /** What the web server has written so far. */
  log: () => string
  /** Lets the web server finish, and stops both. */
  stop: () => Promise<void>
  /** kill -9 of the web server; the identity provider stays. */
  kill: () => Promise<void>
  /** Starts the web server again on the same port. */
  restart: () => Promise<void>
  /** As a deploy does: lets the web server finish, then starts another on the same port. */
  deploy: () => Promise<void>
}

type Options = {
  /** The database, as quinze_web. */
  webUrl: string
  /** More variables for the web server, or other values. */
  env?: Record<string, string>
  /** Serves with one process, however many cores there are. */
  oneProcess?: boolean
  /** A build with source files replaced. */
  variant?: Variant
  /** Serves a copy of the ordinary build, of this name: for tests that outlast it. */
  copy?: string
}

/** A build with source files replaced: its name, and source path → path of the substitute. */
export type Variant = { name: string; replacements: Record<string, string> }

function scriptOf(variant?: Variant, copy?: string): Promise<string> {
  if (variant) return buildVariant(variant.name, variant.replacements)
  return copy ? copySite(copy) : buildSite('.next-test')
}

/**
 * Serves a production build (made first when the sources changed: give the first use two minutes).
 * Resolves when the site answers.
 */
export async function startServer({
  webUrl,
  env = {},
  oneProcess = false,
  variant,
  copy,
}: Options): Promise<TestServer> {
  const script = await scriptOf(variant, copy)
  const secrets = readSecrets(dataFolder('test'))
  const files = join(dataFolder('test'), 'files')
  const port = await freePort()
  const providerPort = await freePort()
  const configuration = demoConfiguration({ secrets, databaseUrl: webUrl, port, providerPort, files })
  const logs = mkdtempSync(join(dataFolder('test'), 'server-'))
  const logFile = join(logs, 'web.log')

  const provider = await startServerProcess({
    name: 'The identity provider of the tests',
    script: inProject('src', 'setup', 'identity-provider.mjs'),
    env: providerEnv(configuration, secrets, dataFolder('test')),
    url: `http://127.0.0.1:${providerPort}/.well-known/openid-configuration`,
    logFile: join(logs, 'identity-provider.log'),
  })
  const startWeb = () =>
    startServerProcess({
      name: 'The web server of the tests',
      script,
      onEveryCore: !oneProcess,
      env: { ...webEnv(process.env, configuration, { port, host: '127.0.0.1' }), ...env },
      url: `http://127.0.0.1:${port}/fr`,
      logFile,
    })
  let web = await startWeb().catch(async (error: unknown) => {
    await provider.stop()
    throw error
  })
  return {
    url: configuration['QUINZE_URL']!,
    get pid() {
      return web.pid
    },
    log: () => readFileSync(logFile, 'utf8'),
    stop: async () => {
      await Promise.all([web.stop(), provider.stop()])
      rmSync(logs, { recursive: true, force: true })
    },
    kill: () => web.kill(),
    restart: async () => {
      await web.kill()
      web = await startWeb()
    },
    deploy: async () => {
      await web.stop()
      web = await startWeb()
    },
  }
}
