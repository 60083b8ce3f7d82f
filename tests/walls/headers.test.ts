import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProject } from '../../src/setup/places.mjs'
import { locales } from '@/i18n/locale'
import { files, isMadeAhead, isPrivatePath, mayRunScripts } from '@/i18n/paths'
import type { Reply } from '../support/probe'
import { prober } from '../support/probe'
import { routesOnDisk, routeTable } from '../support/probe-routes'
import { cookieOf } from '../support/probe-world'
import { openProbeSite, type ProbeSite } from '../support/probe-site'
import { everyPath } from '../i18n/every-path'
import { startServer } from '../support/server'

/*
 * Numbered cases, before the code:
 *   H-10 each answer, of whatever kind, has the content policy of its set and every common header, once
 *   H-11 a private page runs only what carries the nonce of that very answer
 *   H-12 what is private or from the API is never stored
 *   H-13 over https, transport security on every answer
 *   H-14 every cookie is HttpOnly and Lax (but the text size, which is nobody's); over https Secure and named so
 *   H-15 the build holds every public page made ahead, and nothing private
 *   H-16 no address answers 200 to a method it has not; it says so in words, or by its code
 *   H-17 no header or spelling of an address goes around the guard of a private page
 */
let site: ProbeSite
beforeAll(async () => {
  site = await openProbeSite()
})
afterAll(() => site.close())

type PolicySet = 'public' | 'signIn' | 'private' | 'api'
type Case = {
  path: string
  set: PolicySet
  status: number
  method?: string
  as?: 'recipient' | 'applicant'
  headers?: object
}

