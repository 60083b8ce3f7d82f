import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBody } from '@/server/body'
import type { Question, Reply } from '../support/probe'
import { cookieOf } from '../support/probe-world'
import type { ViewerName } from '../support/probe-markers'
import { routeTable } from '../support/probe-routes'
import { changesBetween, snapshot } from '../support/probe-rows'
import { openProbeSite, type ProbeSite } from '../support/probe-site'

/*
 * Numbered cases, before the code. At every endpoint that takes a form:
 *   D-01 a foreign Origin, whatever X-Forwarded-Host says, is turned away
 *   D-02 no Origin: turned away, unless the browser says same-origin or the form carries the session's key
 *   D-03 `Origin: null`: turned away without the key, or with another session's; let in with it
 *   D-04 a body over the limit, declared or not, is turned away as too large
 *   D-05 what cannot be read (bad UTF-8, cut JSON, NUL, too many values, not fields at all) is turned away as such
 *   D-06 a type that is no form is turned away as such
 *   D-07 odd but readable (`__proto__`, names twice, unknown names) never fails
 *   D-08 a body that arrives drop by drop is cut
 *   D-09 an address with strange parts is not found, or not read
 *   D-12 a form drawn for one person is never sent as another’s, who signed in since or whom one acts for
 *   D-11 a header of the framework's own script that cannot be read never fails
 *   D-10 each refusal has a page in words, in both languages; nothing turned away writes anything
 */
let site: ProbeSite
/** `as`: who may send a form there. `own`: it is sent as somebody's. */
type Endpoint = {
  readonly path: string
  readonly as: 'recipient' | 'applicant'
  readonly own: boolean
  /** It reads a form with files as well. */
  readonly filesToo: boolean
  /** What it can read, and is not looked at further: a form, a piece of a file, or a form with files. */
  readonly form: { readonly headers: { readonly 'Content-Type'?: string }; readonly body: string }
}
let endpoints: Endpoint[]
/** Those that take a file or a form with files: its size and its parts are looked at elsewhere. */
let fileEndpoints: Endpoint[]
beforeAll(async () => {
  site = await openProbeSite()
  const sent = (withFiles: boolean): Endpoint[] =>
    Object.values(routeTable).flatMap(({ audience, send, open, bytes, files, filesToo = false }) => {
      if (!send || open || withFiles !== (bytes === true || files === true)) return []
      const as = audience === 'applicant' ? 'applicant' : 'recipient'
      // Of what an applicant sends about files, some is only ever sent to what is another's.
      const [first] = [...send(site.world, site.asker(as)), ...send(site.world, site.asker('other'))]
      const own = audience === 'citizen' || audience === 'applicant'
      const form = bytes
        ? { headers: { 'Content-Type': 'application/octet-stream' }, body: 'a=b' }
        : files
          ? { headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x--\r\n' }
          : { headers: {}, body: 'a=b' }
      return [{ path: first!.path, as, own, filesToo, form }]
    })
  endpoints = sent(false)
  fileEndpoints = sent(true)
})
afterAll(() => site.close())

/** The refusals of the endpoints' own that a readable form may meet. */
const ordinary = /^(200|201|303|401|404|409|422|429)$/

type Form = { headers?: Record<string, string | undefined>; body?: string | Uint8Array; chunked?: boolean }

/** A form of who may send it there, as a program and as a browser, with some headers replaced or taken away. */
async function send(path: string, { headers = {}, body = 'a=b', chunked = false }: Form) {
  const as = path.startsWith('/api/application/') ? senderOf(path) : 'recipient'
  const all: Record<string, string | undefined> = { ...site.formOf(as), ...headers }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const ask = (accept: string): Promise<Reply> => {
    const question: Question = {
      method: 'POST',
      path,
      body,
      chunked,
      headers: { ...given, Accept: accept } as never,
    }
    return site.prober.ask(question)
  }
  return { program: await ask('application/json'), browser: await ask('text/html') }
}

const senderOf = (path: string) =>
  [...endpoints, ...fileEndpoints].find((one) => one.path === path)?.as ??
  // One with a strange part: what the accounts send is all known.
  'applicant'

/** Turned away with this code, and nothing is written. */
const expectRefusal = (...refusal: Parameters<typeof expectTurnedAway>) =>
  expectNothingWritten(() => expectTurnedAway(...refusal))

/** Turned away with this code: a program by status and code, a browser by a page. */
async function expectTurnedAway(path: string, form: Form, status: number, code: string) {
  const { program, browser } = await send(path, form)
  expect(`${path} ${program.status} ${program.body}`).toBe(
    `${path} ${status} {"code":"${code}","to":"/fr/probleme/${code}"}`,
  )
  // A browser's form is never JSON: what sends that is told the code, whatever it says it accepts.
  if (form.headers?.['Content-Type'] !== 'application/json') {
    expect(`${path} ${browser.status} ${browser.headers.location}`).toBe(`${path} 303 /fr/probleme/${code}`)
  }
}

async function expectNothingWritten(work: () => Promise<void>): Promise<void> {
  const before = await snapshot(site.world.owner)
  await work()
  const written = changesBetween(before, await snapshot(site.world.owner))
  expect(written.filter((change) => !isOnlySeen(change))).toEqual([])
}

/** A living session notes, at most once a minute, that it was seen: a slow run passes a minute. */
function isOnlySeen({ table, before, after }: ReturnType<typeof changesBetween>[number]): boolean {
  if (!/^auth\.(application_)?session$/.test(table) || !before || !after) return false
  return JSON.stringify({ ...before, seen_at: '' }) === JSON.stringify({ ...after, seen_at: '' })
}

/** The key a page of this viewer's draws into its forms. */
async function keyOf(name: ViewerName): Promise<string> {
  const path = name.startsWith('applicant') ? '/fr/demande/mon-code' : '/fr/mon-dossier/changement'
  const { body } = await site.prober.ask({ path, headers: cookieOf(site.asker(name)) })
  return /name="formKey" value="([^"]+)"/.exec(body)![1]!
}

