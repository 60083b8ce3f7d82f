import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isInstalled } from '../../src/setup/install.mjs'

type Entry = {
  version?: string
  resolved?: string
  optional?: boolean
  optionalDependencies?: Record<string, string>
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }

test('1. the lock names every package of every platform, or `npm ci` refuses it on a fresh machine', () => {
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

test('2. the lock carries no download address', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved)).toEqual([])
})

test('3. installed means: every required package, each in its version; other platforms may be absent', () => {
  const wanted = { packages: { '': {}, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } } }
  expect(isInstalled(wanted, { packages: { a: { version: '1.0.0' } } })).toBe(true)
  expect(isInstalled(wanted, { packages: { a: { version: '1.0.1' } } })).toBe(false)
  expect(isInstalled(wanted, { packages: { a: { version: '1.0.0' }, b: { version: '2.0.1' } } })).toBe(false)
  expect(isInstalled(wanted, { packages: {} })).toBe(false)
  expect(isInstalled(wanted, null)).toBe(false)
})