const own = () => site.world.filings.find(({ secret }) => secret === 'homeNow')!.id
const foreign = () => site.world.filings.find(({ secret }) => secret === 'privateSpouse')!.id
const givenFile = () => site.world.applications.documents.find(({ secret }) => secret === 'applySentOwn')!.id
const aStyleSheet = async () => {
  const { body } = await site.prober.ask({ path: '/fr/estimation' })
  return /\/_next\/static\/[^"]+\.css/.exec(body)![0]
}

const answers = async (): Promise<Case[]> => [
  { path: '/', set: 'api', status: 307 },
  { path: '/fr', set: 'public', status: 200 },
  { path: '/en', set: 'public', status: 200 },
  { path: '/fr/verifier-un-recu/x', set: 'public', status: 200 },
  { path: '/fr/bureaux/estrie', set: 'public', status: 200 },
  { path: '/en/offices/search?q=sherbroke', set: 'public', status: 200 },
  { path: '/fr/recherche?q=bureau', set: 'public', status: 200 },
  { path: '/en/problem/unexpected', set: 'public', status: 200 },
  { path: '/fr/probleme/none', set: 'public', status: 404 },
  { path: '/nowhere', set: 'public', status: 404 },
  { path: '/fr/nulle-part', set: 'public', status: 404 },
  { path: '/favicon.svg', set: 'public', status: 200 },
  { path: '/preferences/text.css', set: 'public', status: 200 },
  { path: '/preferences/english?page=/en/programs', set: 'public', status: 303 },
  { path: await aStyleSheet(), set: 'public', status: 200 },
  { path: '/_next/static/none.js', set: 'public', status: 404 },
  { path: '/_next/image?url=%2Ffavicon.svg&w=64&q=75', set: 'public', status: 404 },
  { path: '/fr/calendrier/quinze.ics', set: 'public', status: 200 },
  { path: '/en/calendar/quinze.ics', set: 'public', status: 200 },
  { path: '/fr/calendar/quinze.ics', set: 'api', status: 308 },
  { path: '/fr/estimation', set: 'public', status: 200 },
  { path: '/en/estimate/question/household', set: 'public', status: 200 },
  // Nothing was answered: it leads to where one begins.
  { path: '/en/estimate/result', set: 'private', status: 307 },
  { path: '/fr/connexion', set: 'signIn', status: 200 },
  { path: '/en/sign-in/session-expired', set: 'signIn', status: 200 },
  { path: '/fr/mon-dossier', set: 'private', status: 307 },
  { path: '/en/office', set: 'private', status: 307 },
  { path: '/fr/demande', set: 'private', status: 200 },
  { path: '/en/application/resume', set: 'private', status: 200 },
  { path: '/fr/demande/etapes', set: 'private', status: 307 },
  { path: '/fr/demande/etapes', set: 'private', status: 200, as: 'applicant' },
  { path: '/en/application/question/address', set: 'private', status: 200, as: 'applicant' },
  { path: '/fr/demande/question/none', set: 'private', status: 307, as: 'applicant' },
  { path: '/fr/demande/nulle-part', set: 'private', status: 404, as: 'applicant' },
  { path: '/api/application/answers', set: 'api', status: 303, method: 'POST', as: 'applicant' },
  { path: `/api/application/documents/${givenFile()}`, set: 'api', status: 200, as: 'applicant' },
  { path: `/api/application/documents/${givenFile()}`, set: 'api', status: 303, as: 'recipient' },
  { path: '/fr/mon-dossier', set: 'private', status: 200, as: 'recipient' },
  { path: `/en/my-file/receipts/${own()}`, set: 'private', status: 200, as: 'recipient' },
  {
    path: `/en/my-file/receipts/${own()}?_rsc`,
    set: 'private',
    status: 200,
    as: 'recipient',
    headers: { RSC: '1' },
  },
  { path: `/fr/mon-dossier/recus/${foreign()}`, set: 'private', status: 307, as: 'recipient' },
  { path: '/fr/mon-dossier/nulle-part', set: 'private', status: 404, as: 'recipient' },
  { path: '/api/preferences', set: 'api', status: 303 },
  { path: '/api/preferences', set: 'api', status: 405, headers: { Accept: 'application/json' } },
  { path: '/api/changes/draft', set: 'api', status: 303, method: 'POST', as: 'recipient' },
  { path: '/api/receipts?number=x', set: 'api', status: 200, headers: { Accept: 'application/json' } },
  { path: '/api/openapi.json', set: 'api', status: 200 },
  { path: '/api/offices?postalCode=J2B1G3', set: 'api', status: 200 },
  { path: '/api/offices?postalCode=K1A', set: 'api', status: 422 },
  { path: '/api/estimates', set: 'api', status: 204, method: 'OPTIONS' },
  { path: '/api/estimates', set: 'api', status: 415, method: 'POST' },
  { path: '/api/nowhere', set: 'api', status: 404 },
  { path: '/api/auth/callback/citizen?code=a', set: 'api', status: 302 },
  // What the framework would answer by itself, without a word of ours.
  { path: '/en/mon-dossier', set: 'api', status: 308 },
  { path: '/fr/mon-dossier/', set: 'api', status: 308, as: 'recipient' },
  { path: '/fr/mon-dossier/recus/%', set: 'api', status: 400, as: 'recipient' },
  { path: '/fr', set: 'api', status: 405, method: 'TRACE' },
]

const ask = ({ path, method = 'GET', as, headers }: Omit<Case, 'set' | 'status'>): Promise<Reply> =>
  site.prober.ask({
    method,
    path,
    headers: {
      ...(as ? { ...cookieOf(site.asker(as)), Origin: site.server.url } : {}),
      ...headers,
    },
  })

const policyOf = (reply: Reply): string => {
  const policies = reply.head.split('\n').filter((line) => /^content-security-policy:/i.test(line))
  expect(policies, reply.head).toHaveLength(1)
  return policies[0]!
}

const common = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
}