/** Let in: whatever is said of these fields, it is not about where the form comes from. */
async function expectWelcome(path: string, form: Form) {
  const { program } = await send(path, form)
  expect(`${path} ${program.status} ${program.body}`).not.toMatch(/foreign-origin| 5\d\d /)
}

const closesSession = (path: string) => /sign-(in|out)|application\/leaving/.test(path)

describe('where a form comes from', () => {
  test('D-01 a foreign Origin is turned away, whatever the other headers say', async () => {
    const foreign = [
      { Origin: 'https://evil.example' },
      { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
      { Origin: 'http://evil.example', Host: 'evil.example' },
      { Origin: `${site.server.url}.evil.example` },
      { Origin: site.server.url.replace('http:', 'https:') },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'https://evil.example', Referer: site.server.url },
      { Origin: '' },
    ]
    for (const { path, form } of [...endpoints, ...fileEndpoints])
      await expectNothingWritten(async () => {
        for (const headers of foreign)
          await expectTurnedAway(
            path,
            { ...form, headers: { ...headers, ...form.headers } },
            403,
            'foreign-origin',
          )
      })
  })

  test('D-02 and D-03 without an Origin, or with `null`, only the key of the session opens', async () => {
    const keys = {
      recipient: [await keyOf('recipient'), await keyOf('spouse')],
      applicant: [await keyOf('applicant'), await keyOf('applicantSpouse')],
    }
    expect(new Set(Object.values(keys).flat()).size).toBe(4)
    for (const { path, as } of endpoints) {
      const [key, anothers] = keys[as]
      for (const Origin of [undefined, 'null']) {
        await expectRefusal(path, { headers: { Origin } }, 403, 'foreign-origin')
        await expectRefusal(path, { headers: { Origin }, body: 'formKey=x' }, 403, 'foreign-origin')
        await expectRefusal(path, { headers: { Origin }, body: `formKey=${anothers}` }, 403, 'foreign-origin')
        if (!closesSession(path)) await expectWelcome(path, { headers: { Origin }, body: `formKey=${key}` })
      }
      for (const word of ['cross-site', 'same-site', 'none', 'other']) {
        const headers = { Origin: undefined, 'Sec-Fetch-Site': word }
        await expectRefusal(path, { headers }, 403, 'foreign-origin')
      }
      if (closesSession(path)) continue
      await expectWelcome(path, { headers: { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' } })
    }
  })
})

describe('what a form is made of', () => {
  const json = { 'Content-Type': 'application/json' }
  const big = 'a='.padEnd(300_000, 'x')

  test('D-12 a form drawn for one person is never sent as another’s', async () => {
    const keys = {
      recipient: [await keyOf('recipient'), await keyOf('spouse'), await keyOf('representative')],
      applicant: [await keyOf('applicant'), await keyOf('applicantSpouse'), await keyOf('applicantOther')],
    }
    for (const { path, as, own } of endpoints.filter((one) => !closesSession(one.path))) {
      const [session, subject] = keys[as][0]!.split('.')
      for (const anothers of keys[as].slice(1)) {
        // Even with the key of the very session: what counts is for whom the page was drawn.
        const body = `formKey=${session}.${anothers.split('.')[1]}`
        if (own) await expectRefusal(path, { body }, 409, 'other-person')
        else await expectWelcome(path, { body })
      }
      // Signed in anew in another window, the same person sends the form they had open.
      await expectWelcome(path, { body: `formKey=${'x'.repeat(43)}.${subject}` })
    }
  })

  test('D-04 too large, declared or not', async () => {
    for (const { path } of endpoints) {
      await expectRefusal(path, { body: big }, 413, 'too-large')
      await expectRefusal(path, { body: big, chunked: true }, 413, 'too-large')
      await expectRefusal(path, { body: `{"a":"${big}"}`, headers: json, chunked: true }, 413, 'too-large')
    }
    // The connection is not left in a state that spoils the next question.
    expect((await site.prober.ask({ path: '/fr' })).status).toBe(200)
  })

  test('D-05 what cannot be read', async () => {
    const pairs = (count: number, name: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => `${name(index)}=`).join('&')
    const forms: Form[] = [
      { body: Buffer.from([0x61, 0x3d, 0xff, 0xfe]) },
      { body: Buffer.from([0x61, 0x3d, 0xed, 0xa0, 0x80]) },
      { body: 'a=%00' },
      { body: 'a%00b=c' },
      { body: pairs(10_000, (index) => `f${index}`) },
      { body: pairs(60_000, () => 'a') },
      ...[
        '{"a":',
        '[]',
        '"a"',
        'null',
        '1',
        '{"a":1}',
        '{"a":{"b":"c"}}',
        '{"a":[["b"]]}',
        '{"a":null}',
        '{"a":"\\u0000"}',
      ].map((body) => ({ body, headers: json })),
      { body: '['.repeat(200_000), headers: json },
      { body: JSON.stringify({ a: Array.from({ length: 10_000 }, () => 'b') }), headers: json },
      { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x22, 0x22, 0x7d]), headers: json },
    ]
    for (const { path } of endpoints)
      await expectNothingWritten(async () => {
        for (const form of forms) {
          const start = performance.now()
          await expectTurnedAway(path, form, 400, 'unreadable')
          expect(performance.now() - start, 'time to refuse').toBeLessThan(5_000)
        }
      })
  })

  test('D-06 a type that is no form', async () => {
    for (const { path, filesToo } of endpoints) {
      for (const type of [
        'text/plain',
        ...(filesToo ? [] : ['multipart/form-data; boundary=x']),
        'application/xml',
        'text/json',
        undefined,
      ]) {
        await expectRefusal(path, { headers: { 'Content-Type': type } }, 415, 'unknown-type')
      }
    }
  })

  test('D-07 odd but readable never fails', async () => {
    const forms: Form[] = [
      { body: '__proto__=a&constructor=b&toString=c&hasOwnProperty=d&__proto__=e' },
      { body: '{"__proto__":"a","constructor":["b"],"prototype":"c"}', headers: json },
      { body: '{"__proto__":{"x":"y"}}'.replace('{"x":"y"}', '["x"]'), headers: json },
      {
        body: 'language=fr&language=en&formKey=a&formKey=b&page=start&page=questions&intent=save&intent=continue&key=a&key=b',
      },
      { body: 'changed=work&changed=work&changed=__proto__&changed=nothing&work.0.net=1&work.0.net=2' },
      { body: 'work.99.net=1&work.-1.net=1&work.1e9.net=1&work.__proto__.net=1&people.0.on.day=99' },
      { body: 'intent=add:__proto__&page=questions' },
      { body: 'intent=remove:work.999999999999&page=questions' },
      { body: 'corrects=NaN&attest=yes&seen=%F0%9F%92%A9&key=%ED%A0%80' },
      { body: '{"changed":["other"],"other.words":"\\ud800","attest":"yes"}', headers: json },
      { body: 'unknown=1&another=2' },
      { body: '' },
      { body: '{}', headers: json },
    ]
    for (const { path } of endpoints.filter((one) => !closesSession(one.path))) {
      for (const form of forms) {
        const { program, browser } = await send(path, form)
        expect(String(program.status), `${path} ${String(form.body)} ${program.body}`).toMatch(ordinary)
        expect(`${browser.status}`, path).toMatch(ordinary)
        expect(browser.headers.location ?? '', path).not.toContain('unexpected')
      }
    }
  })

  test('D-08 a body that arrives drop by drop is cut', async () => {
    let pulled = 0
    let cancelled = false
    const drops = new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        pulled += 1
        await new Promise((resolve) => setTimeout(resolve, 30))
        if (!cancelled) stream.enqueue(new TextEncoder().encode('a'))
      },
      cancel: () => void (cancelled = true),
    })
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: drops,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit)
    const start = performance.now()
    expect(await readBody(request, 200)).toEqual({ fault: 'too-slow' })
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(pulled).toBeGreaterThan(1)
    expect(cancelled).toBe(true)
  })
})

