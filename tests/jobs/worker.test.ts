import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../src/setup/build.mjs'
import { demoConfiguration, webEnv } from '../../src/setup/configuration.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { prepareQueues, startWorker } from '../../src/setup/worker.mjs'
import { withWorld } from '../support/world'

/*
 * The worker, as a process of its own. Numbered cases:
 *   WK-01 it tries the service and does each job when it is due, by a queue made twice; killed and started anew, it goes on
 */
const world = withWorld()

test('WK-01 works, dies and goes on', { timeout: 600_000 }, async () => {
  const { database, owner } = world
  await prepareQueues(database.ownerUrl)
  await prepareQueues(database.ownerUrl)
  const folder = dataFolder('test')
  const secrets = readSecrets(folder)
  const ports = { port: 3015, providerPort: 3016 }
  const configuration = demoConfiguration({ secrets, databaseUrl: database.webUrl, ...ports })
  const env = webEnv(process.env, configuration, { port: 3015, host: '127.0.0.1' })
  const script = await buildSite('.next-test')
  const start = () => startWorker(script, env, join(folder, 'worker.log'))
  const until = async <Found>(what: () => Promise<Found[]>): Promise<Found[]> => {
    for (;;) {
      const found = await what()
      if (found.length > 0) return found
      await wait(500)
    }
  }
  const done = (after: Date) =>
    owner.$queryRawUnsafe<{ name: string }[]>(
      `select name from pgboss.job where state = 'completed' and completed_on > $1 and name = 'decisions'`,
      after,
    )
  const first = await start()
  await until(() => owner.$queryRawUnsafe<object[]>('select id from service_heartbeat where files'))
  await until(() => done(new Date(0)))
  await first.kill()
  const killed = new Date()
  const second = await start()
  await until(() => done(killed))
  await second.stop()
  expect(await owner.household.count({ where: { fileNumber: 'PROBE' } })).toBe(0)
})
