import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { dataFolder, inProject } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase } from '../support/database'
import { startServer } from '../support/server'
import { fillTown, type Filer } from './town'

/*
 * `npm run bench`: what a filing and the main pages cost, beside a bare server doing the same inserts, in one run on
 * one machine. Read the ratios, not the figures. BENCH_HOUSEHOLDS=300000 fills a larger town.
 */
const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 4_000)
const filings = Math.min(households, 4_000)
const connections = 16
const seconds = 8

type Figure = { name: string; perSecond: number; p50: number; p99: number; bytes: number; errors: number }

/** Sends requests for a while, or a fixed number of them, and says how fast the answers came. */
async function load(name: string, options: autocannon.Options): Promise<Figure> {
  const result = await autocannon({
    connections,
    ...(options.amount ? {} : { duration: seconds }),
    ...options,
  })
  const answered = result['2xx'] + (result as unknown as Record<'3xx', number>)['3xx']
  const refused = result.non2xx - (result as unknown as Record<'3xx', number>)['3xx']
  const figure = {
    name,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
    errors: result.errors + result.timeouts + refused,
  }
  say(`  ${name.padEnd(44)} ${figure.perSecond.toFixed(0).padStart(6)}/s`)
  return figure
}

/** One POST per filer, each with their own session and key. */
function onePerFiler(url: string, path: string, filers: readonly Filer[]): autocannon.Options {
  let next = 0
  return {
    url,
    amount: filers.length,
    requests: [
      {
        method: 'POST',
        path,
        setupRequest: (request) => {
          const filer = filers[next++ % filers.length]!
          return {
            ...request,
            headers: {
              'content-type': 'application/x-www-form-urlencoded',
              origin: url,
              cookie: `quinze=${filer.token}`,
            },
            body: `page=start&intent=send&language=fr&key=${filer.key}&attest=yes`,
          }
        },
      },
    ],
  }
}

async function bareServer(ownerUrl: string) {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(`
    create table bare_filing (id uuid primary key default uuidv7(), key uuid unique, answers jsonb, receipt text unique,
      received_at timestamptz default now());
    create table bare_payment (id uuid primary key default uuidv7(), filing_id uuid references bare_filing, benefit jsonb);
    create table bare_audit (id uuid primary key default uuidv7(), filing_id uuid, act text, at timestamptz default now());
    create table bare_outbox (id uuid primary key default uuidv7(), filing_id uuid, kind text, at timestamptz default now())`)
  await owner.end()
  const port = await freePort()
  const benefit = JSON.stringify({
    lines: Array.from({ length: 6 }, (_, line) => ({ code: `line${line}`, cents: 1000 })),
  })
  const child = spawn(process.execPath, [inProject('tests', 'bench', 'bare-server.mjs')], {
    env: { ...process.env, PORT: String(port), BARE_DATABASE_URL: ownerUrl, BARE_BENEFIT: benefit },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() }
}

async function run(): Promise<void> {
  const leave = await joinTestCluster()
  const database = await freshDatabase()
  say(`A town of ${households} households, ${connections} connections …`)
  const { month, filers } = await fillTown(database.ownerUrl, households)
  const bare = await bareServer(database.ownerUrl)
  const ours = await startServer({ webUrl: database.webUrl })
  const figures: Figure[] = []
  try {
    const cookie = (index: number) => ({ cookie: `quinze=${filers.at(index)!.token}` })
    const measure = async (name: string, options: autocannon.Options) =>
      figures.push(await load(name, options))
    await measure('bare server: GET', { url: bare.url })
    await measure('bare server: four inserts', onePerFiler(bare.url, '/', filers.slice(0, filings)))
    await measure('home page (static)', { url: `${ours.url}/fr` })
    await measure('framework: a dynamic page, no session', { url: `${ours.url}/fr/verifier-un-recu/Q-0000` })
    await measure('statement page', {
      url: `${ours.url}/fr/mon-dossier/declaration/${month}`,
      headers: cookie(-1),
    })
    await measure('home of the file', { url: `${ours.url}/fr/mon-dossier`, headers: cookie(-1) })
    await measure(
      'a filing, whole',
      onePerFiler(ours.url, `/api/statements/${month}/submission`, filers.slice(0, filings)),
    )
    await measure('statement page, once filed', {
      url: `${ours.url}/fr/mon-dossier/declaration/${month}`,
      headers: cookie(0),
    })
    const filed = await countFilings(database.ownerUrl)
    if (filed !== filings) throw new Error(`${filed} filings are there, ${filings} were sent`)
    report(figures)
  } finally {
    bare.stop()
    await ours.stop()
    await database.drop()
    await leave()
  }
}

async function countFilings(ownerUrl: string): Promise<number> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from filing f join household h on h.id = f.household_id where h.file_number like 'BENCH-%'`,
  )
  await owner.end()
  return rows[0]!.count
}

function report(figures: readonly Figure[]): void {
  const of = (name: string) => figures.find((figure) => figure.name === name)!
  const ratios = {
    'a filing / four bare inserts':
      of('a filing, whole').perSecond / of('bare server: four inserts').perSecond,
    'statement page / a dynamic page of the framework':
      of('statement page').perSecond / of('framework: a dynamic page, no session').perSecond,
    'home page / bare GET': of('home page (static)').perSecond / of('bare server: GET').perSecond,
  }
  say('')
  for (const { name, perSecond, p50, p99, bytes, errors } of figures) {
    say(
      `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50} ms  p99 ${p99} ms  ${bytes} B  ${errors} errors`,
    )
  }
  say('')
  for (const [name, ratio] of Object.entries(ratios)) say(`${name.padEnd(52)} ${ratio.toFixed(2)}`)
  const file = join(dataFolder('test'), 'bench.json')
  writeFileSync(file, JSON.stringify({ households, connections, figures, ratios }, null, 2))
}

await run()
