import { get } from 'node:http'
import { loadavg } from 'node:os'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { locales } from '@/i18n/locale'
import { contentPages, isMadeAhead, paths } from '@/i18n/paths'
import { textSizeCookie } from '@/ui/text-size'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase } from '../support/database'
import { startServer } from '../support/server'
import { startBareServer } from './bare'
import { startEmptyApp } from './empty-app'
import { openBrowser, paintOf, type Paint } from './first-paint'
import { ask, processorSeconds } from './load'
import { figureOf, linesOf, median, ratioOf, verdict, type Round } from './table'

/*
 * `npm run bench -- pages`: what each page anyone may read weighs, how it comes to the screen of an old phone on a slow
 * line, beside the framework's empty page visited in turn with it, and how many one process gives out a second, beside a
 * bare server.
 */
const visits = 7
const rounds = 3
const seconds = 4

/** Every page made ahead whose address needs no part, in both languages. */
const pages = locales.flatMap((locale) => [
  ...contentPages.map((page) => paths.content(locale, page)),
  ...Object.entries(paths)
    .filter(([name, link]) => name !== 'content' && link.length === 1)
    .map(([, link]) => (link as (of: typeof locale) => string)(locale))
    .filter(isMadeAhead),
])

type Weight = { readonly html: number; readonly css: number; readonly sheets: number }
type Found = Weight & Paint & { readonly page: string }

/** Weighs and times every page, prints the tables, then each target with its verdict. */
export async function benchPages(): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const database = await freshDatabase()
  const site = await startServer({ webUrl: database.webUrl, oneProcess: true })
  const bare = await startBareServer(database.ownerUrl, { oneProcess: true })
  const empty = await startEmptyApp()
  const browser = await openBrowser()
  try {
    // The first visit of each page makes it again.
    for (const page of pages) await transferred(site.url + page)
    const found: Found[] = []
    for (const page of pages) {
      const weight = await weigh(site.url, page)
      const paint = await paintOf(browser, site.url + page)
      say(`  ${page}: ${weight.html + weight.css} bytes, ${paint.first.toFixed(0)} ms`)
      found.push({ page, ...weight, ...paint })
    }
    const heaviest = found.reduce((one, other) =>
      one.html + one.css > other.html + other.css ? one : other,
    ).page
    const enlarged = await paintOf(browser, `${site.url}/fr`, [`${textSizeCookie}=150`])
    const compared = [empty.url, `${site.url}/fr`, site.url + heaviest]
    const paints = compared.map((): number[] => [])
    for (let visit = 0; visit < visits; visit += 1) {
      for (const [index, url] of compared.entries()) paints[index]!.push((await paintOf(browser, url)).first)
    }
    const [emptyPage, home, heavy] = paints.map(median) as [number, number, number]

    const asked = {
      'bare server': bare.url,
      'home page': `${site.url}/fr`,
      'heaviest page': site.url + heaviest,
    }
    const given = Object.keys(asked).map((name) => ({ name, rounds: [] as Round[] }))
    let worked = 0
    let answered = 0
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, rounds: kept } of given) {
        const begun = processorSeconds(site.pid)
        const one = await ask({
          url: asked[name as keyof typeof asked],
          duration: seconds,
          headers: asBrowser,
        })
        if (round === 0) continue
        kept.push(one)
        if (name !== 'home page') continue
        worked += (processorSeconds(site.pid) ?? NaN) - (begun ?? NaN)
        answered += one.perSecond * seconds
      }
    }
    const figures = given.map(({ name, rounds: kept }) => ({
      ...figureOf(name, kept),
      ratio: ratioOf(kept, given[0]!.rounds),
    }))
    const ofProcessor = answered / worked

    table(
      ['', 'HTML', 'CSS', 'sheets', 'first paint ms', 'shift', 'fonts before', 'requests'],
      found.map((one) => [
        one.page,
        String(one.html),
        String(one.css),
        String(one.sheets),
        one.first.toFixed(0),
        one.shift.toFixed(4),
        String(one.fontsAsked),
        String(one.requests),
      ]),
    )
    table(
      [`first paint, ${visits} visits in turn`, 'ms'],
      [
        ["the framework's empty page", emptyPage.toFixed(0)],
        ['home page', home.toFixed(0)],
        [`heaviest page (${heaviest})`, heavy.toFixed(0)],
        ['home page, enlarged text, one visit', enlarged.first.toFixed(0)],
      ],
    )
    table(
      ['one process', 'per s', 'p99 ms', 'bytes', 'errors', 'ratio'],
      figures.map((one) => [
        one.name,
        one.perSecond.toFixed(0),
        one.p99.toFixed(1),
        one.bytes.toFixed(0),
        String(one.errors),
        one.ratio.toFixed(3),
      ]),
    )
    say(`The home page, for each second the process worked: ${ofProcessor.toFixed(0)}`)
    say('')
    const weight = Math.max(...found.map((one) => one.html + one.css))
    const fonts = Math.max(...found.map((one) => one.fontsArrived))
    const asking = Math.max(...found.map((one) => one.fontsAsked))
    const shift = Math.max(...found.map((one) => one.shift), enlarged.shift)
    const homeFigure = figures[1]!
    const errors = figures.reduce((sum, one) => sum + one.errors, 0)
    const rate = errors === 0 ? verdict(homeFigure.perSecond, { atLeast: 1_500 }) : 'missed'
    say(`${verdict(weight, { atMost: 20_000 })}: ${weight} bytes of HTML and CSS at most (20000)`)
    say(
      `${verdict(fonts, { atMost: 1 })}: ${fonts} fonts before the first paint (1); ${asking} asked for by then`,
    )
    say(`${verdict(shift, { atMost: 0 })}: layout shift of ${shift.toFixed(4)} at most (0)`)
    say(
      `${verdict(home, { atMost: emptyPage })}: first paint at ${home.toFixed(0)} ms (${emptyPage.toFixed(0)})`,
    )
    say(`${rate}: ${homeFigure.perSecond.toFixed(0)} home pages a second, ${errors} errors (1500, 0)`)
    const after = loadavg()[0]!
    say(`Load of the machine: ${before.toFixed(2)} before, ${after.toFixed(2)} after`)
    const findings = { found, enlarged, paints: { emptyPage, home, heavy, heaviest }, figures, ofProcessor }
    writeFileSync(
      join(dataFolder('test'), 'bench-pages.json'),
      JSON.stringify({ ...findings, load: { before, after } }, null, 2),
    )
  } finally {
    await browser.close()
    for (const { stop } of [empty, bare, site]) await stop()
    await database.drop()
    await leave()
  }
}

/** A browser takes its pages compressed. */
const asBrowser = { 'accept-encoding': 'gzip' }

/** The page and its style sheets, in bytes as they travel. */
async function weigh(site: string, page: string): Promise<Weight> {
  const { bytes, text } = await transferred(site + page)
  const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!)
  let css = 0
  for (const sheet of sheets) css += (await transferred(site + sheet)).bytes
  return { html: bytes, css, sheets: sheets.length }
}

function transferred(url: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: asBrowser }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${url} answers ${response.statusCode}`))
        const body = Buffer.concat(parts)
        const isGzip = response.headers['content-encoding'] === 'gzip'
        resolve({ bytes: body.length, text: String(isGzip ? gunzipSync(body) : body) })
      })
    }).on('error', reject)
  })
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  say('')
  for (const line of linesOf(header, rows)) say(line)
}
