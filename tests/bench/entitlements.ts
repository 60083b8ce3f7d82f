import { loadavg } from 'node:os'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { benefitSituationOf } from '@/domain/estimate/situation'
import { computeBenefit } from '@/domain/benefit/compute'
import { estimate } from '@/domain/estimate/estimate'
import type { HouseholdCase } from '@/domain/estimate/case'
import { answerOf } from '@/features/estimate/answer'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase } from '../support/database'
import { startServer } from '../support/server'
import { bareMonthlyCents } from './entitlements-bare'
import { sentVariety, variety } from './households'
import { processorSeconds } from './load'
import { linesOf, median, verdict } from './table'

/*
 * `npm run bench -- entitlements`: households estimated a second, on one core, beside the smallest loop that does the
 * same arithmetic on the same households and finds the same amounts; then over HTTP, a thousand at a time, on one
 * process; and the memory of a run of 1,000 beside one of 1,000,000.
 */
const seed = 15
const different = 20_000
const rounds = 5
const millisecondsOfRound = 1_000
const batch = 1_000
const secondsOverHttp = 10

type Work = (household: HouseholdCase) => unknown
type Found = { readonly name: string; readonly perSecond: readonly number[] }

/** Runs every measure, prints the figures, then each target with its verdict. */
export async function benchEntitlements(): Promise<void> {
  const before = loadavg()[0]!
  const households = variety(different, seed)
  const compared = requireSame(households)
  say(`${different} different households of seed ${seed}; ${compared} amounts equal to the bare loop's`)

  const works: Record<string, Work> = {
    'bare loop: the amount': bareMonthlyCents,
    'benefit alone': (one) => computeBenefit(benefitSituationOf(one, programmeOf(one))),
    'estimate, without words': estimate,
    'estimate, in words, as JSON': answerOf,
  }
  const found: Found[] = Object.keys(works).map((name) => ({ name, perSecond: [] }))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, perSecond } of found) {
      const rate = measure(works[name]!, households)
      if (round > 0) (perSecond as number[]).push(rate)
    }
  }
  const memory = [1_000, 1_000_000].map((count) => ({ count, ...memoryOf(count, households) }))
  const http = await overHttp()

  const rate = (name: string) => median(found.find((one) => one.name === name)!.perSecond)
  const bare = rate('bare loop: the amount')
  say('')
  const rows = found.map(({ name, perSecond }) => [
    name,
    median(perSecond).toFixed(0),
    (median(perSecond) / bare).toFixed(3),
  ])
  rows.push(['POST /api/estimates, a thousand at a time', http.perSecond.toFixed(0), ''])
  if (http.ofProcessor !== null) rows.push(['  for each second it worked', http.ofProcessor.toFixed(0), ''])
  for (const line of linesOf(['one core', 'households per s', 'ratio'], rows)) say(line)
  say('')
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  const memories = memory.map(({ count, held, resident }) => [
    String(count),
    megabytes(held),
    megabytes(resident),
  ])
  for (const line of linesOf(['households', 'held', 'resident'], memories)) say(line)
  say(`An answer of a thousand weighs ${(http.bytes / 1e6).toFixed(2)} MB; ${http.errors} errors`)
  say('')

  const silent = rate('estimate, without words')
  const spoken = rate('estimate, in words, as JSON')
  const growth = memory[1]!.held / memory[0]!.held
  const ratio = median(
    found
      .find((one) => one.name === 'estimate, without words')!
      .perSecond.map((value, round) => value / found[0]!.perSecond[round]!),
  )
  say(`${verdict(ratio, { atLeast: 0.3 })}: an estimate is ${ratio.toFixed(3)} of the bare loop (0.3)`)
  say(`${verdict(silent, { atLeast: 300_000 })}: ${silent.toFixed(0)} households/s without words (300000)`)
  say(`${verdict(spoken, { atLeast: 50_000 })}: ${spoken.toFixed(0)} households/s in words (50000)`)
  const held = http.errors === 0 ? verdict(http.perSecond, { atLeast: 20_000 }) : 'missed'
  say(`${held}: ${http.perSecond.toFixed(0)} households/s over HTTP, ${http.errors} errors (20000, 0)`)
  say(`${verdict(growth, { atMost: 1.1 })}: what is held grows ${growth.toFixed(3)} times to a million (1.1)`)
  const after = loadavg()[0]!
  say(`Load of the machine: ${before.toFixed(2)} before, ${after.toFixed(2)} after`)
  const findings = { found, memory, http, load: { before, after } }
  writeFileSync(join(dataFolder('test'), 'bench-entitlements.json'), JSON.stringify(findings, null, 2))
}

