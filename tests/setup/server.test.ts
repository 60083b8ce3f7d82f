import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database'
import type { TestDatabase } from '../support/database'
import { startServer } from '../support/server'
import type { TestServer } from '../support/server'

let database: TestDatabase
let server: TestServer

beforeAll(async () => {
  process.env['DATABASE_OWNER_URL'] = 'postgresql://quinze_owner:secret@127.0.0.1/quinze'
  database = await freshDatabase()
  server = await startServer({ webUrl: database.webUrl })
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

test('1. the built site answers, with the files of the browser', async () => {
  const response = await fetch(`${server.url}/fr`)
  expect(response.status).toBe(200)
  const font = /\/_next\/static\/[^")]+\.woff2/.exec(await response.text())![0]
  expect((await fetch(server.url + font)).headers.get('content-type')).toContain('font/woff2')
})

test.runIf(process.platform === 'linux')(
  '2. the web process knows nothing of the owner of the database',
  () => {
    expect(process.env['DATABASE_OWNER_URL']).toBeDefined()
    const environment = readFileSync(`/proc/${server.pid}/environ`, 'utf8').split('\0')
    const names = environment
      .filter((line) => line.includes('quinze_owner'))
      .map((line) => line.split('=')[0])
    expect(names).toEqual([])
    expect(environment.some((line) => line.startsWith('DATABASE_URL='))).toBe(true)
    expect(environment.some((line) => line.startsWith('DATABASE_OWNER_URL='))).toBe(false)
  },
)

test('3. killed, it answers again after a restart', async () => {
  await server.kill()
  await expect(fetch(`${server.url}/fr`)).rejects.toThrow()
  await server.restart()
  expect((await fetch(`${server.url}/fr`)).status).toBe(200)
})

test.runIf(process.platform === 'linux')(
  '4. a process that dies is replaced, and those beside it go on',
  async () => {
    const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ')
    process.kill(Number(children[0]), 'SIGKILL')
    for (let turn = 0; turn < 8; turn += 1) {
      // Whoever was being served when it died, or was being handed to it, is not answered; the next is.
      const asked = { headers: { Connection: 'close' }, signal: AbortSignal.timeout(10_000) }
      const answer = await fetch(`${server.url}/fr`, asked).catch(() => null)
      if (answer) expect(answer.status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    const now = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ')
    expect(now).toHaveLength(children.length)
    expect(now).not.toContain(children[0])
    expect((await fetch(`${server.url}/fr`)).status).toBe(200)
  },
)
