import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messages } from '@/i18n/messages'
import { paths, towardEnglish, withQuery } from '@/i18n/paths'
import type { Locale } from '@/i18n/locale'
import { openProbeSite, type ProbeSite } from '../support/probe-site'

/*
 * Whoever took a wrong turn, or typed what nobody expects, finds a page that helps. Over real connections. Numbered cases:
 *   AS-01 an address without its language, in capitals or in the words of the other language leads to its page
 *   AS-02 a page that does not exist: 404, in the language of its address, with a search, the site map and the home page
 *   AS-03 a language we do not speak: 404, in both of ours
 *   AS-04 whatever is searched for: 200 and a page in words, nothing of it unescaped, no script, never kept
 *   AS-05 the language link asks the same in the other language
 *   AS-06 an address longer than any of ours: 414 for a program, the page that says so for a browser, however long
 *   AS-07 offices for programs: 200 with the offices, 422 with a sentence, never a failure
 */
let site: ProbeSite
beforeAll(async () => {
  site = await openProbeSite()
})
afterAll(() => site.close())

const browser = { Accept: 'text/html,*/*' }
const open = (path: string) => site.prober.ask({ path, headers: browser })
const titleIn = (body: string): string[] =>
  [...body.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, title]) => title!.replace(/<[^>]+>/g, ''))
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

test.each([
  ['/programmes', '/fr/programmes'],
  ['/programs', '/en/programs'],
  ['/bureaux', '/fr/bureaux'],
  ['/mon-dossier', '/fr/mon-dossier'],
  ['/demande', '/fr/demande'],
  ['/application', '/en/application'],
  ['/fr/application/steps', '/fr/demande/etapes'],
  ['/EN/application/question/address', '/en/application/question/address'],
  ['/FR', '/fr'],
  ['/FR/programmes', '/fr/programmes'],
  ['/En/offices/estrie', '/en/offices/estrie'],
  ['/fr/offices/search?q=G1R', '/fr/bureaux/recherche?q=G1R'],
  ['/recherche?q=loyer', '/fr/recherche?q=loyer'],
])('AS-01 %s leads to %s', async (path, to) => {
  const { status, headers } = await open(path)
  expect([status, headers.location]).toEqual([308, to])
})

describe('AS-02 a page that does not exist', () => {
  const wrong: [Locale, string][] = [
    ['fr', '/fr/nulle-part'],
    ['fr', '/fr/bureaux/nulle-part'],
    ['fr', '/fr/programmes/nulle-part'],
    ['fr', '/fr/probleme/none'],
    ['fr', '/fr/PROGRAMMES'],
    ['en', '/en/nowhere'],
    ['en', '/en/offices/nowhere'],
    ['en', '/en/problem/none'],
  ]
  test.each(wrong)('in %s: %s', async (locale, path) => {
    const { status, body } = await open(path)
    const { title } = messages[locale].public.notFound
    expect([status, titleIn(body)]).toEqual([404, [escaped(title)]])
    const wanted = [
      `<html lang="${locale}-CA"`,
      `action="${paths.search(locale)}"`,
      `href="${paths.content(locale, 'siteMap')}"`,
      `href="${paths.home(locale)}"`,
    ]
    expect(wanted.filter((one) => !body.includes(one))).toEqual([])
  })
})

test.each(['/es/programmes', '/es', '/de/offices', '/nulle-part', '/nulle/part'])(
  'AS-03 %s is in no language of ours',
  async (path) => {
    const { status, body } = await open(path)
    const titles = (['fr', 'en'] as const).map((locale) => escaped(messages[locale].public.notFound.title))
    expect([status, titleIn(body)]).toEqual([404, titles])
    for (const locale of ['fr', 'en'] as const) {
      expect(body.includes(`action="${paths.search(locale)}"`)).toBe(true)
      expect(body.includes(`href="${paths.content(locale, 'siteMap')}"`)).toBe(true)
    }
  },
)

test('AS-03 a search in no language of ours leads to the home page', async () => {
  const { status, headers } = await open('/xx/recherche?q=a')
  expect([status, headers.location]).toEqual([307, '/fr'])
})

/** What nobody expects, as the address writes it. */
const odd = [
  ...['', '%20', '%00', '%01%02', '%E2%80%AE', '%FF', '%zz', '%', '%E9t%E9', '+', '__proto__', 'constructor'],
  ...['%F0%9F%98%80', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '%22%3E%3Cimg%20src%3Dx%20onerror%3D1%3E'],
  ...['Z9Z+9Z9', 'G1', 'K1A+0B1', 'M5V', "'%3B%20drop%20table%20office%3B%20--", '%7B%7B7*7%7D%7D', '${7*7}'],
  ...['a'.repeat(200), 'a'.repeat(5_000), `${'%C3%A9'.repeat(1_200)}`, 'saint+'.repeat(30)],
]

