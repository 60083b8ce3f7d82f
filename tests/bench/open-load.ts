import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './table'
import type { Person } from './town'
import { client, isReceipt, sessionCookie, shortStatement } from './visit'

/** What people who come when they please found: times from when each request was due, so that waiting counts. */
export type OpenFigure = {
  readonly arrivals: number
  /** Statements acknowledged with a receipt. */
  readonly filed: number
  readonly errors: number
  /** How long it truly took for all to arrive and be done. */
  readonly seconds: number
  readonly steps: Record<Step, { readonly p50: number; readonly p99: number; readonly max: number }>
  /** What went wrong, each kind once. */
  readonly reasons: readonly string[]
}
type Step = 'page' | 'filing' | 'receipt'

/** People think between reading and sending. Milliseconds, drawn evenly. */
const thinking = { least: 2_000, most: 8_000 }

/**
 * People arrive at a rate that does not depend on the answers (by chance, as they do: intervals are exponential).
 * Each opens the month's statement, thinks, files it and reads the receipt.
 */
export async function openLoad(options: {
  readonly url: string
  readonly month: string
  readonly perSecond: number
  readonly seconds: number
  readonly person: (index: number) => Person
}): Promise<OpenFigure> {
  const { send, stop } = client()
  const times: Record<Step, number[]> = { page: [], filing: [], receipt: [] }
  const reasons = new Set<string>()
  let errors = 0
  let acknowledged = 0
  const timed = async <T>(step: Step, due: number, work: () => Promise<T>): Promise<T> => {
    const answer = await work()
    times[step].push(performance.now() - due)
    return answer
  }
  const visit = async (person: Person, due: number) => {
    const cookie = sessionCookie(person.token)
    const at = `${options.url}/fr/mon-dossier/declaration/${options.month}`
    const page = await timed('page', due, () => send(at, { cookie }))
    const form = shortStatement(page.body)
    const sendingAt = performance.now() + between(thinking.least, thinking.most)
    await wait(sendingAt - performance.now())
    const to = `${options.url}/api/statements/${options.month}/submission`
    const filed = await timed('filing', sendingAt, () => send(to, { cookie, form }))
    if (!isReceipt(filed)) throw new Error(`Not filed: ${filed.status} ${filed.location}`)
    acknowledged += 1
    const receipt = await timed('receipt', performance.now(), () =>
      send(new URL(filed.location!, options.url).href, { cookie }),
    )
    if (receipt.status !== 200) throw new Error(`No receipt: ${receipt.status}`)
  }
  const begun = performance.now()
  const visits: Promise<void>[] = []
  let due = begun
  for (;;) {
    due += (-Math.log(1 - Math.random()) * 1000) / options.perSecond
    if (due > begun + options.seconds * 1000) break
    if (due > performance.now()) await wait(due - performance.now())
    visits.push(
      visit(options.person(visits.length), due).catch((error: Error) => {
        errors += 1
        reasons.add(error.message)
      }),
    )
  }
  await Promise.all(visits)
  stop()
  const of = (step: Step) => ({
    p50: percentile(times[step], 0.5),
    p99: percentile(times[step], 0.99),
    max: percentile(times[step], 1),
  })
  return {
    arrivals: visits.length,
    filed: acknowledged,
    errors,
    seconds: (performance.now() - begun) / 1000,
    steps: { page: of('page'), filing: of('filing'), receipt: of('receipt') },
    reasons: [...reasons],
  }
}

const between = (least: number, most: number) => least + Math.random() * (most - least)
