import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerClient, type Owner } from '../../prisma/builders'
import { withDatabase } from '../../src/setup/database.mjs'
import { prepareQueues } from '../../src/setup/worker.mjs'
import { freshDatabase, type TestDatabase } from '../support/database'
import { prober, type Prober } from '../support/probe'
import { startServer, type TestServer } from '../support/server'

/*
 * What machines ask. Numbered cases:
 *   HM-01 a process that lives says so, whatever the database does; one whose database is away may be sent nobody
 *   HM-02 the figures are for whoever knows the key, and are nobody's address for anyone else, to the byte
 *   HM-03 the figures are OpenMetrics: each has its kind and its words, and nobody is in them
 *   HM-04 nothing else is answered there: no form, no other spelling
 */
const key = 'k'.repeat(40)
let database: TestDatabase
let site: TestServer
let owner: Owner
let asked: Prober

beforeAll(async () => {
  database = await freshDatabase()
  await prepareQueues(database.ownerUrl)
  owner = ownerClient(database.ownerUrl)
  site = await startServer({ webUrl: database.webUrl, env: { QUINZE_METRICS_KEY: key } })
  asked = prober(site.url, 4)
})
afterAll(async () => {
  asked.close()
  await site.stop()
  await owner.$disconnect()
  await database.drop()
})

const get = (path: string, headers = {}) => asked.ask({ path, headers })
const withKey = { Authorization: `Bearer ${key}` }

describe('what machines ask', () => {
  test('HM-01 whether it lives, and whether it may be sent people', async () => {
    const both = async () => [(await get('/healthz')).status, (await get('/readyz')).status]
    expect(await both()).toEqual([200, 200])
    const name = new URL(database.webUrl).pathname.slice(1)
    await owner.$disconnect()
    await withDatabase(database.adminUrl.replace(name, 'postgres'), async (client) => {
      await client.query(`alter database ${name} allow_connections false`)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      expect(await both()).toEqual([200, 503])
      await client.query(`alter database ${name} allow_connections true`)
    })
    expect(await both()).toEqual([200, 200])
    expect((await get('/healthz')).headers['cache-control']).toBe('no-store')
  })

  test('HM-02 the figures are for whoever knows the key', async () => {
    expect((await get('/metrics', withKey)).status).toBe(200)
    const nobodys = await get('/metricz')
    for (const headers of [{}, { Authorization: `Bearer ${key}x` }, { Authorization: key }]) {
      const { status, body } = await get('/metrics', headers)
      expect(status).toBe(404)
      expect(body === nobodys.body.replaceAll('metricz', 'metrics')).toBe(true)
    }
  })

  test('HM-03 the figures are OpenMetrics', async () => {
    const filing = await owner.filing.findFirstOrThrow()
    await owner.$executeRawUnsafe(
      `update filing set received_at = app_now(), due_at = app_now() - interval '1 day' where id = $1::uuid`,
      filing.id,
    )
    const { headers, body } = await get('/metrics', withKey)
    expect(headers['content-type']).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    const lines = body.split('\n')
    expect(lines.slice(-2)).toEqual(['# EOF', ''])
    const samples = lines.filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of samples) {
      const name = /^(quinze_[a-z_]+)(\{[a-z]+="\w+"(,[a-z]+="\w+")*\})? -?[\d.e+-]+$/.exec(line)?.[1]
      expect(name, line).toBeDefined()
      const family = name!.replace(/_total$/, '')
      expect(
        lines.some((one) => one.startsWith(`# TYPE ${family} `)),
        line,
      ).toBe(true)
      expect(
        lines.some((one) => one.startsWith(`# HELP ${family} `)),
        line,
      ).toBe(true)
    }
    expect(samples).toContain(`quinze_filings_last_hour{kind="${filing.kind}",channel="${filing.channel}"} 1`)
    expect(samples).toContain('quinze_late_filings_last_hour 1')
    expect(samples).toContain('quinze_errors_total 0')
    for (const word of [filing.id, filing.filedByName, filing.receiptNumber]) expect(body).not.toContain(word)
  })

  test('HM-04 and nothing else', async () => {
    for (const path of ['/healthz/', '/healthz?x', '/HEALTHZ', '/fr/healthz'])
      expect((await get(path)).body, path).not.toBe('ok\n')
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await asked.ask({ method: 'POST', path, headers: withKey, body: '' })).status, path).toBe(405)
  })
})
