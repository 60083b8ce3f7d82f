import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendAll, type Step } from '@/features/documents/sending'

/*
 * Numbered cases, the browser's side, against a server that keeps bytes and loses lines:
 *   SE-01 files go one after the other in pieces, with their proof, and how far they are is said
 *   SE-02 after a lost line, the next piece begins where the server is, to the byte
 *   SE-03 a piece whose answer was lost is not sent twice
 *   SE-04 the first file that is not good is told with its place, and the others go on
 *   SE-05 signed out, or an answer that is not understood: the form goes by itself
 */
const proof = { formKey: 'key', requirement: 'identityPhoto.applicant' }
const bytes = (size: number) => new Uint8Array(size).map((_, at) => at % 251)
const fileOf = (name: string, size: number) => new File([bytes(size)], name)

type Kept = { name: string; size: number; bytes: Buffer; ended: boolean }
let kept: Map<string, Kept>
let calls: string[]
/** What happens to the next pieces: lost before, in the middle, or after; then nothing more happens. */
let troubles: ('before' | 'middle' | 'after' | 'down')[]
let isStuck: boolean
let refuse: (kept: Kept) => string | null
let status: number | null

beforeEach(() => {
  // Nobody waits in a test.
  const later = setImmediate
  vi.stubGlobal('setTimeout', (work: () => void) => later(work))
  vi.stubGlobal('addEventListener', () => {})
  ;[kept, calls, troubles, refuse, status, isStuck] = [
    new Map<string, Kept>(),
    [],
    [],
    () => null,
    null,
    false,
  ]
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function answer(path: string, init: RequestInit = {}): Promise<Response> {
  calls.push(`${init.method ?? 'GET'} ${path}`)
  const reply = (of: number, data: object) => new Response(JSON.stringify(data), { status: of })
  if (status) return reply(status, { code: 'sign-in-needed' })
  if (path === '/api/application/uploads') {
    const { name, size, ...given } = JSON.parse(init.body as string) as { name: string; size: string }
    expect(given).toEqual(proof)
    const id = `id-${kept.size}`
    kept.set(id, { name, size: Number(size), bytes: Buffer.alloc(0), ended: false })
    return reply(201, { id, offset: 0 })
  }
  const url = new URL(path, 'http://localhost')
  const [, id, end] = /uploads\/([^/]+)(\/end)?$/.exec(url.pathname)!
  const file = kept.get(id!)!
  if (end) {
    const problem = refuse(file)
    if (problem) return reply(422, { problem })
    file.ended = file.bytes.length === file.size
    return reply(file.ended ? 200 : 422, file.ended ? { id } : { problem: 'broken' })
  }
  if (init.method === 'POST') {
    const trouble = isStuck ? 'before' : troubles.shift()
    if (trouble === 'down') return reply(503, {})
    if (trouble === 'before') throw new TypeError('network')
    if (Number(url.searchParams.get('offset')) !== file.bytes.length)
      return reply(409, { offset: file.bytes.length })
    const piece = Buffer.from(await (init.body as Blob).arrayBuffer())
    file.bytes = Buffer.concat([file.bytes, trouble === 'middle' ? piece.subarray(0, 1234) : piece])
    if (trouble) throw new TypeError('network')
  }
  return reply(200, { offset: file.bytes.length, total: file.size })
}
const send = async (files: File[]) => {
  const steps: Step[] = []
  const wrong = await sendAll(files, proof, (step) => steps.push(step))
  return { wrong, steps }
}
const isWhole = (id: string) => {
  const { bytes: got, size, ended } = kept.get(id)!
  return ended && got.equals(Buffer.from(bytes(size)))
}

test('SE-01 sends in pieces and says how far', async () => {
  const { wrong, steps } = await send([fileOf('one.jpg', 1_200_000), fileOf('two.jpg', 10)])
  expect(wrong).toBeNull()
  expect([isWhole('id-0'), isWhole('id-1')]).toEqual([true, true])
  expect(steps.flatMap((step) => (step.at === 'sending' ? [step.percent] : []))).toEqual([0, 43, 87, 0])
  expect(calls.filter((call) => call.includes('offset=')).every((call) => call.includes('formKey=key'))).toBe(
    true,
  )
})

test.each(['before', 'middle', 'after', 'down'] as const)(
  'SE-02 and SE-03 a line lost %s a piece',
  async (trouble) => {
    troubles = ['after', trouble, trouble]
    const { wrong } = await send([fileOf('one.jpg', 1_200_000)])
    expect(wrong).toBeNull()
    expect(isWhole('id-0')).toBe(true)
  },
)

test('SE-02 a line lost for long is said, and tried again', async () => {
  let down = 6
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (path.includes('uploads/') && down-- > 0) throw new TypeError('network')
    return answer(path, init)
  })
  const { wrong, steps } = await send([fileOf('one.jpg', 600_000)])
  expect(wrong).toBeNull()
  expect(steps.filter(({ at }) => at === 'waiting').length).toBeGreaterThan(3)
  expect(isWhole('id-0')).toBe(true)
})

test('SE-04 tells the first that is not good, and goes on', async () => {
  refuse = ({ name }) => (name === 'bad.heic' ? 'heic' : null)
  const { wrong } = await send([fileOf('a.jpg', 10), fileOf('bad.heic', 10), fileOf('c.jpg', 10)])
  expect(wrong).toEqual({ problem: 'heic', file: 2 })
  expect([isWhole('id-0'), isWhole('id-2')]).toEqual([true, true])
})

test('SE-05 leaves it to the form when the server says something else', async () => {
  for (status of [401, 404, 409]) await expect(send([fileOf('a.jpg', 10)])).rejects.toThrow()
})

test('SE-06 a piece that never gets through is not tried for ever', async () => {
  isStuck = true
  await expect(send([fileOf('a.jpg', 10)])).rejects.toThrow()
  expect(calls.length).toBeLessThan(100)
})
