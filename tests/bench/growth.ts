import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../src/setup/say.mjs'
import { fillIn, privatePages, readPage, sendAll, submissionOf } from './measures'
import type { GrowthFinding } from './report'
import { growthOf, median, type Round } from './table'
import { type Send, sessionCookie } from './visit'
import type { World } from './world'

/** The same pages in the small town and in the large one, by turns, so that a busy moment falls on both. */
export async function grow(options: {
  readonly small: World
  readonly large: World
  readonly rounds: number
  readonly send: Send
  readonly acknowledge: (world: World, filed: number) => void
}): Promise<GrowthFinding[]> {
  const { small, large, rounds, send, acknowledge } = options
  const each = Math.min(100, Math.floor(small.town.households / 4 / rounds))
  const file = async (world: World) => {
    const ready = await fillIn(world, send, world.take(each))
    const round = await sendAll(world.site.url, submissionOf(world), ready)
    acknowledge(world, each - round.errors)
    return round
  }
  const measures = [
    ...Object.keys(privatePages(large.town.month)).map((name) => ({
      name,
      run: (world: World) => readPage(world, name, 2),
      blocks: async () => [await blocksOf(small, send, name), await blocksOf(large, send, name)],
    })),
    { name: 'a filing, whole', run: file, blocks: async () => [] },
  ]
  const findings: GrowthFinding[] = []
  for (const { name, run: measure, blocks } of measures) {
    say(`Growth: ${name} …`)
    const found = new Map<World, Round[]>([
      [small, []],
      [large, []],
    ])
    for (const world of [small, large]) await measure(world)
    for (let round = 1; round <= rounds; round += 1) {
      // Whoever goes first has the colder machine: they take turns at that too.
      for (const world of round % 2 === 0 ? [small, large] : [large, small])
        found.get(world)!.push(await measure(world))
    }
    const growth = growthOf(found.get(small)!, found.get(large)!)
    say(`  ${growth.toFixed(2)} times`)
    findings.push({
      name,
      perSecond: [small, large].map((world) => median(found.get(world)!.map((round) => round.perSecond))),
      growth,
      blocks: await blocks(),
    })
  }
  return findings
}

const visits = 30

/**
 * How many blocks of the database one visit touches: what does not depend on how busy the machine is. A connection
 * tells its count at the end of a transaction, once a second at most; hence the waiting, and the visit after it.
 */
async function blocksOf(world: World, send: Send, name: string): Promise<number> {
  const page = privatePages(world.town.month)[name]!
  const visit = async (index: number) => {
    const person = world.readers[index]!
    const { status } = await send(world.site.url + page(person), { cookie: sessionCookie(person.token) })
    if (status !== 200) throw new Error(`The ${name} answers ${status}`)
  }
  const told = async () => {
    await wait(1_200)
    await visit(0)
    await wait(100)
    const { rows } = await world.owner.query<{ blocks: string }>(
      'select blks_hit + blks_read as blocks from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0]!.blocks)
  }
  await visit(0)
  const before = await told()
  for (let index = 1; index <= visits; index += 1) await visit(index)
  return ((await told()) - before) / (visits + 1)
}