describe('addresses', () => {
  const strange = [
    '..%2f..%2fetc',
    '%2e%2e',
    '%00',
    'a'.repeat(10_000),
    '2026-13',
    '0000-00',
    "'; drop table filing; --",
    '%20',
    '%',
    '%ff',
    '[id]',
    '__proto__',
    '2026-11%00',
    '１２',
    '00000000-0000-0000-0000-000000000000',
  ]

  test('D-09 strange parts are not found, or not read', async () => {
    // Someone who is at their file and at an application.
    const Cookie = [site.asker('recipient'), site.asker('applicant')]
      .map((one) => cookieOf(one)['Cookie'])
      .join('; ')
    const headers = { Cookie, Accept: 'text/html' }
    const escape = (part: string) => (/^[%\w.[\]-]*$/.test(part) ? part : encodeURIComponent(part))
    for (const part of strange.map(escape)) {
      for (const make of [
        (value: string) => `/fr/mon-dossier/recus/${value}`,
        (value: string) => `/en/my-file/statement/${value}`,
        (value: string) => `/fr/mon-dossier/declaration/${value}/questions`,
        (value: string) => `/fr/mon-dossier/paiements/${value}`,
        (value: string) => `/fr/verifier-un-recu/${value}`,
        (value: string) => `/fr/probleme/${value}`,
        (value: string) => `/${value}/mon-dossier`,
        (value: string) => `/fr/demande/question/${value}`,
        (value: string) => `/en/application/documents/${value}`,
        (value: string) => `/${value}/demande`,
      ]) {
        const { status, headers: told } = await site.prober.ask({ path: make(part), headers })
        expect([200, 303, 307, 308, 404], `${make(part).slice(0, 80)} ${status}`).toContain(status)
        expect(told.location ?? '', make(part).slice(0, 80)).not.toContain('unexpected')
      }
      for (const path of [
        `/api/statements/${part}/submission`,
        `/api/statements/${part}/draft`,
        `/api/filings/${part}/confirmation`,
        `/api/application/documents/${part}/removal`,
        `/api/application/uploads/${part}/end`,
      ]) {
        const { program } = await send(path, {})
        const said = `${path.slice(0, 80)} ${program.status} ${program.body.slice(0, 200)}`
        // Longer than any address of ours, it is not even looked for.
        expect(path.length > 8_000 ? [414] : [400, 404], said).toContain(program.status)
        // `..` leads out of the address, to a page that is not there.
        expect(program.body).toMatch(/^\{"code":"|^<!DOCTYPE html>/)
      }
    }
  })

  test('D-11 a header of the framework that cannot be read never fails', async () => {
    const trees = ['%', '[]', 'x', '%5B%22%22%5D', '["",{"children":["__PAGE__",{}]}]', 'a'.repeat(9_000)]
    for (const tree of trees) {
      for (const path of [
        '/fr',
        '/fr/mon-dossier?_rsc',
        '/api/nowhere',
        '/api/changes/draft',
        '/fr/verifier-un-recu/x',
        '/fr/demande/etapes?_rsc',
        '/api/application/answers',
      ]) {
        const headers = {
          Cookie: `quinze=${site.asker('recipient').token}`,
          RSC: '1',
          'Next-Router-State-Tree': tree,
        }
        let reply = await site.prober.ask({ path, headers })
        const mark = reply.headers.location
        if (mark?.includes('_rsc')) reply = await site.prober.ask({ path: mark, headers })
        expect(reply.status, `${path} ${tree.slice(0, 40)}`).toBeLessThan(500)
      }
    }
    for (const path of ['/api', '/api/nowhere', '/api/changes/none', '/fr/nowhere', '/fr/mon-dossier']) {
      for (const headers of [
        { RSC: '1' },
        { 'Next-Action': 'x' },
        { RSC: '1', 'Next-Action': '0'.repeat(42) },
      ]) {
        const question = {
          method: 'POST',
          path,
          body: 'a=b',
          headers: { ...site.formOf('recipient'), ...headers },
        }
        const reply = await site.prober.ask(question)
        expect(String(reply.status), path).toMatch(/^(303|404|405)$/)
      }
    }
  })

  test('D-10 each refusal has a page in words, in both languages', async () => {
    for (const code of [
      'too-large',
      'too-slow',
      'unreadable',
      'unknown-type',
      'foreign-origin',
      'other-person',
      'wrong-method',
      'not-allowed',
      'unexpected',
    ]) {
      for (const path of [`/fr/probleme/${code}`, `/en/problem/${code}`]) {
        const { status, body } = await site.prober.ask({ path })
        expect(status, path).toBe(200)
        expect(body, path).toMatch(/<h1[^>]*>[^<]{10,}/)
      }
    }
  })
})
