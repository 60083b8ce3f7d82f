import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Applicant } from '@/server/viewer'
import { beginApplication } from '../../support/application'
import { gather, hugePng, pdf, photo } from '../../support/files'
import { withWorld } from '../../support/world'

/*
 * Numbered cases:
 *   DF-01 a file in pieces becomes a document once, however often its end is asked
 *   DF-02 an interrupted one goes on at the very byte; a piece from elsewhere is told where to go on
 *   DF-03 a bad file gets its own sentence, and nothing of it stays
 *   DF-04 a document of another application, or another adult, is not found, open, added to or removed
 *   DF-05 a plain form with several files keeps the good ones in order, and says which one is not
 *   DF-06 only what is asked for is taken
 *   DF-07 a picture is shown as we made it, a PDF is kept as it was; names are ours
 *   DF-08 removing takes the bytes too, once
 *   DF-09 another answer is kept, changed, and told in the timeline
 *   DF-10 twenty megabytes through the whole door leave the memory flat
 *   DF-11 ended twice at the same time, it is one document
 */
const world = withWorld()
let api: Awaited<ReturnType<typeof load>>
const load = async () => ({
  files: await import('@/app/api/application/files/route'),
  uploads: await import('@/app/api/application/uploads/route'),
  upload: await import('@/app/api/application/uploads/[id]/route'),
  end: await import('@/app/api/application/uploads/[id]/end/route'),
  answer: await import('@/app/api/application/documents/answer/route'),
  document: await import('@/app/api/application/documents/[id]/route'),
  removal: await import('@/app/api/application/documents/[id]/removal/route'),
  storage: (await import('@/server/storage')).storage(),
  formKeyOf: (await import('@/server/viewer')).formKeyOf,
})
beforeAll(async () => {
  api = await load()
})

type Visit = { token: string; viewer: Applicant; id: string }
const requirement = 'identityPhoto.applicant'

async function ask(
  visit: Visit,
  route: { POST: Handler; GET: Handler },
  { id = '', query = '', type = 'application/json', body, method = 'POST' }: Asked,
) {
  const formKey = api.formKeyOf(visit.viewer)
  const at = `http://localhost:3015/api/application/x?formKey=${encodeURIComponent(formKey)}&${query}`
  const sent =
    type === 'application/json' && body !== undefined
      ? JSON.stringify({ formKey, ...(body as object) })
      : body
  const request = new Request(at, {
    method,
    headers: {
      cookie: `quinze-application=${visit.token}`,
      origin: 'http://localhost:3015',
      accept: 'application/json',
      ...(type && method === 'POST' && { 'content-type': type }),
    },
    ...(method === 'POST' && { body: sent as BodyInit, duplex: 'half' }),
  } as RequestInit)
  const response = await route[method](request, { params: Promise.resolve(id ? { id } : undefined) })
  const json = response.headers.get('content-type')?.startsWith('application/json')
  const data = json ? ((await response.clone().json()) as Record<string, unknown>) : {}
  return { status: response.status, data, response }
}
type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>
type Asked = { id?: string; query?: string; type?: string; body?: unknown; method?: 'POST' | 'GET' }

const start = (visit: Visit, bytes: Buffer, of = {}) =>
  ask(visit, api.uploads, { body: { requirement, name: 'Ma photo.jpg', size: String(bytes.length), ...of } })
const piece = (visit: Visit, id: string, offset: number, bytes: Uint8Array | ReadableStream) =>
  ask(visit, api.upload, { id, query: `offset=${offset}`, type: 'application/octet-stream', body: bytes })
const end = (visit: Visit, id: string) => ask(visit, api.end, { id, body: {} })

async function give(visit: Visit, bytes: Buffer, of = {}) {
  const begun = await start(visit, bytes, of)
  const id = begun.data['id'] as string
  for (let from = 0; from < bytes.length; from += 1_000_000)
    await piece(visit, id, from, bytes.subarray(from, from + 1_000_000))
  return { id, ...(await end(visit, id)) }
}
const rows = (visit: Visit) =>
  world.owner.document.findMany({ where: { applicationId: visit.id }, orderBy: { receivedAt: 'asc' } })
