import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode, toolEnv } from '../../src/setup/command.mjs'
import { fingerprint } from '../../src/setup/fingerprint.mjs'
import { oneAtATime } from '../../src/setup/one-at-a-time.mjs'
import { dataFolder, inProject, root } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { step } from '../../src/setup/say.mjs'
import { startServerProcess } from '../../src/setup/server-process.mjs'

const sources = 'tests/bench/empty-app'

/** Builds the framework's empty app when it, or the framework, changed since. Returns its server's script. */
async function buildEmptyApp(): Promise<string> {
  const project = join(dataFolder('test'), 'empty-app')
  const record = join(project, '.built-from')
  const wanted = fingerprint([sources, 'node_modules/next/package.json', 'node_modules/react/package.json'])
  await oneAtATime(join(dataFolder('shared'), 'build-empty-app.lock'), async () => {
    if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return
    rmSync(project, { recursive: true, force: true })
    mkdirSync(project, { recursive: true })
    cpSync(join(root, sources), project, { recursive: true })
    // Without a package of its own it would be taken for a part of the product.
    writeFileSync(join(project, 'package.json'), '{ "name": "empty-app", "private": true, "type": "module" }')
    await step("Building the framework's empty app", () =>
      runNode([inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
        what: 'next build of the empty app',
        advice: 'Mend what is said above.',
        cwd: project,
        env: { ...toolEnv(), NODE_ENV: 'production' },
      }),
    )
    cpSync(join(project, '.next', 'static'), join(standalone(project), '.next', 'static'), {
      recursive: true,
    })
    writeFileSync(record, wanted)
  })
  return join(standalone(project), 'server.js')
}

function standalone(project: string): string {
  const record = JSON.parse(readFileSync(join(project, '.next', 'required-server-files.json'), 'utf8')) as {
    relativeAppDir?: string
  }
  return join(project, '.next', 'standalone', record.relativeAppDir ?? '')
}

/** Serves the framework's empty app: `/` is a dynamic page, `/route` a route. */
export async function startEmptyApp({ oneProcess = false } = {}): Promise<{
  url: string
  stop: () => Promise<void>
}> {
  const script = await buildEmptyApp()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { stop } = await startServerProcess({
    name: "The framework's empty app",
    script,
    onEveryCore: !oneProcess,
    env: { PATH: process.env['PATH'], PORT: String(port), HOSTNAME: '127.0.0.1', NODE_ENV: 'production' },
    url,
    logFile: join(dataFolder('test'), 'empty-app.log'),
  })
  return { url, stop }
}
