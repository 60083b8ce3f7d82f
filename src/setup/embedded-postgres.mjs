import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, closeSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runCommand } from './command.mjs'
import { isAlive, oneAtATime } from './one-at-a-time.mjs'
import { freePort } from './ports.mjs'
import { postgresBinaries, postgresFolder, serverUser } from './postgres-binaries.mjs'
import { knownProblem, Problem } from './say.mjs'

/** The name under which each run keeps one connection open, so that the last one to leave stops the server. */
export const holder = 'quinze-holder'

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one already running there: another run's,
 * or an orphan whose run was killed. Loopback only, scram passwords, durable as in production.
 * @param {'demo' | 'test' | 'faults'} kind
 * @param {string} password of the superuser `postgres`
 * @param {number} [chosenPort] where to listen when it has to be started; any free port without it
 * @returns {Promise<{ adminUrl: string, port: number, folder: string, release: () => Promise<void> }>}
 *   `release` stops the server unless another run still uses it
 * @throws {Problem}
 */
export async function startPostgres(kind, password, chosenPort) {
  const base = postgresFolder(kind)
  const folder = join(base, 'postgres')
  const lock = join(base, 'postgres.lock')
  const { folder: binaries, version } = postgresBinaries()
  return oneAtATime(lock, async () => {
    if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(binaries, folder, password)
    requireSameVersion(version, folder)
    const port =
      (await joinable(folder)) ?? (await launch(binaries, folder, join(base, 'postgres.log'), chosenPort))
    const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
    const held = await hold(adminUrl, folder)
    return { adminUrl, port, folder, release: () => oneAtATime(lock, () => release(held, binaries, folder)) }
  })
}

/** Stops the server of a data folder, whoever uses it, and deletes its files. */
export async function discardPostgres(kind) {
  const base = postgresFolder(kind)
  const folder = join(base, 'postgres')
  const { folder: binaries } = postgresBinaries()
  await oneAtATime(join(base, 'postgres.lock'), async () => {
    if ((await joinable(folder)) !== null) await stop(binaries, folder)
    rmSync(folder, { recursive: true, force: true })
  })
}

/** Makes the database files aside, then moves them in place: a run cut short leaves nothing half made. */
async function initialise(binaries, folder, password) {
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (serverUser.uid !== undefined) {
    for (const path of [draft, passwordFile]) chownSync(path, serverUser.uid, serverUser.gid)
  }
  const args = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ]
  args.push('--encoding=UTF8', '--locale=C', '--no-instructions')
  const { code, output } = await runCommand(join(binaries, 'bin', 'initdb'), args, {
    ...serverUser,
    cwd: draft,
    env: serverEnv(),
  }).finally(() => rmSync(passwordFile, { force: true }))
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw knownProblem(output) ?? new Problem(`The database could not be made.\n${output}`, adviceOwnServer)
  }
  renameSync(draft, folder)
}

const adviceOwnServer =
  'Give your own PostgreSQL 18 instead (DATABASE_URL and DATABASE_OWNER_URL), and tell us what is written above.'

/** @throws {Problem} when the files were made by another major version of PostgreSQL */
function requireSameVersion(version, folder) {
  const files = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version.split('.')[0] === files) return
  throw new Problem(
    `The database files were made by PostgreSQL ${files}; this is PostgreSQL ${version}.`,
    `Delete ${folder} (demo and test data only) and run the same command again.`,
  )
}

/** Starts the server in its own process group, so that Ctrl-C reaches us first and it stops in good order. */
async function launch(binaries, folder, logFile, chosenPort) {
  const port = chosenPort ?? (await freePort())
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...serverUser,
      cwd: folder,
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
      env: serverEnv(),
    },
  )
  closeSync(log)
  let failure = null
  child.on('error', (error) => (failure = error.message))
  child.on('exit', (code) => (failure ??= `it left with code ${code}`))
  child.unref()
  for (let tries = 0; tries < 600; tries += 1) {
    if (failure) {
      const words = readFileSync(logFile, 'utf8')
      throw (
        knownProblem(words) ??
        new Problem(`The database did not start: ${failure}.\n${words}`, adviceOwnServer)
      )
    }
    const running = readPostmaster(folder)
    if (running.pid === child.pid && running.state === 'ready') return port
    await wait(100)
  }
  throw new Problem('The database did not answer within a minute.', `Read its log: ${logFile}`)
}

/** The port of a server already running on these files, once it has finished starting or stopping; or null. */
async function joinable(folder) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { pid, port, state } = readPostmaster(folder)
    if (pid === null) return null
    if (!isAlive(pid)) {
      // PostgreSQL judges a dead server's note itself, but takes a dead process nobody buried for a living one.
      if (existsSync(`/proc/${pid}`)) rmSync(join(folder, 'postmaster.pid'), { force: true })
      return null
    }
    if (state === 'ready') return port
    await wait(100)
  }
  throw new Problem(
    'A database of an earlier run neither answers nor stops.',
    `Stop the process noted in ${folder}/postmaster.pid.`,
  )
}

/** PostgreSQL's own note on itself, postmaster.pid: line 1 its process, line 4 its port, line 8 its state. */
function readPostmaster(folder) {
  const file = join(folder, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return { pid: lines[0] ? Number(lines[0]) : null, port: Number(lines[3]), state: lines[7]?.trim() }
}

/** Opens the connection that marks this run as a user of the server, and checks it serves our files. */
async function hold(adminUrl, folder) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: adminUrl, application_name: holder })
  client.on('error', () => {}) // a killed server is noticed by whoever queries it next
  try {
    await client.connect()
  } catch (error) {
    if (error.code !== '28P01') throw error
    throw new Problem(
      'The database refuses the password kept beside it.',
      `Its secrets were replaced. Delete ${folder} (demo and test data only) and run the same command again.`,
    )
  }
  const { rows } = await client.query('SHOW data_directory')
  if (rows[0].data_directory === folder) return client
  await client.end()
  throw new Problem('Another database answers on the port noted by ours.', `Delete ${folder}/postmaster.pid.`)
}

async function release(client, binaries, folder) {
  const others = await client
    .query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()', [holder])
    .catch(() => null)
  await client.end().catch(() => {})
  if (!others?.rowCount) await stop(binaries, folder)
}

async function stop(binaries, folder) {
  if (!existsSync(join(folder, 'postmaster.pid'))) return
  const args = ['stop', '-D', folder, '-m', 'fast', '-w', '-s']
  await runCommand(join(binaries, 'bin', 'pg_ctl'), args, { ...serverUser, cwd: folder, env: serverEnv() })
}

/** PG* variables of the visitor's shell must not reach our server; its words are English, so we can read them. */
function serverEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