const kinds = async (visit: Visit) =>
  (
    await world.owner.applicationEvent.findMany({
      where: { applicationId: visit.id },
      orderBy: { id: 'asc' },
    })
  ).map(({ kind }) => kind)

describe('a file that comes in pieces', () => {
  test('DF-01 becomes a document once', async () => {
    const visit = await beginApplication()
    const taken = await photo()
    const { id, status, data } = await give(visit, taken)
    expect({ status, data }).toMatchObject({ status: 200, data: { id } })
    expect(await end(visit, id)).toMatchObject({ status: 200, data: { id } })
    expect(await rows(visit)).toMatchObject([
      { id, requirement, name: 'Ma photo.jpg', type: 'image/jpeg', scan: 'notScanned', adult: 'applicant' },
    ])
    expect(await kinds(visit)).toEqual(['started', 'documentGiven'])
    expect(await world.owner.upload.count({ where: { applicationId: visit.id } })).toBe(0)
    expect(await api.storage.sizeOf(`uploads/${id}`)).toBe(0)
  })

  test('DF-02 goes on at the very byte', async () => {
    const visit = await beginApplication()
    const paper = pdf(randomBytes(150_000))
    const id = (await start(visit, paper)).data['id'] as string
    let sent = false
    const broken = new ReadableStream({
      pull(controller) {
        if (sent) return controller.error(new Error('the line broke'))
        sent = true
        controller.enqueue(paper.subarray(0, 70_007))
      },
    })
    expect((await piece(visit, id, 0, broken)).data).toMatchObject({ offset: 70_007 })
    expect((await ask(visit, api.upload, { id, method: 'GET' })).data).toMatchObject({
      offset: 70_007,
      total: paper.length,
    })
    expect(await piece(visit, id, 60_000, paper.subarray(60_000))).toMatchObject({
      status: 409,
      data: { offset: 70_007 },
    })
    expect(await end(visit, id)).toMatchObject({ status: 422, data: { problem: 'broken' } })
    expect(await piece(visit, id, 70_007, paper.subarray(70_007))).toMatchObject({
      status: 200,
      data: { offset: paper.length },
    })
    expect(await end(visit, id)).toMatchObject({ status: 200 })
    const [row] = await rows(visit)
    expect((await gather(api.storage.get(row!.storageKey))).equals(paper)).toBe(true)
  })

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['heic', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['archive', () => Buffer.from('PK\x03\x04releve.pdf')],
    ['unknown', () => Buffer.from('MZ\x90\0 a program')],
    ['too-many-pixels', () => hugePng()],
    ['damaged-picture', async () => (await photo(1500, 1500)).subarray(0, 9000)],
    ['active-pdf', () => pdf('5 0 obj << /S /JavaScript /JS (x) >> endobj')],
    ['locked-pdf', () => pdf('5 0 obj << /Encrypt 9 0 R >> endobj')],
    ['damaged-pdf', () => pdf(randomBytes(9000)).subarray(0, 5000)],
  ])('DF-03 a bad one is told apart, and nothing of it stays: %s', async (problem, make) => {
    const visit = await beginApplication()
    expect(await give(visit, await make())).toMatchObject({ status: 422, data: { problem } })
    expect(await rows(visit)).toEqual([])
    expect(await world.owner.upload.count({ where: { applicationId: visit.id } })).toBe(0)
    expect(await kinds(visit)).toEqual(['started'])
  })

  test('DF-03 one that is too large, or empty, is refused before it is sent, and while it is', async () => {
    const visit = await beginApplication()
    expect(await start(visit, Buffer.alloc(1), { size: '20000001' })).toMatchObject({
      status: 422,
      data: { problem: 'too-large' },
    })
    expect(await start(visit, Buffer.alloc(0))).toMatchObject({ status: 422, data: { problem: 'empty' } })
    expect(await start(visit, Buffer.alloc(0), { size: '1e9' })).toMatchObject({
      status: 422,
      data: { problem: 'empty' },
    })
    const id = (await start(visit, Buffer.alloc(1000))).data['id'] as string
    expect(await piece(visit, id, 0, Buffer.alloc(1001))).toMatchObject({
      status: 422,
      data: { problem: 'too-large' },
    })
    expect(await world.owner.upload.count({ where: { applicationId: visit.id } })).toBe(0)
  })

  test('DF-04 another’s is not found', async () => {
    const [mine, other] = [await beginApplication(), await beginApplication()]
    const { id } = await give(mine, await photo())
    const begun = (await start(mine, await photo())).data['id'] as string
    for (const asked of [
      () => ask(other, api.document, { id, method: 'GET' }),
      () => ask(other, api.removal, { id, body: {} }),
      () => end(other, id),
      () => ask(other, api.upload, { id: begun, method: 'GET' }),
      () => piece(other, begun, 0, Buffer.from('x')),
      () => end(other, begun),
      () => ask(other, api.document, { id: 'not-an-id', method: 'GET' }),
    ])
      expect((await asked()).status).toBe(404)
    expect(await api.storage.sizeOf(`uploads/${begun}`)).toBe(0)
    expect(await rows(mine)).toMatchObject([{ removedAt: null }])
  })

  test('DF-06 only what is asked for is taken', async () => {
    const visit = await beginApplication()
    expect(await start(visit, await photo(), { requirement: 'anything.else' })).toMatchObject({
      status: 409,
      data: { code: 'not-asked' },
    })
    expect(await start(visit, await photo(), { requirement: 'identityPhoto.spouse' })).toBeDefined()
  })

  test('DF-10 twenty megabytes leave the memory flat', async () => {
    const visit = await beginApplication()
    const size = 20_000_000
    const head = pdf().subarray(0, 60)
    const last = Buffer.from('\nstartxref\n9\n%%EOF\n')
    const noise = Buffer.alloc(64 * 1024, 'x')
    async function* large() {
      yield head
      for (let left = size - head.length - last.length; left > 0; left -= noise.length)
        yield noise.subarray(0, Math.min(left, noise.length))
      yield last
    }
    const id = (await start(visit, Buffer.alloc(0), { size: String(size) })).data['id'] as string
    const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    const before = held()
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, held() - before)), 5)
    expect(await piece(visit, id, 0, Readable.toWeb(Readable.from(large())) as ReadableStream)).toMatchObject(
      {
        data: { offset: size },
      },
    )
    expect(await end(visit, id)).toMatchObject({ status: 200 })
    clearInterval(watch)
    expect(most).toBeLessThan(120_000_000)
  })

  test('DF-11 ended twice at the same time, it is one document', async () => {
    const visit = await beginApplication()
    const taken = await photo()
    const id = (await start(visit, taken)).data['id'] as string
    await piece(visit, id, 0, taken)
    const both = await Promise.all([end(visit, id), end(visit, id), end(visit, id)])
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    const [row, ...others] = await rows(visit)
    expect(others).toEqual([])
    expect((await sharp(await gather(api.storage.get(row!.storageKey))).metadata()).format).toBe('jpeg')
  })
})

