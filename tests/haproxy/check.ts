import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import http from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { inProject } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase } from '../support/database'
import { startServer } from '../support/server'

/*
 * `npm run check:haproxy`: the configuration we give for HAProxy, in front of two of our servers on one database. Needs
 * HAProxy 2.6 or later on the path. Numbered checks:
 *   HA-01 the file is one HAProxy accepts
 *   HA-02 people are served, in both languages
 *   HA-03 what a visitor says of where they come from, and by what scheme, is replaced
 *   HA-04 what is for machines is nobody's from outside
 *   HA-05 a form that comes drop by drop is cut, and reaches no server
 *   HA-06 one address cannot take every connection; another is served meanwhile
 *   HA-07 a server is killed while people read: each of them is answered
 */
const file = inProject('src', 'setup', 'haproxy', 'haproxy.cfg')
const stops: (() => unknown)[] = []
let failed = 0

function check(name: string, isRight: boolean, found: unknown): void {
  say(`${isRight ? '✓' : '✗'} ${name}${isRight ? '' : `: ${JSON.stringify(found)}`}`)
  if (!isRight) failed += 1
}

type Asked = { readonly headers?: Record<string, string>; readonly from?: string }
const ask = (port: number, path: string, { headers = {}, from = '127.0.0.1' }: Asked = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const request = http.get(
      { host: '127.0.0.1', port, path, headers, localAddress: from, agent: false, timeout: 20_000 },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (body += part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      },
    )
    request.on('timeout', () => request.destroy(new Error('No answer')))
    request.on('error', reject)
  })

/** HAProxy, with this configuration, before these two servers. */
async function before(web: readonly [string, string]): Promise<number> {
  const port = await freePort()
  const env = {
    ...{
      NODE_ENV: 'production' as const,
      PATH: process.env['PATH'],
      QUINZE_BIND: `127.0.0.1:${port}`,
      QUINZE_SCHEME: 'https',
    },
    ...{ QUINZE_WEB_1: web[0], QUINZE_WEB_2: web[1] },
  }
  const found = spawnSync('haproxy', ['-c', '-q', '-f', file], { env, encoding: 'utf8' })
  if (found.error) throw new Error('HAProxy is not on the path: install it, then run this again.')
  if (found.status !== 0) throw new Error(`HAProxy refuses ${file}:\n${found.stderr}`)
  const running: ChildProcess = spawn('haproxy', ['-db', '-f', file], { env, stdio: 'ignore' })
  stops.unshift(() => running.kill('SIGKILL'))
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await ask(port, '/').catch(() => null)
    if (answer && answer.status !== 503) return port
    await wait(200)
  }
  throw new Error('HAProxy serves nobody')
}

/** A server that says what it was asked. It is always ready. */
async function echo(): Promise<{ address: string; asked: () => number }> {
  let count = 0
  const server = http.createServer((request, response) => {
    if (request.url !== '/readyz') count += 1
    response.end(JSON.stringify(request.headers))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.unshift(() => server.close())
  const { port } = server.address() as AddressInfo
  return { address: `127.0.0.1:${port}`, asked: () => count }
}

/** Sends the beginning of a form, and nothing more; gives the status it is cut with, and after how long. */
const drip = (port: number) =>
  new Promise<{ status: string; seconds: number }>((resolve) => {
    const begun = performance.now()
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (part) => (said += part.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () =>
      resolve({ status: said.slice(9, 12), seconds: (performance.now() - begun) / 1000 }),
    )
    const head = [
      'POST /api/estimates HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'Content-Length: 900',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n{"a":`)
  })

/** Connections from one address that ask for a page slowly. */
async function crowd(port: number, count: number): Promise<() => void> {
  const sockets = Array.from({ length: count }, () =>
    connect({ port, host: '127.0.0.1' }).on('error', () => {}),
  )
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
  for (const socket of sockets) socket.write('GET /fr HTTP/1.1\r\nHost: x\r\n\r\n')
  await wait(500)
  return () => sockets.forEach((socket) => socket.destroy())
}

async function run(): Promise<void> {
  const mirror = await echo()
  const told = await before([mirror.address, mirror.address])
  check('HA-01 HAProxy accepts the file', true, null)
  const lies = {
    'X-Forwarded-For': '9.9.9.9',
    'X-Forwarded-Proto': 'http',
    'X-Forwarded-Host': 'evil',
    Forwarded: 'for=9',
  }
  const heard = JSON.parse((await ask(told, '/fr', { headers: lies })).body) as Record<string, string>
  const right =
    heard['x-forwarded-for'] === '127.0.0.1' &&
    heard['x-forwarded-proto'] === 'https' &&
    !('x-forwarded-host' in heard) &&
    !('forwarded' in heard)
  check('HA-03 says itself where a visitor comes from', right, heard)
  const served = mirror.asked()
  const cut = await drip(told)
  check(
    'HA-05 cuts a form that comes drop by drop',
    cut.status === '408' && cut.seconds < 25 && mirror.asked() === served,
    { ...cut, reached: mirror.asked() - served },
  )

  stops.unshift(await joinTestCluster())
  const database = await freshDatabase()
  const [one, two] = [
    await startServer({ webUrl: database.webUrl }),
    await startServer({ webUrl: database.webUrl }),
  ]
  stops.unshift(one.stop, two.stop, database.drop)
  const port = await before([
    new URL(one.url).host.replace('localhost', '127.0.0.1'),
    new URL(two.url).host.replace('localhost', '127.0.0.1'),
  ])
  const pages = [await ask(port, '/fr'), await ask(port, '/en')]
  check(
    'HA-02 serves people',
    pages.every(({ status }) => status === 200),
    pages.map(({ status }) => status),
  )
  const machines = await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => ask(port, path)))
  check(
    'HA-04 keeps what is for machines',
    machines.every(({ status }) => status === 404),
    machines,
  )
  const leave = await crowd(port, 260)
  const [same, other] = [await ask(port, '/fr'), await ask(port, '/fr', { from: '127.0.0.2' })]
  leave()
  check('HA-06 one address cannot take it all', same.status === 429 && other.status === 200, [
    same.status,
    other.status,
  ])

  const answers: number[] = []
  let reading = true
  const reader = async () => {
    while (reading) {
      answers.push((await ask(port, '/fr').catch(() => ({ status: 0 }))).status)
      // Slower than what one address may ask.
      await wait(100)
    }
  }
  const readers = Promise.all([reader(), reader(), reader()])
  await wait(1_000)
  await one.kill()
  await wait(8_000)
  reading = false
  await readers
  const lost = answers.filter((status) => status !== 200)
  check(
    `HA-07 of ${answers.length} readers while a server is killed, each is answered`,
    lost.length <= 3,
    lost,
  )
}

try {
  await run()
} finally {
  for (const stop of stops) await stop()
}
process.exit(failed > 0 ? 1 : 0)
