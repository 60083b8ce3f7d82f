import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginApplication } from '../support/application'
import { pdf, photo } from '../support/files'
import { startServer, type TestServer } from '../support/server'
import { withWorld } from '../support/world'

/*
 * Numbered cases, over real connections to the built server:
 *   UP-01 a plain form with photos: 303 to the page, which lists them; each opens in a policy that lets it do nothing
 *   UP-02 twenty megabytes in pieces leave the memory of the server flat
 *   UP-03 a server that is killed in the middle of a piece keeps what came, and the file goes on at that byte
 */
const world = withWorld()
let server: TestServer
let visit: Awaited<ReturnType<typeof beginApplication>>
let formKey: string
const requirement = 'identityPhoto.applicant'
beforeAll(async () => {
  server = await startServer({ webUrl: world.database.webUrl, oneProcess: true })
  const { formKeyOf } = await import('@/server/viewer')
  visit = await beginApplication()
  formKey = formKeyOf(visit.viewer)
})
afterAll(() => server?.stop())

const send = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { Cookie: `quinze-application=${visit.token}`, Origin: server.url, ...headers },
  })
async function sendJson(path: string, body: object) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
  const response = await send(path, { method: 'POST', body: JSON.stringify({ formKey, ...body }) }, headers)
  return { status: response.status, data: (await response.json()) as Record<string, string> }
}
const pieceOf = (id: string, offset: number, body: BodyInit, more: RequestInit = {}) =>
  send(
    `/api/application/uploads/${id}?formKey=${encodeURIComponent(formKey)}&offset=${offset}`,
    { method: 'POST', body, ...more },
    { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
  )
const begin = async (size: number) =>
  (await sendJson('/api/application/uploads', { requirement, name: 'a.pdf', size: String(size) })).data['id']!
/** Memory of the server in bytes. */
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) * 1024

test('UP-01 a plain form gives photos, and its page lists them', async () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ formKey, language: 'fr', requirement }))
    form.append(name, value)
  for (const name of ['page 1.jpg', 'page 2.jpg'])
    form.append('files', new Blob([new Uint8Array(await photo())]), name)
  const answer = await send('/api/application/files', { method: 'POST', body: form })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/fr/demande/documents/identityPhoto-applicant')
  const page = await (await send(answer.headers.get('location')!)).text()
  for (const name of ['page 1.jpg', 'page 2.jpg']) expect(page).toContain(name)
  const [, path] = /href="(\/api\/application\/documents\/[\w-]+)"/.exec(page)!
  const shown = await send(path!)
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  expect(shown.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
  expect((await shown.arrayBuffer()).byteLength).toBeGreaterThan(500)
  const list = await (await send('/en/application/documents')).text()
  expect(list).toContain('Photo identification')
  expect(list).toContain('2 files')
  const wrong = await (await send('/fr/demande/documents/identityPhoto-applicant?problem=heic&file=2')).text()
  expect(wrong).toContain('Le fichier numéro 2 est au format HEIC')
  expect(wrong).toContain('<title>Erreur')
})

test('UP-02 twenty megabytes in pieces leave the memory flat', async () => {
  const size = 20_000_000
  const paper = pdf(randomBytes(size - pdf().length))
  const body = Buffer.concat([paper.subarray(0, size - 30), paper.subarray(-30)])
  const warm = await begin(body.length)
  await pieceOf(warm, 0, new Uint8Array(body.subarray(0, 1_000_000)))
  const id = await begin(body.length)
  const before = memory()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, memory())), 20)
  // As one piece: a browser sends smaller ones.
  expect(((await (await pieceOf(id, 0, new Uint8Array(body))).json()) as { offset: number }).offset).toBe(
    body.length,
  )
  expect(await sendJson(`/api/application/uploads/${id}/end`, {})).toMatchObject({ status: 200 })
  clearInterval(watch)
  expect(most - before).toBeLessThan(120_000_000)
})

test('UP-03 a server killed in the middle of a piece keeps what came', async () => {
  const paper = pdf(randomBytes(900_000))
  const id = await begin(paper.length)
  let more: (bytes: Uint8Array) => void = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      more = (bytes) => controller.enqueue(bytes)
    },
  })
  const cut = pieceOf(id, 0, body, { duplex: 'half' } as RequestInit).catch(() => null)
  more(new Uint8Array(paper.subarray(0, 500_000)))
  const offsetNow = async () =>
    (
      (await (await send(`/api/application/uploads/${id}`, {}, { Accept: 'application/json' })).json()) as {
        offset: number
      }
    ).offset
  while ((await offsetNow()) < 400_000) await new Promise((resolve) => setTimeout(resolve, 20))
  await server.restart()
  await cut
  const offset = await offsetNow()
  expect(offset).toBeGreaterThanOrEqual(400_000)
  expect(offset).toBeLessThanOrEqual(500_000)
  expect((await pieceOf(id, offset, new Uint8Array(paper.subarray(offset)))).status).toBe(200)
  expect(await sendJson(`/api/application/uploads/${id}/end`, {})).toMatchObject({ status: 200 })
  const kept = await send(`/api/application/documents/${id}`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(paper)).toBe(true)
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment/)
})