describe('the headers of real answers', () => {
  test('H-10 every answer has its policy and the common headers', async () => {
    for (const one of await answers()) {
      const reply = await ask(one)
      const what = `${one.method ?? 'GET'} ${one.path}`
      expect(`${what} ${reply.status}`).toBe(`${what} ${one.status}`)
      expect(reply.headers, what).toMatchObject(common)
      expect(reply.headers['permissions-policy'], what).toContain('camera=()')
      expect(reply.headers, what).not.toHaveProperty('x-powered-by')
      expect(reply.headers, what).not.toHaveProperty('server')
      const policy = policyOf(reply)
      expect(policy, what).toContain("default-src 'none'")
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(policy, what).toContain(rule)
      }
      expect(policy, what).not.toMatch(/unsafe|\*/)
      expect(/script-src ('none'|'nonce)/.exec(policy)?.[1] ?? 'no script-src', what).toBe(
        { public: "'none'", signIn: "'none'", private: "'nonce", api: 'no script-src' }[one.set],
      )
      expect(policy.includes('form-action'), what).toBe(one.set !== 'signIn')
    }
  })

  test('H-10 a document that the staff look at may be framed by our own pages, and by nobody else', async () => {
    const documents = site.world.applications.documents
    const sent = documents.find(({ secret }) => secret === 'applySentOwn')!
    const path = `/api/documents/${sent.id}/content`
    for (const [as, status] of [
      ['agent', 200],
      ['otherAgent', 303],
      ['recipient', 303],
    ] as const) {
      const reply = await site.prober.ask({ path, headers: cookieOf(site.asker(as)) })
      expect(reply.status, as).toBe(status)
      expect(reply.headers, as).toMatchObject({ ...common, 'x-frame-options': 'SAMEORIGIN' })
      const policy = policyOf(reply)
      for (const rule of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
      ])
        expect(policy, as).toContain(rule)
      expect(policy).not.toMatch(/script-src|\*/)
      expect(reply.headers['cache-control']).toBe('private, no-store')
    }
    const shown = await site.prober.ask({ path, headers: cookieOf(site.asker('agent')) })
    expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg' })
    expect(shown.headers['content-disposition']).toMatch(/^inline; filename="quinze-document-/)
    expect(shown.body).toContain(sent.proof)
  })

  test('H-10 no public page ever loads a script', async () => {
    for (const locale of locales) {
      for (const [, link] of everyPath) {
        const path = link(locale, 'not-allowed')
        if (mayRunScripts(path)) continue
        expect(policyOf(await ask({ path })), path).toContain("script-src 'none'")
      }
    }
  })

  test('H-11 a private page runs only what carries the nonce of that very answer', async () => {
    const nonces = new Set<string>()
    for (let turn = 0; turn < 5; turn += 1) {
      const reply = await ask({ path: '/fr/mon-dossier', as: 'recipient' })
      const nonce = /'nonce-([^']+)'/.exec(policyOf(reply))![1]!
      nonces.add(nonce)
      expect(Buffer.from(nonce, 'base64').length).toBe(16)
      const scripts = reply.body.match(/<script[^>]*>/g)!
      expect(scripts.length).toBeGreaterThan(0)
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
      expect(reply.body).not.toMatch(/ style="| on(click|load|error|submit)="|javascript:/)
    }
    expect(nonces.size).toBe(5)
  })

  test('H-12 what is private or from the API is never stored', async () => {
    for (const one of await answers()) {
      if (
        !isPrivatePath(one.path.split('?')[0]!) &&
        !/estimat|application|^\/api\/(?!nowhere|auth)/.test(one.path)
      )
        continue
      // A redirect of the configuration carries an address of ours and nothing else.
      if (one.status === 308) continue
      const { headers } = await ask(one)
      expect(headers['cache-control'], one.path).toContain('no-store')
      // The page that says an address does not exist is the same for everyone.
      if (one.status !== 404) expect(headers, one.path).not.toHaveProperty('etag')
    }
  })

  test('H-13 over https, transport security on every answer; over http, on none', async () => {
    for (const one of await answers()) {
      const secure = await ask({ ...one, headers: { ...one.headers, 'X-Forwarded-Proto': 'https' } })
      expect(secure.headers['strict-transport-security'], one.path).toMatch(/^max-age=\d{8}/)
      expect((await ask(one)).headers, one.path).not.toHaveProperty('strict-transport-security')
    }
  })
})

