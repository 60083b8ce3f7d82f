import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

/**
 * The sha256 of files and folders: names and contents, in a fixed order. What is missing counts as missing.
 * @param {string[]} paths inside the project
 * @param {string[]} [without] paths left out
 * @returns {string} hexadecimal
 */
export function fingerprint(paths, without = []) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path, without)
  return hash.digest('hex')
}

function addTo(hash, path, without) {
  const full = join(root, path)
  if (without.includes(path) || !existsSync(full)) return
  if (!statSync(full).isDirectory()) {
    const bytes = readFileSync(full)
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
    return
  }
  for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`, without)
}
