import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { giveFromShelf } from '@/shelf'

/*
 * Numbered cases, with a server in the place of the framework:
 *   SH-01 a page made ahead is asked of the framework once in a while, however many come
 *   SH-02 a page that changed is given changed, after that while
 *   SH-03 what is not a page made ahead, or failed, is never kept and never touched
 *   SH-04 compressed as the browser takes it, the same page
 *   SH-05 each text size has its page; an unknown one is the normal one
 *   SH-06 the style is in the page, and the policy names that very style and no other
 *   SH-07 a page one has already is not sent again, another size is
 *   SH-08 HEAD gives the headers and no body
 *   SH-09 a query changes nothing
 */
const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
const policy = "default-src 'none'; style-src 'self'; script-src 'none'"
let asked = 0
let words = 'Un'
let prerendered = true
let status = 200
let inParts = false
const server = http.createServer((request, response) => {
  if (giveFromShelf(request, response, folder)) return
  asked += 1
  response.statusCode = status
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (prerendered) response.setHeader('x-nextjs-prerender', '1')
  // As the framework does: the headers first, then the page, in one piece or in several.
  response.writeHead(status)
  if (inParts) response.write('<!DOCTYPE html>')
  response.end(
    '<html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>' +
      `<link rel="stylesheet" href="/preferences/text.css"/></head><body class="a">${words}<script>1</script></body></html>`,
  )
})
let origin: string

type Got = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }
const get = (path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = http.request(origin + path, { headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject).end()
  })

beforeAll(async () => {
  const chunks = join(folder, 'chunks')
  mkdirSync(chunks)
  writeFileSync(join(chunks, 'a.css'), '@font-face{src:url(../media/o.woff2)}.a{color:red}.b{color:blue}')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  asked = 0
  words = 'Un'
  prerendered = true
  status = 200
  inParts = false
  return () => vi.useRealTimers()
})
const later = () => vi.advanceTimersByTime(2_500)

test('SH-01 and SH-02 asked once in a while, and given as it became', async () => {
  for (let count = 0; count < 20; count += 1) expect(String((await get('/fr')).body)).toContain('>Un<')
  expect(asked).toBe(1)
  words = 'Deux'
  expect(String((await get('/fr')).body)).toContain('>Un<')
  later()
  expect(String((await get('/fr')).body)).toContain('>Deux<')
  expect(String((await get('/fr')).body)).toContain('>Deux<')
  expect(asked).toBe(2)
})

test('SH-03 never keeps nor touches what is not a page made ahead', async () => {
  const untouched = async (path: string, headers = {}) => {
    const { headers: got, body } = await get(path, headers)
    expect(String(body), path).toContain('<script>1</script>')
    expect(got['content-security-policy'], path).toBe(policy)
  }
  const others = [
    '/fr/mon-dossier',
    '/en/office',
    '/fr/estimation',
    '/fr/estimation/resultat',
    '/fr/verifier-un-recu/Q-1',
    '/api/receipts',
    '/fr/nulle-part',
    '/favicon.svg',
  ]
  for (const path of others) await untouched(path)
  for (const path of others) await untouched(path)
  expect(asked).toBe(2 * others.length)
  // A page the framework drew for this reader, one that failed, and a part for its script.
  prerendered = false
  for (const path of ['/en', '/en']) await untouched(path)
  prerendered = true
  status = 500
  for (const path of ['/en', '/en']) await untouched(path)
  status = 200
  inParts = true
  for (const path of ['/en', '/en']) await untouched(path)
  inParts = false
  await untouched('/en', { rsc: '1' })
  expect(asked).toBe(2 * others.length + 7)
})

test('SH-04 compressed as the browser takes it', async () => {
  const plain = await get('/en/programs')
  const gzip = await get('/en/programs', { 'accept-encoding': 'gzip, deflate' })
  const br = await get('/en/programs', { 'accept-encoding': 'gzip, deflate, br, zstd' })
  expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'gzip',
    'br',
  ])
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  for (const { headers, body } of [plain, gzip, br]) {
    expect(Number(headers['content-length'])).toBe(body.length)
    expect(headers.vary).toBe('Accept-Encoding, Cookie')
  }
  expect(asked).toBe(1)
})

test('SH-05 each text size has its page', async () => {
  const sizeOf = async (cookie: string) =>
    /html\{font-size:(\d+)%\}/.exec(String((await get('/en/amounts', { cookie })).body))?.[1]
  expect(await sizeOf('quinze-text=150')).toBe('150')
  expect(await sizeOf('a=b; quinze-text=200; c=d')).toBe('200')
  expect(await sizeOf('quinze-text=100')).toBeUndefined()
  for (const odd of ['quinze-text=151', 'other-quinze-text=150', 'quinze-text=', 'quinze-text=x', '']) {
    expect(await sizeOf(odd), odd).toBeUndefined()
  }
  expect(asked).toBe(1)
})

test('SH-06 the policy names the style of the page, and no other', async () => {
  for (const cookie of ['', 'quinze-text=200']) {
    const { headers, body } = await get('/fr/montants', { cookie })
    const style = /<style>([^]*)<\/style>/.exec(String(body))![1]!
    expect(style).toContain('@font-face{src:url(/_next/static/media/o.woff2)}.a{color:red}')
    expect(style).not.toContain('.b{')
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toBe(policy.replace("'self'", `'sha256-${hash}'`))
    expect(String(body)).not.toMatch(/<script|stylesheet/)
  }
})

test('SH-07 a page one has already is not sent again', async () => {
  const { headers } = await get('/fr/calendrier')
  const again = (etag: string, cookie = '') => get('/fr/calendrier', { 'if-none-match': etag, cookie })
  const same = await again(headers.etag!)
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, headers.etag])
  expect(same.headers['cache-control']).toBe('private, no-cache')
  expect((await again(headers.etag!, 'quinze-text=150')).status).toBe(200)
  expect((await again('W/"other"')).status).toBe(200)
  later()
  expect((await again(headers.etag!)).status).toBe(304)
  words = 'Deux'
  later()
  expect((await again(headers.etag!)).status).toBe(200)
})

test('SH-08 and SH-09 HEAD has no body, and a query changes nothing', async () => {
  const { headers } = await get('/fr/vos-droits')
  const head = await get('/fr/vos-droits', {}, 'HEAD')
  expect([head.body.length, head.headers.etag]).toEqual([0, headers.etag])
  expect((await get('/fr/vos-droits?x=<script>')).headers.etag).toBe(headers.etag)
  expect(asked).toBe(1)
})
