import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { startServer } from '../support/server'
import { benchApplications } from './applications'
import { startBareServer } from './bare'
import { startCountingProxy } from './counting-proxy'
import { benchDesk } from './desk'
import { startEmptyApp } from './empty-app'
import { benchEntitlements } from './entitlements'
import { grow } from './growth'
import { ask } from './load'
import {
  fillIn,
  identitiesOf,
  lookUpSessions,
  type Measure,
  privatePages,
  readPage,
  type Ready,
  sendAll,
  signInAgain,
  submissionOf,
  wholeSessions,
} from './measures'
import { openLoad } from './open-load'
import { questionsOf, weigh } from './pages'
import { benchPayments } from './payments'
import { benchPages } from './public-pages'
import { type Findings, type PageFinding, print } from './report'
import { figureOf, ratioOf } from './table'
import { byTurns } from './turns'
import { client, sessionCookie, signIn } from './visit'
import { benchWorklist } from './worklist'
import { filedIn, openWorld, type World } from './world'

/*
 * `npm run bench`: what a filing and the pages cost, beside a bare server doing the same inserts and beside the
 * framework's empty app, in one run on one machine. Read the ratios, not the figures.
 *   -- entitlements              estimates instead: see entitlements.ts
 *   -- application               applications being filled in instead: see applications.ts (--rounds=3 --seconds=3)
 *   -- desk                      a file and a decision of the agents instead: see desk.ts (--rounds=3 --seconds=3)
 *   -- worklist                  the agents' worklist at the database instead: see worklist.ts (--tasks=10000,3000000)
 *   -- payments                  the payments of a month for a province instead: see payments.ts (--provinces=10000,300000)
 *   -- pages                     the pages anyone may read instead: see public-pages.ts
 *   -- --households=1000,300000   towns, the smallest and the largest (1000,20000)
 *   -- --minutes=5                of people arriving by themselves (half a minute), --rate=60 a second
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    households: { type: 'string', default: '1000,20000' },
    minutes: { type: 'string', default: '0.5' },
    rate: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    tasks: { type: 'string', default: '10000,100000,1000000,3000000' },
    provinces: { type: 'string', default: '10000,30000' },
    months: { type: 'string', default: '12' },
  },
})
const sizes = values.households.split(',').map(Number)
const [minutes, rate, rounds, seconds] = [values.minutes, values.rate, values.rounds, values.seconds].map(
  Number,
) as [number, number, number, number]

const { send, stop: stopClient } = client()
/** How many statements were acknowledged, by town: the rows must be as many. */
const acknowledged = new Map<World, number>()
const acknowledge = (world: World, filed: number) =>
  acknowledged.set(world, (acknowledged.get(world) ?? 0) + filed)

async function run(): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const stops: (() => Promise<unknown>)[] = [async () => stopClient(), leave]
  try {
    const worlds: World[] = []
    for (const size of sizes) {
      const world = await openWorld(size)
      stops.unshift(world.stop)
      worlds.push(world)
    }
    const main = worlds.at(-1)!
    const bare = await startBareServer(main.database.ownerUrl)
    stops.unshift(bare.stop)
    const empty = await startEmptyApp()
    stops.unshift(empty.stop)

    const figures = await measureAll(await measuresOf(main, bare.url, empty.url))
    const pages = await pagesOfTheSite(main, empty.url)
    const growth =
      worlds.length > 1 ? await grow({ small: worlds[0]!, large: main, rounds, send, acknowledge }) : []
    const open = minutes > 0 ? await holdOpen(main) : null
    for (const [world, filed] of acknowledged) await requireRows(world, filed)
    const findings: Findings = {
      households: sizes,
      month: main.town.month,
      load: { before, after: loadavg()[0]! },
      figures,
      pages,
      growth,
      open,
    }
    print(findings)
    writeFileSync(join(dataFolder('test'), 'bench.json'), JSON.stringify(findings, null, 2))
  } finally {
    for (const stop of stops) await stop()
  }
}