describe('cookies', () => {
  const flags = (reply: Reply) => reply.headers['set-cookie'] ?? []
  const post = (path: string) => ({ method: 'POST', path, headers: site.formOf('anonymous') })

  test('H-14 over http: HttpOnly, Lax, of the whole site', async () => {
    const signIn = flags(await site.prober.ask({ ...post('/api/sign-in/citizen'), body: '' }))
    const signOut = flags(await site.prober.ask({ ...post('/api/sign-out'), body: '' }))
    const estimate = flags(
      await site.prober.ask({ ...post('/api/estimator/answers'), body: 'question=household&home=nobody' }),
    )
    expect(estimate).toHaveLength(1)
    expect(signIn.length).toBeGreaterThan(2)
    expect(signOut).toHaveLength(3)
    const english = flags(await site.prober.ask({ path: '/preferences/english?page=/en' }))
    expect(english).toHaveLength(1)
    const begun = flags(await site.prober.ask({ ...post('/api/applications'), body: 'urgentNeeds=none' }))
    expect(begun).toHaveLength(1)
    expect(begun[0]).toMatch(/^quinze-application=[\w-]{43};/)
    for (const cookie of [...signIn, ...signOut, ...estimate, ...english, ...begun])
      expect(cookie).toMatch(/Path=\/;.*HttpOnly;.*SameSite=Lax/i)
    // Only how large the text is: no secret, and nobody's.
    const [size] = flags(await site.prober.ask({ ...post('/api/preferences'), body: 'textSize=150' }))
    expect(size).toMatch(/^quinze-text=150; Path=\/; .*SameSite=Lax$/)
  })

  test('H-14 over https: Secure too, and the session bound to this host by its name', async () => {
    const origin = 'https://quinze.example'
    const server = await startServer({ webUrl: site.webUrl, env: { QUINZE_URL: origin } })
    const caller = prober(server.url)
    const headers = { ...site.formOf('anonymous'), Origin: origin }
    const send = (path: string) => caller.ask({ method: 'POST', path, headers, body: '' })
    const signIn = await send('/api/sign-in/citizen')
    expect(decodeURIComponent(signIn.headers.location!)).toContain(
      `redirect_uri=${origin}/api/auth/callback/citizen`,
    )
    const signOut = flags(await send('/api/sign-out'))
    expect(signOut[0]).toMatch(/^__Host-quinze=;/)
    const estimate = flags(await send('/api/estimator/erasure'))
    expect(estimate[0]).toMatch(/^__Host-quinze-estimate=;/)
    const begun = flags(await send('/api/applications'))
    expect(begun[0]).toMatch(/^__Host-quinze-application=[\w-]{43};/)
    const english = flags(await caller.ask({ path: '/preferences/english?page=/en' }))
    expect(english[0]).toMatch(/^__Host-quinze-english=seen;/)
    for (const cookie of [...flags(signIn), ...signOut, ...estimate, ...english, ...begun]) {
      expect(cookie).toMatch(/Path=\/;.*HttpOnly/i)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect(cookie).not.toMatch(/Domain=/i)
    }
    // The name over http opens nothing here.
    const plain = await caller.ask({
      path: '/fr/mon-dossier',
      headers: { Cookie: `quinze=${site.asker('recipient').token}` },
    })
    expect(plain.headers.location).toBe('/fr/connexion')
    const visit = await caller.ask({ path: '/fr/demande/etapes', headers: cookieOf(site.asker('applicant')) })
    expect(visit.headers.location).toBe('/fr/demande/reprendre/over')
    caller.close()
    await server.stop()
  })
})

