import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import autocannon from 'autocannon'
import { percentile, type Round } from './table'

/** People who ask again as soon as they are answered. */
export const connections = 16

type Answered = autocannon.Result & { '3xx': number }

/**
 * Asks for pages for some seconds, or a number of times, one after the other on each connection. Only 2xx and 3xx are
 * answers. The time is taken from the first question to the last answer: autocannon's own ends on a whole second.
 */
export async function ask(options: autocannon.Options): Promise<Round> {
  const begun = performance.now()
  let last = begun
  const result = await new Promise<Answered>((resolve, reject) => {
    const running = autocannon({ connections, ...options }, (error: Error | null, found) =>
      error ? reject(error) : resolve(found as Answered),
    )
    running.on('response', () => (last = performance.now()))
  })
  const answered = result['2xx'] + result['3xx']
  return {
    perSecond: answered / ((last - begun) / 1000),
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: result.throughput.total / Math.max(1, result.requests.total),
    errors: result.errors + result.timeouts + result.non2xx - result['3xx'],
  }
}

/** How long a process has worked, in all its threads (Linux; a tick is a hundredth of a second). Null where it is not told. */
export function processorSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

/** The same page for many people, each with their own cookie: 16 connections never stay with one household. */
export function pagesOf(
  url: string,
  seconds: number,
  visits: readonly { path: string; cookie: string }[],
): autocannon.Options {
  return {
    url,
    duration: seconds,
    requests: visits.map(({ path, cookie }) => ({ method: 'GET', path, headers: { cookie } })),
  }
}

/** Work done by several at once, each beginning anew when done, until the time is over. */
export async function repeat(seconds: number, lanes: number, work: (lane: number) => Promise<number>) {
  return worked(lanes, async (lane, note) => {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) await note(() => work(lane))
  })
}

/** Each piece of work once, by several at once. */
export async function once<Piece>(
  pieces: readonly Piece[],
  lanes: number,
  work: (piece: Piece) => Promise<number>,
): Promise<Round> {
  let next = 0
  return worked(lanes, async (_lane, note) => {
    while (next < pieces.length) {
      const piece = pieces[next++]!
      await note(() => work(piece))
    }
  })
}

/** `work` returns the bytes it received; what it throws is an error counted. */
async function worked(
  lanes: number,
  run: (lane: number, note: (work: () => Promise<number>) => Promise<void>) => Promise<void>,
): Promise<Round> {
  const times: number[] = []
  let bytes = 0
  let errors = 0
  const note = async (work: () => Promise<number>) => {
    const begun = performance.now()
    try {
      bytes += await work()
      times.push(performance.now() - begun)
    } catch {
      errors += 1
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane, note)))
  const seconds = (performance.now() - begun) / 1000
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    bytes: bytes / Math.max(1, times.length),
    errors,
  }
}
