import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoPeople } from '../../prisma/demo/people.mjs'
import { runCommand } from '../../src/setup/command.mjs'
import { isUnconfigured, missingForProduction, webEnv } from '../../src/setup/configuration.mjs'
import { inProject } from '../../src/setup/places.mjs'
import { knownProblem, Problem } from '../../src/setup/say.mjs'

const start = inProject('src', 'setup', 'start.mjs')
const run = (env: Record<string, string>) =>
  runCommand(process.execPath, [start], { env: { PATH: process.env['PATH']!, ...env } })

test('1. an old Node is told which one to install', async () => {
  for (const [version, accepted] of [
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
    ['24.1.0', true],
  ] as const) {
    const check = `import('${inProject('src/setup/node-version.mjs')}').then((module) => module.requireNode('${version}'))`
    const { code, output } = await runCommand(process.execPath, ['-e', check])
    expect([version, code === 0]).toEqual([version, accepted])
    if (!accepted) expect(output).toMatch(/needs Node 20\.19 or newer.*\nWhat to do: /)
  }
})

test('2. the first files read use no syntax newer than Node 12', () => {
  for (const name of ['start', 'test', 'node-version']) {
    const source = readFileSync(inProject('src', 'setup', `${name}.mjs`), 'utf8')
    expect(source).not.toMatch(/^await |\?\?|\?\.|from 'node:/m)
  }
})

test('3. a taken port is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { code, output } = await run({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port}, meant for the web site, is taken by another program.`)
  expect(output).toContain(`PORT=${port + 100} npm start`)
})

test('4. a port that is no port is refused', async () => {
  for (const PORT of ['http', '0', '70000', '30.5'])
    expect((await run({ PORT })).output).toContain('is not a port')
})

test('5. nothing configured is the demo; something configured is production, which wants the rest', async () => {
  expect(isUnconfigured({ PATH: '/bin', PORT: '3015' })).toBe(true)
  expect(isUnconfigured({ DATABASE_URL: 'postgresql://…' })).toBe(false)
  expect(missingForProduction({ DATABASE_URL: 'x', QUINZE_URL: 'y' })).toContain('QUINZE_SECRET')
  const { code, output } = await run({ DATABASE_URL: 'postgresql://quinze_web@localhost/quinze' })
  expect(code).toBe(1)
  expect(output).toContain('The configuration is begun, not complete. Missing: QUINZE_URL, QUINZE_SECRET')
})

test('6. the web server gets no variable of ours that is not its own', () => {
  const given = {
    HOME: '/h',
    DATABASE_OWNER_URL: 'a',
    QUINZE_TEST_CLUSTER: 'b',
    PGPASSWORD: 'c',
    QUINZE_SECRET: 'd',
  }
  expect(webEnv(given, {}, { port: 3015, host: '127.0.0.1' })).toEqual({
    HOME: '/h',
    QUINZE_SECRET: 'd',
    PORT: '3015',
    HOSTNAME: '127.0.0.1',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
})

test('9. every variable the server reads reaches it', () => {
  const read = readFileSync(inProject('src', 'server', 'env.ts'), 'utf8').matchAll(/^ {4}([A-Z][A-Z_]+): /gm)
  const names = [...read].map(([, name]) => name!).filter((name) => name !== 'QUINZE_PART')
  expect(names.length).toBeGreaterThan(15)
  const given = Object.fromEntries(names.map((name) => [name, 'x']))
  expect(webEnv(given, {}, { port: 3015, host: '127.0.0.1' })).toMatchObject(given)
})

test('7. a full disk, a folder of somebody else: each has its sentence and its advice', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  expect(knownProblem(full)).toMatchObject({ message: expect.stringContaining('The disk is full') as string })
  const words = 'FATAL: could not write lock file: No space left on device'
  expect(knownProblem(words)?.message).toContain('The disk is full')
  expect(knownProblem('EACCES: permission denied, mkdir')?.advice).toContain('chown')
  expect(knownProblem(new Error('something else'))).toBeNull()
  const own = new Problem('a', 'b')
  expect(knownProblem(own)).toBe(own)
})

test('8. the greeting names a few people and says where the others are', async () => {
  const { greeting } = await import('../../src/setup/serve.mjs')
  for (const language of ['fr', 'en'] as const) {
    const lines: string[] = greeting('http://localhost:3015', demoPeople, language)
    expect(lines.length).toBeLessThanOrEqual(12)
    expect(lines.join('\n')).toContain(`Adèle Exemple: ${demoPeople[0]!.story[language]}`)
    expect(lines.filter((line) => /\d\d (autres|more)/.test(line)).length).toBe(1)
  }
})
