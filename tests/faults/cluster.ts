import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  claimForDemo,
  ensureDatabase,
  prepareServer,
  urlFor,
  withDatabase,
} from '../../src/setup/database.mjs'
import { discardPostgres, startPostgres } from '../../src/setup/embedded-postgres.mjs'
import { runCommand } from '../../src/setup/command.mjs'
import { migrate } from '../../src/setup/migrate.mjs'
import { isAlive, oneAtATime } from '../../src/setup/one-at-a-time.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'

/** A PostgreSQL that may be killed: its files, its port and its processes belong to these tests alone. */
export type Cluster = {
  /** An empty database with every migration applied. */
  database: (name: string) => Promise<{ ownerUrl: string; webUrl: string; adminUrl: string }>
  /** kill -9 of the server and of every process it started; resolves when all are gone. */
  kill: () => Promise<void>
  /** Starts it again on the same files and port: it recovers from its log. */
  restart: () => Promise<void>
  /** Stops it and deletes its files. */
  discard: () => Promise<void>
}

/** Starts a new one, durable as in production (fsync on). Waits while another run of these tests has it. */
export async function startCluster(): Promise<Cluster> {
  const leave = await enter()
  try {
    await discardPostgres('faults')
    const secrets = readSecrets(dataFolder('test'))
    const { adminUrl, port, folder } = await startPostgres('faults', secrets.superuser)
    await prepareServer(adminUrl, secrets)
    const owner = { user: 'quinze_owner', password: secrets.owner }
    const web = { user: 'quinze_web', password: secrets.web }
    return {
      database: async (database) => {
        const ownerUrl = urlFor(adminUrl, { ...owner, database })
        await ensureDatabase(adminUrl, database)
        await claimForDemo(ownerUrl)
        await migrate(ownerUrl)
        const [webUrl, ofAdmin] = [urlFor(adminUrl, { ...web, database }), urlFor(adminUrl, { database })]
        return { ownerUrl, webUrl, adminUrl: ofAdmin }
      },
      kill: () => killServer(folder),
      restart: async () => {
        await startPostgres('faults', secrets.superuser, port)
        await withDatabase(adminUrl, (client) => client.query('select'))
      },
      discard: async () => {
        await discardPostgres('faults')
        leave()
      },
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** Takes the turn of this run, and gives the function that ends it. */
function enter(): Promise<() => void> {
  return new Promise((entered, refused) => {
    const turn = oneAtATime(join(dataFolder('faults'), 'run.lock'), () => new Promise<void>(entered))
    turn.catch(refused)
  })
}

/*
 * The server is stopped before its processes are counted, so that it starts no other one meanwhile. The processes
 * it started are killed too: left alone, one of them could still finish a commit after the death of the server,
 * and a new server refuses to start beside them.
 */
async function killServer(folder: string): Promise<void> {
  const server = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(server, 'SIGSTOP')
  const all = [server, ...(await processesOf(server))]
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it had ended by itself
    }
  }
  while (all.some(isAlive)) await wait(5)
}

async function processesOf(parent: number): Promise<number[]> {
  const pairs = process.platform === 'linux' ? fromProc() : await fromPs()
  return pairs.filter((pair) => pair[1] === parent).map(([pid]) => pid)
}

/** Every process with its parent, from Linux itself: small machines have no `ps`. */
function fromProc(): [number, number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return [[Number(pid), Number(parent)] as [number, number]]
      } catch {
        return [] // it ended while we read
      }
    })
}

async function fromPs(): Promise<[number, number][]> {
  const { output } = await runCommand('ps', ['-A', '-o', 'pid=,ppid='])
  return output
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
}
