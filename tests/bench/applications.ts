import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { startServer } from '../support/server'
import { startBareServer } from './bare'
import { openBeside, shownTimes, type Beside } from './beside'
import { startCountingProxy } from './counting-proxy'
import { addressForm, type Drafts, openDrafts, savesIn } from './drafts'
import { startEmptyApp } from './empty-app'
import { ask, pagesOf, repeat } from './load'
import { questionsOf } from './pages'
import { figureOf, growthOf, linesOf, ratioOf, verdict, type Round } from './table'
import { byTurns, type Timing } from './turns'
import { client, type Send } from './visit'

/*
 * `npm run bench -- application`: what a page of questions and a save of it cost while ten thousand applications are
 * being filled in, beside the framework's empty page and a bare server that updates one row. One process each.
 */
const sizes = [1_000, 10_000] as const
/** Saves a second, by people who do not wait for each other; and for how long. Seconds. */
const rate = 60
const lasting = Number(process.env['QUINZE_BENCH_SECONDS'] ?? 60)
const page = '/fr/demande/question/address'
const action = '/api/application/answers'

const targets = { pagesPerSecond: 120, beyondBareMs: 50, growth: 1.1 }

/** How often each is measured, and how long each time. */
type Length = { readonly rounds: number; readonly seconds: number }

export async function benchApplications(length: Length): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const { send, stop } = client()
  const stops: (() => Promise<unknown>)[] = [async () => stop(), leave]
  try {
    const [small, large] = [await openDrafts(sizes[0]), await openDrafts(sizes[1])]
    stops.unshift(small.stop, large.stop)
    const bare = await startBareServer(large.database.ownerUrl, { oneProcess: true })
    stops.unshift(bare.stop)
    const empty = await startEmptyApp({ oneProcess: true })
    stops.unshift(empty.stop)

    const saved = new Map<Drafts, number>([
      [small, 0],
      [large, 0],
    ])
    const note = (drafts: Drafts, { saves }: { saves: number }) =>
      saved.set(drafts, saved.get(drafts)! + saves)
    const found = await compare(length, send, { small, large, bare: bare.url, empty: empty.url }, note)
    const open = await holdOpen(send, large, bare.url)
    note(large, { saves: open.done })
    const questions = await count(send, large, note)
    for (const [drafts, saves] of saved) {
      const kept = await savesIn(drafts)
      if (kept !== saves) throw new Error(`${saves} saves were acknowledged, ${kept} were kept`)
    }
    const findings = { ...found, open, questions, load: { before, after: loadavg()[0]! } }
    print(findings)
    writeFileSync(join(dataFolder('test'), 'bench-application.json'), JSON.stringify(findings, null, 2))
  } finally {
    for (const stop of stops) await stop()
  }
}

type Note = (drafts: Drafts, of: { saves: number }) => void

/** The page and the save with few drafts and with many, by turns, and the bare server beside them. */
async function compare(
  { rounds, seconds }: Length,
  send: Send,
  {
    small,
    large,
    bare,
    empty,
  }: { readonly small: Drafts; readonly large: Drafts; readonly bare: string; readonly empty: string },
  note: Note,
) {
  const save = (url: string, cookie: (index: number) => string, told?: (saves: number) => void) =>
    saveAgain(seconds, send, url, cookie, told)
  const measures: readonly Timing[] = [
    { name: 'the framework’s empty page', run: () => ask({ url: empty, duration: seconds }) },
    { name: 'page, few drafts', run: () => readPage(small, seconds) },
    { name: 'page, many drafts', run: () => readPage(large, seconds) },
    { name: 'bare server: one update', run: () => save(`${bare}/draft`, () => '') },
    {
      name: 'save, few drafts',
      run: () => save(small.site.url + action, small.cookie, (saves) => note(small, { saves })),
    },
    {
      name: 'save, many drafts',
      run: () => save(large.site.url + action, large.cookie, (saves) => note(large, { saves })),
    },
  ]
  const of = await byTurns(measures, rounds)
  return {
    figures: measures.map(({ name }) => figureOf(name, of(name))),
    ratios: {
      page: ratioOf(of('page, many drafts'), of('the framework’s empty page')),
      save: ratioOf(of('save, many drafts'), of('bare server: one update')),
      pageGrowth: growthOf(of('page, few drafts'), of('page, many drafts')),
      saveGrowth: growthOf(of('save, few drafts'), of('save, many drafts')),
    },
  }
}

