import { join } from 'node:path'
import { buildSite } from './build.mjs'
import { stopCommands } from './command.mjs'
import {
  demoConfiguration,
  isUnconfigured,
  missingForProduction,
  providerEnv,
  webEnv,
} from './configuration.mjs'
import { installPackages } from './install.mjs'
import { dataFolder, inProject } from './places.mjs'
import { requireFreePort } from './ports.mjs'
import { explain, Problem, say, step } from './say.mjs'
import { startServerProcess } from './server-process.mjs'
import { prepareQueues, startWorker } from './worker.mjs'

/** What was started, last first: each entry stops one thing. */
const started = []
let leaving = false

/**
 * `npm start`: everything a fresh machine needs, then the site. `--fresh` throws the demo's data away first.
 * Runs until told to stop, or until the web server leaves.
 */
export async function run(args = process.argv.slice(2)) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0))
  leaveWithNpm()
  try {
    const env = process.env
    const production = env.QUINZE_DEMO !== '1' && !isUnconfigured(env)
    const web = production ? await startProduction(env) : await startDemo(env, args.includes('--fresh'))
    const code = await web.gone
    if (!leaving) {
      say(`The web server stopped (code ${code}).`)
      await leave(1)
    }
  } catch (error) {
    if (leaving) return
    explain(error)
    await leave(1)
  }
}

/** A signal sent to npm ends the shell between it and us, not us: watch that shell. */
function leaveWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void leave(0)
  }, 500).unref()
}

/** Stops everything this run started, once. */
async function leave(code) {
  if (leaving) return
  leaving = true
  stopCommands()
  if (started.length > 0) say('\nStopping …')
  for (const stop of started.reverse()) await stop().catch((error) => explain(error))
  process.exit(code)
}

async function startDemo(env, fresh) {
  const port = readPort(env)
  await requireDemoPorts(port)
  await installPackages()
  const folder = dataFolder('demo')
  const { prepareDemoDatabase, startDemoDatabase } = await import('./demo-database.mjs')
  const { ownerUrl, databaseUrl, secrets, release } = await startDemoDatabase(env, folder, fresh)
  started.push(release)
  const configuration = demoConfiguration({ secrets, databaseUrl, port, providerPort: port + 1 })
  await prepareDemoDatabase(ownerUrl, configuration)
  const script = await buildSite('.next')
  await requireDemoPorts(port) // taken while we were building, another program would answer in our place
  const web = await step('Starting the site', async () => {
    await begin(
      startServerProcess({
        name: 'The demo identity provider',
        script: inProject('src', 'setup', 'identity-provider.mjs'),
        env: providerEnv(configuration, secrets, folder),
        url: `http://127.0.0.1:${port + 1}/.well-known/openid-configuration`,
        logFile: join(folder, 'identity-provider.log'),
      }),
    )
    const webEnvironment = webEnv(env, configuration, { port, host: '127.0.0.1' })
    const site = await begin(
      startServerProcess({
        ...{ name: 'The web server', script, onEveryCore: true, env: webEnvironment },
        url: `http://127.0.0.1:${port}/fr`,
        logFile: join(folder, 'web.log'),
      }),
    )
    await begin(startWorker(script, webEnvironment, join(folder, 'worker.log')))
    return site
  })
  await greet(configuration.QUINZE_URL, env)
  return web
}

async function requireDemoPorts(port) {
  await requireFreePort(port, 'the web site', 'PORT')
  await requireFreePort(port + 1, 'the demo identity provider (the port after the web site’s)', 'PORT')
}

async function startProduction(env) {
  const missing = missingForProduction(env)
  if (missing.length > 0) {
    throw new Problem(
      `The configuration is begun, not complete. Missing: ${missing.join(', ')}.`,
      'Give them all to run in production, set QUINZE_DEMO=1 for the demo, or unset them all.',
    )
  }
  const [port, part] = [readPort(env), readPart(env)]
  if (part !== 'worker') await requireFreePort(port, 'the web site', 'PORT')
  await installPackages()
  const { ensureRoles, loadOffices, refuseDemo, requireServerVersion } = await import('./database.mjs')
  if (env.DATABASE_OWNER_URL) {
    await requireServerVersion(env.DATABASE_OWNER_URL)
    await refuseDemo(env.DATABASE_OWNER_URL)
    await ensureRoles(env.DATABASE_OWNER_URL, decodeURIComponent(new URL(env.DATABASE_URL).password))
    const { migrate } = await import('./migrate.mjs')
    const applied = await step('Applying migrations', () => migrate(env.DATABASE_OWNER_URL))
    say(applied.length > 0 ? `  ${applied.join(', ')}` : '  none was waiting')
    say(`  ${await loadOffices(env.DATABASE_OWNER_URL)}`)
    await prepareQueues(env.DATABASE_OWNER_URL)
  } else say('No DATABASE_OWNER_URL: migrations are left to whoever holds it.')
  await refuseDemo(env.DATABASE_URL)
  const script = await buildSite('.next')
  const webEnvironment = webEnv(env, {}, { port, host: env.HOSTNAME || '0.0.0.0' })
  if (part === 'worker') return begin(startWorker(script, webEnvironment))
  const site = await begin(
    startServerProcess({
      ...{ name: 'The web server', script, onEveryCore: true, env: webEnvironment },
      url: `http://127.0.0.1:${port}/fr`,
    }),
  )
  if (part === null) await begin(startWorker(script, webEnvironment))
  return site
}

/** Waits for a process to serve, and sees that it is stopped with us. */
async function begin(starting) {
  const process = await starting
  started.push(process.stop)
  return process
}

/** Which of the two this run is: both when nothing is said. */
function readPart({ QUINZE_PART: part = '' }) {
  if (['', 'web', 'worker'].includes(part)) return part || null
  throw new Problem(`QUINZE_PART=${part} is no part.`, 'Say web, or worker, or unset it for both.')
}

function readPort(env) {
  const port = Number(env.PORT || 3015)
  if (Number.isInteger(port) && port > 0 && port < 65535) return port
  throw new Problem(
    `PORT=${env.PORT} is not a port.`,
    'Give a number from 1024 to 65534, or unset it for 3015.',
  )
}

/** The address, and who one may be there, in the language of the terminal. */
async function greet(url, env) {
  const { demoPeople } = await import('../../prisma/demo/people.mjs')
  const language = /^fr/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'fr' : 'en'
  say(`\n  Quinze: ${url}\n`)
  for (const line of greeting(url, demoPeople, language)) say(`  ${line}`)
  say('\n  Ctrl-C stops everything.')
}

/** A few people of each realm, and where the others are: a terminal is no place for sixty stories. */
export function greeting(url, people, language) {
  return ['citizen', 'staff'].flatMap((realm) => {
    const members = people.filter((person) => person.realm === realm)
    const first = members.filter(
      ({ theme }, index) => members.findIndex((other) => other.theme === theme) === index,
    )
    const shown = [...new Set([...first, ...members])].slice(0, 4)
    const rest = members.length - shown.length
    const more =
      language === 'fr' ? `… et ${rest} autres à la connexion` : `… and ${rest} more when you sign in`
    return [
      realm === 'citizen' ? `Recipients (${url}/fr/mon-dossier)` : `Staff (${url}/fr/bureau)`,
      ...shown.map(({ name, story }) => `  ${name}: ${story[language]}`),
      ...(rest > 0 ? [`  ${more}`] : []),
    ]
  })
}
