import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../src/setup/database.mjs'
import { startServer } from '../support/server'
import { answersEarly, withoutDefences } from '../support/without-defences'
import { fileAll } from './clients'
import { type Cluster, startCluster } from './cluster'
import { examine, noFaults } from './examine'
import { mar, marsEach } from './mar'
import { killOnce, newTally, say, type Site, type Target } from './trial'
import { openWorld } from './world'

/*
 * What kill -9 shows: a process that dies takes with it whatever it had only in memory, the web server's and
 * PostgreSQL's alike. What it cannot show: the operating system lives on and keeps every byte already written to
 * it, so a database with `fsync` off passes here and fails in a power cut. No power is cut in these tests.
 */

const kills = Number(process.env['QUINZE_FAULT_TRIALS'] ?? 100)
/** PostgreSQL twice as often: it is back sooner, and it is where a promise is kept. */
const targets: readonly Target[] = ['database', 'web', 'database', 'both']
/** A control that is not caught after so many kills is not caught. */
const killsOfAControl = 20
/** For what hangs, in milliseconds: one kill takes seconds, ten times that beside other work; so does a build. */
const limitOfAKill = 30_000
const limitOfAControl = 1_200_000

describe.runIf(process.platform !== 'win32')('kill -9 amid filings', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster?.discard())

  /**
   * Runs `work` on a server and a database of its own. The build is its own too: these tests last.
   */
  async function withSite<T>(
    name: string,
    work: (site: Site) => Promise<T>,
    build: Pick<Parameters<typeof startServer>[0], 'copy' | 'variant' | 'env'> = { copy: 'as-it-is' },
  ): Promise<T> {
    const world = await openWorld(cluster, `quinze_faults_${name}`)
    const server = await startServer({ webUrl: world.webUrl, ...build })
    try {
      return await work({ cluster, world, server })
    } finally {
      await server.stop()
      await world.close()
    }
  }

  /** Until a loss shows twice: the filing is not there, and asking for it again gives another receipt. */
  async function expectLoss(site: Site, target: Target, title: string): Promise<void> {
    const tally = newTally()
    const isCaught = () => tally.faults.lost.size > 0 && tally.faults.retold.size > 0
    while (tally.kills[target] < killsOfAControl && !isCaught()) await killOnce(site, target, tally)
    say(title, tally)
    expect(isCaught()).toBe(true)
  }

  test(
    `KI-01 after ${kills} kills, what was acknowledged is there once, whole, with the receipt that was told`,
    { timeout: limitOfAControl + kills * limitOfAKill },
    () =>
      withSite('portal', async (site) => {
        const tally = newTally()
        try {
          for (let kill = 0; kill < kills; kill += 1)
            await killOnce(site, targets[kill % targets.length]!, tally)
          await examine(site.world.ownerUrl, site.world.statements, tally.faults)
        } finally {
          say('The portal', tally)
        }
        expect(tally.faults).toEqual(noFaults())
        expect(tally.acknowledged).toBe(site.world.statements.length)
        // Kills that fall between two filings would prove little.
        expect(tally.amid).toBeGreaterThan(kills * 0.8)
      }),
  )

  test(
    'KI-02 control: a web server that answers before it commits is caught',
    { timeout: limitOfAControl },
    () =>
      withSite('early', (site) => expectLoss(site, 'web', 'Control, the answer before the commit'), {
        variant: withoutDefences(),
        env: answersEarly,
      }),
  )

  /*
   * With synchronous_commit off PostgreSQL answers while the commit is still in its own memory, and kill -9 of all
   * its processes shows the loss.
   */
  test(
    'KI-03 control: a database that answers before it writes is caught',
    { timeout: limitOfAControl },
    () =>
      withSite('loose', async (site) => {
        await withDatabase(site.world.adminUrl, (client) =>
          client.query('alter role quinze_web in database quinze_faults_loose set synchronous_commit = off'),
        )
        await site.server.restart() // the connections it has were made before
        await expectLoss(site, 'database', 'Control, synchronous_commit off')
      }),
  )

  test(
    'KI-04 control: every kind of fault, made by hand, is found by the same examination',
    { timeout: limitOfAControl },
    () =>
      withSite('marred', async ({ world, server }) => {
        const statements = await world.draw(marsEach)
        await fileAll(server.url, statements, 4).done
        const found = noFaults()
        await examine(world.ownerUrl, statements, found)
        expect(found).toEqual(noFaults())
        const expected = await mar(world.ownerUrl, statements)
        await examine(world.ownerUrl, statements, found)
        expect(found).toEqual(expected)
      }),
  )
})
