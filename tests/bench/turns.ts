import { say } from '../../src/setup/say.mjs'
import type { Round } from './table'

/** Something measured again and again. */
export type Timing = { readonly name: string; readonly run: () => Promise<Round> }

/**
 * One round to warm up, then the rounds that count. Each round measures everything once; whoever goes first has the
 * colder machine, so they take turns at that too unless `inOrder`. Returns the rounds of each, by name.
 */
export async function byTurns(
  measures: readonly Timing[],
  rounds: number,
  { inOrder = false } = {},
): Promise<(name: string) => Round[]> {
  const found = new Map<string, Round[]>(measures.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? 'Warming up …' : `Round ${round} of ${rounds} …`)
    for (const { name, run } of inOrder || round % 2 === 0 ? measures : [...measures].reverse()) {
      const result = await run()
      if (round > 0) found.get(name)!.push(result)
      say(`  ${name}: ${result.perSecond.toFixed(1)} per s, p99 ${result.p99.toFixed(1)} ms`)
    }
  }
  return (name) => found.get(name)!
}
