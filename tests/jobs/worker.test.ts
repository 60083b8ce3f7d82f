import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../src/setup/build.mjs'
import { demoConfiguration, webEnv } from '../../src/setup/configuration.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { prepareQueues, startWorker } from '../../src/setup/worker.mjs'
import { instant } from '@/domain/calendar'
import { moveClock } from '../../prisma/demo-clock'
import { say } from '../../src/setup/say.mjs'
import { startPost } from '../support/post'
import { withWorld } from '../support/world'

/*
 * The worker, as a process of its own. Numbered cases:
 *   WK-01 it tries the service and does each job when it is due, by a queue made twice; killed and started anew, it goes on;
 *         when the clock of a demo is moved, what its new day brings is done at once
 *   WK-02 killed again and again while messages leave: each leaves; none by text twice; a letter sent twice has one number
 *         (QUINZE_WORKER_KILLS=100 for long)
 */
const world = withWorld()
const kills = Number(process.env['QUINZE_WORKER_KILLS'] ?? 4)

type Running = Awaited<ReturnType<typeof startWorker>>

/** What starts the worker on the database of this file. */
async function starter(more: Record<string, string> = {}): Promise<() => Promise<Running>> {
  await prepareQueues(world.database.ownerUrl)
  const folder = dataFolder('test')
  const secrets = readSecrets(folder)
  const ports = { port: 3015, providerPort: 3016 }
  const configuration = demoConfiguration({ secrets, databaseUrl: world.database.webUrl, ...ports })
  const env = webEnv({ ...process.env, ...more }, configuration, { port: 3015, host: '127.0.0.1' })
  const script = await buildSite('.next-test')
  return () => startWorker(script, env, join(folder, 'worker.log'))
}

async function until<Found>(what: () => Promise<Found[]>): Promise<Found[]> {
  for (;;) {
    const found = await what()
    if (found.length > 0) return found
    await wait(200)
  }
}

test('WK-01 works, dies and goes on', { timeout: 600_000 }, async () => {
  const { owner } = world
  await prepareQueues(world.database.ownerUrl)
  const start = await starter()
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
  await moveClock(owner, instant('2027-02-03T15:00:00.000Z'))
  // By its own time it would come within an hour.
  const opened = () => owner.monthOpening.count({ where: { month: '2027-02' } })
  await expect.poll(opened, { timeout: 30_000 }).toBe(1)
  await second.stop()
  expect(await owner.household.count({ where: { fileNumber: 'PROBE' } })).toBe(0)
})

test('WK-02 killed while messages leave', { timeout: 1_800_000 }, async () => {
  const { owner } = world
  const post = await startPost()
  post.state.slowMs = 100
  const start = await starter(post.env)
  // At an hour when a text may leave.
  await moveClock(owner, instant('2026-11-10T15:00:00.000Z'))
  await owner.outbox.deleteMany()
  const people = 200 + kills * 60
  for (let each = 0; each < people; each += 1) {
    const person = await owner.person.create({
      data: { givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12' },
    })
    const reach = { email: `p${each}@exemple.ca`, mobile: `+1514555${String(each).padStart(4, '0')}` }
    // No number of these is one that the provider refuses.
    if (/9[89]$/.test(reach.mobile)) continue
    await owner.contact.create({
      data: { personId: person.id, ...reach, notifyBy: each % 2 === 0 ? 'email' : 'text' },
    })
    await owner.outbox.create({ data: { kind: 'message', personId: person.id, payload: {} } })
  }
  const all = await owner.outbox.count()
  let worker = await start()
  for (let kill = 0; kill < kills; kill += 1) {
    const sent = post.mails.length + post.texts.length
    await until(async () => (post.mails.length + post.texts.length > sent ? [true] : []))
    await wait(Math.random() * 400)
    await worker.kill()
    // What it held is free once its time is past.
    await owner.$executeRawUnsafe(`update outbox set begun_at = begun_at - interval '11 minutes'`)
    worker = await start()
  }
  await until(async () => ((await owner.outbox.count({ where: { sentAt: null } })) === 0 ? [true] : []))
  await worker.stop()
  await post.stop()
  expect(await owner.outbox.count({ where: { outcome: 'sent' } })).toBe(all)
  const byText = new Set(post.texts.map(({ to }) => to))
  expect(post.texts.length).toBe(byText.size)
  const byMail = new Map<string, Set<string>>()
  for (const { to, raw } of post.mails) {
    const number = /^Message-ID: (.+)$/m.exec(raw)![1]!
    byMail.set(to, (byMail.get(to) ?? new Set()).add(number))
  }
  for (const numbers of byMail.values()) expect(numbers.size).toBe(1)
  // Each of them by a letter or by a text, and only what was in the air at a kill by both, or twice.
  const reached = (await owner.contact.findMany({ where: { email: { startsWith: 'p' } } })).filter(
    ({ email, mobile }) => byMail.has(email!) || byText.has(mobile!),
  )
  expect(reached.length).toBeGreaterThanOrEqual(all)
  expect(post.mails.length + post.texts.length - all).toBeLessThanOrEqual(kills * 20)
  say(`${kills} kills, ${all} messages, ${post.mails.length + post.texts.length - all} more than once`)
})