describe.each(['search', 'officeSearch'] as const)('AS-04 %s', (route) => {
  test.each(['fr', 'en'] as const)('in %s, whatever is asked', async (locale) => {
    for (const query of odd) {
      for (const more of ['', '&q=b', '&municipality=%3Cscript%3E', '&q[]=1&__proto__=x']) {
        const path = `${paths[route](locale)}?q=${query}${more}`
        const { status, body, headers } = await open(path)
        expect(`${path.slice(0, 200)} ${status}`).toBe(`${path.slice(0, 200)} 200`)
        expect(titleIn(body), path.slice(0, 200)).toHaveLength(1)
        expect(body.includes(`action="${paths[route](locale)}"`), path.slice(0, 200)).toBe(true)
        const raw = ['<script>alert', '<img', '"><img'].filter((one) => body.includes(one))
        expect({ path: path.slice(0, 200), raw }).toEqual({ path: path.slice(0, 200), raw: [] })
        expect(body.length).toBeLessThan(200_000)
        expect(headers['content-security-policy']).toContain("script-src 'none'")
        expect(headers['cache-control']).toMatch(/no-store/)
      }
    }
  })

  test('repeats what was typed, as text', async () => {
    const { body } = await open(withQuery(paths[route]('fr'), { q: '<b>"été" & \'x\'</b>' }))
    expect([body.includes('&lt;b&gt;'), body.includes('<b>')]).toEqual([true, false])
  })
})

test('AS-05 the language link keeps what was asked', async () => {
  const asked = { q: 'J7J', municipality: 'Sainte-Thérèse' }
  const { body } = await open(withQuery(paths.officeSearch('fr'), asked))
  const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs(body)).toContain(escaped(towardEnglish(withQuery(paths.officeSearch('en'), asked))))
  const back = await open(withQuery(paths.search('en'), { q: 'a & b' }))
  expect(hrefs(back.body)).toContain(escaped(withQuery(paths.search('fr'), { q: 'a & b' })))
})

describe('AS-06 too long to be an address of ours', () => {
  const long = `/en/search?q=${'a'.repeat(10_000)}`
  test('a browser is led to the page that says so, in its language', async () => {
    for (const [locale, path] of [
      ['en', long],
      ['fr', `/fr/recherche?q=${'a'.repeat(10_000)}`],
    ] as const) {
      const { status, headers } = await open(path)
      expect([status, headers.location]).toEqual([303, paths.problem(locale, 'too-large')])
      const page = await open(headers.location!)
      expect([page.status, titleIn(page.body)]).toEqual([
        200,
        [escaped(messages[locale].public.problem['too-large'].title)],
      ])
    }
  })

  test('a program is told the code', async () => {
    const { status, body } = await site.prober.ask({ path: long })
    expect([status, JSON.parse(body)]).toMatchObject([414, { code: 'too-large' }])
  })

  // Past what Node reads of an address and its headers, it would answer an empty page of its own.
  test.each([20_000, 60_000, 120_000])('%i characters with accents and all', async (length) => {
    const answer = await raw(`GET /en/search?q=${'%C3%A9'.repeat(length / 6)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 303 See Other\r\n/)
    expect(answer).toContain(`\r\nLocation: ${paths.problem('en', 'too-large')}\r\n`)
    expect(answer).toMatch(/X-Content-Type-Options: nosniff/)
    expect((await open('/fr')).status).toBe(200)
  })
})

/** Sends bytes as they are, and reads until the server hangs up. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(site.server.url)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = net.connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () =>
      socket.write(bytes),
    )
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
    // The rest of a text that nobody reads.
    socket.on('error', (error) => (parts.length > 0 ? undefined : reject(error)))
  })
}

test('AS-07 offices for programs', async () => {
  for (const query of odd) {
    const { status, body } = await site.prober.ask({ path: `/api/offices?postalCode=${query}` })
    expect(`${query.slice(0, 60)} ${status}`).toBe(`${query.slice(0, 60)} 422`)
    expect(JSON.parse(body)).toMatchObject({ code: 'invalid', errors: [{ path: 'postalCode' }] })
    expect(body.length).toBeLessThan(1_000)
  }
  const { status, body, headers } = await site.prober.ask({ path: '/api/offices?postalCode=g1r%204s9' })
  expect([status, JSON.parse(body)]).toMatchObject([200, { postalArea: 'G1R', offices: [{ code: '028' }] }])
  expect(headers['access-control-allow-origin']).toBe('*')
})