describe('H-15 the pages made at build', () => {
  const manifest = () =>
    JSON.parse(readFileSync(inProject('.next-test', 'prerender-manifest.json'), 'utf8')) as {
      routes: Record<string, unknown>
      dynamicRoutes: Record<string, unknown>
    }
  /** One value of the part an address carries, for the pages that have one and are made ahead. */
  const parts: Readonly<Record<string, string>> = {
    problem: 'not-allowed',
    accessCodeAgain: 'refused',
    claimAgain: 'refused',
    oneTimeCode: 'desk-wrong',
    signInWait: 'access-900',
    frozen: 'over',
    officesIn: 'estrie',
  }
  /** The framework knows a page by its folder, which has its French name in both languages. */
  const folders = (of: 'ahead' | 'not ahead') =>
    everyPath.flatMap(([name, link]) =>
      locales
        .filter((locale) => isMadeAhead(link(locale, parts[name] ?? 'x')) === (of === 'ahead'))
        .map((locale) => link('fr', parts[name] ?? 'x').replace(/^\/fr/, `/${locale}`)),
    )

  test('are every page anyone may read that is the same for all', () => {
    const made = Object.keys(manifest().routes)
    expect(folders('ahead').length).toBeGreaterThan(60)
    expect(folders('ahead').filter((path) => !made.includes(path))).toEqual([])
  })

  test('are no other: nothing private, nothing drawn for one reader', () => {
    const { routes, dynamicRoutes } = manifest()
    expect(folders('not ahead').filter((path) => path in routes)).toEqual([])
    const known = [...Object.keys(routes), ...Object.keys(dynamicRoutes)]
    expect(
      known.filter((path) =>
        /mon-dossier|bureau(\/|$)|my-file|office(\/|$)|estimat|\/(demande|application)(\/|$)|\/api\//.test(
          path,
        ),
      ),
    ).toEqual([])
  })

  test('are every page file that is not drawn each time', () => {
    const onDisk = routesOnDisk().filter((route) => route.startsWith('/[locale]'))
    const known = new Set(
      [...folders('ahead'), ...folders('not ahead'), ...Object.values(files).map((link) => link('fr'))].map(
        (path) => path.replace(/^\/(fr|en)/, ''),
      ),
    )
    const shapes = onDisk.map(
      (route) => new RegExp(`^${route.slice('/[locale]'.length).replace(/\[\w+\]/g, '[^/]+')}$`),
    )
    expect(onDisk.filter((_, index) => ![...known].some((path) => shapes[index]!.test(path)))).toEqual([])
  })

  test('come from the shelf, without a script, their style named by its hash', async () => {
    for (const path of ['/fr', '/en/programs', '/fr/connexion', '/en/problem/unexpected']) {
      const reply = await site.prober.ask({ path })
      const style = /<style>([^]*)<\/style>/.exec(reply.body)![1]!
      const hash = createHash('sha256').update(style).digest('base64')
      expect(policyOf(reply), path).toContain(`style-src 'sha256-${hash}';`)
      expect(policyOf(reply), path).toContain("script-src 'none'")
      expect(reply.body, path).not.toMatch(/<script|stylesheet| style=/)
      // The framework's own page says the same words.
      const plain = await site.prober.ask({ path, headers: { RSC: '0' } })
      expect(plain.body).toContain('stylesheet')
      expect(wordsIn(reply.body), path).toBe(wordsIn(plain.body))
    }
  })

  const wordsIn = (html: string) =>
    html
      .replace(/<(script|style)\b[^]*?<\/\1>/g, '')
      .replace(/<!--[^]*?-->|<link[^>]*>|<meta[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
})

describe('H-16 methods', () => {
  const addresses = () => {
    const entries = Object.entries(routeTable).map(([route, { read, send }]) => {
      const asked = () => [
        ...send!(site.world, site.asker('applicant')),
        ...send!(site.world, site.asker('other')),
      ]
      const path = read?.(site.world)[0]?.path ?? asked()[0]!.path
      return { route, path, forms: send !== undefined }
    })
    return [
      ...entries,
      { route: 'file', path: '/favicon.svg', forms: false },
      { route: '404', path: '/x', forms: false },
    ]
  }

  test('no address answers 200 to a method it has not', async () => {
    const headers = { Cookie: `quinze=${site.asker('recipient').token}`, Origin: site.server.url }
    for (const { path, forms } of addresses()) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', ...(forms ? [] : ['POST'])]) {
        const { status, head } = await site.prober.ask({ method, path, headers })
        expect(`${method} ${path} ${status}`).toMatch(/ (303|405)$/)
        if (status === 303) expect(head).toMatch(/location: \/fr\/probleme\/wrong-method/i)
      }
    }
  })

  test('an endpoint says so: 405 and a code for programs, a page for browsers', async () => {
    for (const { path, forms } of addresses().filter((one) => one.path.startsWith('/api/'))) {
      // The provider's own; and the one address that is both read and written.
      if (path.startsWith('/api/auth/') || /uploads\/[\w-]+$/.test(path)) continue
      const method = forms ? 'GET' : 'POST'
      const headers = { Origin: site.server.url }
      const program = await site.prober.ask({
        method,
        path,
        headers: { ...headers, Accept: 'application/json' },
      })
      expect(program.status, path).toBe(405)
      expect(JSON.parse(program.body), path).toMatchObject({ code: 'wrong-method' })
      expect(program.headers.allow, path).toContain(forms ? 'POST' : 'GET')
      const browser = await site.prober.ask({ method, path, headers: { ...headers, Accept: 'text/html' } })
      expect(`${browser.status} ${browser.headers.location}`, path).toBe('303 /fr/probleme/wrong-method')
    }
    const page = await site.prober.ask({ path: '/fr/probleme/wrong-method' })
    expect(page.body).toMatch(/<h1/)
  })
})

