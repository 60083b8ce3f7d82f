import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secrets of a demo or test folder, made once and readable by their owner only.
 * @param {string} folder
 * @returns {Record<'superuser' | 'owner' | 'web' | 'session' | 'citizenClient' | 'staffClient' | 'provider', string>}
 *   32 random bytes each, base64url
 */
export function readSecrets(folder) {
  return readOrMake(join(folder, 'secrets.json'), () => {
    const names = ['superuser', 'owner', 'web', 'session', 'citizenClient', 'staffClient', 'provider']
    return Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64url')]))
  })
}

/** Reads a private JSON file, writing it first (mode 600, whole or not at all) when it is missing. */
export function readOrMake(file, make) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const value = make()
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(value, null, 2), { mode: 0o600 })
  renameSync(draft, file)
  return value
}