/** The measures of the table, in its order. Each round measures all of them, one after the other. */
async function measuresOf(world: World, bare: string, empty: string): Promise<Measure[]> {
  const subjects = await identitiesOf(world)
  const each = Math.min(1500, Math.floor(world.town.households / 4 / (rounds + 1)))
  let ready: Ready[] = []
  const page = (name: string, of: string) => ({ name, of, run: () => readPage(world, name, seconds) })
  return [
    { name: 'bare server: GET', run: () => ask({ url: bare, duration: seconds }) },
    {
      name: 'bare server: four inserts',
      run: async () => {
        ready = await fillIn(world, send, world.take(each))
        return sendAll(bare, '/', ready)
      },
    },
    {
      name: 'a filing, whole',
      of: 'bare server: four inserts',
      run: async () => {
        const round = await sendAll(world.site.url, submissionOf(world), ready)
        acknowledge(world, ready.length - round.errors)
        return round
      },
    },
    {
      name: 'framework: empty route',
      of: 'bare server: GET',
      run: () => ask({ url: `${empty}/route`, duration: seconds }),
    },
    {
      name: 'framework: empty page',
      of: 'bare server: GET',
      run: () => ask({ url: empty, duration: seconds }),
    },
    page('statement page', 'framework: empty page'),
    page('home of the file', 'framework: empty page'),
    page('receipt page', 'framework: empty page'),
    {
      name: 'home page',
      of: 'bare server: GET',
      run: () => ask({ url: `${world.site.url}/fr`, duration: seconds }),
    },
    { name: 'session lookup', run: () => lookUpSessions(world, seconds) },
    {
      name: 'sign-in, with its provider',
      run: () => signInAgain(world, send, subjects, seconds),
    },
    {
      name: 'a whole session',
      run: () => wholeSessions(world, send, subjects, seconds, () => acknowledge(world, 1)),
    },
  ]
}

async function measureAll(measures: readonly Measure[]): Promise<Findings['figures']> {
  // A filing sends what the measure before it filled in: they keep their order.
  const found = await byTurns(measures, rounds, { inOrder: true })
  return measures.map(({ name, of }) => ({
    ...figureOf(name, found(name)),
    of: of ?? null,
    ratio: of ? ratioOf(found(name), found(of)) : null,
  }))
}

/** What each page weighs and asks, the questions counted between another server and the same database. */
async function pagesOfTheSite(world: World, empty: string): Promise<PageFinding[]> {
  const proxy = await startCountingProxy(world.database.webUrl)
  const counted = await startServer({ webUrl: proxy.url })
  try {
    const frameworkScript = (await weigh(send, empty)).scriptGzip
    const findings: PageFinding[] = []
    const add = async (name: string, url: string, cookie: string | undefined) => {
      const weight = await weigh(send, url, cookie)
      const questions = await questionsOf(proxy.asked, () => send(url, cookie ? { cookie } : {}))
      const scriptBeyond = weight.scriptGzip - frameworkScript
      say(`  ${name}: ${weight.html} bytes, ${questions} queries`)
      findings.push({ name, weight: { ...weight, scriptBeyond }, questions })
    }
    await add('home page', `${counted.url}/fr`, undefined)
    const [reader] = world.readers
    for (const [name, page] of Object.entries(privatePages(world.town.month))) {
      await add(name, counted.url + page(reader!), sessionCookie(reader!.token))
    }
    const people = world.take(5)
    const ready = await fillIn({ ...world, site: counted }, send, people)
    const filing = await questionsOf(proxy.asked, async (round) => {
      const { cookie, body } = ready[round]!
      await send(counted.url + submissionOf(world), { cookie, form: new URLSearchParams(body) })
    })
    acknowledge(world, people.length)
    findings.push({ name: 'a filing, whole', weight: null, questions: filing })
    const [subject] = await identitiesOf(world)
    const signingIn = await questionsOf(proxy.asked, () => signIn(send, counted.url, subject!))
    findings.push({ name: 'sign-in, with its provider', weight: null, questions: signingIn })
    return findings
  } finally {
    await counted.stop()
    proxy.stop()
  }
}

async function holdOpen(world: World): Promise<NonNullable<Findings['open']>> {
  say(`${rate} people a second for ${minutes} minutes …`)
  const open = await openLoad({
    url: world.site.url,
    month: world.town.month,
    perSecond: rate,
    seconds: minutes * 60,
    person: () => world.take(1)[0]!,
  })
  acknowledge(world, open.filed)
  say(`  ${open.filed} filed, ${open.errors} errors`)
  return { ...open, perSecond: rate }
}

/** The one thing a figure may never hide: a receipt for what is not there, or a statement that was not told. */
async function requireRows(world: World, filed: number): Promise<void> {
  const rows = await filedIn(world)
  if (rows !== filed) throw new Error(`${rows} statements are there, ${filed} were acknowledged`)
}

const subjects: Readonly<Record<string, () => Promise<void>>> = {
  application: () => benchApplications({ rounds, seconds }),
  desk: () => benchDesk({ rounds, seconds }),
  entitlements: benchEntitlements,
  pages: benchPages,
  payments: () => benchPayments(values.provinces.split(',').map(Number), Number(values.months)),
  worklist: () => benchWorklist(values.tasks.split(',').map(Number)),
}
const [subject, ...more] = positionals
const bench = subject === undefined ? run : subjects[subject]
if (bench === undefined || more.length > 0) {
  say(
    `There is no bench of ${positionals.join(' ')}: only of application, of desk, of entitlements, of pages, of payments, of the worklist, or without a name of the whole site`,
  )
  process.exitCode = 1
} else {
  await bench()
}