describe('a plain form', () => {
  const form = (visit: Visit, files: readonly [string, Buffer][], fields: Record<string, string> = {}) => {
    const data = new FormData()
    const before = { formKey: api.formKeyOf(visit.viewer), requirement, ...fields }
    for (const [name, value] of Object.entries(before)) data.append(name, value)
    for (const [name, bytes] of files) data.append('files', new Blob([new Uint8Array(bytes)]), name)
    return ask(visit, api.files, { type: '', body: data })
  }

  test('DF-05 keeps the good files in order, and says which one is not', async () => {
    const visit = await beginApplication()
    const answer = await form(visit, [
      ['page 1.jpg', await photo()],
      ['page 2.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0')],
      ['C:\\scans\\page 3.pdf', pdf()],
    ])
    expect(answer).toMatchObject({ status: 422, data: { given: 2, problem: 'heic', file: 2 } })
    expect((await rows(visit)).map(({ name, type }) => [name, type])).toEqual([
      ['page 1.jpg', 'image/jpeg'],
      ['page 3.pdf', 'application/pdf'],
    ])
    expect(await form(visit, [['page 4.jpg', await photo()]])).toMatchObject({
      status: 200,
      data: { given: 1 },
    })
  })

  test('DF-05 one without a file, with one too large, or whose end is missing says what to do', async () => {
    const visit = await beginApplication()
    expect(await form(visit, [])).toMatchObject({ status: 422, data: { problem: 'none-chosen' } })
    const large = Buffer.alloc(20_100_000, 'x')
    expect(
      await form(visit, [
        ['film.jpg', large],
        ['page.jpg', await photo()],
      ]),
    ).toMatchObject({
      status: 422,
      data: { given: 1, problem: 'too-large', file: 1 },
    })
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const key = api.formKeyOf(visit.viewer)
    const part = (name: string, value: string) =>
      `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const cut = `${part('formKey', key)}${part('requirement', requirement)}--cut\r\nContent-Disposition: form-data; name="f"; filename="a.jpg"\r\n\r\nhalf`
    const answer = await ask(visit, api.files, { type: 'multipart/form-data; boundary=cut', body: cut })
    expect(answer).toMatchObject({ status: 422, data: { given: 0, problem: 'broken' } })
    expect(await world.owner.upload.count({ where: { applicationId: visit.id } })).toBe(0)
  })

  test('DF-05 a form without its key in front of its files, or of another person, is not taken', async () => {
    const [visit, other] = [await beginApplication(), await beginApplication()]
    const answer = await form(visit, [['a.jpg', await photo()]], { formKey: api.formKeyOf(other.viewer) })
    expect(answer.status).toBe(409)
    expect(await rows(visit)).toEqual([])
    const text = await ask(visit, api.files, { type: 'text/plain', body: 'x' })
    expect(text.status).toBe(415)
  })
})

describe('a document that was given', () => {
  test('DF-07 opens as ours', async () => {
    const visit = await beginApplication()
    const { id } = await give(visit, await photo(), { name: '../../<script>.jpg\u202e' })
    const shown = (await ask(visit, api.document, { id, method: 'GET' })).response
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(
        /^inline; filename="quinze-document-[0-9a-f]{6}\.jpg"$/,
      ) as string,
    })
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined()
    expect((await rows(visit))[0]!.name).toBe('<script>.jpg')

    const paper = pdf(randomBytes(90_000))
    const kept = (await ask(visit, api.document, { id: (await give(visit, paper)).id, method: 'GET' }))
      .response
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment; filename="quinze-document-/)
    expect(Buffer.from(await kept.arrayBuffer()).equals(paper)).toBe(true)
  })

  test('DF-08 is removed with its bytes, once', async () => {
    const visit = await beginApplication()
    const { id } = await give(visit, await photo())
    const { storageKey } = (await rows(visit))[0]!
    expect((await ask(visit, api.removal, { id, body: {} })).status).toBe(200)
    expect((await ask(visit, api.removal, { id, body: {} })).status).toBe(404)
    expect((await ask(visit, api.document, { id, method: 'GET' })).status).toBe(404)
    await expect(gather(api.storage.get(storageKey))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await kinds(visit)).toEqual(['started', 'documentGiven', 'documentRemoved'])
  })
})

test('DF-09 another answer is kept, changed, and told in the timeline', async () => {
  const visit = await beginApplication()
  const answer = (of: Record<string, string>) => ask(visit, api.answer, { body: { requirement, ...of } })
  expect(await answer({ answer: 'mail' })).toMatchObject({ status: 200 })
  expect(
    await answer({ answer: 'cannot', substitute: 'nothing of ours', note: '  Brûlé dans l’incendie ' }),
  ).toMatchObject({ status: 200 })
  expect(await answer({ answer: 'eaten by the dog' })).toMatchObject({
    status: 422,
    data: { problem: 'no-answer' },
  })
  expect(await answer({ requirement: 'other', answer: 'mail' })).toMatchObject({ status: 409 })
  const kept = await world.owner.documentAnswer.findMany({ where: { applicationId: visit.id } })
  expect(kept).toMatchObject([
    { requirement, answer: 'cannot', substitute: null, note: 'Brûlé dans l’incendie' },
  ])
  expect(await kinds(visit)).toEqual(['started', 'documentAnswered', 'documentAnswered'])
})
