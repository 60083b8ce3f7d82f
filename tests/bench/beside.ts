import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './table'

export type Times = { readonly p50: number; readonly p99: number; readonly max: number }

/** What was asked of the product and, at the same moments, of the bare server. Times are milliseconds. */
export type Beside = {
  readonly done: number
  readonly errors: number
  readonly seconds: number
  readonly product: Times
  readonly bare: Times
  /** What went wrong, each kind once. */
  readonly reasons: readonly string[]
}

/**
 * People write when they please, at a rate a second that does not depend on the answers; the same moments are asked of
 * the bare server. Times count from when each was due.
 */
export async function openBeside(
  rate: number,
  seconds: number,
  work: { readonly product: () => Promise<void>; readonly bare: () => Promise<void> },
): Promise<Beside> {
  const times = { product: [] as number[], bare: [] as number[] }
  const reasons = new Set<string>()
  let errors = 0
  const timed = async (of: 'product' | 'bare', due: number) => {
    try {
      await work[of]()
      times[of].push(performance.now() - due)
    } catch (error) {
      errors += 1
      reasons.add((error as Error).message)
    }
  }
  const begun = performance.now()
  const under: Promise<void>[] = []
  let due = begun
  for (;;) {
    due += (-Math.log(1 - Math.random()) * 1000) / rate
    if (due > begun + seconds * 1000) break
    if (due > performance.now()) await wait(due - performance.now())
    under.push(timed('product', due), timed('bare', due))
  }
  await Promise.all(under)
  const figure = (list: readonly number[]): Times => ({
    p50: percentile(list, 0.5),
    p99: percentile(list, 0.99),
    max: percentile(list, 1),
  })
  return {
    done: times.product.length,
    errors,
    seconds: (performance.now() - begun) / 1000,
    product: figure(times.product),
    bare: figure(times.bare),
    reasons: [...reasons],
  }
}

export const shownTimes = ({ p50, p99, max }: Times): string =>
  `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${max.toFixed(0)} ms`
