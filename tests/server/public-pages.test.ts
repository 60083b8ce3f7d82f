import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addStaff, ownerClient, type Owner } from '../../prisma/builders'
import { installMovableClock } from '../../prisma/demo-clock'
import { urlFor, withDatabase } from '../../src/setup/database.mjs'
import { freshDatabase, testCluster, type TestDatabase } from '../support/database'
import { madeAgo } from '../support/made-ahead'
import { startServer, type TestServer } from '../support/server'
import { addMonths, dayOf, instantOf, monthOf } from '@/domain/calendar'
import { regionOf } from '@/domain/offices/regions'
import { locales } from '@/i18n/locale'
import { messages } from '@/i18n/messages'
import { paths } from '@/i18n/paths'

/*
 * Numbered cases, before the code. A page made at build, and again at most each minute:
 *   PP-01 whoever comes first to a page made long ago reads the notices of now, though nobody came for hours
 *   PP-02 a page made a moment ago is sent as it is: nobody waits for the database
 *   PP-03 the notice stands above the content, under a name, outside the outline; the page runs no script
 *   PP-04 with the database away every page is sent, made again with what was known, and the status says so
 *   PP-05 once it is back, so is the service
 *   PP-06 the status keeps the log of outages and extensions, and the results their figures, in both languages
 */
let database: TestDatabase
let owner: Owner
let server: TestServer
let staffId: string
const outage = { kind: 'outage', textFr: 'Rien ne s’ouvrait.', textEn: 'Nothing would open.' }
const reasons = { reasonFr: 'Une tempête.', reasonEn: 'A storm.' }
const words = { fr: 'Le portail ferme à vingt heures.', en: 'The portal closes at eight.' }

beforeAll(async () => {
  database = await freshDatabase({ people: false })
  owner = ownerClient(database.ownerUrl)
  await installMovableClock(owner)
  staffId = await addStaff(owner, { name: 'Sacha Cadre', role: 'supervisor', officeId: null })
  await publish('plannedWork', words.fr, words.en)
  await remember()
  server = await startServer({ webUrl: database.webUrl, oneProcess: true })
})
afterAll(async () => {
  await server?.stop()
  await owner?.$disconnect()
  await database?.drop()
})

async function publish(kind: string, textFr: string, textEn: string): Promise<void> {
  const shownFrom = new Date(Date.now() - 60_000)
  const shownUntil = new Date(Date.now() + 86_400_000)
  await owner.serviceNotice.create({
    data: { kind, textFr, textEn, shownFrom, shownUntil, decidedBy: staffId },
  })
}

/** What the status and the results tell: an outage that is over, an extension, and the figures of the latest months. */
async function remember(): Promise<void> {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  await owner.serviceNotice.create({
    data: { ...outage, decidedBy: staffId, shownFrom: hoursAgo(30), shownUntil: hoursAgo(28) },
  })
  const given = { scope: 'region', regionCode: '09', month: '2026-03', newInstant: hoursAgo(0), ...reasons }
  await owner.filingExtension.create({ data: given })
  const channels = { web: 1_230, telephone: null, counter: 0, paper: 0 }
  const times = { weekBefore: 620, daysBefore: 310, eve: 200, lastDay: 70, weekAfter: 30, later: null }
  const figures = { asked: 1_240, onTime: 1_200, late: 30, missing: null, begun: 40, channels, times }
  for (const back of [0, 1]) {
    const month = addMonths(monthOf(dayOf(instantOf(new Date()))), -back)
    await owner.publishedFigures.create({ data: { month, figures, computedAt: new Date() } })
  }
}

const read = async (path: string) => {
  const response = await fetch(server.url + path)
  return { status: response.status, body: await response.text() }
}
const told = (body: string) => Object.values(words).filter((text) => body.includes(text))

describe('a page made again', () => {
  test('PP-01 shows the notices of now to whoever comes first', async () => {
    for (const locale of locales) {
      await madeAgo(`${locale}/vos-droits`, 5)
      const { status, body } = await read(paths.content(locale, 'rights'))
      expect(status).toBe(200)
      expect(told(body)).toEqual([words[locale]])
    }
  })

  test('PP-02 is sent as it is when it was made a moment ago', async () => {
    await madeAgo('fr/revenus', 0)
    expect(told((await read(paths.content('fr', 'income'))).body)).toEqual([])
  })

  test('PP-03 shows them above the content, under a name, and runs no script', async () => {
    const { body } = await read(paths.content('en', 'rights'))
    const band = body.indexOf(`<section aria-label="${messages.en.notices.label}"`)
    const main = body.indexOf('<main')
    expect(band).toBeGreaterThan(body.indexOf('</header>'))
    expect(main).toBeGreaterThan(band)
    const between = body.slice(band, main)
    expect(between).toContain(messages.en.notices.kind.plannedWork)
    expect(between).not.toMatch(/<h\d|role="alert"|<script|style=/)
    expect(body.match(/<h1/g)).toHaveLength(1)
  })

  test('PP-06 keeps the log of the service and its figures', async () => {
    const say = messages.fr.notices.status
    await madeAgo('fr/etat-du-service', 5)
    const status = (await read(paths.content('fr', 'status'))).body
    expect(status).toContain(say.now.work)
    for (const text of [say.outages.caption, say.extensions.caption, regionOf('09').name])
      expect(status).toContain(text)
    for (const text of [outage.textFr, reasons.reasonFr]) expect(status).toContain(text)
    for (const locale of locales) {
      await madeAgo(`${locale}/resultats`, 5)
      const results = (await read(paths.content(locale, 'results'))).body
      const { months, begun, few } = messages[locale].results
      for (const text of [months.caption, begun.caption, few]) expect(results).toContain(text)
      expect(results).toContain(locale === 'fr' ? '1\u00a0230' : '1,230')
      // 1,200 of 1,240.
      expect(results).toContain(locale === 'fr' ? '97\u00a0%' : '97%')
      expect(status + results).not.toMatch(/style="/)
    }
  })

  test('PP-04 and PP-05 is made without the database, and says so where it matters', async () => {
    await madeAgo('fr/programmes', 5)
    await madeAgo('en/etat-du-service', 5)
    const name = new URL(database.webUrl).pathname.slice(1)
    await withDatabase(urlFor(testCluster().adminUrl, { database: 'postgres' }), async (client) => {
      await client.query(`alter database ${name} with allow_connections false`)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      try {
        const { status, body } = await read(paths.content('fr', 'programs'))
        expect(status).toBe(200)
        expect(told(body)).toEqual([words.fr])
        const away = await read(paths.content('en', 'status'))
        expect(away.status).toBe(200)
        expect(away.body).toContain(messages.en.notices.status.now.away)
        // The log as it was known, in either language.
        expect(away.body).toContain(outage.textEn)
        for (const path of [
          '/fr',
          '/en',
          '/fr/resultats',
          '/en/results',
          '/fr/besoin-urgent',
          '/fr/estimation',
        ])
          expect({ path, status: (await read(path)).status }).toEqual({ path, status: 200 })
      } finally {
        await client.query(`alter database ${name} with allow_connections true`)
      }
    })
    await expect.poll(async () => (await read('/fr/verifier-un-recu/Q-0000')).status).toBe(200)
  })
})