const programmeOf = ({ adults }: HouseholdCase) =>
  adults.some((adult) => adult.constraint === 'severe') ? 'socialSolidarity' : 'socialAssistance'

/** The figures mean nothing unless both find the same amounts. */
function requireSame(households: readonly HouseholdCase[]): number {
  let amounts = 0
  for (const household of households) {
    const { benefit } = estimate(household)
    const ours = benefit?.computed ? benefit.totalCents : null
    const bare = bareMonthlyCents(household)
    if (ours !== bare) throw new Error(`${ours} is not ${bare}: ${JSON.stringify(household)}`)
    if (ours !== null) amounts += 1
  }
  return amounts
}

/** Where results go, so that no work is left out for being useless. */
const sink: { last?: unknown } = {}

function measure(work: Work, households: readonly HouseholdCase[]): number {
  const begun = performance.now()
  let done = 0
  for (;;) {
    for (const household of households) sink.last = work(household)
    done += households.length
    const spent = performance.now() - begun
    if (spent >= millisecondsOfRound) return (done / spent) * 1_000
  }
}

/** What is still held after so many more estimates in words, and what the process occupies. */
function memoryOf(count: number, households: readonly HouseholdCase[]): { held: number; resident: number } {
  for (let done = 0; done < count; done += 1) sink.last = answerOf(households[done % households.length]!)
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  return { held: heapUsed, resident: rss }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

type Http = {
  readonly perSecond: number
  /** For each second the server's own process worked: what a busy machine does not change. Null where it is not told. */
  readonly ofProcessor: number | null
  readonly bytes: number
  readonly errors: number
}

/** A thousand households a request, from a few addresses, two requests under way. */
async function overHttp(): Promise<Http> {
  const leave = await joinTestCluster()
  const database = await freshDatabase()
  const site = await startServer({ webUrl: database.webUrl, oneProcess: true })
  try {
    const bodies = Array.from({ length: 8 }, (_, index) => JSON.stringify(sentVariety(batch, seed + index)))
    let [asked, done, errors, bytes] = [0, 0, 0, 0]
    const ask = async () => {
      asked += 1
      const response = await fetch(`${site.url}/api/estimates`, {
        method: 'POST',
        // Each address may ask ten times a second: a load comes from many.
        headers: {
          'Content-Type': 'application/json',
          'Accept-Encoding': 'identity',
          'X-Forwarded-For': `10.0.0.${asked % 250}`,
        },
        body: bodies[asked % bodies.length]!,
      })
      const answer = await response.arrayBuffer()
      bytes = answer.byteLength
      if (response.status === 200) done += batch
      else errors += 1
    }
    const lane = async (end: number) => {
      while (performance.now() < end) await ask()
    }
    const both = (seconds: number) => {
      const end = performance.now() + seconds * 1_000
      return Promise.all([lane(end), lane(end)])
    }
    await both(3)
    done = 0
    const begun = performance.now()
    const worked = processorSeconds(site.pid)
    await both(secondsOverHttp)
    const perSecond = done / ((performance.now() - begun) / 1_000)
    const ofProcessor = worked === null ? null : done / (processorSeconds(site.pid)! - worked)
    return { perSecond, ofProcessor, bytes, errors }
  } finally {
    await site.stop()
    await database.drop()
    await leave()
  }
}
