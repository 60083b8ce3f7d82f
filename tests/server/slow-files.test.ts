import http from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFrontDoor } from '@/front-door'

/*
 * Numbered cases:
 *   SF-01 a file that comes slowly outlives the minute every other request has
 *   SF-02 another address, or the next request of the same connection, does not
 */
const TIMEOUT_MS = 300
let server: http.Server
beforeAll(async () => {
  openFrontDoor('.next')
  server = http.createServer({ connectionsCheckingInterval: 50 }, (request, response) => {
    request.on('error', () => {})
    let bytes = 0
    request.on('data', (piece: Buffer) => (bytes += piece.length))
    request.on('end', () => response.end(String(bytes)))
  })
  // After the door has said its minute.
  server.on('connection', () =>
    Object.assign(server, { headersTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

/** Sends ten bytes, one each tenth of a second, over a connection of its own; the whole answer. */
async function sendSlowly(path: string, again?: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('error', () => {})
  socket.on('data', (piece) => (answer += piece.toString()))
  const closed = new Promise((resolve) => socket.on('close', resolve))
  const send = async (to: string) => {
    socket.write(`POST ${to} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n`)
    for (let sent = 0; sent < 10; sent += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      if (!socket.destroyed) socket.write('x')
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await send(path)
  if (again) await send(again)
  socket.end()
  await closed
  return answer
}

const upload = '/api/application/uploads/018f0000-0000-7000-8000-000000000001?offset=0'

test.each([upload, '/api/application/files', '/api/application/files?x=1'])(
  'SF-01 %s has its time',
  async (path) => {
    const answer = await sendSlowly(path)
    expect(answer).toMatch(/^HTTP\/1.1 200 OK[^]*\r\n10/)
    expect(answer).not.toContain('408')
  },
)

test.each([
  '/api/application/answers',
  `${upload.split('?')[0]}/end`,
  '/api/filings?/api/application/files',
  '/api/application/uploads',
])('SF-02 %s has none', async (path) => {
  expect(await sendSlowly(path)).toMatch(/^HTTP\/1.1 408/)
})

test('SF-02 nor has what follows on the same connection', async () => {
  const answer = await sendSlowly(upload, '/api/application/answers')
  expect(answer).toMatch(/^HTTP\/1.1 200 OK/)
  expect(answer).toContain('HTTP/1.1 408')
})