/** Asks for the page as five hundred people. */
function readPage(drafts: Drafts, seconds: number): Promise<Round> {
  const step = drafts.count / 500
  const visits = Array.from({ length: 500 }, (_, index) => ({
    path: page,
    cookie: drafts.cookie(Math.floor(index * step)),
  }))
  return ask(pagesOf(drafts.site.url, seconds, visits))
}

let turn = 0
const lanes = 16

/** Saves as fast as it is answered, every time another draft. */
async function saveAgain(
  seconds: number,
  send: Send,
  url: string,
  cookie: (index: number) => string,
  told?: (saves: number) => void,
): Promise<Round> {
  let saves = 0
  const round = await repeat(seconds, lanes, async () => {
    await saveOne(send, url, cookie(nextDraft()))
    saves += 1
    return 0
  })
  if (round.errors > 0) throw new Error(`${round.errors} saves failed`)
  told?.(saves)
  return round
}

/** Far from the one before: no two that are under way are of one draft. */
const nextDraft = () => (turn++ * 7_919) % sizes[1]

async function saveOne(send: Send, url: string, cookie: string): Promise<void> {
  const { status, location } = await send(url, { cookie, form: addressForm(turn) })
  if (status !== 303 || location !== '/fr/demande/etapes') throw new Error(`Not saved: ${status} ${location}`)
}

/** Saves that do not wait for each other, beside the bare server's. */
async function holdOpen(send: Send, drafts: Drafts, bare: string): Promise<Beside> {
  say(`${rate} saves a second for ${lasting} seconds …`)
  return openBeside(rate, lasting, {
    product: () => saveOne(send, drafts.site.url + action, drafts.cookie(nextDraft())),
    bare: () => saveOne(send, `${bare}/draft`, ''),
  })
}

/** What one page and one save ask of the database, counted between another server and the same drafts. */
async function count(send: Send, drafts: Drafts, note: Note) {
  const proxy = await startCountingProxy(drafts.database.webUrl)
  const counted = await startServer({ webUrl: proxy.url, oneProcess: true })
  try {
    const cookie = drafts.cookie(0)
    const pageQueries = await questionsOf(proxy.asked, () => send(counted.url + page, { cookie }))
    const saveQueries = await questionsOf(proxy.asked, async () => {
      await saveOne(send, counted.url + action, cookie)
      note(drafts, { saves: 1 })
    })
    return { page: pageQueries, save: saveQueries }
  } finally {
    await counted.stop()
    proxy.stop()
  }
}

type Findings = Awaited<ReturnType<typeof compare>> & {
  readonly open: Beside
  readonly questions: { readonly page: number; readonly save: number }
  readonly load: { readonly before: number; readonly after: number }
}

function print({ figures, ratios, open, questions, load }: Findings): void {
  const lines = linesOf(
    ['one process', 'per s', 'p50 ms', 'p99 ms', 'errors'],
    figures.map(({ name, perSecond, p50, p99, errors }) => [
      name,
      perSecond.toFixed(1),
      p50.toFixed(1),
      p99.toFixed(1),
      String(errors),
    ]),
  )
  say('')
  for (const line of lines) say(line)
  const pages = figures.find(({ name }) => name === 'page, many drafts')!.perSecond
  const beyond = open.product.p99 - open.bare.p99
  say('')
  say(
    `A page is ${ratios.page.toFixed(3)} of the empty page, a save ${ratios.save.toFixed(3)} of the bare one`,
  )
  say(`Asked of the database: ${questions.page} by a page, ${questions.save} by a save`)
  say(
    `${open.done} saves in ${open.seconds.toFixed(0)} s, ${open.errors} errors: ${shownTimes(open.product)}`,
  )
  say(`The bare server, at the same moments: ${shownTimes(open.bare)}`)
  say('')
  say(
    `${verdict(pages, { atLeast: targets.pagesPerSecond })}: ${pages.toFixed(0)} pages of questions a second (${targets.pagesPerSecond})`,
  )
  const held = open.errors === 0 ? verdict(beyond, { atMost: targets.beyondBareMs }) : 'missed'
  say(`${held}: p99 of a save ${beyond.toFixed(1)} ms beyond the bare server (${targets.beyondBareMs})`)
  for (const [what, growth] of [
    ['page', ratios.pageGrowth],
    ['save', ratios.saveGrowth],
  ] as const) {
    say(
      `${verdict(growth, { atMost: targets.growth })}: a ${what} takes ${growth.toFixed(2)} times as long with ${sizes[1]} drafts as with ${sizes[0]} (${targets.growth})`,
    )
  }
  say(`Load of the machine: ${load.before.toFixed(2)} before, ${load.after.toFixed(2)} after`)
}
