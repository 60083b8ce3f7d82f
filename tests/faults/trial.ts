import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../../src/setup/one-at-a-time.mjs'
import type { TestServer } from '../support/server'
import { fileAll } from './clients'
import type { Cluster } from './cluster'
import { examine, type Faults, noFaults } from './examine'
import type { Statement, World } from './world'

/** What is killed: the web server, PostgreSQL, or both at the same moment. */
export type Target = 'web' | 'database' | 'both'

export type Site = { readonly cluster: Cluster; readonly world: World; readonly server: TestServer }

/** What a number of kills led to. */
export type Tally = {
  kills: Record<Target, number>
  acknowledged: number
  /** Statements acknowledged only after a try that had failed. */
  afterFailure: number
  /** Of these, those that had been received by that try: only the reply was lost. */
  replyLost: number
  /** Kills that fell while requests were waiting for their answer. */
  amid: number
  readonly faults: Faults
}

export const newTally = (): Tally => ({
  kills: { web: 0, database: 0, both: 0 },
  acknowledged: 0,
  afterFailure: 0,
  replyLost: 0,
  amid: 0,
  faults: noFaults(),
})

const statementsEach = 16
const clients = 6

/**
 * One kill in the midst of a burst of filings, and what is left of them: once they are all acknowledged, and once
 * more after each was asked for again, as a person does who is not sure it was received.
 */
export async function killOnce(site: Site, target: Target, tally: Tally): Promise<void> {
  const { cluster, world, server } = site
  const statements = await world.draw(statementsEach)
  const burst = fileAll(server.url, statements, clients)
  // Early enough that some are still under way.
  const enough = Math.floor(Math.random() * (statementsEach - clients))
  while (burst.acknowledged() < enough) await wait(1)
  await wait(Math.random() * 15)

  if (burst.waiting() > 0) tally.amid += 1
  const web = server.pid
  const ends: Promise<void>[] = []
  if (target !== 'web') ends.push(cluster.kill())
  if (target !== 'database') ends.push(server.kill())
  await Promise.all(ends)
  if (target !== 'web') await cluster.restart()
  if (target !== 'database') await server.restart()
  else if (!isAlive(web)) throw new Error(`The web server did not outlive its database:\n${server.log()}`)

  await burst.done
  tally.kills[target] += 1
  tally.acknowledged += statements.filter(({ told }) => told.length > 0).length
  tally.afterFailure += statements.filter(({ told, failures }) => told.length > 0 && failures > 0).length
  tally.replyLost += statements.filter(({ hadBeenReceived }) => hadBeenReceived).length
  await examine(world.ownerUrl, siblings(world, statements), tally.faults)
  await fileAll(server.url, statements, clients).done
  await examine(world.ownerUrl, siblings(world, statements), tally.faults)
}

/** One line for the person who runs the tests. */
export function say(
  title: string,
  { kills, acknowledged, afterFailure, replyLost, amid, faults }: Tally,
): void {
  const total = kills.web + kills.database + kills.both
  process.stdout.write(
    `  ${title}: ${total} kills -9 (${kills.web} web, ${kills.database} PostgreSQL, ${kills.both} both; ` +
      `${amid} amid requests), ${acknowledged} acknowledged (${afterFailure} at a later try, ` +
      `${replyLost} of them received at the first), ` +
      `${faults.lost.size} lost, ${faults.doubled.size} doubled, ${faults.halfWritten.size} half-written, ` +
      `${faults.retold.size} told another receipt, ${faults.unanswered.size} unanswered\n`,
  )
}

/** Everything ever sent by the households of these statements. */
function siblings(world: World, statements: readonly Statement[]): Statement[] {
  const households = new Set(statements.map((statement) => statement.householdId))
  return world.statements.filter((statement) => households.has(statement.householdId))
}
