import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '../../prisma/demo-clock'
import { urlFor, withDatabase } from '../../src/setup/database.mjs'
import type { ViewerName } from '../support/probe-markers'
import { openProbeSite, type ProbeSite } from '../support/probe-site'

/*
 * Numbered cases, before the code. One clock, the database's, decides when a statement was received:
 *   C-01 between the sending and the answer, and never later than the database's own time
 *   C-02 the arrival counts, not the moment a slow queue lets it in
 *   C-03 sent in the last second and written after the limit, it is on time, and its page says so
 *   C-04 a clock set back never leaves an instant of the future behind
 *   C-05 a clock set forward is known at once to every process that serves
 *   C-06 and still is after the database was away for longer than one try to come back
 */
let site: ProbeSite
beforeAll(async () => {
  site = await openProbeSite()
})
afterAll(() => site.close())

/** The limit of November for every household of this world: an extension moved it to Friday the 20th, midnight. */
const limit = '2026-11-21T04:59:59.999Z'

/**
 * A reading of the clock is as old as the reply that brought it: an arrival may be stamped that much too early, in
 * the person's favour, and never too late. Milliseconds, on a machine that does ten things at once.
 */
const replyDelay = 500

async function databaseTime(): Promise<number> {
  const [row] = await site.world.owner.$queryRawUnsafe<{ now: Date }[]>('select app_now() as now')
  return row!.now.getTime()
}

/** Opens a page: the web server reads the clock anew at every one. */
const look = (name: ViewerName) =>
  site.prober.ask({ path: '/fr/mon-dossier', headers: { Cookie: `quinze=${site.asker(name).token}` } })

async function file(name: ViewerName, path: string, fields: Record<string, string>) {
  const reply = await site.prober.ask({
    method: 'POST',
    path,
    body: JSON.stringify({ attest: 'yes', ...fields }),
    headers: { ...site.formOf(name), Accept: 'application/json', 'Content-Type': 'application/json' },
  })
  expect(reply.status, reply.body).toBe(201)
  const { id } = JSON.parse(reply.body) as { id: string }
  const { receivedAt } = await site.world.owner.filing.findUniqueOrThrow({ where: { id } })
  return { id, receivedAt: receivedAt.getTime() }
}

const report = (words: string) =>
  file('other', '/api/changes/submission', { changed: 'other', 'other.words': words })

/** Nobody can write a filing until it is released. */
async function holdTheQueue(): Promise<() => Promise<void>> {
  const client = new pg.Client(site.ownerUrl)
  await client.connect()
  await client.query('begin; lock table filing in share row exclusive mode')
  return async () => {
    await client.query('commit')
    await client.end()
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('C-01 received between the sending and the answer, by the database', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    if (turn % 2 === 0) await look('other')
    const before = await databaseTime()
    const { receivedAt } = await report(`tour ${turn}`)
    expect(receivedAt).toBeGreaterThanOrEqual(before - replyDelay)
    expect(receivedAt).toBeLessThanOrEqual(await databaseTime())
  }
})

test('C-02 the arrival counts, not the moment a slow queue lets it in', async () => {
  await look('other')
  const release = await holdTheQueue()
  const before = await databaseTime()
  const filed = report('en attente')
  await wait(2_500)
  await release()
  const { receivedAt } = await filed
  expect(await databaseTime()).toBeGreaterThan(before + 2_400)
  expect(receivedAt).toBeGreaterThanOrEqual(before - replyDelay)
  expect(receivedAt).toBeLessThan(before + 1_500)
})

test('C-03 sent in the last second and written after the limit, it is on time', async () => {
  await moveClock(site.world.owner, new Date(Date.parse(limit) - 2_000).toISOString())
  await look('other')
  const release = await holdTheQueue()
  const filed = file('other', '/api/statements/2026-11/submission', {})
  await wait(3_000)
  expect(await databaseTime()).toBeGreaterThan(Date.parse(limit))
  await release()
  const { id, receivedAt } = await filed
  expect(receivedAt).toBeLessThanOrEqual(Date.parse(limit))
  const { dueAt } = await site.world.owner.filing.findUniqueOrThrow({ where: { id } })
  expect(dueAt!.toISOString()).toBe(limit)
  const headers = { Cookie: `quinze=${site.asker('other').token}` }
  const page = await site.prober.ask({ path: `/fr/mon-dossier/recus/${id}`, headers })
  const { default: receipt } = await import('@/i18n/fr/receipt.json')
  expect(page.body).toContain(receipt.onTime)
  expect(page.body).not.toContain(receipt.late)
  // Sent after the limit, it is late: the oracle can tell.
  await look('former')
  const late = await file('former', '/api/statements/2026-11/submission', {})
  expect(late.receivedAt).toBeGreaterThan(Date.parse(limit))
})

test('C-04 a clock set back never leaves an instant of the future behind', async () => {
  await look('other')
  await moveClock(site.world.owner, new Date((await databaseTime()) - 3_600_000).toISOString())
  const { receivedAt } = await report('à rebours')
  expect(receivedAt).toBeLessThanOrEqual(await databaseTime())
})

/** Moves the clock five hours on, then sends six reports: they go to the processes in turn, and each must know. */
async function everyProcessFollows(words: string) {
  const form = site.formOf('other')
  // A connection of its own each time.
  const headers = { ...form, Connection: 'close', Accept: 'application/json' }
  const ask = (path: string, fields?: Record<string, string>) =>
    fetch(form['Origin'] + path, {
      headers,
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
  for (let turn = 0; turn < 8; turn += 1) await ask('/fr/mon-dossier')
  const target = (await databaseTime()) + 5 * 3_600_000
  await moveClock(site.world.owner, new Date(target).toISOString())
  await wait(100)
  for (let turn = 0; turn < 6; turn += 1) {
    const answer = await ask('/api/changes/submission', {
      attest: 'yes',
      changed: 'other',
      'other.words': `${words} ${turn}`,
    })
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as { id: string }
    const { receivedAt } = await site.world.owner.filing.findUniqueOrThrow({ where: { id } })
    expect(receivedAt.getTime()).toBeGreaterThanOrEqual(target - replyDelay)
  }
}

test('C-05 a clock set forward is known at once to every process that serves', () =>
  everyProcessFollows('en avant'))

test('C-06 and still is after the database was away for longer than one try to come back', async () => {
  const { pathname } = new URL(site.adminUrl)
  const database = pathname.slice(1)
  const listeners = `select pid from pg_stat_activity where datname = $1 and query like 'listen%'`
  const asAdmin = (sql: string, values: string[] = []) =>
    withDatabase(urlFor(site.adminUrl, { database: 'postgres' }), (client) => client.query(sql, values))
  const before = (await asAdmin(listeners, [database])).rows.length
  expect(before).toBeGreaterThan(0)
  await asAdmin(`alter database ${database} allow_connections false`)
  await asAdmin(`select pg_terminate_backend(pid) from (${listeners}) as listener`, [database])
  await wait(1_500)
  expect((await asAdmin(listeners, [database])).rows).toHaveLength(0)
  await asAdmin(`alter database ${database} allow_connections true`)
  await expect
    .poll(async () => (await asAdmin(listeners, [database])).rows.length, { timeout: 5_000 })
    .toBe(before)
  await everyProcessFollows('de retour')
})