describe('H-17 ways around', () => {
  const guarded = (reply: Reply) =>
    `${reply.status} ${reply.headers.location ?? ''} ${reply.body.length < 40_000}`

  test('a header that pretends the guard has run already does nothing', async () => {
    for (const value of [
      'middleware',
      'src/middleware',
      'proxy:proxy:proxy:proxy:proxy',
      'src/proxy',
      'pages/_middleware',
    ]) {
      const reply = await ask({ path: '/fr/mon-dossier', headers: { 'x-middleware-subrequest': value } })
      expect(guarded(reply)).toBe('307 /fr/connexion true')
      const mine = await ask({
        path: '/fr/mon-dossier',
        as: 'recipient',
        headers: { 'x-middleware-subrequest': value },
      })
      expect(policyOf(mine)).toContain("'nonce-")
    }
  })

  test('another spelling of a private address never draws it outside the private set', async () => {
    const spellings = [
      '/FR/mon-dossier',
      '/xx/mon-dossier',
      '/xx/mon-dossier/historique',
      '/xx/bureau',
      '/en/mon-dossier',
      '/en/mon-dossier/historique',
      '//fr/mon-dossier',
      '/fr//mon-dossier',
      '/fr/./mon-dossier',
      '/fr/x/../mon-dossier',
      '/fr/%6don-dossier',
      '/fr/mon-dossier%2f',
      '/fr/MON-DOSSIER',
      '/fr/mon-dossier.rsc',
      '/fr/mon-dossier.segments/_tree.segment.rsc',
      '/_next/data/x/fr/mon-dossier.json',
      '/fr\\mon-dossier',
      '/FR/demande/etapes',
      '/xx/demande/question/address',
      '/en/demande/etapes',
      '/fr//demande/etapes',
      '/fr/%64emande/etapes',
      '/fr/demande/etapes.rsc',
      '/_next/data/x/fr/demande/etapes.json',
    ]
    const names = [...site.world.markers.in(JSON.stringify(await site.world.owner.person.findMany()))]
    expect(names.length).toBeGreaterThan(10)
    for (const path of spellings) {
      for (const headers of [{}, { RSC: '1' }, { 'x-rewrite-url': '/fr/mon-dossier' }]) {
        const as = path.includes('emande') ? 'applicant' : 'recipient'
        const reply = await ask({ path, as, headers })
        expect(reply.status, path).toBeLessThan(500)
        if (policyOf(reply).includes("'nonce-")) continue
        // What the service tells everyone stands on every page.
        const said = site.world.markers.in(reply.body).filter(({ secret }) => secret !== 'notice')
        expect(said, path).toEqual([])
      }
    }
  })

  test('no header sends a person signing in to another host', async () => {
    for (const headers of [
      { 'X-Forwarded-Host': 'evil.example' },
      { Host: 'evil.example' },
      { Forwarded: 'host=evil.example' },
    ]) {
      const reply = await site.prober.ask({
        method: 'POST',
        path: '/api/sign-in/citizen',
        body: 'returnTo=https%3A%2F%2Fevil.example%2F',
        headers: { ...site.formOf('anonymous'), ...headers, 'X-Forwarded-Proto': 'https' },
      })
      expect(reply.status).toBe(303)
      expect(reply.head).not.toContain('evil')
      const back = await ask({ path: '/api/auth/callback/citizen?code=a', headers })
      expect(back.head).not.toContain('evil')
    }
  })
})
